import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { compared, ourGroup } from './comparison-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function open(answers: Parameters<typeof openDoorway>[0] = compared) {
  const doorway = openDoorway(answers);
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(
    within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Comparison' }),
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Groups…' }));
  await screen.findByRole('heading', { level: 1, name: 'Groups' });
  return doorway;
}

describe('Groups', () => {
  it('are listed with their dates and their size, the example marked as one', async () => {
    await open();
    const list = await screen.findByRole('list', { name: 'Groups' });
    expect(list.textContent).toContain('from October 2014 · 5 areas');
    expect(list.textContent).toContain('from May 2015 · 5 areas · example');
    expect(screen.getByText(/not the Home Office’s list/)).toBeDefined();
  });

  it('say that none is shipped where there is none, and offer the example', async () => {
    const doorway = await open({ ...compared, 'group.list': () => [], 'group.add-example': () => ourGroup });
    expect(await screen.findByText(/lists are not published, so none is shipped/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Add the example group' }));
    await screen.findByText('Our family is among the groups.');
    expect(doorway.asked.some((one) => one.command === 'group.add-example')).toBe(true);
  });

  it('a new one says what it still needs, and is kept with its own area among the members', async () => {
    const doorway = await open({ ...compared, 'group.save': (kept) => ({ ...ourGroup, ...kept, groupId: 8 }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Make a group' }));
    const keep = screen.getByRole('button', { name: 'Keep this group' });
    expect(keep.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText(/Still needed: a name; the month it is valid from; .*at least three areas/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Cities by the sea' } });
    fireEvent.change(screen.getByLabelText(/^Source/), { target: { value: 'Our own choice, July 2015' } });
    fireEvent.change(screen.getByLabelText('Valid from'), { target: { value: '2015-04' } });
    fireEvent.change(screen.getByLabelText('Find an area'), { target: { value: 'area' } });
    expect(screen.queryByRole('checkbox', { name: 'Plymouth' })).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Area A' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Area D' }));
    fireEvent.change(screen.getByLabelText('Find an area'), { target: { value: '' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Plymouth' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Plymouth' }));
    expect(screen.getByText('3 areas ticked; ours: Plymouth')).toBeDefined();
    fireEvent.click(keep);
    await screen.findByText('«Cities by the sea» is kept with 3 areas.');
    expect(doorway.asked.find((one) => one.command === 'group.save')?.input).toEqual({
      groupId: null,
      name: 'Cities by the sea',
      kind: 'partnership',
      ownArea: 'Plymouth',
      validFrom: '2015-04',
      validTo: null,
      source: 'Our own choice, July 2015',
      members: ['Plymouth', 'Area A', 'Area D'],
    });
  });

  it('one of ours is edited in place; one read from a sheet is only copied', async () => {
    await open();
    const list = await screen.findByRole('list', { name: 'Groups' });
    expect(screen.queryByRole('button', { name: 'Edit this group' })).toBeNull();
    expect(screen.getByText(/Read from a sheet/)).toBeDefined();
    fireEvent.click(within(list).getByRole('button', { name: /Our family/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Edit this group' }));
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Our family');
    expect(screen.getByRole('checkbox', { name: 'Area L' })).toHaveProperty('checked', true);
  });

  it('is removed only after it was asked for twice', async () => {
    const doorway = await open({ ...compared, 'group.list': () => [ourGroup], 'group.remove': () => ({}) });
    fireEvent.click(await screen.findByRole('button', { name: 'Remove…' }));
    expect(doorway.asked.some((one) => one.command === 'group.remove')).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Remove «Our family»' }));
    await waitFor(() => {
      expect(doorway.asked.find((one) => one.command === 'group.remove')?.input).toEqual({ groupId: 7 });
    });
  });
});
