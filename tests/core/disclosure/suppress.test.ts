import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestCover } from '../../../src/core/disclosure/cheapest-cover.ts';
import { percentageCell, type DisclosureTable } from '../../../src/core/disclosure/disclosure-table.ts';
import { alreadyPublic, withEarlierFigures, withRemainder } from '../../../src/core/disclosure/earlier-release.ts';
import { fromGrid, withTotals } from '../../../src/core/disclosure/from-grid.ts';
import { refuseRule, SMALL_NUMBER_RULE, type SmallNumberRule } from '../../../src/core/disclosure/rule.ts';
import { runningTotalCells } from '../../../src/core/disclosure/running-total-cells.ts';
import { suppress } from '../../../src/core/disclosure/suppress.ts';
import type { Suppressed } from '../../../src/core/disclosure/suppressed.ts';

const names = (letter: string, count: number) => Array.from({ length: count }, (_, at) => letter + String(at + 1));

const gridOf = (counts: readonly (readonly (number | null)[])[]): DisclosureTable =>
  fromGrid(
    withTotals({ rows: names('Row ', counts.length), columns: names('Column ', counts[0]?.length ?? 0), counts }),
  );

const grids = (most: number, rows = 3, columns = 3) =>
  fc
    .record({ rows: fc.integer({ min: 1, max: rows }), columns: fc.integer({ min: 2, max: columns }) })
    .chain(({ rows: r, columns: c }) =>
      fc.array(fc.array(fc.nat(most), { minLength: c, maxLength: c }), { minLength: r, maxLength: r }),
    )
    .map(gridOf);

const runs = fc.array(fc.nat(14), { minLength: 2, maxLength: 12 }).map((values) =>
  runningTotalCells({
    id: 'm',
    totalId: 'cum',
    periods: names('Month ', values.length),
    values,
    totals: values.map((_, at) => values.slice(0, at + 1).reduce((sum, value) => sum + value, 0)),
    standing: 'ordinary',
  }),
);

const rules: fc.Arbitrary<SmallNumberRule> = fc.record({
  threshold: fc.integer({ min: 1, max: 9 }),
  showsZero: fc.boolean(),
  symbol: fc.constant('[c]'),
  protection: fc.constantFrom('not-exact' as const, 'beyond-threshold' as const),
  rounding: fc.constant(null),
});

/**
 * Every value a hidden cell can have, found by trying: no simplex, no shared code. Hidden cells are set one after the
 * other to 0…limit; a sum with one unset cell settles it. Stops at the first table in which `cell` fits `wanted`.
 */
function someTable(
  table: DisclosureTable,
  done: Suppressed,
  cell: string,
  wanted: (value: number) => boolean,
): boolean {
  const values = new Map<string, number | null>(
    table.counts.map(({ id, value }) => [id, done.cells.get(id)?.outcome === 'shown' ? value : null]),
  );
  const limit = 2 + table.counts.reduce((most, { value }) => Math.max(most, value ?? 0), 12);
  const settle = (held: Map<string, number | null>): boolean => {
    for (let moved = true; moved;) {
      moved = false;
      for (const { total, parts } of table.relations) {
        const members = [total, ...parts];
        const unset = members.filter((id) => held.get(id) === null);
        const sum = parts.reduce((all, id) => all + (held.get(id) ?? 0), 0);
        const [first] = unset;
        if (first === undefined) {
          if (sum !== held.get(total)) return false;
        } else if (unset.length === 1) {
          const value = first === total ? sum : (held.get(total) ?? 0) - sum;
          if (value < 0) return false;
          held.set(first, value);
          moved = true;
        } else if (held.get(total) !== null && sum > (held.get(total) ?? 0)) return false;
      }
    }
    return true;
  };
  const walk = (held: Map<string, number | null>): boolean => {
    if (!settle(held)) return false;
    const at = held.get(cell) ?? null;
    if (at !== null && !wanted(at)) return false;
    const next = at === null ? cell : [...held].find(([, value]) => value === null)?.[0];
    if (next === undefined) return true;
    for (let value = 0; value <= limit; value += 1) {
      if (walk(new Map(held).set(next, value))) return true;
    }
    return false;
  };
  return walk(values);
}

const smallIn = (table: DisclosureTable, rule: SmallNumberRule) =>
  table.counts.filter(({ value }) => value !== null && (value === 0 ? !rule.showsZero : value <= rule.threshold));

describe('the promises of suppression', () => {
  it.each([
    ['tables with totals', grids(12)],
    ['running totals', runs],
  ])('a hidden small number can always be another number: %s', (_, tables) => {
    fc.assert(
      fc.property(tables, rules, (table, rule) => {
        const done = suppress(table, rule);
        expect(done.safe).toBe(true);
        for (const { id, value } of smallIn(table, rule)) {
          expect(done.cells.get(id)?.outcome).toBe('small');
          const wanted =
            rule.protection === 'beyond-threshold'
              ? (other: number) => other > rule.threshold
              : (other: number) => other !== value;
          expect(someTable(table, done, id, wanted)).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('a table without small numbers is untouched', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 5, max: 900 }), { minLength: 3, maxLength: 3 }), {
          minLength: 1,
          maxLength: 6,
        }),
        (counts) => {
          const table = gridOf(counts);
          const { cells, cheapest, safe } = suppress(table, SMALL_NUMBER_RULE);
          expect([...cells.values()].map(({ id, value, outcome }) => ({ id, value, outcome }))).toEqual(
            table.counts.map(({ id, value }) => ({ id, value, outcome: 'shown' })),
          );
          expect({ cheapest, safe }).toEqual({ cheapest: true, safe: true });
        },
      ),
    );
  });

  it('a figure that is shown is the figure that was given, and a hidden one is given to nobody', () => {
    fc.assert(
      fc.property(grids(20, 4, 4), rules, (table, rule) => {
        const { cells } = suppress(table, rule);
        for (const { id, value } of table.counts) {
          const cell = cells.get(id);
          const shown = cell?.outcome === 'shown';
          expect(cell?.value).toBe(shown ? value : null);
          expect(cell?.symbol).toBe(shown ? null : '[c]');
          expect(cell?.reason === null).toBe(shown);
        }
      }),
    );
  });

  it('what was chosen as cheapest is the cheapest of all choices that meet the demands', () => {
    const items = names('', 7);
    const demands = fc.array(
      fc.record({
        when: fc.option(fc.constantFrom(...items)),
        any: fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength: 4 }),
      }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(
        demands,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 }),
        (wanted, prices) => {
          const cost = (one: string) => prices[items.indexOf(one)] ?? 0;
          const priceOf = (chosen: Iterable<string>) => [...chosen].reduce((sum, one) => sum + cost(one), 0);
          const meets = (chosen: ReadonlySet<string>) =>
            wanted.every(({ when, any }) => (when !== null && !chosen.has(when)) || any.some((one) => chosen.has(one)));
          const all = Array.from({ length: 128 }, (_, bits) => new Set(items.filter((__, at) => bits & (1 << at))));
          const least = Math.min(...all.filter(meets).map(priceOf));
          const { chosen, proved } = cheapestCover(wanted, cost);
          expect({ proved, met: meets(chosen), price: priceOf(chosen) }).toEqual({
            proved: true,
            met: true,
            price: least,
          });
        },
      ),
    );
  });
});

describe('suppression of a pack', () => {
  it('says why each cell is hidden', () => {
    const { cells } = suppress(
      gridOf([
        [12, 8, 3, 20],
        [15, 22, 9, 11],
        [30, 14, 17, 25],
      ]),
      SMALL_NUMBER_RULE,
    );
    expect(cells.get('r1c3')?.reason).toBe('A small number: this table hides 1 to 4.');
    expect(cells.get('r1c1')?.reason).toBe(
      'With this figure a hidden small number could be worked out (the row «Row 1» adds up).',
    );
  });

  it('a month not known stays not known, and is never taken for nought', () => {
    const { cells } = suppress(
      gridOf([
        [12, null, 7],
        [15, 22, 9],
      ]),
      SMALL_NUMBER_RULE,
    );
    expect(cells.get('r1c2')).toMatchObject({ outcome: 'not-known', value: null, symbol: null });
    expect(cells.get('r1c1')).toMatchObject({ outcome: 'shown', value: 12 });
  });

  it('a small count nobody sent is found when the printed total gives it away', () => {
    const table = gridOf([[12, 7, 30]]);
    const counts = table.counts
      .map((cell) => (cell.id === 'r1c1' ? { ...cell, value: null } : cell))
      .filter((cell) => !cell.id.startsWith('t'));
    const small = { ...table, relations: table.relations.filter(({ total }) => total === 'r1t') };
    expect(suppress({ ...small, counts }, SMALL_NUMBER_RULE).cells.get('r1c2')?.outcome).toBe('shown');
    const given = counts.map((cell) => (cell.id === 'r1t' ? { ...cell, value: 39 } : cell));
    const { cells, safe } = suppress({ ...small, counts: given }, SMALL_NUMBER_RULE);
    expect(safe).toBe(true);
    expect([...cells.values()].filter((cell) => cell.outcome === 'secondary').map((cell) => cell.id)).toEqual(['r1c2']);
  });

  it('hiding what was printed before is not tried; what cannot be protected is said', () => {
    const run = runningTotalCells({
      id: 'm',
      totalId: 'cum',
      periods: names('Month ', 3),
      values: [9, 3, 8],
      totals: [9, 12, 20],
      standing: 'ordinary',
    });
    const done = suppress(alreadyPublic(run, new Set(['cum1', 'cum2', 'm1'])), SMALL_NUMBER_RULE);
    expect(done.safe).toBe(false);
    expect(done.unprotected).toEqual(['Month 2']);
    expect(done.notes.join(' ')).toContain('Month 2 can be worked out from what is public already');
    const partly = suppress(alreadyPublic(run, new Set(['cum1', 'm1'])), SMALL_NUMBER_RULE);
    expect(partly.safe).toBe(true);
    expect(partly.cells.get('cum2')?.outcome).toBe('secondary');
  });

  it('a rate printed in an earlier pack is seen to give a count away', () => {
    const table: DisclosureTable = {
      counts: [
        { id: 'part', label: 'Returned', value: 2, standing: 'ordinary' },
        { id: 'whole', label: 'Cohort', value: 40, standing: 'ordinary' },
      ],
      derived: [percentageCell({ id: 'share', label: 'Share returned', value: 5, decimals: 1 }, 'part', 'whole')],
      relations: [],
    };
    expect(suppress(table, SMALL_NUMBER_RULE).safe).toBe(true);
    const done = suppress(alreadyPublic(table, new Set(['share'])), SMALL_NUMBER_RULE);
    expect(done.safe).toBe(true);
    expect(done.cells.get('whole')?.outcome).toBe('secondary');
  });

  it('those not satisfied are protected though they are printed nowhere: 98 of 100', () => {
    const table: DisclosureTable = {
      counts: [
        { id: 'n', label: 'Satisfied', value: 98, standing: 'ordinary' },
        { id: 'N', label: 'Asked', value: 100, standing: 'total' },
      ],
      derived: [percentageCell({ id: 'percent', label: 'Satisfied, %', value: 98, decimals: 0 }, 'n', 'N')],
      relations: [],
    };
    const { cells } = suppress(withRemainder(table, 'N', 'n', 'Not satisfied'), SMALL_NUMBER_RULE);
    expect(cells.get('n')?.outcome).toBe('secondary');
    expect(cells.get('percent')?.outcome).toBe('follows');
    expect(cells.get('N')?.outcome).toBe('shown');
  });

  it('a running total that grew by a small month since the last pack is hidden with that month', () => {
    const table: DisclosureTable = {
      counts: [{ id: 'june', label: 'April to June', value: 57, standing: 'ordinary' }],
      derived: [],
      relations: [],
    };
    const earlier = {
      id: 'may',
      label: 'April to May, last pack',
      value: 55,
      beside: 'june',
      wider: 'now' as const,
      between: 'June',
    };
    expect(suppress(withEarlierFigures(table, [earlier]), SMALL_NUMBER_RULE).cells.get('june')?.outcome).toBe(
      'secondary',
    );
  });

  it('figures that do not add up are protected as if the reader knew the difference', () => {
    const table = gridOf([[12, 3, 20]]);
    const counts = table.counts.map((cell) => (cell.id === 'r1t' ? { ...cell, value: 40 } : cell));
    const { cells, safe } = suppress({ ...table, counts, relations: table.relations.slice(0, 1) }, SMALL_NUMBER_RULE);
    expect(safe).toBe(true);
    expect(cells.get('r1c1')?.outcome).toBe('secondary');
  });

  it('a large table of neighbourhoods by month is made safe within seconds', () => {
    const counts = Array.from({ length: 39 }, (_, r) =>
      Array.from({ length: 12 }, (__, c) => (r * 7 + c * 5 + ((r * c) % 11)) % 23),
    );
    const start = performance.now();
    const done = suppress(gridOf(counts), SMALL_NUMBER_RULE);
    expect(done.safe).toBe(true);
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it.each([
    [{ threshold: 0 }, 'The threshold 0 is not a whole number of 1 or more.'],
    [{ symbol: ' ' }, 'The symbol for a hidden figure is empty.'],
    [{ rounding: { base: 1, symbol: '~' } }, 'Rounding to a multiple of 1 is not possible: choose 2 or more.'],
  ])('refuses the rule %j', (part, says) => {
    expect(refuseRule({ ...SMALL_NUMBER_RULE, ...part })).toBe(says);
    expect(() => suppress(gridOf([[1]]), { ...SMALL_NUMBER_RULE, ...part })).toThrow(says);
  });
});
