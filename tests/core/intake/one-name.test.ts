import { describe, expect, it } from 'vitest';
import type { IntakeContext, KnownArea } from '../../../src/core/intake/plan.ts';
import { areasByKey, nearestName } from '../../../src/core/intake/area-names.ts';
import { makeRecordReader } from '../../../src/core/intake/read-records.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

const area = (name: string, kind: KnownArea['kind'], ...aliases: string[]): KnownArea => ({ name, kind, aliases });

const knowing = (...areas: KnownArea[]): IntakeContext => {
  const context = contextOf('table.csv');
  const city = { ...context.city, aliases: [...context.city.aliases, 'E22000056', 'E06000026'] };
  return { ...context, city, areas };
};

const read = (rows: readonly (readonly (string | number | null)[])[], context: IntakeContext) => {
  const grid = gridOf(rows, 'Table');
  return readTable(grid, recognise(grid, context), context);
};

const crimes = (...rows: (string | number)[][]) => [
  ['Police recorded crime by Community Safety Partnership, year ending June 2025'],
  ['Area code', 'Community Safety Partnership name', 'Total recorded crime', 'Theft'],
  ...rows,
];

describe('one name for each area of a table', () => {
  it('knows an area by its code, whatever name stands beside it', () => {
    const { observations, spellings } = read(
      crimes(
        ['E22000056', 'City of Plymouth CSP', 25767, 5968],
        ['E22000001', 'Exeter', 13751, 4000],
        ['E22000002', 'Torbay', 13210, 3000],
      ),
      knowing(),
    );
    expect(observations.filter(({ areaKind }) => areaKind === 'city').map(({ value }) => value)).toEqual([25767, 5968]);
    expect(spellings).toEqual([{ found: 'City of Plymouth CSP', kept: 'Plymouth', rows: 2 }]);
  });

  it('carries the code of a partnership with its name, and never that of the force around it', () => {
    const { observations } = read(
      crimes(
        ['E22000001', 'Exeter', 13751, 4000],
        ['E22000002', 'Torbay', 13210, 3000],
        ['E22000003', 'Cornwall', 34897, 9000],
      ),
      knowing(),
    );
    expect(observations[0]?.codes).toEqual(['E22000001']);
  });

  it('keeps one figure where two spellings of an area say it twice, and refuses the other with its cell', () => {
    const { observations, refusals } = read(
      crimes(['', 'Exeter', 13751, 4000], ['', 'Exter', 13751, 4000], ['', 'Torbay', 13210, 3000]),
      knowing(area('Exeter', 'partnership', 'Exter')),
    );
    expect(observations).toHaveLength(4);
    expect(refusals.map(({ cell }) => cell)).toEqual(['C4', 'D4']);
    expect(refusals[0]?.why).toContain('already read from C3');
  });

  it('proposes a typing slip with how far off it is and how many figures it touches', () => {
    const { observations, areaProposals } = read(
      crimes(['', 'Exetre', 13751, 4000], ['', 'Torbay', 13210, 3000], ['', 'Cornwall', 34897, 9000]),
      knowing(area('Exeter', 'partnership'), area('Torbay', 'partnership')),
    );
    expect(areaProposals).toEqual([{ found: 'Exetre', meant: 'Exeter', kind: 'partnership', rows: 2, distance: 1 }]);
    expect(observations[0]?.area).toBe('Exetre');
  });

  it('never takes East Devon for a mistyped West Devon', () => {
    expect(nearestName('East Devon', ['West Devon'])).toBeNull();
    expect(nearestName('Esat Devon', ['East Devon'])?.distance).toBe(1);
  });
});

describe('another name the officer gave', () => {
  const known = [area('Keyham', 'neighbourhood', 'Keyhm'), area('Keyhm', 'neighbourhood')];

  it('comes before an area once kept under that very name', () => {
    expect(areasByKey(known).get('keyhm')?.name).toBe('Keyham');
  });

  it('places the records of a mistyped neighbourhood, and proposes nothing more', () => {
    const context = knowing(...known);
    const grid = gridOf([
      ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood'],
      ['CR/1', '30/04/2015', 'Theft', 'Other theft', 'Keyhm'],
      ['CR/2', '30/04/2015', 'Theft', 'Other theft', 'Keyham'],
    ]);
    const reader = makeRecordReader(recognise(grid, context), context);
    expect(grid.rows.map((row) => reader.take(row)?.area ?? null)).toEqual([null, 'Keyham', 'Keyham']);
    expect(reader.finish()).toMatchObject({
      areaProposals: [],
      spellings: [{ found: 'Keyhm', kept: 'Keyham', rows: 1 }],
    });
  });
});
