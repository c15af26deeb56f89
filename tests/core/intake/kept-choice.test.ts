import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryChoice, saysAnything, whatWasDecided, yearsGiven } from '../../../src/core/intake/carry-choice.ts';
import { meaningAt, meaningsOf } from '../../../src/core/intake/cell-meanings.ts';
import { choiceOf } from '../../../src/core/intake/choice-of.ts';
import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import { driftFrom } from '../../../src/core/intake/header-drift.ts';
import { findHeaders, fingerprintOf, headerPrints } from '../../../src/core/intake/header-print.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { recogniseWith } from '../../../src/core/intake/recognise-with.ts';
import type { RecordsMapping } from '../../../src/core/intake/records-plan.ts';
import type { SheetChoice } from '../../../src/core/intake/sheet-choice.ts';
import { sourceName } from '../../../src/core/intake/source-name.ts';
import { contextOf, gridOf, MONTHS } from './make-grid.ts';

const BODY: readonly (readonly CellValue[])[] = [
  ['Monthly log'],
  ['Ref', 'Wann', 'Wo', 'Was', 'Beat'],
  ['1', '01/06/2015', 'Ford', 'Noise', 'A1'],
  ['2', '02/06/2015', 'Ham', 'Litter', 'A2'],
];
const CONTEXT = contextOf('log.xlsx');
const JUNE = gridOf(BODY);
const field = (column: number, heading: string, name: string) => ({
  column,
  heading,
  is: { kind: 'field' as const, field: name },
});
const SAID: SheetChoice = {
  leaveOut: false,
  layout: 'records',
  measure: 'asb',
  period: null,
  tables: [
    { headerRow: 2, columns: [field(1, 'Wann', 'day'), field(2, 'Wo', 'area'), field(3, 'Was', 'offence')], rows: [] },
  ],
};

/** The kept decision on June’s sheet, carried over to another one. */
function nextMonth(rows: readonly (readonly CellValue[])[]) {
  const plan = recogniseWith(JUNE, CONTEXT, SAID);
  const kept = headerPrints(JUNE, plan.headerRows);
  const decided = whatWasDecided(choiceOf(recognise(JUNE, CONTEXT), JUNE), choiceOf(plan, JUNE));
  const grid = gridOf(rows);
  const now = findHeaders(kept, grid);
  if (now === null) return null;
  const { choice, lost } = carryChoice(decided, kept, now, grid);
  const next = recogniseWith(grid, CONTEXT, choice);
  return { drift: driftFrom(kept, now), lost, plan: next, same: fingerprintOf(kept) === fingerprintOf(now) };
}
const columnsOf = (found: ReturnType<typeof nextMonth>) => (found?.plan.mapping as RecordsMapping).columns;

describe('a decision kept for next month', () => {
  it('reads a file with the same headings as decided, without a word', () => {
    const found = nextMonth([...BODY.slice(0, 2), ['9', '03/07/2015', 'Ford', 'Noise', 'A1']]);
    expect(found).toMatchObject({ drift: null, lost: [], same: true, plan: { layout: 'records', measure: 'asb' } });
    expect(columnsOf(found)).toEqual({ reference: 0, day: 1, area: 2, offence: 3, beat: 4 });
  });

  it('follows a table that moved, and says where to', () => {
    const found = nextMonth(BODY.map((row) => [null, ...row]));
    expect(found?.drift?.says).toBe('The table moved one column right.');
    expect(columnsOf(found)).toEqual({ reference: 1, day: 2, area: 3, offence: 4, beat: 5 });
    const up = nextMonth(BODY.slice(1));
    expect(up?.drift?.says).toBe('Its headings stand in row 1 instead of row 2.');
    expect(columnsOf(up)).toEqual({ reference: 0, day: 1, area: 2, offence: 3, beat: 4 });
  });

  it('says which column was renamed, added or lost, and which the decision misses', () => {
    const renamed = nextMonth([BODY[0] ?? [], ['Ref', 'Wann', 'Ort', 'Was', 'Beat'], ...BODY.slice(2)]);
    expect(renamed?.drift?.says).toBe('«Ort» stands where «Wo» stood.');
    expect(renamed?.lost).toEqual(['Wo']);
    const added = nextMonth([
      ['Ref', 'Wann', 'Zeit', 'Wo', 'Was', 'Beat'],
      ['1', '01/06/2015', '10:00', 'Ford', 'Noise'],
    ]);
    expect(added?.drift?.says).toBe('Its headings stand in row 1 instead of row 2. «Zeit» is new, in C.');
    expect(added?.lost).toEqual([]);
    const gone = nextMonth([
      BODY[0] ?? [],
      ['Ref', 'Wann', 'Wo', 'Was'],
      ...BODY.slice(2).map((row) => row.slice(0, 4)),
    ]);
    expect(gone?.drift?.says).toBe('«Beat» is gone.');
    expect(gone?.lost).toEqual(['Beat']);
  });

  it('is not found in another table', () => {
    expect(
      nextMonth([
        ['Area', 'Crimes'],
        ['Ford', 10],
      ]),
    ).toBeNull();
  });

  it('follows its columns wherever they stand, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const found = nextMonth(BODY.map((row, index) => (index === 0 ? row : order.map((at) => row[at] ?? null))));
        const { day, area, offence } = columnsOf(found);
        expect([day, area, offence]).toEqual([1, 2, 3].map((at) => order.indexOf(at)));
      }),
    );
  });

  it('keeps only what differs from what the workbench sees by itself, and never the period', () => {
    const grid = gridOf([
      ['Anti-social behaviour'],
      [null, ...MONTHS],
      ['Actual 2015 - 2016', 1, 2, 3],
      ['Plan', 4, 5, 6],
    ]);
    const found = choiceOf(recognise(grid, CONTEXT), grid);
    expect(saysAnything(whatWasDecided(found, found))).toBe(false);
    const [table] = found.tables;
    if (table === undefined) throw new Error('no table');
    const rows = table.rows.map((row) => (row.row === 4 ? { ...row, is: 'target' as const } : row));
    const kept = whatWasDecided(found, { ...found, tables: [{ ...table, rows }] });
    expect(kept).toMatchObject({ layout: null, measure: null, period: null });
    expect(kept.tables).toEqual([
      { headerRow: 2, columns: [], rows: [{ row: 4, label: 'Plan', is: 'target', year: null, measure: null }] },
    ]);
    expect(yearsGiven(kept)).toEqual([]);
  });
});

describe('the name of a source', () => {
  it.each([
    ['ASB incidents to June 2015 (v2).xls', 'asb incidents'],
    ['ASB incidents to July 2015.xls', 'asb incidents'],
    ['DASH training quarter 1 2015-16.xlsx', 'dash training'],
    ['Recorded_crime_Apr14-Jun15.xlsx', 'recorded crime'],
  ])('%s is from «%s»', (name, source) => {
    expect(sourceName(name)).toBe(source);
  });
});

describe('what every cell means', () => {
  const painted = (grid: Grid) => {
    const plan = recognise(grid, CONTEXT);
    const regions = meaningsOf(plan, grid);
    return (row: number, column: number) => meaningAt(regions, row, column);
  };

  it('in a sheet of months: titles are notes, rows are actual, cumulative, target or change', () => {
    const at = painted(
      gridOf([
        ['Anti-social behaviour'],
        [null, '14/15', ...MONTHS, 'Total'],
        ['Actual 2015 - 2016', 90, 1, 2, 3],
        ['Cum Actuals 15/16', null, 1, 3, 6],
        ['Target 15/16', null, 2, 4, 6],
        ['Who knows', null, 2, 4, 6],
        ['Source: police'],
      ]),
    );
    expect([at(1, 0), at(2, 3), at(3, 0), at(3, 1), at(3, 2), at(3, 14)]).toEqual([
      'note',
      'header',
      'label',
      'annual',
      'actual',
      'total',
    ]);
    expect([at(4, 2), at(5, 3), at(6, 2), at(7, 0)]).toEqual(['cumulative', 'target', 'left-out', 'note']);
  });

  it('in records: dates, areas and details down to the end of the sheet', () => {
    const at = painted(
      gridOf([
        ['Crime Number', 'Date Recorded', 'HO Group', 'Neighbourhood', 'Officer'],
        ['CR/1', '01/06/2015', 'Theft', 'Ford', 'PC 1'],
        ['TOTAL', null, null, null, 1],
      ]),
    );
    expect([0, 1, 2, 3, 4].map((column) => at(2, column))).toEqual(['detail', 'period', 'detail', 'area', 'left-out']);
    expect([at(3, 0), at(90_000, 1), at(1, 4)]).toEqual(['total', 'period', 'header']);
  });
});
