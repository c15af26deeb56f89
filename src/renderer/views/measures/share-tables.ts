import type { ShareOf, ShareView } from '../../../core/performance/share-view.ts';
import type { TableRow, TableValue } from '../../parts/table-value.ts';
import { longPeriod } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';

const percent = (value: number | null): string => (value === null ? '' : `${numberInWords(value)}%`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rowOf(head: string, share: ShareOf, lastYear: number | null, together = false): TableRow {
  const limits =
    share.lower === null || share.upper === null ? '' : MEASURES_ROOM.toOf2(percent(share.lower), percent(share.upper));
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
  rowHead: view.cadence === 'quarter' ? MEASURES_ROOM.quarter : MEASURES_ROOM.month,
  columns: [
    { head: capital(view.partWords) },
    { head: capital(view.wholeWords) },
    { head: '%' },
    { head: MEASURES_ROOM.n95Limits },
    { head: MEASURES_ROOM.lastYear },
  ],
  rows: [
    ...view.periods.map((row) => rowOf(longPeriod(row.period), row, row.lastYearPercent)),
    rowOf(MEASURES_ROOM.sinceApril, view.toDate, view.lastYearToDate.percent, true),
  ],
  notes: [...view.notes, MEASURES_ROOM.sourceOf(view.source)],
});

/** Distance travelled domain by domain; null where the measure has none. */
export function domainTable({ distance, name, year }: ShareView): TableValue | null {
  if (distance === null || distance.domains.length === 0) return null;
  const score = (value: number | null): string => numberInWords(value, 1);
  return {
    caption: MEASURES_ROOM.distanceTravelledByDomainOf(name, year),
    rowHead: MEASURES_ROOM.domain,
    columns: [
      { head: MEASURES_ROOM.clientsScoredTwice },
      { head: MEASURES_ROOM.higherAtExit },
      { head: MEASURES_ROOM.theSame },
      { head: MEASURES_ROOM.lowerAtExit },
      { head: MEASURES_ROOM.meanAtEntry },
      { head: MEASURES_ROOM.meanAtExit },
      { head: MEASURES_ROOM.meanChange },
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
