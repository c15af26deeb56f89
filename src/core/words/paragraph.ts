import type { Tier } from '../performance/measure-table.ts';

/** What a sentence of a paragraph is about, so that a reader or a test can find it. */
export type SentenceAbout =
  | 'what-happened'
  | 'chance'
  | 'since-when'
  | 'against-target'
  | 'status'
  | 'disagreement'
  | 'driven-by'
  | 'not-known'
  | 'caution';

export interface Sentence {
  readonly about: SentenceAbout;
  readonly says: string;
}

/** A paragraph drafted by rules from figures: nothing in it is typed in, and nothing is guessed. */
export interface Paragraph {
  /** The measure, gap or comparison it speaks of, as the Board names it. */
  readonly heading: string;
  readonly tier: Tier;
  /** The status in the Board's words, with the rule: «Some concerns about performance in this area (…)». */
  readonly statusLine: string;
  readonly sentences: readonly Sentence[];
}

/** The paragraph as running text. */
export const paragraphText = (paragraph: Paragraph): string =>
  paragraph.sentences.map((sentence) => sentence.says).join(' ');
