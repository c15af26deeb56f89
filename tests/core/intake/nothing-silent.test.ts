import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import { cellName } from '../../../src/core/intake/grid.ts';
import type { SheetPlan, TableReading } from '../../../src/core/intake/plan.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { readValue } from '../../../src/core/intake/read-value.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf, MONTHS } from './make-grid.ts';

const number = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(0, 5, 5, 12.5, -104));
const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: number },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1,234', '18,713', '<5', 'n/a', '-', '*', '(12)', '-100%', '3%', 'see note', ' ', '..'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>(
      { kind: 'percent', value: -1 },
      { kind: 'percent', value: 0.07 },
      { kind: 'error', code: '#N/A' },
      { kind: 'no-result' },
      { kind: 'day', day: '2015-04-01', time: null, monthOnly: false },
      true,
    ),
  },
);
const label = fc.constantFrom(
  'Actual 2014 - 2015',
  'Actual 2015 - 2016',
  'Actual 2015 - 2016',
  'Cum Actuals 14/15',
  'Cum Actuals 15/16',
  'Target 15/16',
  'Target 14/15',
  '% difference in Actuals',
  'All Crime Culmative 2015 - 2016',
  'Gap 2015 - 2016',
  'Something else',
  '',
);

const row = (width: number) => fc.tuple(label, fc.array(cell, { minLength: width, maxLength: width }));

/** Every filled cell of the block is told: an observation (its cell or the one taken off), a score, or a refusal. */
function untold(grid: Grid, plan: SheetPlan, reading: TableReading): string[] {
  const told = new Set([
    ...reading.observations.flatMap((draft) => [draft.cell, draft.minus]),
    ...reading.scores.flatMap((score) => score.cell.split(', ')),
    ...reading.refusals.map((refusal) => refusal.cell),
  ]);
  return grid.rows.flatMap(({ row: at, cells }) =>
    cells.flatMap((content, column) => {
      const { block } = plan;
      const inside =
        block !== null && at >= block.top && at <= block.bottom && column >= block.left && column <= block.right;
      const filled = content !== null && !(typeof content === 'string' && content.trim() === '');
      const name = cellName(at, column);
      return inside && filled && !plan.headerRows.includes(at) && !told.has(name) ? [name] : [];
    }),
  );
}

/** Observations whose number is not the one in their cell (less the one taken off). */
function invented(grid: Grid, reading: TableReading): string[] {
  const numbers = new Map<string, number>();
  for (const { row: at, cells } of grid.rows) {
    cells.forEach((content, column) => {
      const found = readValue(content);
      if (found.kind === 'number') numbers.set(cellName(at, column), found.value);
    });
  }
  return reading.observations.flatMap(({ value, cell: name, minus, symbol }) => {
    if (value === null) return symbol === null ? [name] : [];
    const shown = numbers.get(name);
    const before = minus === null ? 0 : numbers.get(minus);
    return shown === undefined || before === undefined || Math.abs(shown - before - value) > 1e-5 ? [name] : [];
  });
}

const keysOf = (reading: TableReading, quantity: string): string[] =>
  reading.observations
    .filter((draft) => draft.quantity === quantity)
    .map(({ measure, area, from, to }) => [measure, area, from, to].join(' '));

function promise(grid: Grid): void {
  const context = contextOf('return.xlsx');
  const plan = recognise(grid, context);
  if (plan.layout === 'records' || plan.layout === 'not-recognised') return;
  const reading = readTable(grid, plan, context);
  expect(untold(grid, plan, reading)).toEqual([]);
  expect(invented(grid, reading)).toEqual([]);
  for (const quantity of ['count', 'annual', 'population']) {
    const keys = keysOf(reading, quantity);
    expect(new Set(keys).size).toBe(keys.length);
  }
  const cells = [...reading.refusals.map((refusal) => refusal.cell)];
  expect(new Set(cells).size).toBe(cells.length);
  const observed = new Set(reading.observations.map((draft) => draft.cell));
  expect(cells.filter((name) => observed.has(name))).toEqual([]);
}

describe('nothing is dropped in silence, unknown is never nought, no total is counted twice', () => {
  it('in a sheet of months', () => {
    const rows = fc.array(row(16), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.boolean(), (body, titled) => {
        const header = [null, '12/13.', '14/15', ...MONTHS, 'Total', null];
        const title = titled ? 'Reduce Anti-social Behaviour incidents' : 'All crime';
        promise(gridOf([[title], header, ...body.map(([name, cells]) => [name === '' ? null : name, ...cells])]));
      }),
      { numRuns: 300 },
    );
  });

  it('in several tables of quarters and months on one sheet', () => {
    const rows = fc.array(row(13), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const body = (part: typeof first) => part.map(([name, cells]) => [name === '' ? null : name, ...cells]);
        promise(
          gridOf([
            ['Hate incidents'],
            [null, ...MONTHS, null],
            ...body(first),
            ['DASH training'],
            [null, 'Quarter 1', 'Quarter 2', null, 'Quarter 3', 'Quarter 4', 'Total'],
            ...body(second),
          ]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('in a comparison, a list of residents, a list of quarters and a cohort', () => {
    const area = fc.constantFrom('Plymouth', 'Torbay', 'Exeter', 'MSG average', 'Total', 'City Centre', null);
    const period = fc.constantFrom('2014/15 Q3', '2014/15 Q4', '2015/16 Q1', '2014/15', 'Apr-15');
    const cells = fc.array(cell, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(area, period, cells), { minLength: 1, maxLength: 8 }), (body) => {
        const areas = body.map(([name, , values]) => [name, ...values]);
        const periods = body.map(([, name, values]) => [name, ...values]);
        const title = ['All crime, 1 April 2015 to 30 June 2015'];
        promise(gridOf([title, ['Area', 'Crimes', 'Population', 'Crimes per 1000 Residents'], ...areas]));
        promise(gridOf([['Residents, mid-2014'], ['Neighbourhood', 'Residents', 'Priority'], ...areas]));
        promise(gridOf([['ASB'], ['Quarter', 'Incidents', '% of all'], ...periods]));
        promise(
          gridOf([
            title,
            ['Area', 'Period', 'Measure', 'Value'],
            ...body.map(([name, when, v]) => [name, when, 'ASB', v[0] ?? null]),
          ]),
        );
        promise(gridOf([title, ['Police force', 'Robbery', 'Burglary', 'Theft', 'All crime'], ...areas]));
        promise(gridOf([['Licence cohort'], ['Quarter', 'Cohort', 'Returned to court', '% not returned'], ...periods]));
      }),
      { numRuns: 200 },
    );
  });

  it('in entry and exit scores', () => {
    const score = fc.oneof(fc.integer({ min: 0, max: 11 }), cell);
    const client = fc.tuple(
      fc.constantFrom('VC1', 'VC2', 'VC3', null),
      fc.array(score, { minLength: 5, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(client, { minLength: 1, maxLength: 6 }), (body) => {
        promise(
          gridOf([
            [null, 'ENTRY', null, 'EXIT', null],
            ['Client ref', 'Safety', 'Housing', 'Safety', 'Housing'],
            ...body.map(([name, cells]) => [name, ...cells]),
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });
});
