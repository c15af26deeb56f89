import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { TEMPLATE_A } from '../../src/core/risk/template-a.ts';
import type { Output } from '../../src/preload/contract.ts';
import { App } from '../../src/renderer/app.tsx';
import { july } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

const side = { from: 0, to: 100, words: [] };

/** A register of one issue that nobody has scored, as the engine would answer it. */
const unscored = {
  year: '2015/16',
  scheme: structuredClone(TEMPLATE_A) as Output<'risk.show'>['scheme'],
  schemeChosen: false,
  notice: 'MoRiLE’s own scale is not published here.',
  issues: [{ id: 'hate', version: 1, name: 'Hate crime', kind: 'communities', description: '', state: 'open' }],
  scorers: [],
  scores: [],
  results: [],
  table: { scheme: 'Template A', version: '1', source: '', notice: '', rows: [] },
  matrix: { scheme: 'Template A', notice: '', across: side, up: side, points: [], squares: [], notPlaced: [] },
  sensitivity: [],
  lastYear: { year: '2014/15', sameScheme: true, movement: [] },
  agreed: null,
  departures: [],
} satisfies Output<'risk.show'>;

async function openScoring() {
  const doorway = openDoorway({
    ...july,
    'risk.show': () => unscored,
    'risk.score': () => unscored,
    'risk.schemes': () => ({ notice: '', schemes: [] }),
  });
  render(<App />);
  await screen.findByRole('navigation', { name: 'Rooms' });
  fireEvent.keyDown(document.body, { key: '8', code: 'Digit8' });
  fireEvent.click(await screen.findByRole('button', { name: 'Scoring' }));
  return doorway;
}

const digit = (key: string) => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, code: `Digit${key}` });
};
const levelsOf = (name: string) => within(screen.getByRole('group', { name: new RegExp(`^${name}`) }));

describe('Scoring', () => {
  it('says at the top that MoRiLE’s own scale is not published here', async () => {
    await openScoring();
    expect(screen.getByText(/not published here/)).toBeDefined();
  });

  it('takes a digit as the level and goes on to the next row, without leaving the room', async () => {
    await openScoring();
    levelsOf('Physical harm').getByRole('radio', { name: /^0/ }).focus();
    digit('3');
    expect(levelsOf('Physical harm').getByRole<HTMLInputElement>('radio', { name: /^3/ }).checked).toBe(true);
    expect(levelsOf('Psychological harm').getAllByRole('radio')).toContain(document.activeElement);
    digit('2');
    expect(levelsOf('Psychological harm').getByRole<HTMLInputElement>('radio', { name: /^2/ }).checked).toBe(true);
    expect(screen.getByRole('button', { name: 'Scoring' }).getAttribute('aria-current')).toBe('page');
  });

  it('changes the row by up and down, and leaves a digit the scale has not alone', async () => {
    await openScoring();
    levelsOf('Physical harm').getByRole('radio', { name: /^0/ }).focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(levelsOf('Psychological harm').getAllByRole('radio')).toContain(document.activeElement);
    digit('9');
    expect(levelsOf('Psychological harm').queryByRole('radio', { checked: true })).toBeNull();
  });

  it('keeps nothing before who, why and what it rests on are said, and then sends exactly that', async () => {
    const doorway = await openScoring();
    levelsOf('Physical harm').getByRole('radio', { name: /^0/ }).focus();
    digit('3');
    expect(screen.getByText(/Still needed: who scores; the reason for Physical harm; the evidence/)).toBeDefined();
    fireEvent.change(screen.getByLabelText('Scorer or group'), { target: { value: 'Police' } });
    fireEvent.change(screen.getByLabelText('Reason for Physical harm'), { target: { value: 'A&E attendances' } });
    fireEvent.change(screen.getByLabelText(/Evidence for every level/), { target: { value: 'Table 4; survey' } });
    fireEvent.keyDown(screen.getByLabelText('Reason for Physical harm'), { key: 'Enter', ctrlKey: true });
    await screen.findByText(/Kept: Police on Hate crime, 1 level/);
    const sent = doorway.asked.find(({ command }) => command === 'risk.score')?.input;
    expect(sent).toMatchObject({
      issue: 'hate',
      scorer: 'Police',
      scores: [{ dimension: 'physical', level: 3, reason: 'A&E attendances', evidence: ['Table 4', 'survey'] }],
    });
  });
});

describe('The parts of the assessment', () => {
  it('are listed by group and walked with up and down; the one that is open is said', async () => {
    await openScoring();
    const list = within(screen.getByRole('navigation', { name: 'Parts of the assessment' }));
    expect(list.getAllByRole('heading').map((head) => head.textContent)).toEqual([
      'Evidence',
      'Issues',
      'Plan',
      'Hand-over',
    ]);
    list.getByRole('button', { name: 'Scoring' }).focus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(list.getByRole('button', { name: 'Workshop' }));
    fireEvent.click(list.getByRole('button', { name: 'Workshop' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Workshop');
    expect(list.getByRole('button', { current: 'page' }).textContent).toBe('Workshop');
  });

  it('grow for the projector and keep the part that was open', async () => {
    await openScoring();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Large, for the projector' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Scoring');
    expect(document.querySelector('.projected')).not.toBeNull();
  });
});

type ListShown = Output<'list.show'>;

/** A list as the engine would answer it. */
const listOf = (list: ListShown['list'], entries: ListShown['entries']): ListShown => ({
  list,
  today: '2015-07-23',
  entries,
  takenOut: [],
});
const entry = (id: string, values: ListShown['entries'][number]['values']): ListShown['entries'][number] => ({
  id,
  version: 1,
  values,
  brought: null,
  fileName: null,
  notes: [],
});

async function openPart(name: string, lists: readonly ListShown[]) {
  const doorway = openDoorway({
    ...july,
    'risk.show': () => unscored,
    'list.show': ({ list }) => lists.find((one) => one.list === list) ?? listOf(list, []),
    'list.save': ({ list, id }) => ({ id: id ?? 'new', list: listOf(list, []) }),
    'balance.show': () => ({ issues: [] }),
  });
  render(<App />);
  await screen.findByRole('navigation', { name: 'Rooms' });
  fireEvent.keyDown(document.body, { key: '8', code: 'Digit8' });
  const parts = await screen.findByRole('navigation', { name: 'Parts of the assessment' });
  fireEvent.click(within(parts).getByRole('button', { name }));
  return doorway;
}

describe('Community voice', () => {
  const found = { source: 'Residents’ survey', question: 'Safe after dark?', answer: 'Safe', part: 18, whole: 44 };

  it('shows how many of how many with Wilson’s limits, and no quote that seems to name a person', async () => {
    const quoted = entry('b', { ...found, question: 'Why?', quote: 'Mrs Smith next door never goes out.' });
    await openPart('Community voice', [listOf('voice', [entry('a', found), quoted])]);
    const row = await screen.findByRole('row', { name: /^Safe after dark/ });
    expect(row.textContent).toContain('18 of 44 (41%; 95% limits 28% to 56%)');
    expect(screen.queryByText(/Mrs Smith/)).toBeNull();
    expect(screen.getByText(/seems to name a person: open it/)).toBeDefined();
  });

  it('warns of a name in a quote before it is kept, and sends whole numbers', async () => {
    const doorway = await openPart('Community voice', []);
    fireEvent.click(await screen.findByRole('button', { name: 'Add a finding' }));
    const type = (label: string, value: string) => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    };
    type('Survey or session', 'Session in Whitleigh');
    type('Question asked', 'Do you report it?');
    type('How many said so', '4');
    expect(screen.getByText(/Say of how many who answered/)).toBeDefined();
    type('Of how many who answered', '19');
    type('In their own words', 'I told PC Jones twice.');
    expect(screen.getByText(/«PC Jones» looks like a name/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Keep this finding' }));
    await screen.findByText('Kept: Community voice.');
    const sent = doorway.asked.find(({ command }) => command === 'list.save')?.input;
    expect(sent).toMatchObject({ list: 'voice', id: null, values: { part: 4, whole: 19 } });
  });
});

describe('Grants', () => {
  it('adds up in pence, and says what is not known and whose return is late', async () => {
    await openPart('Grants', [
      listOf('grants', [
        entry('a', { project: 'Safe Places', awarded: 1_250_050, paid: 625_025, due: '2015-06-30' }),
        entry('b', { project: 'Marshals', awarded: 800_000 }),
      ]),
    ]);
    await screen.findByText(
      '2 grants: £20,500.50 awarded, £6,250.25 paid; what was paid to 1 is not known; 1 return is overdue.',
    );
    expect(screen.getByRole('row', { name: /^Safe Places/ }).textContent).toContain('30 June 2015, 23 days overdue');
  });
});
