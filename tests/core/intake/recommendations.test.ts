import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { loadGrids } from './load-grid.ts';
import { contextOf, gridOf } from './make-grid.ts';

const FIXTURE = resolve(import.meta.dirname, '../../fixtures/recommendations-july-2015.csv');
const read = (rows: readonly (readonly CellValue[])[]) => {
  const grid = gridOf(rows);
  const plan = recognise(grid, contextOf('actions.xlsx'));
  return { plan, ...readTable(grid, plan, contextOf('actions.xlsx')) };
};

describe('recommendations and actions', () => {
  it('reads the 17 recommendations of July 2015 with their numbers, and no progress where none is written', async () => {
    const [grid] = await loadGrids(FIXTURE);
    if (grid === undefined) throw new Error('the fixture has a sheet');
    const context = contextOf('recommendations-july-2015.csv');
    const plan = recognise(grid, context);
    const { recommendations = [], refusals } = readTable(grid, plan, context);
    expect(plan).toMatchObject({ layout: 'recommendations', dataset: 'recommendations' });
    expect(recommendations).toHaveLength(17);
    expect(recommendations.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => String(at + 1)));
    expect(recommendations[16]).toMatchObject({
      text: 'Endorse the reinstatement of the Plymouth Reducing Reoffending Group.',
      progress: null,
      owner: null,
      cell: 'A19',
    });
    expect(refusals).toEqual([]);
  });

  it('reads an action list: owner, the day it is due, progress and status; words that are no day stay words', () => {
    const { plan, recommendations } = read([
      ['Action log'],
      ['No', 'Action', 'Owner', 'Due', 'Progress', 'Status'],
      [
        1,
        'Train more officers in DASH',
        'Council',
        { kind: 'day', day: '2015-09-30', time: null, monthOnly: false },
        'Two courses held',
        'Open',
      ],
      [2, 'Review the plan', 'Police', 'Sep-15', null, 'Open'],
      [3, 'Explore the Rotherham report', null, 'ongoing', null, null],
    ]);
    expect(plan.layout).toBe('recommendations');
    expect(
      recommendations?.map(({ number, owner, due, dueWords, status }) => [number, owner, due, dueWords, status]),
    ).toEqual([
      ['1', 'Council', '2015-09-30', null, 'Open'],
      ['2', 'Police', '2015-09-30', null, 'Open'],
      ['3', null, null, 'ongoing', null],
    ]);
  });

  it('joins progress that goes on in the rows below, and leaves no filled cell unsaid', () => {
    const { recommendations, refusals } = read([
      ['Recommendation', 'Progress', 'Budget code'],
      ['1. Review the plan', 'Begun in May.', null],
      [null, 'Finished in July.', null],
      ['2. Agree the priorities', null, 'X7'],
    ]);
    expect(recommendations?.map(({ progress }) => progress)).toEqual(['Begun in May. Finished in July.', null]);
    expect(refusals).toEqual([{ cell: 'C4', found: 'X7', why: 'its heading is not one this layout reads' }]);
  });

  it('takes no list without progress, owner, day or status for one', () => {
    expect(
      read([
        ['Action', 'Crimes'],
        ['Arrest', 12],
        ['Caution', 7],
      ]).plan.layout,
    ).not.toBe('recommendations');
  });
});
