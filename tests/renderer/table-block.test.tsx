import { render, screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockBetween, pickedTable } from '../../src/renderer/parts/picked-cells.ts';
import { TableBlock } from '../../src/renderer/parts/table-block.tsx';
import { tableText } from '../../src/renderer/parts/table-clipboard.ts';
import { AS_IT_CAME, shapedTable, sortedBy, worthOf } from '../../src/renderer/parts/table-shape.ts';
import type { TableValue } from '../../src/renderer/parts/table-value.ts';

const ROWS: readonly (readonly [string, string, string])[] = [
  ['Stonehouse', '1,204', '+3.1%'],
  ['Keyham', '98', '−12.5%'],
  ['Ham', '', ''],
  ['City Centre', '2,310', '0.0%'],
  ['Devonport', '640', '−2.0%'],
  ['Whitleigh', '420', '+1.0%'],
  ['Efford', '77', '+9.9%'],
  ['Barne Barton', '300', '+0.4%'],
];
const table: TableValue = {
  caption: 'Neighbourhoods',
  rowHead: 'Neighbourhood',
  columns: [{ head: 'Crimes' }, { head: 'Change' }],
  rows: ROWS.map(([head, ...cells]) => ({ head, cells: cells.map((text) => ({ text })) })),
  notes: ['Residents: mid-2014.'],
};
const heads = (shown: TableValue): string[] => shown.rows.map(({ head }) => head);

describe('a table as the officer looks at it', () => {
  it('sorts numbers as numbers, commas and real minus signs included, and leaves the unknown last either way', () => {
    const down = shapedTable(table, { ...AS_IT_CAME, sort: { by: 0, down: true } });
    expect(heads(down).slice(0, 2)).toEqual(['City Centre', 'Stonehouse']);
    expect(heads(down).at(-1)).toBe('Ham');
    const up = shapedTable(table, { ...AS_IT_CAME, sort: { by: 1, down: false } });
    expect(heads(up)[0]).toBe('Keyham');
    expect(heads(up).at(-1)).toBe('Ham');
  });

  it('never loses or changes a row by sorting', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 1 }), fc.boolean(), (by, down) => {
        const shown = shapedTable(table, { ...AS_IT_CAME, sort: { by, down } });
        expect(heads(shown).toSorted()).toEqual(heads(table).toSorted());
        for (const row of shown.rows) {
          expect(row.cells).toEqual(table.rows.find(({ head }) => head === row.head)?.cells);
        }
      }),
    );
  });

  it('goes back to the order it came in at the third click', () => {
    const once = sortedBy(null, 0);
    const twice = sortedBy(once, 0);
    expect([once, twice, sortedBy(twice, 0)]).toEqual([{ by: 0, down: true }, { by: 0, down: false }, null]);
  });

  it('takes a blank for unknown, not for nought', () => {
    expect([worthOf(''), worthOf('0'), worthOf('−12.5%')]).toEqual([null, 0, -12.5]);
  });

  it('leaves out the columns that were unticked, in the copy too', () => {
    const shown = shapedTable(table, { ...AS_IT_CAME, hidden: new Set(['Crimes']) });
    expect(tableText(shown).split('\n')[1]).toBe('Neighbourhood\tChange');
  });

  it('copies picked cells with their heads and nothing else', () => {
    const part = pickedTable(table, blockBetween({ row: 1, column: 1 }, { row: 0, column: 0 }));
    expect(tableText(part)).toBe('Neighbourhood\tCrimes\tChange\nStonehouse\t1,204\t+3.1%\nKeyham\t98\t-12.5%');
  });

  it('filters as one types, says how many rows are left, and sorts by a click on a head', async () => {
    render(<TableBlock table={table} heading="Each neighbourhood" kind="list" />);
    screen.getByRole('button', { name: 'Crimes' }).click();
    await waitFor(() => {
      expect(screen.getByRole('columnheader', { name: /Crimes/ })).toHaveProperty('ariaSort', 'descending');
    });
    expect(within(screen.getByRole('table')).getAllByRole('rowheader')[0]?.textContent).toBe('City Centre');
  });
});
