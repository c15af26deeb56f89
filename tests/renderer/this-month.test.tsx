import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { emptyHome, july } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

describe('This month', () => {
  it('names the partnership and how far the figures reach', async () => {
    openDoorway(july);
    render(<App />);
    expect(await screen.findByText('Safer Plymouth')).toBeDefined();
    expect(await screen.findByText('Data to June 2015')).toBeDefined();
  });

  it('says what is overdue, and when it usually comes', async () => {
    openDoorway(july);
    render(<App />);
    await screen.findByRole('heading', { name: /What is overdue/ });
    expect(screen.getByText(/June 2015 has not come. Usually here by 14 July 2015/)).toBeDefined();
  });

  it('puts significant concern and disagreeing profiles under what needs words', async () => {
    openDoorway(july);
    render(<App />);
    const part = (await screen.findByRole('heading', { name: /What needs words/ })).closest('li') as HTMLElement;
    expect(
      within(part)
        .getAllByRole('button')
        .map((one) => one.textContent),
    ).toEqual(['Domestic abuse referrals', 'Anti-social behaviour']);
    expect(within(part).getByText(/over 2,516/)).toBeDefined();
  });

  it('shows every measure with its figures, and its status as a word', async () => {
    openDoorway(july);
    render(<App />);
    const name = await screen.findByRole('rowheader', { name: 'Domestic abuse referrals' });
    const row = name.closest('tr') as HTMLElement;
    expect(within(row).getByText('−16.5%')).toBeDefined();
    expect(within(row).getByText('Area of significant concern')).toBeDefined();
    const watched = screen.getByRole('rowheader', { name: 'All crime' }).closest('tr') as HTMLElement;
    expect(within(watched).getAllByText('not known')).toHaveLength(1);
  });

  it('opens a measure from its row', async () => {
    openDoorway(july);
    render(<App />);
    const row = await screen.findByRole('rowheader', { name: 'Domestic abuse referrals' });
    fireEvent.click(within(row).getByRole('button'));
    expect(await screen.findByRole('heading', { level: 1, name: /Increase referrals/ })).toBeDefined();
  });

  it('says what to do when nothing has come', async () => {
    openDoorway({ ...july, 'home.show': () => emptyHome });
    render(<App />);
    expect(await screen.findByText('Drop the month’s extracts here')).toBeDefined();
    expect(screen.getByText('No extracts yet')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Look round with the sample' })).toBeDefined();
  });

  it('looks round with the sample, says how far it is, and why where it cannot', async () => {
    const doorway = openDoorway({ ...july, 'home.show': () => emptyHome });
    render(<App />);
    fireEvent.click(await screen.findByRole('button', { name: 'Look round with the sample' }));
    doorway.tell({ about: 'sample', done: 2, of: 11 });
    expect(await screen.findByText('No answer to sample.open.')).toBeDefined();
  });

  it('marks the sample above every room, and leads back', async () => {
    const about = { version: '1', electron: '1', chromium: '1', store: 'sample.sqlite', sample: true };
    const doorway = openDoorway({ ...july, 'app.about': () => about, 'sample.leave': () => ({}) });
    render(<App />);
    expect(await screen.findByText('Sample · illustrative')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Leave the sample' }));
    expect(doorway.asked.some(({ command }) => command === 'sample.leave')).toBe(true);
  });

  it('asks again when something changed', async () => {
    let shown = emptyHome;
    const doorway = openDoorway({ ...july, 'home.show': () => shown });
    render(<App />);
    await screen.findByText('No extracts yet');
    shown = july['home.show']();
    doorway.tell({ about: 'changed', names: ['imports'] });
    expect(await screen.findByText('Data to June 2015')).toBeDefined();
  });

  it('says so when the engine was started anew', async () => {
    const doorway = openDoorway(july);
    render(<App />);
    await screen.findByText('Data to June 2015');
    doorway.tell({ about: 'engine-restarted', says: 'The engine stopped and was started again.' });
    expect(await screen.findByText('The engine stopped and was started again.')).toBeDefined();
  });

  it('says what is going on while the store is still being opened, for the eye and for a screen reader', async () => {
    let opens = (): void => undefined;
    const open = new Promise<void>((done) => {
      opens = done;
    });
    const answer = { state: 'open' as const, says: '', encrypted: false, backups: [] };
    openDoorway({ ...july, 'store.opening': () => open.then(() => answer) });
    render(<App />);
    expect(screen.getByText(/being opened.*brought up to date/).getAttribute('role')).toBe('status');
    opens();
    expect(await screen.findByText('Data to June 2015')).toBeDefined();
    expect(screen.queryByText(/being opened/)).toBeNull();
  });

  it('says that a store that was double-clicked meanwhile is not opened beside this one', async () => {
    const doorway = openDoorway(july);
    render(<App />);
    await screen.findByText('Data to June 2015');
    doorway.tell({ about: 'not-opened', store: 'Board 2016.workbench' });
    expect(await screen.findByText(/“Board 2016.workbench” was not opened: one store is open at a time/)).toBeDefined();
  });

  it('opens the rooms by their numbers, but not while somebody types', async () => {
    openDoorway(july);
    render(<App />);
    await screen.findByText('Data to June 2015');
    fireEvent.keyDown(document.body, { key: '5', code: 'Digit5' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Comparison' })).toBeDefined();
    fireEvent.keyDown(document.body, { key: '6', code: 'Digit6', altKey: true });
    expect(await screen.findByRole('heading', { level: 1, name: 'Packs' })).toBeDefined();
    const field = document.body.appendChild(document.createElement('input'));
    fireEvent.keyDown(field, { key: '1', code: 'Digit1' });
    expect(screen.getByRole('heading', { level: 1, name: 'Packs' })).toBeDefined();
    field.remove();
  });

  it('says a refusal in its own words', async () => {
    openDoorway({});
    render(<App />);
    expect((await screen.findByRole('alert')).textContent).toContain('No answer to home.show.');
  });
});
