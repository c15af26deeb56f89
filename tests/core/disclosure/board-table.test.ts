import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMeasureTable, lastPeriodToDate } from '../../../src/core/disclosure/from-measure-table.ts';
import { fromNeighbourhoods, withholdInNeighbourhoods } from '../../../src/core/disclosure/from-neighbourhoods.ts';
import { countsBehindRounded } from '../../../src/core/disclosure/print-count.ts';
import { SMALL_NUMBER_RULE, type SmallNumberRule } from '../../../src/core/disclosure/rule.ts';
import { suppress } from '../../../src/core/disclosure/suppress.ts';
import { withholdInMeasureTable } from '../../../src/core/disclosure/withhold-in-measure-table.ts';
import type { GapView } from '../../../src/core/performance/gap-view.ts';
import { makeMeasureTable } from '../../../src/core/performance/make-measure-table.ts';
import type { MeasureTable } from '../../../src/core/performance/measure-table.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { exceptionParagraph } from '../../../src/core/words/exception-paragraph.ts';
import { paragraphText } from '../../../src/core/words/paragraph.ts';
import { heldFrom, julyTable, LAST_YEAR, measureOf, YEAR } from '../performance/july-2015.ts';

function tableOf(lastYear: readonly (number | null)[], thisYear: readonly (number | null)[]): MeasureTable {
  const measure = measureOf('hate');
  return makeMeasureTable({
    measure,
    year: YEAR,
    thisYear: heldFrom(measure, YEAR, thisYear),
    lastYear: heldFrom(measure, LAST_YEAR, lastYear),
    annuals: [],
    provisional: false,
    illustrative: false,
    notes: [],
  });
}

const withheld = (table: MeasureTable, rule: SmallNumberRule = SMALL_NUMBER_RULE) => {
  const given = fromMeasureTable(table);
  if (given === null) throw new Error('not a table of counts');
  const suppressed = suppress(given, rule);
  return { ...withholdInMeasureTable(table, suppressed), suppressed };
};

const YEAR_BEFORE = [12, 9, 14, 11, 8, 16, 9, 13, 10, 7, 12, 15];

describe('the Board’s table under the small-number rule', () => {
  it('the tables of July 2015 have no small numbers and stay as they are', () => {
    const table = julyTable('hate');
    const { table: shown, hidden, statusWithheld } = withheld(table);
    expect({ hidden: hidden.size, statusWithheld, shown }).toEqual({ hidden: 0, statusWithheld: false, shown: table });
  });

  it('a small month at the start goes with its running total and all that rests on it', () => {
    const { table, suppressed } = withheld(tableOf(YEAR_BEFORE, [6, 3, 8, 11, 2, 9]));
    expect(suppressed.safe).toBe(true);
    expect(table.periods.map((row) => row.actual)).toEqual([6, null, 8, 11, null, 9, ...Array<null>(6).fill(null)]);
    expect(table.periods.map((row) => row.symbol).slice(0, 6)).toEqual([null, '[c]', null, null, '[c]', null]);
    expect(table.periods.map((row) => row.cumulative).slice(0, 6)).toEqual([6, null, null, null, 30, 39]);
    expect(table.periods.map((row) => row.cumulativeChangePercent === null).slice(0, 6)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(table.sentence).toContain('39');
  });

  it('a small latest month leaves no total, status or sentence from which it follows', () => {
    const given = tableOf(YEAR_BEFORE, [10, 10, 2]);
    const { table, statusWithheld, suppressed } = withheld(given);
    expect(suppressed.safe).toBe(true);
    expect(table.periods[2]).toMatchObject({ actual: null, symbol: '[c]', cumulative: null, changePercent: null });
    expect(statusWithheld).toBe(true);
    expect(table.status).toMatchObject({ actual: null, shortfallPercent: null });
    expect(table.sentence).not.toMatch(/\d/);
  });

  it('the paper says of what it left out that it is left out, never that it has not come', () => {
    const latest = withheld(tableOf(YEAR_BEFORE, [10, 10, 2]));
    const asAt = monthOf(2015, 6);
    const said = ({ table, hidden }: typeof latest) => paragraphText(exceptionParagraph(table, { asAt, hidden }));
    expect(said(latest)).toBe('The figures to date are not shown: a small number could be worked out from them.');
    expect(lastPeriodToDate(latest.table, latest.hidden)).toBe(3);
    expect(lastPeriodToDate(latest.table)).toBe(2);
    const inside = said(withheld(tableOf(YEAR_BEFORE, [6, 3, 8, 11, 2, 9])));
    expect(inside).toContain('May and August are left out: a small number could be worked out.');
    expect(inside).not.toMatch(/the source says|not known/);
  });

  it('a measure that is only watched stays watched when its figures are left out', () => {
    const measure = measureOf('serious-acquisitive-crime');
    const watched = makeMeasureTable({
      measure,
      year: YEAR,
      thisYear: heldFrom(measure, YEAR, [10, 10, 2]),
      lastYear: [],
      annuals: [],
      provisional: false,
      illustrative: false,
      notes: [],
    });
    const { table, statusWithheld } = withheld(watched);
    expect(table.status).toEqual({ ...NONE, tier: 'monitoring-only' });
    expect([statusWithheld, table.notes]).toEqual([false, []]);
    expect(table.sentence).not.toMatch(/\d/);
  });

  it('a month the source itself held back as «<5» is protected too', () => {
    const given = tableOf(YEAR_BEFORE, [10, null, 9]);
    const rows = given.periods.map((row, at) => ({
      ...row,
      cumulative: [10, 13, 22][at] ?? null,
      symbol: at === 1 ? '<5' : null,
    }));
    const { table, suppressed } = withheld({ ...given, periods: rows });
    expect(suppressed.safe).toBe(true);
    expect(table.periods[1]).toMatchObject({ actual: null, symbol: '<5' });
    expect(table.periods[0]).toMatchObject({ actual: null, cumulative: null });
    expect(suppressed.cells.get('actual2')?.deducible).toEqual({ from: 0, to: 13 });
  });

  it('any two years of small months are made safe, and every figure shown is the figure held', () => {
    const months = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(months, fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }), (before, now) => {
        const given = tableOf(before, now);
        const { table, suppressed } = withheld(given);
        expect(suppressed.safe).toBe(true);
        for (const [at, row] of table.periods.entries()) {
          for (const key of ['actual', 'cumulative', 'lastYear', 'lastYearCumulative', 'changePercent'] as const) {
            if (row[key] !== null) expect(row[key]).toBe(given.periods[at]?.[key]);
          }
          for (const key of ['actual', 'lastYear'] as const) {
            const value = given.periods[at]?.[key] ?? null;
            if (value !== null && value > 0 && value < 5) expect(row[key]).toBeNull();
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a measure that is no count is not taken', () => {
    expect(fromMeasureTable({ ...tableOf(YEAR_BEFORE, [10]), decimals: 1 })).toBeNull();
  });
});

const ROUNDED: SmallNumberRule = { ...SMALL_NUMBER_RULE, rounding: { base: 5, symbol: '~' } };

describe('rounding to five with «~» for 1 to 4', () => {
  it('prints multiples of five, and works the changes out from them', () => {
    const { table, suppressed } = withheld(tableOf(YEAR_BEFORE, [12, 18, 14]), ROUNDED);
    expect(suppressed.safe).toBe(true);
    expect(table.periods.slice(0, 3).map((row) => row.actual)).toEqual([10, 20, 15]);
    expect(table.periods.slice(0, 3).map((row) => row.cumulative)).toEqual([10, 30, 45]);
    // 12 months before were 12, 9, 14: printed as 10, 10, 15; 9 is under the smallest base for a percentage.
    expect(table.periods.slice(0, 3).map((row) => row.changePercent)).toEqual([0, null, 0]);
  });

  it('hides as well where rounding alone would give a small number away', () => {
    // 5 and 5 print as 5 and 5; a rule that calls only 1 small prints it as «~», which is then 1 and nothing else.
    const { suppressed } = withheld(tableOf(YEAR_BEFORE, [10, 1, 9]), { ...ROUNDED, threshold: 1 });
    expect(suppressed.safe).toBe(true);
    expect(suppressed.cells.get('actual2')).toMatchObject({ outcome: 'small', symbol: '[c]' });
    expect(suppressed.notes.join(' ')).toContain('Rounding alone would give a small number away');
  });

  it('knows which counts a printed multiple stands for', () => {
    expect(countsBehindRounded(10, 5)).toEqual({ from: 8, to: 12 });
    expect(countsBehindRounded(0, 5)).toEqual({ from: 0, to: 2 });
    expect(countsBehindRounded(10, 10)).toEqual({ from: 5, to: 14 });
  });
});

const NONE = { tier: 'not-yet-known', shortfallPercent: null, against: null, actual: null, target: null } as const;

function gapView(counts: readonly (readonly [string, boolean, number, number])[]): GapView {
  const sum = (some: typeof counts, at: 2 | 3) => some.reduce((all, one) => all + one[at], 0);
  const ten = counts.filter((one) => one[1]);
  const [city, priority] = [sum(counts, 2), sum(ten, 2)];
  const [cityPopulation, priorityPopulation] = [sum(counts, 3), sum(ten, 3)];
  const [cityRate, priorityRate] = [(city / cityPopulation) * 1000, (priority / priorityPopulation) * 1000];
  return {
    year: '2015/16',
    areas: ten.map((one) => one[0]),
    cityPopulation,
    priorityPopulation,
    populationYear: null,
    annualTarget: null,
    dataTo: '2015-06',
    periods: [
      {
        period: '2015-06',
        cityCount: city,
        priorityCount: priority,
        cityRate,
        priorityRate,
        gap: priorityRate - cityRate,
        lastYearGap: null,
        targetLinear: null,
        targetLastYearShare: null,
        cumulativeChangePercent: null,
      },
    ],
    status: NONE,
    statusLinear: NONE,
    statusLastYearShare: NONE,
    disagreement: null,
    sentence: '',
    neighbourhoods: counts.map(([name, named, count, population], at) => ({
      name,
      priority: named,
      count,
      population,
      ratePerThousand: (count / population) * 1000,
      rank: at + 1,
      shareOfGapPercent: null,
    })),
    illustrative: true,
    notes: [],
  };
}

describe('neighbourhoods with a city total', () => {
  const view = gapView([
    ['Harbour', true, 40, 5000],
    ['Quayside', true, 25, 5200],
    ['Moorview', false, 18, 6100],
    ['Old Mill', false, 3, 4400],
    ['Fernleigh', false, 7, 7812],
  ]);

  it('hides one more neighbourhood of the same total, never a total', () => {
    const { cells, safe } = suppress(fromNeighbourhoods(view), SMALL_NUMBER_RULE);
    const gone = [...cells.values()]
      .filter((cell) => cell.symbol !== null)
      .map((cell) => `${cell.id}: ${cell.outcome}`);
    expect(safe).toBe(true);
    expect(gone).toEqual([
      'count Old Mill: small',
      'count Fernleigh: secondary',
      'rate Old Mill: follows',
      'rate Fernleigh: follows',
    ]);
  });

  it('lists hidden neighbourhoods last and by name, without ranks: their place would give them away', () => {
    const shown = withholdInNeighbourhoods(view, suppress(fromNeighbourhoods(view), SMALL_NUMBER_RULE));
    expect(
      shown.map(({ name, count, ratePerThousand, rank }) => [name, count, ratePerThousand === null, rank]),
    ).toEqual([
      ['Harbour', 40, false, null],
      ['Quayside', 25, false, null],
      ['Moorview', 18, false, null],
      ['Fernleigh', null, true, null],
      ['Old Mill', null, true, null],
    ]);
  });

  it('a small priority neighbourhood takes another of the ten with it, for the ten have a total of their own', () => {
    const other = gapView([
      ['Harbour', true, 2, 5000],
      ['Quayside', true, 25, 5200],
      ['Moorview', false, 18, 6100],
      ['Fernleigh', false, 7, 7812],
    ]);
    const { cells } = suppress(fromNeighbourhoods(other), SMALL_NUMBER_RULE);
    expect(cells.get('count Quayside')?.outcome).toBe('secondary');
    expect(cells.get('count Fernleigh')?.outcome).toBe('shown');
    expect(cells.get('gap')?.outcome).toBe('shown');
  });

  it('a table without small numbers keeps its order and ranks', () => {
    const other = gapView([
      ['Harbour', true, 40, 5000],
      ['Moorview', false, 18, 6100],
    ]);
    expect(withholdInNeighbourhoods(other, suppress(fromNeighbourhoods(other), SMALL_NUMBER_RULE))).toEqual(
      other.neighbourhoods,
    );
  });
});
