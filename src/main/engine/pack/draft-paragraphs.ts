import { comparisonParagraph } from '../../../core/words/comparison-paragraph.ts';
import { exceptionParagraph, PROVISIONAL } from '../../../core/words/exception-paragraph.ts';
import { shareParagraph } from '../../../core/words/share-paragraph.ts';
import type { Contributions } from '../../../core/words/driven-by.ts';
import { gapParagraph, gapTableParagraph } from '../../../core/words/gap-paragraph.ts';
import { pictureName, type ReportContent } from '../report/report-content.ts';
import type { Paragraph } from '../../../core/words/paragraph.ts';
import type { PackParagraph } from './pack-content.ts';

/** True where every measure with figures is provisional: a pack then says so once, not under each. */
export function allProvisional(tables: ReportContent['tables']): boolean {
  const known = tables.filter((table) => table.dataTo !== null);
  return known.length > 1 && known.every((table) => table.provisional);
}

const without = (draft: Paragraph, says: string): Paragraph => ({
  ...draft,
  sentences: draft.sentences.filter((sentence) => sentence.says !== says),
});

/** The drafted words for every view of a report, none of them edited yet. */
export function draftParagraphs(
  content: Pick<ReportContent, 'tables' | 'shares' | 'gap' | 'comparisons' | 'asAt'> & {
    readonly withheld?: ReportContent['withheld'];
  },
  drivers: ReadonlyMap<string, readonly Contributions[]> = new Map(),
): PackParagraph[] {
  const { tables, shares, gap, comparisons, asAt } = content;
  const once = allProvisional(tables);
  const drafts = [
    ...(gap === null ? [] : [{ view: 'gap', draft: gapParagraph(gap) }]),
    ...tables.map((table) => {
      const hidden = content.withheld?.get(table.measure);
      const contributions = drivers.get(table.measure) ?? [];
      const draft =
        table.gap === true
          ? gapTableParagraph(table)
          : exceptionParagraph(table, { asAt, contributions, ...(hidden === undefined ? {} : { hidden }) });
      return { view: table.measure, draft: once ? without(draft, PROVISIONAL) : draft };
    }),
    ...shares.map((view) => {
      const draft = shareParagraph(view);
      return { view: view.measure, draft: once ? without(draft, PROVISIONAL) : draft };
    }),
    ...comparisons.map((view) => ({ view: pictureName.comparison(view), draft: comparisonParagraph(view) })),
  ];
  return drafts.map((one) => ({ ...one, edited: null, actions: [] }));
}
