import type { ShareOf, ShareView } from '../../../core/performance/share-view.ts';
import type { TableRow, TableValue } from '../../parts/table-value.ts';
import { longPeriod } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';

const percent = (value: number | null): string => (value === null ? '' : `${numberInWords(value)}%`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rowOf(head: string, share: ShareOf, lastYear: number | null, together = false): TableRow {
  const limits =
    share.lower === null || share.upper === null ? '' : `${percent(share.lower)} to ${percent(share.upper)}`;
  return {
    head,
    ...(together ? { tone: 'strong', divider: true } : {}),
    cells: [
      { text: numberInWords(share.part) },
      { text: numberInWords(share.whole) },
      { text: percent(share.percent) },
      { text: limits },
      { text: percent(lastYear) },
    ],
  };
}

/** n of N by period and since April, with Wilson's limits. */
export const shareTable = (view: ShareView): TableValue => ({
  caption: `${view.name}, ${view.year}`,
  rowHead: view.cadence === 'quarter' ? 'Quarter' : 'Month',
  columns: [
    { head: capital(view.partWords) },
    { head: capital(view.wholeWords) },
    { head: '%' },
    { head: '95% limits' },
    { head: '% last year' },
  ],
  rows: [
    ...view.periods.map((row) => rowOf(longPeriod(row.period), row, row.lastYearPercent)),
    rowOf('Since April', view.toDate, view.lastYearToDate.percent, true),
  ],
  notes: [...view.notes, `Source: ${view.source}.`],
});

/** Distance travelled domain by domain; null where the measure has none. */
export function domainTable({ distance, name, year }: ShareView): TableValue | null {
  if (distance === null || distance.domains.length === 0) return null;
  const score = (value: number | null): string => numberInWords(value, 1);
  return {
    caption: `${name}: distance travelled by domain, ${year}`,
    rowHead: 'Domain',
    columns: [
      { head: 'Clients scored twice' },
      { head: 'Higher at exit' },
      { head: 'The same' },
      { head: 'Lower at exit' },
      { head: 'Mean at entry' },
      { head: 'Mean at exit' },
      { head: 'Mean change' },
    ],
    rows: distance.domains.map((row) => ({
      head: row.domain,
      cells: [
        { text: numberInWords(row.clients) },
        { text: numberInWords(row.higher) },
        { text: numberInWords(row.same) },
        { text: numberInWords(row.lower) },
        { text: score(row.meanEntry) },
        { text: score(row.meanExit) },
        { text: row.meanChange === null ? '' : `${row.meanChange > 0 ? '+' : ''}${score(row.meanChange)}` },
      ],
    })),
    notes: [],
  };
}
