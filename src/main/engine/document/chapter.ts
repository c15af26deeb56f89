import type { EvidenceColumn, EvidenceRow } from '../../../core/assessment/evidence-table.ts';
import type { WordsStyle } from '../pack/blocks.ts';
import type { ReportPicture } from '../report/report-content.ts';

/** A table as a document prints it, whatever chapter it belongs to. */
export interface DocumentTable {
  readonly title: string;
  readonly rowHead: string;
  readonly columns: readonly EvidenceColumn[];
  readonly rows: readonly EvidenceRow[];
  /** Shaded by size, as a calendar of busy hours is. */
  readonly shaded?: boolean;
}

/** One piece of a section. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly style: WordsStyle }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  | {
      readonly kind: 'picture';
      readonly picture: ReportPicture;
      readonly title: string;
      readonly says: string;
      readonly height: number;
    };

/** What stands under one heading; null: the chapter's own. */
export interface Section {
  readonly title: string | null;
  readonly pieces: readonly Piece[];
  readonly startsPage?: boolean;
}

/** A chapter of a document. Word, PDF and Excel are written from the same chapters, so they cannot say different things. */
export interface Chapter {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A document as a plain value. */
export interface DocumentContent {
  readonly partnership: string;
  readonly title: string;
  /** Under the title: the months it is drafted for. */
  readonly under: string;
  readonly marking: string | null;
  readonly asAt: string;
  readonly madeAt: string;
  readonly illustrative: boolean;
  readonly frontNotes: readonly string[];
  readonly chapters: readonly Chapter[];
}

export const says = (text: string, style: WordsStyle = 'plain'): Piece => ({ kind: 'words', text, style });
/** A text of several lines as paragraphs. */
export const paragraphs = (text: string, style: WordsStyle = 'plain'): Piece[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => says(line.trim(), style));
