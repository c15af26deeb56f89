import { firstMonthOf, lastMonthOf, type FinancialYear } from '../time/financial-year.ts';
import type { ObservationDraft, Warning } from '../intake/draft.ts';
import { runningSums, shownNumber, valuesOf, type Line } from '../intake/wide-lines.ts';

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
        found: shownNumber(draft.value),
        expected: shownNumber(sum.value),
      },
    ];
  });
}

/** What a measure's year adds up to, by its own rows; null where they are not complete. */
export function yearSum(
  { measure, from, to }: Pick<ObservationDraft, 'measure' | 'from' | 'to'>,
  lines: readonly Line[],
  unknown: ReadonlyMap<string, string>,
): { value: number; label: string } | null {
  for (const line of lines) {
    if (line.row.measure !== measure || !isYear(line.year, { from, to })) continue;
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

const isYear = (year: FinancialYear, { from, to }: Pick<ObservationDraft, 'from' | 'to'>): boolean =>
  firstMonthOf(year) === from && lastMonthOf(year) === to;
