import type { Tier } from '../../../core/performance/measure-table.ts';
import type { ReportPicture } from '../report/report-content.ts';
import type { TableDraft } from './table-draft.ts';

/** How a paragraph is set. */
export type WordsStyle = 'plain' | 'lead' | 'note' | 'contents';

/**
 * One piece of a pack, as a plain value: Word and PDF set the same pieces, so they cannot say different things. `room` and
 * widths are in twentieths of a point.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly startsPage: boolean }
  | { readonly kind: 'words'; readonly text: string; readonly style: WordsStyle }
  | { readonly kind: 'caption'; readonly what: 'Table' | 'Figure'; readonly title: string }
  | {
      readonly kind: 'status';
      readonly tier: Tier;
      /** The status in the Board's words; what follows « (» is set more quietly. */
      readonly says: string;
      readonly target: string | null;
      readonly onto: 'one line' | 'two lines';
    }
  | { readonly kind: 'action'; readonly says: string }
  | { readonly kind: 'cover'; readonly line: 'partnership' | 'title' | 'meeting' | 'as-at'; readonly text: string }
  | { readonly kind: 'tally'; readonly counts: readonly { readonly tier: Tier; readonly count: number }[] }
  | { readonly kind: 'table-of-contents' }
  | { readonly kind: 'table'; readonly draft: TableDraft }
  | {
      readonly kind: 'picture';
      readonly picture: ReportPicture;
      readonly room: number;
      /** The most it may be high, in pixels at 96 to the inch. */
      readonly height: number;
      /** For those who cannot see it. */
      readonly says: string;
      readonly id: number;
    };

export const heading = (text: string, level: 1 | 2 | 3, { startsPage = false } = {}): Block => ({
  kind: 'heading',
  level,
  text,
  startsPage,
});
export const words = (text: string, style: WordsStyle = 'plain'): Block => ({ kind: 'words', text, style });
export const note = (text: string): Block => words(text, 'note');

/** `Table 1  Title` or `Figure 1  Title`, numbered where it is set. */
export const caption = (what: 'Table' | 'Figure', title: string): Block => ({ kind: 'caption', what, title });

/** The line under a measure's heading: its status by the rule, and the target it is judged by. */
export const statusLine = (
  tier: Tier,
  says: string,
  target: string | null,
  onto: 'one line' | 'two lines' = 'one line',
): Block => ({ kind: 'status', tier, says, target, onto });

export const placeTable = (draft: TableDraft): Block => ({ kind: 'table', draft });

export const placePicture = (
  picture: ReportPicture,
  place: { room: number; height: number; says: string; id: number },
): Block => ({ kind: 'picture', picture, ...place });
