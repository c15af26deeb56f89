import { comparisonParagraph } from '../../../core/words/comparison-paragraph.ts';
import { exceptionParagraph } from '../../../core/words/exception-paragraph.ts';
import { gapParagraph } from '../../../core/words/gap-paragraph.ts';
import { pictureName, type ReportContent } from '../report/report-content.ts';
import type { PackParagraph } from './pack-content.ts';

/** The drafted words for every view of a report, none of them edited yet. */
export function draftParagraphs(
  content: Pick<ReportContent, 'tables' | 'gap' | 'comparisons' | 'asAt'>,
): PackParagraph[] {
  const { tables, gap, comparisons, asAt } = content;
  const drafts = [
    ...(gap === null ? [] : [{ view: 'gap', draft: gapParagraph(gap) }]),
    ...tables.map((table) => ({ view: table.measure, draft: exceptionParagraph(table, { asAt }) })),
    ...comparisons.map((view) => ({ view: pictureName.comparison(view), draft: comparisonParagraph(view) })),
  ];
  return drafts.map((one) => ({ ...one, edited: null, actions: [] }));
}
