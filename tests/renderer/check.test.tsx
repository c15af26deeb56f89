import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileFindings } from '../../src/preload/contract-check.ts';
import { App } from '../../src/renderer/app.tsx';
import { checkedFiles } from '../../src/renderer/views/check/checked-files.ts';
import { july } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();
afterEach(() => {
  checkedFiles.clear();
});

const answer: FileFindings = {
  fileName: 'ASB.xlsx',
  outcome: 'checked',
  reason: null,
  sheets: [
    { sheet: 'ASB', state: 'visible', layout: 'wide-months', says: 'Months across.', rowsRead: 6 },
    { sheet: 'Notes', state: 'visible', layout: 'notes', says: 'Words only (2 lines).', rowsRead: 0 },
  ],
  findings: [
    {
      check: 'annual-differs',
      sheet: 'ASB',
      cells: 'B2',
      found: '10,299',
      expected: '10,065',
      says: 'The year’s figure 10,299 is not the 10,065 that its months add up to.',
    },
    {
      check: 'footnote-missing',
      sheet: 'ASB',
      cells: 'A1',
      found: '*',
      expected: null,
      says: 'A mark without a note.',
    },
  ],
};
const page = {
  sheet: 'ASB',
  rows: [
    { row: 1, cells: ['Incidents*', '14/15'] },
    { row: 2, cells: ['Actual', '10299'] },
  ],
  more: false,
};

async function checkOne(answers: Parameters<typeof openDoorway>[0]) {
  const doorway = openDoorway({
    ...july,
    'file.choose': () => ({ files: [{ file: 'token', name: 'ASB.xlsx' }] }),
    'check.sheet': ({ sheet }) => ({ ...page, sheet }),
    ...answers,
  });
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(
    within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Check a sheet' }),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Choose files…' }));
  return doorway;
}

describe('Check a sheet', () => {
  it('lists what does not add up by sheet and cell, and lights the cells of the chosen finding', async () => {
    const doorway = await checkOne({ 'check.file': () => answer });
    const first = await screen.findByRole('button', { name: /B2 Annual figure.*10,065/ });
    expect(first.getAttribute('aria-current')).toBe('true');
    expect((await screen.findByRole('cell', { name: '10299' })).className).toContain('cell-now');
    fireEvent.click(screen.getByRole('button', { name: /A1 Footnote mark/ }));
    expect(screen.getByRole('cell', { name: 'Incidents*' }).className).toContain('cell-now');
    expect(screen.getByRole('cell', { name: '10299' }).className).toBe('cell-lit');
    expect(doorway.asked.some(({ command }) => command === 'import.preview' || command === 'import.commit')).toBe(
      false,
    );
  });

  it('says what stands there and what would add up, and which sheets gave no cause', async () => {
    await checkOne({ 'check.file': () => answer });
    expect(await screen.findByText('Stands there: 10,299 · Would be right: 10,065')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /Notes/ }));
    expect(await screen.findByRole('region', { name: 'Cells of the sheet Notes' })).toBeDefined();
  });

  it('says when everything adds up', async () => {
    await checkOne({ 'check.file': () => ({ ...answer, findings: [] }) });
    expect(await screen.findByText('Everything adds up, as far as the sheet shows.')).toBeDefined();
  });

  it('asks for the password of a locked workbook', async () => {
    const locked = { ...answer, outcome: 'needs-password' as const, reason: 'Locked.', sheets: [], findings: [] };
    await checkOne({ 'check.file': ({ password }) => (password === 'open' ? answer : locked) });
    fireEvent.change(await screen.findByLabelText('Password'), { target: { value: 'open' } });
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Open the workbook' }));
      await Promise.resolve();
    });
    expect(await screen.findByRole('button', { name: /B2 Annual figure/ })).toBeDefined();
  });
});
