import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { july } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function open(room: string, answers: Parameters<typeof openDoorway>[0] = july) {
  const doorway = openDoorway(answers);
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: room }));
  return doorway;
}

const cellsOf = (table: HTMLElement, head: string): string[] => {
  const row = within(table).getByRole('rowheader', { name: head }).closest('tr') as HTMLElement;
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
};

describe('Measures', () => {
  async function openAsb() {
    const doorway = await open('Measures');
    fireEvent.click(await screen.findByRole('button', { name: /Anti-social behaviour/ }));
    const table = await screen.findByRole('table', { name: /anti-social behaviour incidents/ });
    return { doorway, table };
  }

  it('prints the Board’s table as the report has it, unknown months empty', async () => {
    const { table } = await openAsb();
    expect(cellsOf(table, 'Actual 2014/15').slice(0, 6)).toEqual(['14,342', '10,291', '10,299', '808', '882', '1,023']);
    expect(cellsOf(table, 'Cumulative 2015/16').slice(3, 7)).toEqual(['864', '1,758', '2,527', 'not known']);
    expect(cellsOf(table, 'Target, linear')[5]).toBe('2,516');
    expect(cellsOf(table, 'Target by last year’s share')[5]).toBe('2,713');
    expect(cellsOf(table, '% change, cumulative').slice(3, 6)).toEqual(['+6.9%', '+4.0%', '−6.9%']);
    expect(cellsOf(table, '% change, month alone').slice(3, 6)).toEqual(['+6.9%', '+1.4%', '−24.8%']);
  });

  it('shows the status under both profiles and says that they disagree', async () => {
    await openAsb();
    expect(screen.getByText(/Target in equal steps \(linear\)/)).toBeDefined();
    expect(screen.getByText(/2,527 against 2,712.7 · 6.8% on the right side/)).toBeDefined();
    expect(screen.getByText(/The two profiles disagree at June 2015/)).toBeDefined();
  });

  it('explains a figure beside the table when it is clicked, and gives the focus back', async () => {
    const { doorway, table } = await openAsb();
    const figure = within(table).getByRole('button', { name: '2,527' });
    fireEvent.click(figure);
    const panel = await screen.findByRole('complementary', { name: 'Where this figure comes from' });
    expect(await within(panel).findByText('ASB incidents monthly.xls')).toBeDefined();
    expect(within(panel).getByText('G4')).toBeDefined();
    expect(within(panel).getByText('Anti-social behaviour: cumulative, June 2015')).toBeDefined();
    expect(doorway.asked.find((one) => one.command === 'figure.explain')?.input).toEqual({
      view: 'measure',
      measure: 'asb',
      year: '2015/16',
      period: '2015-06',
      column: 'cumulative',
    });
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(figure);
  });

  it('moves between figures with the arrow keys, past empty cells', async () => {
    const { table } = await openAsb();
    const figure = within(table).getByRole('button', { name: '14,342' });
    figure.focus();
    fireEvent.keyDown(figure, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe('10,291');
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement?.textContent).toBe('10,291');
  });

  it('copies the table for Word and Excel', async () => {
    const doorway = await open('Measures', { ...july, 'table.copy': () => ({}) });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy table' }));
    await screen.findByText(/on the clipboard/);
    const { html, text } = doorway.asked.find((one) => one.command === 'table.copy')?.input as {
      html: string;
      text: string;
    };
    expect(html).toContain('<table');
    expect(text).toContain('Cumulative 2015/16\t');
  });

  it('saves the chart that the engine draws, and says where', async () => {
    const doorway = await open('Measures', {
      ...july,
      'chart.draw': () => ({ bytes: new Uint8Array([1]), name: 'chart.png', width: 10, height: 10 }),
      'chart.save': () => ({ saved: 'Pictures/chart.png' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Save as PNG' }));
    expect(await screen.findByText('The chart is saved: Pictures/chart.png')).toBeDefined();
    expect(doorway.asked.some((one) => one.command === 'chart.save')).toBe(true);
  });
});

describe('The gap', () => {
  it('prints 6.5, 12.6 and 18.0 beside last year’s 77.4', async () => {
    await open('The gap');
    const table = await screen.findByRole('table', { name: /The gap, crimes per 1,000/ });
    expect(cellsOf(table, 'Gap 2015/16').slice(0, 4)).toEqual(['6.5', '12.6', '18.0', 'not known']);
    expect(cellsOf(table, 'Gap 2014/15').at(-1)).toBe('77.4');
    expect(cellsOf(table, 'Target, linear')[2]).toBe('19.33');
  });

  it('lists the neighbourhoods from the highest rate, the ten named as priority', async () => {
    await open('The gap');
    const table = await screen.findByRole('table', { name: /Neighbourhoods/ });
    const heads = within(table)
      .getAllByRole('rowheader')
      .map((one) => one.textContent);
    expect(heads).toHaveLength(39);
    expect(heads[0]).toBe('Stonehouse (priority)');
    expect(heads.filter((head) => head.endsWith('(priority)'))).toHaveLength(10);
    expect(cellsOf(table, 'Stonehouse (priority)').slice(0, 4)).toEqual(['434', '8,200', '52.9', '1']);
  });
});

describe('Packs', () => {
  it('writes the workbook as at the latest month and says where it is', async () => {
    const doorway = await open('Packs', {
      ...july,
      'report.save': () => ({ saved: 'Documents/Board June 2015.xlsx' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Write the workbook to June 2015' }));
    await waitFor(() => {
      expect(screen.getByText('Documents/Board June 2015.xlsx')).toBeDefined();
    });
    expect(doorway.asked.find((one) => one.command === 'report.save')?.input).toEqual({
      asAt: '2015-06',
      format: 'xlsx',
      template: 'board',
      marking: null,
      meeting: null,
    });
    expect(screen.getByText('only to May 2015: later months stay blank')).toBeDefined();
  });
});
