import type { FinancialYear } from '../time/financial-year.ts';
import type { Warning } from '../intake/draft.ts';
import { blockOf } from '../intake/wide-future.ts';
import { periodWord, runningSums, shownNumber, stepsOf, valuesOf, type Line } from '../intake/wide-lines.ts';
import { checkFalls } from './cumulative-falls.ts';
import { placeKey, ROUNDING, slotAt, withValues, type Settled } from './settled.ts';

/** The printed figure of a whole year, null where the sheet prints none. */
export type YearPrinted = (measure: string, year: FinancialYear) => number | null;

type Values = readonly (number | null)[];

/** One reason why sums and counts disagree. */
type Fault =
  | { readonly kind: 'count' | 'sum'; readonly place: number; readonly right: number }
  | { readonly kind: 'either'; readonly place: number }
  | { readonly kind: 'row'; readonly places: readonly number[] };

/** More single faults than this in one row are no slips of the hand: the row as a whole is named. */
const MOST_SLIPS = 2;

/**
 * Checks that each cumulative row is the running sum of the actual row of its year, and names the cell that breaks it:
 * a count (the sums go on from another number), a sum (the next step takes it back), either of the two where the sheet
 * does not say, or the whole row.
 */
export function settleFigures(
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
  yearPrinted: YearPrinted,
): Settled {
  const right = new Map<Line, Line>();
  const doubted = new Set<string>();
  const warnings: Warning[] = [];
  for (const line of lines) {
    if (line.row.meaning !== 'cumulative') continue;
    const counts = lines.find((other) => other.row.meaning === 'count' && isSameSeries(other, line));
    if (counts === undefined) {
      warnings.push(...checkFalls(line, unknown, doubted));
      continue;
    }
    fillBlanks(right, counts, line, unknown);
    const [months, sums] = [valuesOf(counts, unknown), valuesOf(line, unknown)];
    const faults = faultsOf(months, sums, yearPrinted(line.row.measure, line.year));
    for (const fault of faults) {
      warnings.push(sayFault(fault, counts, line, months, sums));
      if (fault.kind === 'either') doubted.add(placeKey(line, fault.place));
      if (fault.kind === 'count') putRight(right, counts, new Map([[fault.place, fault.right]]));
      if (fault.kind === 'sum') putRight(right, line, new Map([[fault.place, fault.right]]));
      if (fault.kind === 'row') {
        const expected = runningSums(months);
        putRight(right, line, new Map(fault.places.map((place) => [place, expected[place] ?? 0])));
      }
    }
  }
  return { lines: lines.map((line) => right.get(line) ?? line), doubted, warnings };
}

const isSameSeries = (a: Line, b: Line): boolean => a.row.measure === b.row.measure && a.year === b.year;

/** Cells left blank where the other row knows the period: told as blank elsewhere, and known for the checks that follow. */
function fillBlanks(right: Map<Line, Line>, counts: Line, line: Line, unknown: ReadonlyMap<string, string>): void {
  const [months, sums] = [valuesOf(counts, unknown), valuesOf(line, unknown)];
  const missing = (of: Line, known: Values) =>
    new Map(
      of.slots.flatMap(({ place, found }): [number, number][] => {
        const value = known[place] ?? null;
        return found.kind === 'blank' && value !== null ? [[place, value]] : [];
      }),
    );
  putRight(right, line, missing(line, runningSums(months)));
  putRight(right, counts, missing(counts, stepsOf(sums)));
}

function putRight(right: Map<Line, Line>, line: Line, values: ReadonlyMap<number, number>): void {
  right.set(line, withValues(right.get(line) ?? line, values));
}

/** Why a row of sums is not the running sum of a row of counts; empty where it is, as far as both are known. */
export function faultsOf(months: Values, sums: Values, year: number | null): Fault[] {
  const expected = runningSums(months);
  const before = (place: number): number | null => (place === 0 ? 0 : (sums[place - 1] ?? expected[place - 1] ?? null));
  const surplus = months.map((month, place) => {
    const [sum, start] = [sums[place] ?? null, before(place)];
    return month === null || sum === null || start === null ? null : sum - start - month;
  });
  const last = surplus.findLastIndex((value) => value !== null);
  const faults: Fault[] = [];
  for (let place = 0; place <= last; place++) {
    const extra = surplus[place] ?? null;
    if (extra === null || Math.abs(extra) <= ROUNDING) continue;
    const next = surplus[place + 1] ?? null;
    const [sum, month] = [sums[place] ?? 0, months[place] ?? 0];
    if (next !== null && Math.abs(extra + next) <= ROUNDING) {
      faults.push({ kind: 'sum', place, right: tidy(sum - extra) });
      place++;
    } else if (place < last) {
      const stepsTrue = year === null || !isClose(year, expected.at(-1)) || isClose(year, sums.at(-1));
      if (stepsTrue && month + extra >= 0) faults.push({ kind: 'count', place, right: tidy(month + extra) });
      else return [wholeRow(sums, expected)];
    } else if (year !== null && last === months.length - 1 && isClose(year, sum) && month + extra >= 0) {
      faults.push({ kind: 'count', place, right: tidy(month + extra) });
    } else if (year !== null && last === months.length - 1 && isClose(year, sum - extra)) {
      faults.push({ kind: 'sum', place, right: tidy(sum - extra) });
    } else {
      faults.push({ kind: 'either', place });
    }
  }
  return faults.length > MOST_SLIPS ? [wholeRow(sums, expected)] : faults;
}

const wholeRow = (sums: Values, expected: Values): Fault => ({
  kind: 'row',
  places: sums.flatMap((sum, place) => {
    const right = expected[place] ?? null;
    return sum === null || right === null || Math.abs(sum - right) <= ROUNDING ? [] : [place];
  }),
});

const isClose = (a: number, b: number | null | undefined): boolean =>
  b !== null && b !== undefined && Math.abs(a - b) <= ROUNDING;

/** A difference of decimals without the dust of binary subtraction. */
const tidy = (value: number): number => Number(value.toFixed(6));

function sayFault(fault: Fault, counts: Line, line: Line, months: Values, sums: Values): Warning {
  const check = 'cumulative-differs';
  const place = fault.kind === 'row' ? (fault.places[0] ?? 0) : fault.place;
  const [count, sum] = [slotAt(counts, place), slotAt(line, place)];
  const [month, total] = [shownNumber(months[place] ?? 0), shownNumber(sums[place] ?? 0)];
  const period = sum === undefined ? '' : periodWord(sum);
  if (fault.kind === 'count') {
    const right = shownNumber(fault.right);
    return {
      check,
      cells: count?.cell ?? '',
      says: `«${counts.row.label}» holds ${month} for ${period}, but «${line.row.label}» grows by ${right} there.`,
      found: month,
      expected: right,
    };
  }
  if (fault.kind === 'either') {
    const start = shownNumber((sums[place] ?? 0) - (months[place] ?? 0));
    return {
      check,
      cells: `${count?.cell ?? ''}, ${sum?.cell ?? ''}`,
      says: `In ${period} «${counts.row.label}» holds ${month} and «${line.row.label}» ${total}, which would need ${start} before it: one of the two is wrong.`,
      found: `${month}, ${total}`,
      expected: null,
    };
  }
  const expected = runningSums(months)[place] ?? null;
  const right = shownNumber(fault.kind === 'sum' ? fault.right : (expected ?? 0));
  const wrong = fault.kind === 'row' ? line.slots.filter((slot) => fault.places.includes(slot.place)) : [];
  return {
    check,
    cells: wrong.length > 0 ? blockOf(line, wrong) : (sum?.cell ?? ''),
    says: `«${line.row.label}» is not the running sum of «${counts.row.label}»: ${sum?.cell ?? ''} holds ${total}, the periods add up to ${right}.`,
    found: total,
    expected: right,
  };
}
