import { describe, expect, it } from 'vitest';
import type { GroupMembersMapping } from '../../../src/core/intake/group-members.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { readTable } from '../../../src/core/intake/read-table.ts';
import type { Grid } from '../../../src/core/intake/grid.ts';
import type { IntakeContext } from '../../../src/core/intake/plan.ts';

const context: IntakeContext = {
  fileName: 'groups.xlsx',
  city: { name: 'Plymouth', kind: 'city', aliases: [] },
  areas: [],
};

const gridOf = (rows: readonly (readonly (string | number | null)[])[]): Grid => ({
  sheet: 'Groups',
  state: 'visible',
  rows: rows.map((cells, at) => ({ row: at + 1, cells })),
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  complete: true,
});

const HEAD = ['Group', 'Area', 'Valid from', 'Valid to', 'Source'];
const row = (area: string, from: string, to: string | null = null) => ['MSG', area, from, to, 'letter of May 2014'];

describe('a sheet of group members', () => {
  it('is known by its headings, with dates and source', () => {
    const plan = recognise(
      gridOf([HEAD, row('Plymouth', '2014-10'), row('Derby', 'Oct 2014'), row('Hull', '2014-10')]),
      context,
    );
    expect(plan.layout).toBe('group-members');
    const { groups } = plan.mapping as GroupMembersMapping;
    expect(groups).toEqual([
      {
        name: 'MSG',
        kind: 'partnership',
        ownArea: 'Plymouth',
        validFrom: '2014-10',
        validTo: null,
        source: 'letter of May 2014',
        members: ['Plymouth', 'Derby', 'Hull'],
      },
    ]);
  });

  it('is re-made wherever a member joins or leaves', () => {
    const grid = gridOf([
      HEAD,
      row('Plymouth', '2012-04'),
      row('Derby', '2012-04', '2014-09'),
      row('Hull', '2012-04'),
      row('Swindon', '2014-10'),
    ]);
    const { groups } = recognise(grid, context).mapping as GroupMembersMapping;
    expect(groups.map(({ validFrom, validTo, members }) => [validFrom, validTo, members])).toEqual([
      ['2012-04', '2014-09', ['Plymouth', 'Derby', 'Hull']],
      ['2014-10', null, ['Plymouth', 'Hull', 'Swindon']],
    ]);
  });

  it('takes each row as a member or refuses every cell of it', () => {
    const grid = gridOf([
      HEAD,
      row('Plymouth', '2014-10'),
      row('Derby', 'some day'),
      row('Hull', '2014-10', '2013-01'),
    ]);
    const reading = readTable(grid, recognise(grid, context), context);
    expect(reading.observations.map(({ area, areaKind, quantity, cell }) => [area, areaKind, quantity, cell])).toEqual([
      [null, 'city', 'member', 'B2'],
    ]);
    expect(reading.refusals.map(({ cell }) => cell)).toEqual(['A3', 'B3', 'C3', 'E3', 'A4', 'B4', 'C4', 'D4', 'E4']);
  });
});
