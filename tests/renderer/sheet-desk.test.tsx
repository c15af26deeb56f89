import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Input, Preview } from '../../src/preload/contract.ts';
import { App } from '../../src/renderer/app.tsx';
import { july, preview, recordedCrime } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();
// The grid is drawn anew as its cells come in, which a busy machine may take its time over.
configure({ asyncUtilTimeout: 5000 });
beforeAll(() => {
  // jsdom lays nothing out: the grid is told the size of a real one.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 460, configurable: true });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 900, configurable: true });
});

type Reading = Preview['readings'][number];

const nothing = (column: number, heading: string) => ({ column, heading, is: { kind: 'nothing' as const } });
const field = (column: number, heading: string, name: string) => ({
  column,
  heading,
  is: { kind: 'field' as const, field: name },
});

const reading: Reading = {
  position: 0,
  sheet: 'Log',
  layout: 'records',
  by: 'workbench',
  choice: {
    leaveOut: false,
    layout: 'records',
    measure: 'asb',
    period: null,
    tables: [
      {
        headerRow: 2,
        columns: [
          field(0, 'Ref', 'reference'),
          field(1, 'Date', 'day'),
          field(2, 'Group', 'offence'),
          nothing(3, 'Ort'),
        ],
        rows: [],
      },
    ],
  },
  headerRows: [2],
  lastRow: 900,
  lastColumn: 3,
  meanings: [
    { top: 3, bottom: null, left: 0, right: null, meaning: 'left-out' },
    { top: 1, bottom: 1, left: 0, right: null, meaning: 'note' },
    { top: 3, bottom: null, left: 1, right: 1, meaning: 'period' },
    { top: 2, bottom: 2, left: 0, right: null, meaning: 'header' },
  ],
  kept: null,
  says: null,
  offered: null,
  offers: 'decided' as const,
  worthKeeping: false,
};

const logFile: Preview = {
  ...preview,
  fileName: 'Noise log June 2015.xlsx',
  sheets: preview.sheets.map((sheet) => ({ ...sheet, sheet: 'Log', refusals: [], warnings: [] })),
  readings: [reading],
};

/** The tab «The sheet» of a file that was read. */
async function openSheet(first: Preview, next: Preview = first) {
  const asked: Input<'import.preview'>[] = [];
  const doorway = openDoorway({
    ...july,
    'file.choose': () => ({ files: [{ file: 'log', name: first.fileName }] }),
    'import.preview': (input) => {
      asked.push(input);
      return asked.length === 1 ? first : next;
    },
    'import.sheet': ({ fromRow, rows, sheet }) => ({
      sheet,
      rows: Array.from({ length: rows }, (_, at) => fromRow + at)
        .filter((row) => row <= 900)
        .map((row) => ({
          row,
          cells:
            row === 1
              ? ['Noise log']
              : row === 2
                ? ['Ref', 'Date', 'Group', 'Ort']
                : [`R${String(row)}`, '01/06/2015', 'Noise', 'Ford'],
        })),
      more: fromRow + rows <= 900,
    }),
    'import.commit': () => recordedCrime,
    'mapping.keep': () => ({
      mapping: 1,
      version: 1,
      source: 'noise log',
      sheet: 'log',
      fileName: first.fileName,
      madeAt: '2015-07-03T09:00:00.000Z',
      leaveOut: false,
      state: 'kept',
      uses: 0,
      lastUsed: null,
      headings: [['Ref', 'Date', 'Group', 'Ort']],
      layout: null,
      measure: null,
      columns: [{ heading: 'Ort', is: { kind: 'field', field: 'area' } }],
      rows: [],
    }),
  });
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Extracts' }));
  fireEvent.click(screen.getByRole('button', { name: 'Choose files…' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'The sheet' }));
  await screen.findByText('Noise log', { selector: '[role=gridcell]' });
  return { doorway, asked, grid: screen.getByRole('grid', { name: 'Cells of the sheet Log' }) };
}

async function sayArea(): Promise<void> {
  fireEvent.click(screen.getByRole('columnheader', { name: 'Column D, Ort: Not read' }));
  const menu = await screen.findByRole('menu', { name: 'What the column Ort is' });
  fireEvent.click(within(menu).getByRole('menuitem', { name: 'Area' }));
}

describe('The sheet, and what it means', () => {
  it('shows every cell with its column’s meaning in words, and a legend of the marks', async () => {
    const { grid } = await openSheet(logFile);
    expect(within(grid).getByRole('columnheader', { name: 'Column B, Date: Date' })).toBeDefined();
    expect(within(grid).getByRole('columnheader', { name: 'Column D, Ort: Not read' })).toBeDefined();
    const legend = screen.getByRole('list', { name: 'What the marks mean' });
    expect(
      within(legend)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['H Headings', 'D Dates and periods', 'N Notes', '× Not read']);
  });

  it('draws only the rows in sight of a long sheet, and says how many there are', async () => {
    const { grid } = await openSheet(logFile);
    expect(grid.getAttribute('aria-rowcount')).toBe('901');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
  });

  it('changes what a column is, reads the file again so, and keeps it for next month', async () => {
    const after: Preview = {
      ...logFile,
      preview: 'preview 9',
      readings: [{ ...reading, by: 'officer', says: 'Read as you say.', worthKeeping: true }],
    };
    const { doorway, asked } = await openSheet(logFile, after);
    await sayArea();
    expect(await screen.findByRole('columnheader', { name: 'Column D, Ort: Area, changed' })).toBeDefined();
    expect(screen.getByText(/Read it again with your choices before keeping it/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Keep these/ })).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Keep this mapping for next month' }).checked).toBe(
      true,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Read again with these choices' }));
    expect(await screen.findByText('Read as you say.')).toBeDefined();
    expect(asked[1]?.choices?.[0]?.choice?.tables[0]?.columns[3]).toEqual(field(3, 'Ort', 'area'));
    fireEvent.click(screen.getByRole('button', { name: /^Keep these/ }));
    await screen.findAllByText(/^Kept:/);
    const sent = doorway.asked.map(({ command }) => command);
    expect(sent.indexOf('mapping.keep')).toBeGreaterThan(-1);
    expect(sent.indexOf('mapping.keep')).toBeLessThan(sent.indexOf('import.commit'));
  });

  it('keeps nothing for next month where the officer says so', async () => {
    const after: Preview = {
      ...logFile,
      preview: 'preview 9',
      readings: [{ ...reading, by: 'officer', says: 'Read as you say.', worthKeeping: true }],
    };
    const { doorway } = await openSheet(logFile, after);
    await sayArea();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Keep this mapping for next month' }));
    fireEvent.click(screen.getByRole('button', { name: 'Read again with these choices' }));
    await screen.findByText('Read as you say.');
    fireEvent.click(screen.getByRole('button', { name: /^Keep these/ }));
    await screen.findAllByText(/^Kept:/);
    expect(doorway.asked.some(({ command }) => command === 'mapping.keep')).toBe(false);
  });

  it('puts a change back, and the file can be kept again', async () => {
    await openSheet(logFile);
    await sayArea();
    fireEvent.click(await screen.findByRole('button', { name: 'Put them back' }));
    expect(await screen.findByRole('columnheader', { name: 'Column D, Ort: Not read' })).toBeDefined();
    expect(screen.getByRole('button', { name: /^Keep these/ })).toBeDefined();
  });

  it('is worked from the keyboard: arrow keys in the grid, Enter for the choice', async () => {
    const { grid } = await openSheet(logFile);
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowUp'])
      fireEvent.keyDown(grid, { key });
    const active = document.getElementById(grid.getAttribute('aria-activedescendant') ?? '');
    expect(active?.getAttribute('aria-label')).toBe('Column D, Ort: Not read');
    fireEvent.keyDown(grid, { key: 'Enter' });
    expect(await screen.findByRole('menu', { name: 'What the column Ort is' })).toBeDefined();
  });

  it('leaves the sheet out at a word', async () => {
    const { asked } = await openSheet(logFile);
    fireEvent.click(screen.getByRole('button', { name: 'Leave this sheet out' }));
    await waitFor(() => {
      expect(asked).toHaveLength(2);
    });
    expect(asked[1]?.choices).toEqual([
      { position: 0, choice: { leaveOut: true, layout: null, measure: null, period: null, tables: [] } },
    ]);
  });

  it('says above the grid how the table drifted, and offers what was decided', async () => {
    const says = '«Ort» stands where «Wo» stood. So what you decided on 3 July 2015 is not followed by itself.';
    const { asked } = await openSheet({ ...logFile, readings: [{ ...reading, says, offered: reading.choice }] });
    expect(screen.getByText(says)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Use what you decided, where it still fits' }));
    await waitFor(() => {
      expect(asked[1]?.choices).toEqual([{ position: 0, choice: reading.choice }]);
    });
  });

  it('offers to read bare numbers in a column of dates as days, with one click', async () => {
    const bare = { ...reading, layout: 'not-recognised' as const, offered: reading.choice };
    const { asked } = await openSheet({ ...logFile, readings: [{ ...bare, offers: 'day-numbers' }] });
    expect(screen.getByText(/holds bare numbers, most likely Excel’s own day numbers/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Read them as days' }));
    await waitFor(() => {
      expect(asked[1]?.choices).toEqual([{ position: 0, choice: reading.choice }]);
    });
  });
});
