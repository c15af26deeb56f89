import { xmrLimits } from '../statistics/xmr.ts';
import { monthsBetween, monthsFrom, type Month } from '../time/month.ts';
import { periodInWords } from '../time/period.ts';
import type { Warning } from './draft.ts';

/** One month's figure of a series; `value` null: the source says something, but no number. */
export interface MonthFigure {
  readonly month: Month;
  readonly value: number | null;
  /** The cell it stands in; empty for counted records. */
  readonly cell: string;
}

/** Fewer known months than this say too little about what to expect. */
const MONTHS_NEEDED = 12;
/** Older months than these no longer say what to expect. */
const MONTHS_USED = 36;

/**
 * What is odd about a monthly series once a file is added to what is held: months beyond the natural process limits of
 * the months before them (mean ± 2.66 × mean moving range: Wheeler 1993), and months that nobody has sent. Of a series
 * that was not held at all only the last month is looked at.
 */
export function seriesWarnings(
  held: ReadonlyMap<Month, number | null>,
  read: readonly MonthFigure[],
  measure: string,
): Warning[] {
  const series = new Map(held);
  for (const { month, value } of read) series.set(month, value);
  const months = [...series.keys()].sort();
  const fresh = read.filter(({ month, value }) => !held.has(month) || held.get(month) !== value);
  const last = months.at(-1);
  const looked = held.size === 0 ? fresh.filter(({ month }) => month === last) : fresh;
  return [...looked.flatMap((one) => unusual(one, series, measure)), ...gaps(months, fresh, measure)];
}

function unusual(
  { month, value, cell }: MonthFigure,
  series: ReadonlyMap<Month, number | null>,
  measure: string,
): Warning[] {
  if (value === null) return [];
  const before = [...series.keys()]
    .filter((other) => other < month && monthsBetween(other, month) <= MONTHS_USED)
    .sort();
  const [first] = before;
  if (first === undefined) return [];
  // A month nobody sent breaks the run of moving ranges.
  const values = monthsFrom(first, month)
    .slice(0, -1)
    .map((other) => series.get(other) ?? null);
  const known = values.filter((other) => other !== null).length;
  const limits = known < MONTHS_NEEDED ? null : xmrLimits(values);
  if (limits === null || (value >= limits.lower && value <= limits.upper)) return [];
  const beyond = value < limits.lower ? 'below' : 'above';
  const range = `${shown(Math.max(0, limits.lower))} to ${shown(limits.upper)}`;
  return [
    {
      check: 'unusual-month',
      cells: cell,
      says: `${periodInWords({ from: month, to: month })}, ${shown(value)}, is ${beyond} anything the last ${String(known)} months of ${measure} would lead one to expect (${range}). Is the month complete?`,
    },
  ];
}

/** Months between the first and the last of a series that are not there, as runs; none where the file brings nothing new. */
function gaps(months: readonly Month[], fresh: readonly MonthFigure[], measure: string): Warning[] {
  if (fresh.length === 0) return [];
  return months.slice(1).flatMap((month, index) => {
    const before = months[index];
    if (before === undefined || monthsBetween(before, month) < 2) return [];
    const missing = monthsFrom(before, month).slice(1, -1);
    const [from] = missing;
    const to = missing.at(-1);
    if (from === undefined || to === undefined) return [];
    const many = missing.length === 1 ? 'one month' : `${String(missing.length)} months`;
    return [
      {
        check: 'months-missing',
        cells: '',
        says: `Nothing is held of ${measure} for ${periodInWords({ from, to })} (${many}), though there are figures before and after.`,
      },
    ];
  });
}

const shown = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 });
