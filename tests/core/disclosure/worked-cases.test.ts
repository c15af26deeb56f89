import { describe, expect, it } from 'vitest';
import {
  changeCell,
  differenceCell,
  rateCell,
  type DisclosureTable,
} from '../../../src/core/disclosure/disclosure-table.ts';
import { withEarlierFigures } from '../../../src/core/disclosure/earlier-release.ts';
import { fromGrid, withTotals } from '../../../src/core/disclosure/from-grid.ts';
import { nearestMultiple, printMarked, printRounded, printUnder } from '../../../src/core/disclosure/print-count.ts';
import { deducibleRanges, leaksOf } from '../../../src/core/disclosure/protection.ts';
import { SMALL_NUMBER_RULE, type SmallNumberRule } from '../../../src/core/disclosure/rule.ts';
import { runningTotalCells } from '../../../src/core/disclosure/running-total-cells.ts';
import { suppress } from '../../../src/core/disclosure/suppress.ts';
import { WORKED, type WorkedCase } from './worked-cases.ts';

function tableOf(one: WorkedCase): DisclosureTable {
  if (one.rows !== undefined) {
    const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => letter + String(at + 1));
    return fromGrid(
      withTotals({
        rows: names('r', one.rows.length),
        columns: names('c', one.rows[0]?.length ?? 0),
        counts: one.rows,
      }),
    );
  }
  if (one.values !== undefined) {
    const parts = one.values.map((_, at) => `n${String(at + 1)}`);
    return {
      counts: [
        ...one.values.map((value, at) => ({
          id: parts[at] ?? '',
          label: parts[at] ?? '',
          value,
          standing: 'ordinary' as const,
        })),
        { id: 'city', label: 'city', value: one.values.reduce((sum, value) => sum + value, 0), standing: 'total' },
      ],
      derived: [],
      relations: [{ total: 'city', parts, says: 'the neighbourhoods make the city' }],
    };
  }
  const values = one.months ?? [];
  return runningTotalCells({
    id: 'm',
    totalId: 'cum',
    periods: values.map((_, at) => `month ${String(at + 1)}`),
    values,
    totals: values.map((_, at) => values.slice(0, at + 1).reduce((sum, value) => sum + value, 0)),
    standing: 'ordinary',
  });
}

const ruleOf = (one: WorkedCase, protection: SmallNumberRule['protection']): SmallNumberRule => ({
  ...SMALL_NUMBER_RULE,
  protection,
  showsZero: one.threshold !== '1-4 suppressed and 0',
});

const NOTHING: ReadonlySet<string> = new Set();

const ranges = (table: DisclosureTable, hidden: Iterable<string>) =>
  Object.fromEntries(
    [...(deducibleRanges(table, new Set(hidden), NOTHING) ?? [])].map(([id, { from, to }]) => [id, [from + 0, to]]),
  );

function* choices(from: readonly string[], size: number): Generator<string[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [at, one] of from.entries()) {
    for (const rest of choices(from.slice(at + 1), size - 1)) yield [one, ...rest];
  }
}

/** Every choice of `size` further cells (totals apart) that is safe, tried one by one. */
function safeChoices(table: DisclosureTable, rule: SmallNumberRule, primary: readonly string[], size: number) {
  const free = table.counts.filter((cell) => cell.standing === 'ordinary' && !primary.includes(cell.id));
  const question = { table, derivedShown: NOTHING, rule, besides: [] };
  return [
    ...choices(
      free.map((cell) => cell.id),
      size,
    ),
  ].filter((choice) => leaksOf(question, new Set([...primary, ...choice]), primary).length === 0);
}

const outcomes = (table: DisclosureTable, rule: SmallNumberRule) => {
  const { cells, safe, cheapest } = suppress(table, rule);
  const ids = (outcome: string) =>
    [...cells.values()]
      .filter((cell) => cell.outcome === outcome)
      .map(({ id }) => id)
      .sort();
  return { primary: ids('small'), secondary: ids('secondary'), safe, cheapest };
};

const sorted = (ids: readonly string[] = []): string[] => [...ids].sort();

describe.each(WORKED)('worked suppression cases ($from)', ({ worked }) => {
  const tables = worked.cases.filter((one) => one.primary !== undefined);

  describe.each(tables.map((one) => [one.case, one] as const))('%s', (_, one) => {
    const table = tableOf(one);
    const primary = one.primary ?? [];

    it('gives the small number back when it alone is hidden', () => {
      expect(ranges(table, primary)).toEqual(
        Object.fromEntries(
          Object.entries(one.primary_only_intervals ?? {}).map(([id, [from, to]]) => [id, [from, to + 0]]),
        ),
      );
    });

    it('hides the fewest and cheapest further cells, and readers can then say no more than the ranges given', () => {
      expect(outcomes(table, ruleOf(one, 'not-exact'))).toEqual({
        primary: sorted(primary),
        secondary: sorted(one.cheapest_secondary),
        safe: true,
        cheapest: true,
      });
      expect(one.cheapest_secondary).toHaveLength(one.min_secondary_count ?? NaN);
      expect(ranges(table, [...primary, ...(one.cheapest_secondary ?? [])])).toEqual(one.intervals_after);
    });

    it('finds as many smallest safe choices as trying them all', () => {
      const rule = ruleOf(one, 'not-exact');
      const size = one.min_secondary_count ?? 0;
      expect(safeChoices(table, rule, primary, size)).toHaveLength(one.number_of_minimal_solutions ?? NaN);
      expect(safeChoices(table, rule, primary, size - 1)).toHaveLength(0);
    });

    // Two cases are worked out in the plain half only.
    if (one.strict_cheapest === undefined) return;
    it('hides enough that nobody can tell the number is small', () => {
      const rule = ruleOf(one, 'beyond-threshold');
      expect(outcomes(table, rule)).toMatchObject({
        secondary: sorted(one.strict_cheapest),
        safe: true,
        cheapest: true,
      });
      expect(ranges(table, [...primary, ...(one.strict_cheapest ?? [])])).toEqual(one.strict_intervals);
      const size = one.strict_min_secondary_count ?? 0;
      expect(safeChoices(table, rule, primary, size)).toHaveLength(one.strict_number_of_minimal_solutions ?? NaN);
      expect(safeChoices(table, rule, primary, size - 1)).toHaveLength(0);
    });
  });

  it('hides a rate with its count: 0.51 per 1,000 of 7,812 residents is 4', () => {
    const one = worked.cases.find((each) => each.case.startsWith('I_')) ?? { case: '' };
    const rate = { id: 'rate', label: 'Rate', value: one.rate_per_1000 ?? null, decimals: 2 };
    const table: DisclosureTable = {
      counts: [{ id: 'count', label: 'Count', value: one.count ?? null, standing: 'ordinary' }],
      derived: [rateCell(rate, 'count', one.population ?? 0)],
      relations: [],
    };
    const recovered = one.recovered_count ?? NaN;
    expect(deducibleRanges(table, new Set(['count']), new Set(['rate']))?.get('count')).toEqual({
      from: recovered,
      to: recovered,
    });
    const { cells } = suppress(table, SMALL_NUMBER_RULE);
    expect(cells.get('rate')).toMatchObject({ outcome: 'follows', value: null, symbol: '[c]' });
    expect(cells.get('count')).toMatchObject({ outcome: 'small', deducible: { from: 0, to: null } });
  });

  it('hides a percentage change with its count: 85% fewer than 20 is 3', () => {
    const one = worked.cases.find((each) => each.case.startsWith('J_')) ?? { case: '' };
    const change = { id: 'change', label: 'Change', value: one.pct_change ?? null, decimals: 0 };
    const recovered = one.recovered_count ?? NaN;
    const table: DisclosureTable = {
      counts: [
        { id: 'before', label: 'Last year', value: one.previous ?? null, standing: 'ordinary' },
        { id: 'now', label: 'This year', value: recovered, standing: 'ordinary' },
      ],
      derived: [
        changeCell(change, 'before', 'now'),
        differenceCell({ ...change, id: 'fewer', value: recovered - (one.previous ?? 0) }, 'before', 'now'),
      ],
      relations: [],
    };
    expect(deducibleRanges(table, new Set(['now']), new Set(['change']))?.get('now')).toEqual({
      from: recovered,
      to: recovered,
    });
    const byDifference = deducibleRanges(table, new Set(['now']), new Set(['fewer']));
    expect(byDifference?.get('now')).toEqual({ from: recovered, to: recovered });
    const { cells } = suppress(table, SMALL_NUMBER_RULE);
    expect([cells.get('change')?.outcome, cells.get('fewer')?.outcome]).toEqual(['follows', 'follows']);
    expect(cells.get('before')).toMatchObject({ outcome: 'shown', value: one.previous });
  });

  it('sees that two releases differ by one small area, and hides the later figure', () => {
    const one = worked.cases.find((each) => each.case.startsWith('K_')) ?? { case: '' };
    const table = withEarlierFigures(
      {
        counts: [{ id: 'ab', label: 'Wards A and B', value: one.release2 ?? null, standing: 'ordinary' }],
        derived: [],
        relations: [],
      },
      [
        {
          id: 'abc',
          label: 'Wards A, B and C in the first release',
          value: one.release1 ?? NaN,
          beside: 'ab',
          wider: 'earlier',
          between: 'ward C',
        },
      ],
    );
    const recovered = one.recovered ?? NaN;
    expect(deducibleRanges(table, new Set(['abc-between']), NOTHING)?.get('abc-between')).toEqual({
      from: recovered,
      to: recovered,
    });
    const { cells, safe } = suppress(table, SMALL_NUMBER_RULE);
    expect(cells.get('ab')).toMatchObject({ outcome: 'secondary', value: null });
    expect(safe).toBe(true);
  });

  it.each(worked.rounding)('prints $value rounded, as «under 5», or as [c]', (row) => {
    const rule: SmallNumberRule = { ...SMALL_NUMBER_RULE, rounding: { base: 5, symbol: '~' } };
    expect(nearestMultiple(row.value, 5)).toBe(row.nearest5_half_away);
    expect(printRounded(row.value, rule)).toBe(row.dasa_formula);
    expect(printUnder(row.value, rule)).toBe(row.lt5_symbol);
    expect(printMarked(row.value, rule)).toBe(row.c_marker);
  });
});
