import { existsSync, globSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf } from '../../../src/core/intake/choice-of.ts';
import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import type { SheetPlan, TableReading } from '../../../src/core/intake/plan.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { recogniseWith } from '../../../src/core/intake/recognise-with.ts';
import type { RecordsMapping } from '../../../src/core/intake/records-plan.ts';
import { NO_CHOICE, type ColumnIs, type SheetChoice } from '../../../src/core/intake/sheet-choice.ts';
import type { WideMapping } from '../../../src/core/intake/wide-mapping.ts';
import { loadGrids } from './load-grid.ts';
import { contextOf, gridOf, MONTHS } from './make-grid.ts';

const EXTRACTS = new URL('../../../../shared/extracts/', import.meta.url).pathname;
const SAMPLE = new URL('../../../resources/sample/', import.meta.url).pathname;

/** The automatic plan, and the plan by the choice that says the same. */
function again(grid: Grid, fileName = 'return.xlsx'): { automatic: SheetPlan; chosen: SheetPlan } {
  const context = contextOf(fileName);
  const automatic = recognise(grid, context);
  return { automatic, chosen: recogniseWith(grid, context, choiceOf(automatic, grid)) };
}

/** A choice with one column of the first table changed. */
const withColumn = (choice: SheetChoice, column: number, is: ColumnIs): SheetChoice => ({
  ...choice,
  tables: choice.tables.map((table, index) =>
    index > 0
      ? table
      : { ...table, columns: table.columns.map((one) => (one.column === column ? { ...one, is } : one)) },
  ),
});

const cell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3000 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellValue>('<5', 'n/a', '1,234', 'see note', { kind: 'percent', value: 0.07 }),
  },
);
const label = fc.constantFrom(
  'Actual 2014 - 2015',
  'Actual 2015 - 2016',
  'Cum Actuals 15/16',
  'Target 14/15',
  'Target 15/16',
  '% difference in Actuals',
  'All Crime Culmative 2015 - 2016',
  'Something else',
  'Total',
  null,
);
const line = (width: number) => fc.tuple(label, fc.array(cell, { minLength: width, maxLength: width }));
const same = (grid: Grid): void => {
  const { automatic, chosen } = again(grid);
  expect(chosen).toEqual(automatic);
};

describe('the choice that says what the workbench already sees changes nothing', () => {
  it('in sheets of months and quarters, one table or several', () => {
    const rows = fc.array(line(16), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, rows, fc.boolean(), (first, second, both) => {
        const body = (part: typeof first) => part.map(([name, cells]) => [name, ...cells]);
        same(
          gridOf([
            ['Reduce Anti-social Behaviour incidents'],
            [null, '12/13.', '14/15', ...MONTHS, 'Total', null],
            ...body(first),
            ...(both
              ? [
                  ['DASH training'],
                  [null, 'Quarter 1', 'Quarter 2', null, 'Quarter 3', 'Quarter 4', 'Total'],
                  ...body(second),
                ]
              : []),
          ]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('in sheets of every other layout', () => {
    const area = fc.constantFrom('Plymouth', 'Torbay', 'Exeter', 'MSG average', 'Total', 'City Centre', null);
    const period = fc.constantFrom('2014/15 Q3', '2014/15 Q4', '2015/16 Q1', '2014/15', 'Apr-15', 'Total');
    const row = fc.tuple(area, period, fc.array(cell, { minLength: 4, maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (body) => {
        const areas = body.map(([name, , values]) => [name, ...values]);
        const periods = body.map(([, name, values]) => [name, ...values]);
        const title = ['All crime, 1 April 2015 to 30 June 2015'];
        same(gridOf([title, ['Area', 'Crimes', 'Population', 'Crimes per 1000 Residents'], ...areas]));
        same(gridOf([['Crime'], ['Area', 'Crimes', 'Population', 'Crimes per 1000 Residents'], ...areas]));
        same(gridOf([['Residents, mid-2014'], ['Neighbourhood', 'Residents', 'Priority'], ...areas]));
        same(gridOf([['ASB'], ['Quarter', 'Incidents', '% of all'], ...periods]));
        same(gridOf([['Licence cohort'], ['Quarter', 'Cohort', 'Returned to court', '% not returned'], ...periods]));
        same(gridOf([title, ['Police force', 'Robbery', 'Burglary', 'Theft', 'All crime'], ...areas]));
        same(
          gridOf([
            title,
            ['Area', 'Period', 'Measure', 'Value'],
            ...body.map(([name, when, values]) => [name, when, 'ASB', values[0] ?? null]),
          ]),
        );
        same(gridOf([['Recommendation', 'Owner', 'Due'], ...areas]));
        same(gridOf([['Victim survey'], ['Question', 'Answered so', 'Of', 'Date'], ...areas]));
        same(
          gridOf([['Group', 'Area', 'From'], ...periods.map(([name, when]) => ['MSG', name ?? null, when ?? null])]),
        );
        same(
          gridOf([
            ['LSOA code', 'LSOA name', 'Ward'],
            ...areas.map(([name], at) => [`E0101500${String(at)}`, `Plymouth 00${String(at)}A`, name ?? null]),
          ]),
        );
        same(
          gridOf([
            [null, 'ENTRY', null, 'EXIT', null],
            ['Client ref', 'Safety', 'Housing', 'Safety', 'Housing'],
            ...areas,
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });

  const files = [SAMPLE, ...(existsSync(EXTRACTS) ? [EXTRACTS] : [])].flatMap((folder) =>
    globSync(`${folder}**/*.{xlsx,xls,csv}`).sort(),
  );
  it.each(files.map((file) => [file.split('/').at(-1) ?? file, file]))('in every sheet of %s', async (name, file) => {
    for (const grid of await loadGrids(file)) {
      const { automatic, chosen } = again(grid, name);
      expect(chosen).toEqual(automatic);
    }
  });
});

const RECORDS = gridOf(
  [
    ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood', 'Beat'],
    ['CR/1', '01/06/2015', 'Theft', 'Other theft', 'Ford', 'A1'],
    ['CR/2', '02/06/2015', 'Theft', 'Other theft', 'Ham', 'A2'],
  ],
  'Records',
);

describe('what the officer decides of a sheet', () => {
  const context = contextOf('records.xlsx');
  const automatic = recognise(RECORDS, context);

  it('changes the one column that was changed, and no other', () => {
    const columns = Object.entries((automatic.mapping as RecordsMapping).columns);
    fc.assert(
      fc.property(fc.constantFrom(...columns.filter(([name]) => name !== 'day')), ([name, column]) => {
        const changed = recogniseWith(
          RECORDS,
          context,
          withColumn(choiceOf(automatic, RECORDS), column, { kind: 'nothing' }),
        );
        expect((changed.mapping as RecordsMapping).columns).toEqual(
          Object.fromEntries(columns.filter(([other]) => other !== name)),
        );
        expect(changed).toMatchObject({ layout: 'records', measure: automatic.measure, block: automatic.block });
      }),
    );
  });

  it('is taken from a choice that names nothing but the changed column', () => {
    const choice: SheetChoice = {
      ...NO_CHOICE,
      tables: [
        { headerRow: 1, columns: [{ column: 5, heading: 'Beat', is: { kind: 'field', field: 'area' } }], rows: [] },
      ],
    };
    const { columns } = recogniseWith(RECORDS, context, choice).mapping as RecordsMapping;
    expect(columns).toEqual({ reference: 0, day: 1, offenceGroup: 2, offence: 3, area: 5 });
  });

  it('gives a sheet nobody could recognise its layout, header row and columns', () => {
    const grid = gridOf([
      ['Log'],
      ['Wann', 'Wo', 'Was'],
      ['01/06/2015', 'Ford', 'Noise'],
      ['02/06/2015', 'Ham', 'Litter'],
    ]);
    const at = (column: number, heading: string, field: string) => ({
      column,
      heading,
      is: { kind: 'field' as const, field },
    });
    expect(recognise(grid, contextOf('log.xlsx')).layout).toBe('not-recognised');
    const plan = recogniseWith(grid, contextOf('log.xlsx'), {
      ...NO_CHOICE,
      layout: 'records',
      measure: 'asb',
      tables: [
        { headerRow: 2, columns: [at(0, 'Wann', 'day'), at(1, 'Wo', 'area'), at(2, 'Was', 'offence')], rows: [] },
      ],
    });
    expect(plan).toMatchObject({ layout: 'records', measure: 'asb', dataset: 'records/asb', headerRows: [2] });
    expect((plan.mapping as RecordsMapping).columns).toEqual({ day: 0, area: 1, offence: 2 });
    expect(recogniseWith(grid, contextOf('log.xlsx'), choiceOf(plan, grid))).toEqual(plan);
  });

  it('says what is missing where a choice cannot be followed, and takes nothing', () => {
    const grid = gridOf([
      ['Wo', 'Was'],
      ['Ford', 'Noise'],
      ['Ham', 'Litter'],
    ]);
    const plan = recogniseWith(grid, contextOf('log.xlsx'), { ...NO_CHOICE, layout: 'records' });
    expect(plan).toMatchObject({ layout: 'not-recognised', block: null });
    expect(plan.says).toBe('Nothing is taken from this sheet until you say which column holds the date.');
  });

  it('leaves a sheet out, and takes it in again', () => {
    const plan = recogniseWith(RECORDS, context, { ...NO_CHOICE, leaveOut: true });
    expect(plan).toMatchObject({ layout: 'left-out', block: null, says: 'You leave this sheet out.' });
    expect(choiceOf(plan, RECORDS)).toEqual({ ...NO_CHOICE, leaveOut: true });
    expect(recogniseWith(RECORDS, context, NO_CHOICE)).toEqual(automatic);
  });

  const field = (column: number, name: string) => ({
    column,
    heading: '',
    is: { kind: 'field' as const, field: name },
  });
  it.each<
    [SheetChoice['layout'], CellValue[][], ReturnType<typeof field>[], (reading: TableReading) => unknown, unknown]
  >([
    [
      'cohort',
      [
        ['Quarter', 'On licence', 'Back in court'],
        ['2014/15 Q3', 20, 3],
        ['2014/15 Q4', 24, 6],
      ],
      [],
      ({ observations }) => observations.map(({ quantity, value }) => [quantity, value]),
      [
        ['cohort', 20],
        ['returned', 3],
        ['cohort', 24],
        ['returned', 6],
      ],
    ],
    [
      'lookup',
      [
        ['Small area', 'Place', 'Sector'],
        ['E01015001', 'Keyham', 'North'],
        ['E01015002', 'Ford', 'North'],
        ['E01015003', 'Ford', 'South'],
      ],
      [field(2, 'ward')],
      ({ lookups }) => lookups?.map(({ smallArea, area, areaKind }) => [smallArea, area, areaKind]),
      [
        ['E01015001', 'North', 'ward'],
        ['E01015002', 'North', 'ward'],
        ['E01015003', 'South', 'ward'],
      ],
    ],
    [
      'group-members',
      [
        ['Family', 'Partnership', 'Joined'],
        ['MSG', 'Plymouth', '2014-10'],
        ['MSG', 'Derby', '2014-10'],
        ['MSG', 'Hull', '2014-10'],
      ],
      [field(2, 'from')],
      ({ observations }) => observations.map(({ area, quantity, from }) => [area, quantity, from]),
      [
        [null, 'member', '2014-10'],
        ['Derby', 'member', '2014-10'],
        ['Hull', 'member', '2014-10'],
      ],
    ],
    [
      'survey',
      [
        ['What we asked', 'Said so', 'People'],
        ['Do you feel safe after dark?', 31, 80],
      ],
      [field(0, 'question'), field(2, 'whole')],
      ({ surveyAnswers }) => surveyAnswers?.map(({ question, part, whole }) => [question, part, whole]),
      [['Do you feel safe after dark?', 31, 80]],
    ],
    [
      'recommendations',
      [
        ['What was said', 'Lead', 'By when'],
        ['Light the underpass', 'Council', '30/06/2015'],
      ],
      [field(0, 'text')],
      ({ recommendations }) => recommendations?.map(({ text, owner, due }) => [text, owner, due]),
      [['Light the underpass', 'Council', '2015-06-30']],
    ],
  ])('reads a sheet it took for something else as %s, once told so', (layout, rows, columns, told, expected) => {
    const grid = gridOf(rows);
    const own = contextOf('return.xlsx');
    expect(recognise(grid, own).layout).not.toBe(layout);
    const choice = { ...NO_CHOICE, layout, tables: [{ headerRow: 1, columns, rows: [] }] };
    const plan = recogniseWith(grid, own, choice);
    expect(plan.layout).toBe(layout);
    expect(told(readTable(grid, plan, own))).toEqual(expected);
    // The editor shows what was decided, and what it shows gives the same again.
    expect(recogniseWith(grid, own, choiceOf(plan, grid))).toEqual(plan);
  });

  it('reads a row of months as the target of another year, and leaves the other rows as they were', () => {
    const grid = gridOf([
      ['Anti-social behaviour'],
      [null, ...MONTHS],
      ['Actual 2015 - 2016', 1, 2, 3],
      ['Plan', 4, 5, 6],
      ['Cum Actuals 15/16', 1, 3, 6],
    ]);
    const plan = recognise(grid, context);
    const choice = choiceOf(plan, grid);
    const rows = choice.tables[0]?.rows ?? [];
    expect(rows.map(({ is }) => is)).toEqual(['count', 'not-understood', 'cumulative']);
    const changed = recogniseWith(grid, context, {
      ...choice,
      tables: choice.tables.map((table) => ({
        ...table,
        rows: rows.map((row) => (row.row === 4 ? { ...row, is: 'target' as const } : row)),
      })),
    });
    const read = (of: SheetPlan) => (of.mapping as WideMapping).tables[0]?.rows ?? [];
    expect(read(changed).map(({ meaning }) => meaning)).toEqual(['count', 'target', 'cumulative']);
    expect([read(changed)[0], read(changed)[2]]).toEqual([read(plan)[0], read(plan)[2]]);
  });

  it('takes the period of a comparison from the officer where no title says it', () => {
    const grid = gridOf([
      ['Area', 'Crimes', 'Population', 'Crimes per 1000 residents'],
      ['Plymouth', 10, 1000, 10],
      ['Torbay', 20, 1000, 20],
    ]);
    const plan = recognise(grid, contextOf('msg.xlsx'));
    expect(plan.warnings.map(({ check }) => check)).toEqual(['no-period']);
    const period = { from: '2015-04', to: '2015-06' } as NonNullable<SheetChoice['period']>;
    const chosen = recogniseWith(grid, contextOf('msg.xlsx'), { ...NO_CHOICE, period });
    expect(chosen.warnings).toEqual([]);
    expect(chosen.mapping).toMatchObject({ from: '2015-04', to: '2015-06' });
  });
});
