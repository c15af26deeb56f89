import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MeasuresView } from '../../src/renderer/views/measures/measures-view.tsx';
import { PacksView } from '../../src/renderer/views/packs/packs-view.tsx';
import { NoticeProvider } from '../../src/renderer/parts/notice.tsx';
import { SidePanelProvider } from '../../src/renderer/parts/side-panel.tsx';
import type { Definition, Pack, Template } from '../../src/preload/contract-packs.ts';
import { july } from './july-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

const template: Template = {
  name: 'board',
  version: 0,
  savedAt: null,
  sections: [{ kind: 'exceptions' }, { kind: 'measures' }, { kind: 'notes' }],
};
const pack: Pack = {
  packId: 3,
  asAt: '2015-05',
  madeAt: '2015-06-10T09:00:00.000Z',
  template: 'board',
  title: 'Performance report',
  meeting: null,
  marking: null,
  imports: [1, 2],
  figures: 'f'.repeat(64),
  files: [{ format: 'docx', fileName: 'May.docx', writtenAt: '2015-06-10T09:00:00.000Z' }],
  standing: 'handed-over',
};
const answers = {
  ...july,
  'marking.list': () => ['OFFICIAL-SENSITIVE', 'CONTROLLED'],
  'marking.save': ({ markings }: { markings: string[] }) => markings,
  'template.list': () => [template],
  'template.save': () => [template],
  'small-numbers.show': () => ({
    applied: true,
    threshold: 4,
    showsZero: true,
    symbol: '[c]',
    protection: 'not-exact' as const,
    rounding: null,
  }),
  'pack.withheld': () => [
    {
      table: 'Closing the gap',
      cell: 'Keyham',
      symbol: '[c]',
      why: 'With this figure a hidden small number could be worked out (Keyham to May 2015, in an earlier pack).',
    },
    { table: 'Hate incidents', cell: '', symbol: null, why: 'May: an earlier pack printed this small number.' },
  ],
  'pack.list': () => [pack],
  'pack.stand': () => [{ ...pack, standing: 'set-aside' as const }],
  'action.list': () => [],
  'app.about': () => ({ version: '0.1.0', electron: '45', chromium: '150', store: 'store', sample: false }),
};
const shown = (what: React.ReactElement) => (
  <NoticeProvider>
    <SidePanelProvider>{what}</SidePanelProvider>
  </NoticeProvider>
);
const packs = () => render(shown(<PacksView at={undefined} />));

describe('Packs', () => {
  it('lists what is left out and why, and apart from it what leaving out cannot prevent', async () => {
    openDoorway(answers);
    packs();
    expect(await screen.findByText(/1 figure is left out of this pack/)).toBeDefined();
    expect(screen.getByText(/Keyham: \[c\]. .*in an earlier pack/)).toBeDefined();
    expect(screen.getByText('What leaving figures out cannot prevent:')).toBeDefined();
    expect(screen.getByText('May: an earlier pack printed this small number.')).toBeDefined();
  });

  it('says of a pack that it never left the desk, so that the next does not mind it', async () => {
    const doorway = openDoorway(answers);
    packs();
    fireEvent.click(await screen.findByRole('button', { name: 'Pack 3 never left the desk' }));
    await screen.findByText(/the packs after it do not mind it/);
    expect(doorway.asked.find(({ command }) => command === 'pack.stand')?.input).toEqual({
      packId: 3,
      standing: 'set-aside',
    });
  });

  it('keeps the list of markings, and a pack has none until one is chosen', async () => {
    const doorway = openDoorway(answers);
    packs();
    expect((await screen.findByRole('button', { name: /Marking/ })).textContent).toContain('None');
    fireEvent.click(screen.getByRole('button', { name: 'Change the list of markings' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Take CONTROLLED out of the list' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Another marking' }), { target: { value: 'RESTRICTED' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add it to the list' }));
    await waitFor(() => {
      const saved = doorway.asked.filter(({ command }) => command === 'marking.save').map(({ input }) => input);
      expect(saved).toEqual([
        { markings: ['OFFICIAL-SENSITIVE'] },
        { markings: ['OFFICIAL-SENSITIVE', 'CONTROLLED', 'RESTRICTED'] },
      ]);
    });
  });

  it('composes a pack of sections in an order, with words of one’s own and the recommendations held', async () => {
    const doorway = openDoorway(answers);
    packs();
    fireEvent.click(await screen.findByRole('button', { name: 'Compose the pack' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Move Data notes up' }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave out Performance measures' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add recommendations' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep this section' }));
    fireEvent.click(screen.getByRole('button', { name: 'Edit Strategic recommendations' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /Those kept under Assessment/ }));
    fireEvent.change(screen.getByRole('textbox', { name: /Recommendations, one a line/ }), {
      target: { value: 'Share data weekly | begun in June\nAsk schools' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Keep this section' }));
    fireEvent.click(screen.getByRole('button', { name: 'Save the template' }));
    await waitFor(() => {
      expect(doorway.asked.find(({ command }) => command === 'template.save')?.input).toEqual({
        name: 'board',
        sections: [
          { kind: 'exceptions' },
          { kind: 'notes' },
          {
            kind: 'recommendations',
            title: 'Strategic recommendations',
            held: false,
            rows: [
              { recommendation: 'Share data weekly', progress: 'begun in June' },
              { recommendation: 'Ask schools', progress: null },
            ],
          },
        ],
      });
    });
  });
});

const definition = {
  measure: {
    id: 'asb',
    name: 'Reduce anti-social behaviour incidents',
    shortName: 'Anti-social behaviour',
    definition: 'Incidents recorded by the police',
    kind: 'count',
    unit: 'incidents',
    numerator: '',
    denominator: '',
    madeOf: null,
    direction: 'less-is-better',
    cadence: 'month',
    tolerancePercent: 15,
    profile: 'linear',
    targets: [{ year: '2015/16', annual: 10064, words: 'not more than 10,064' }],
    owner: 'Devon and Cornwall Police',
    accountable: '',
    outcome: '',
    source: 'Performance & Analysis',
    lagMonths: 0,
    datasets: ['measure-sheet'],
    smallNumberThreshold: null,
    starts: null,
    ends: null,
  },
  version: 1,
  year: '2015/16',
  lacks: [],
  dataTo: '2015-06',
} satisfies Definition;

describe('A definition', () => {
  const fill = (label: RegExp, value: string) => {
    fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
  };

  it('is made anew from the window, with every field the Board asks for', async () => {
    const doorway = openDoorway({
      ...answers,
      'measure.definitions': () => [definition],
      'measure.save': () => definition,
    });
    let made = '';
    const choose = (measure: string) => {
      made = measure;
    };
    render(shown(<MeasuresView at={undefined} onChoose={choose} />));
    fireEvent.click(await screen.findByRole('button', { name: 'New measure…' }));
    await screen.findByRole('textbox', { name: /Name, as the Board says it/ });
    fill(/Name, as the Board says it/, 'Knife crime in the night-time economy');
    fill(/Short name/, 'Knife crime');
    fill(/^Definition/, 'Offences with a bladed article, 9pm to 5am');
    fill(/^Unit/, 'offences');
    fill(/What is counted/, 'offences flagged');
    fill(/Out of what/, 'all violence');
    fill(/In the year/, '60');
    fill(/In the Board’s words/, 'not more than 60');
    fill(/^Why$/, 'five fewer than last year');
    fill(/Tolerance/, '5');
    fill(/^Owner/, 'Devon and Cornwall Police');
    fill(/Accountable person/, 'Supt A. Hale');
    fill(/Outcome it serves/, 'Safer nights');
    fill(/^Source/, 'Niche');
    fill(/Months behind/, '1');
    fill(/Small numbers/, '9');
    fill(/First month reported/, '2015-04');
    fill(/Last month reported/, '2018-03');
    fill(/Why it is changed/, 'asked for by the Board');
    fireEvent.click(screen.getByRole('button', { name: 'Save the new measure' }));
    await waitFor(() => {
      expect(made).toBe('knife-crime');
    });
    expect(doorway.asked.find(({ command }) => command === 'measure.save')?.input).toEqual({
      inForceFrom: null,
      why: 'asked for by the Board',
      measure: {
        ...definition.measure,
        id: 'knife-crime',
        name: 'Knife crime in the night-time economy',
        shortName: 'Knife crime',
        definition: 'Offences with a bladed article, 9pm to 5am',
        unit: 'offences',
        numerator: 'offences flagged',
        denominator: 'all violence',
        direction: 'monitor',
        tolerancePercent: 5,
        targets: [{ year: '2015/16', annual: 60, words: 'not more than 60', why: 'five fewer than last year' }],
        accountable: 'Supt A. Hale',
        outcome: 'Safer nights',
        source: 'Niche',
        lagMonths: 1,
        smallNumberThreshold: 9,
        starts: '2015-04',
        ends: '2018-03',
      },
    });
  });

  it('of a kind and a profile of one’s own is chosen from lists', async () => {
    openDoorway({ ...answers, 'measure.definitions': () => [definition] });
    render(shown(<MeasuresView at={undefined} onChoose={() => undefined} />));
    fireEvent.click(await screen.findByRole('button', { name: 'New measure…' }));
    for (const name of [/^Kind|Kind$/, /Told by/, /Direction/, /Profile/]) {
      expect((await screen.findAllByRole('button', { name })).length).toBeGreaterThan(0);
    }
    fireEvent.click(screen.getByRole('button', { name: /Kind/ }));
    const kinds = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(kinds).toEqual([
      'Counts',
      'Rate per 1,000 residents',
      'Percentage: n of N',
      'Cohort: people followed',
      'Distance travelled: scores at entry and exit',
      'Gap since April: priority neighbourhoods against the city',
    ]);
    fireEvent.click(screen.getByRole('option', { name: /^Gap since April/ }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: /^Unit/ })).toHaveProperty('value', 'per 1,000 residents');
    });
    expect(screen.getAllByRole('button', { name: /Counts of/ }).length).toBeGreaterThan(0);
    fireEvent.click(screen.getByRole('button', { name: /Kind/ }));
    await screen.findAllByRole('option');
    fireEvent.click(screen.getByRole('option', { name: 'Cohort: people followed' }));
    await waitFor(() => {
      expect(screen.getByRole('textbox', { name: /Out of what/ })).toHaveProperty('value', 'people in the cohort');
    });
    expect(screen.queryByRole('button', { name: /Counts of|n is/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Make none' }));
    await waitFor(() => {
      expect(within(document.body).queryByRole('button', { name: 'Save the new measure' })).toBeNull();
    });
  });
});
