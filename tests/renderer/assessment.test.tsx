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
