import { firstMonthOf, lastMonthOf, type FinancialYear } from '../time/financial-year.ts';
import type { ObservationDraft, Warning } from './draft.ts';
import { runningSums, shownNumber, valuesOf, type Line } from './wide-lines.ts';
import { blockOf } from './wide-future.ts';

/** Cumulative rows that are not the running sum of the actual row of their year. */
export function checkCumulative(lines: readonly Line[], unknown: ReadonlyMap<string, string>): Warning[] {
  return lines.flatMap((line) => {
    if (line.row.meaning !== 'cumulative') return [];
    const counts = lines.find((other) => other.row.meaning === 'count' && sameSeries(other, line));
    if (counts === undefined) return [];
    const expected = runningSums(valuesOf(counts, unknown));
    const printed = valuesOf(line, unknown);
    const wrong = line.slots.filter(({ place }) => {
      const [sum, found] = [expected[place] ?? null, printed[place] ?? null];
      return sum !== null && found !== null && Math.abs(sum - found) > 0.05;
    });
    const [first] = wrong;
    if (first === undefined) return [];
    return [
      {
        check: 'cumulative-differs',
        cells: blockOf(line, wrong),
        says: `«${line.row.label}» is not the running sum of «${counts.row.label}»: ${first.cell} holds ${shownNumber(printed[first.place] ?? 0)}, the periods add up to ${shownNumber(expected[first.place] ?? 0)}.`,
      },
    ];
  });
}

const sameSeries = (a: Line, b: Line): boolean => a.row.measure === b.row.measure && a.year === b.year;

/** Annual figures that are not the sum of the year's periods (or its last cumulative), where those are complete. */
export function checkAnnual(
  annual: readonly ObservationDraft[],
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
): Warning[] {
  return annual.flatMap((draft) => {
    if (draft.value === null) return [];
    const sum = yearSum(draft, lines, unknown);
    if (sum === null || Math.abs(sum.value - draft.value) < 0.05) return [];
    return [
      {
        check: 'annual-differs',
        cells: draft.cell,
        says: `The year’s figure ${shownNumber(draft.value)} is not the ${shownNumber(sum.value)} that «${sum.label}» adds up to (${shownNumber(draft.value - sum.value)} apart).`,
      },
    ];
  });
}

function yearSum(
  draft: ObservationDraft,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
): { value: number; label: string } | null {
  for (const line of lines) {
    if (line.row.measure !== draft.measure || !isYear(line.year, draft)) continue;
    const values = valuesOf(line, unknown);
    const last = values.at(-1) ?? null;
    if (line.row.meaning === 'count') {
      const sum = runningSums(values).at(-1) ?? null;
      if (sum !== null) return { value: sum, label: line.row.label };
    } else if ((line.row.meaning === 'cumulative' || line.row.meaning === 'gap') && last !== null) {
      return { value: last, label: line.row.label };
    }
  }
  return null;
}

const isYear = (year: FinancialYear, { from, to }: ObservationDraft): boolean =>
  firstMonthOf(year) === from && lastMonthOf(year) === to;
