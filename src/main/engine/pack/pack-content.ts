import type { Origin } from '../../../core/provenance/origin.ts';
import type { Paragraph } from '../../../core/words/paragraph.ts';
import type { ReportContent } from '../report/report-content.ts';

/** What stands at the head and the foot of every page of a paper. */
export type PaperHeads = Pick<PackContent, 'partnership' | 'title' | 'meeting' | 'marking' | 'asAt' | 'madeAt'>;

/** Everything the Board pack says: the report's own figures, with words, an order and a marking. */
export interface PackContent extends ReportContent {
  /** `Performance report`. */
  readonly title: string;
  /** `Thursday 23 July 2015`, or null where the meeting is not fixed. */
  readonly meeting: string | null;
  /** In the order they are printed. */
  readonly sections: readonly PackSection[];
  readonly paragraphs: readonly PackParagraph[];
  /** For the appendix: the cells that each table's rows were read from. */
  readonly cells: readonly CellsOfTable[];
  /** The action log: what earlier and this meeting agreed, and what became of it. */
  readonly actionLog: readonly LoggedAction[];
}

/** One action of the log as it stood when the pack was made. */
export interface LoggedAction {
  readonly heading: string;
  readonly agreedFor: string;
  readonly action: string;
  readonly owner: string;
  readonly due: string | null;
  readonly reportBack: boolean;
  readonly state: 'open' | 'done' | 'dropped';
  /** The last note, or ''. */
  readonly note: string;
}

/** A section of the pack. Those with their own words carry them; the others are made from the figures. */
export type PackSection =
  | { readonly kind: 'exceptions' | 'group' | 'gap' | 'measures' | 'actions' | 'notes' | 'sources' }
  | { readonly kind: 'words'; readonly title: string; readonly paragraphs: readonly string[] }
  | {
      readonly kind: 'recommendations';
      readonly title: string;
      /** True: the rows are those that the assessment's room holds when the pack is made. */
      readonly held?: boolean | undefined;
      /** How those held stand together, in a sentence. */
      readonly says?: string | undefined;
      readonly rows: readonly RecommendationRow[];
    };

/** One recommendation as it is printed; an empty progress stays empty. */
export interface RecommendationRow {
  readonly number?: string | null | undefined;
  readonly recommendation: string;
  /** Output and outcome measures, each after its word. */
  readonly measuredBy?: string | undefined;
  readonly owner?: string | null | undefined;
  readonly due?: string | null | undefined;
  readonly progress: string | null;
}

/** The words on one measure, the gap or a comparison. The draft is always kept beside the officer's own words. */
export interface PackParagraph {
  /** The measure's id, `gap`, or a comparison's picture name. */
  readonly view: string;
  readonly draft: Paragraph;
  /** The officer's words, which stand in place of the draft; null where the draft stands. */
  readonly edited: string | null;
  /** What the officer adds below the words; '' where nothing. */
  readonly commentary?: string;
  readonly actions: readonly { readonly action: string; readonly owner: string; readonly due: string | null }[];
}

/** Where the rows of one table were read. */
export interface CellsOfTable {
  readonly table: string;
  readonly rows: readonly { readonly row: string; readonly from: readonly Origin[] }[];
}

/** The Board's usual order: exceptions first, then the group, the gap, the measures, notes and sources. */
export const BOARD_SECTIONS: readonly PackSection[] = [
  { kind: 'exceptions' },
  { kind: 'group' },
  { kind: 'gap' },
  { kind: 'measures' },
  { kind: 'actions' },
  { kind: 'notes' },
  { kind: 'sources' },
];
