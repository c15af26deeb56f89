import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { besideTable } from '../../src/renderer/views/comparison/group-tables.ts';
import { periodsOffered } from '../../src/renderer/views/comparison/periods-offered.ts';
import { crossesChange } from '../../src/core/performance/like-for-like.ts';
import { compared, exampleGroup, groupView, ourGroup } from './comparison-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function open(answers: Parameters<typeof openDoorway>[0] = compared) {
  const doorway = openDoorway(answers);
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(
    within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Comparison' }),
  );
  await screen.findByRole('heading', { level: 1, name: /Comparison/ });
  return doorway;
}

const main = () => within(screen.getByRole('main'));

/** Opens a chooser by its label and takes one of its options. */
async function choose(label: string, option: string | RegExp) {
  fireEvent.click(main().getByRole('button', { name: new RegExp(`${label}$`) }));
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

const lastAsked = (doorway: Awaited<ReturnType<typeof open>>, command: string) =>
  doorway.asked.findLast((one) => one.command === command)?.input;

const cellsOf = (table: HTMLElement, head: string): string[] =>
  within(within(table).getByRole('rowheader', { name: head }).closest('tr') as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('the bars of a comparison', () => {
  it('name measure, period, finding and our own area in words, and print the limits in the notes', async () => {
    await open();
    const chart = await screen.findByRole('img', { name: /All crime per 1,000 residents, 1 April to 30 June 2015/ });
    expect(chart.getAttribute('aria-label')).toMatch(/Plymouth is \dnd|Plymouth is \d\w\w of 5/);
    const table = screen.getByRole('table', { name: /All crime per 1,000/ });
    expect(cellsOf(table, 'Plymouth').slice(0, 4)).toEqual(['4,799', '261,546', '18.3', '17.8 to 18.9']);
    expect(cellsOf(table, 'Mean of the rates (the one used)')[2]).toBe('18.5');
    expect(screen.getByText(/mean of the areas’ rates ± 1 sample standard deviation/)).toBeDefined();
  });

  it('say how many fewer crimes would bring us to the average, or how far under it we lie', async () => {
    await open();
    expect(await screen.findByText(/Plymouth has \d+ fewer than the group’s average would give/)).toBeDefined();
    await choose('Measure', 'Violence');
    expect(await screen.findByText(/[\d,]+ fewer .*average/)).toBeDefined();
  });

  it('are asked for anew by the limits that are chosen, as wide as is asked', async () => {
    const doorway = await open();
    const width = await screen.findByRole('textbox', { name: '± SD' });
    fireEvent.change(width, { target: { value: '2' } });
    fireEvent.blur(width);
    await waitFor(() => {
      expect(lastAsked(doorway, 'group.show')).toMatchObject({ limits: 'spread', k: 2 });
    });
    await choose('Limits', /overdispersed \(additive\)/);
    await waitFor(() => {
      expect(lastAsked(doorway, 'group.show')).toMatchObject({ limits: 'overdispersed-additive', confidence: 95 });
    });
    await choose('Confidence', '99.8%');
    await waitFor(() => {
      expect(lastAsked(doorway, 'group.show')).toMatchObject({ limits: 'overdispersed-additive', confidence: 99.8 });
    });
  });

  it('beside each other hold the areas of both periods that have a rate in one of them, and no others', () => {
    const now = groupView({ measure: 'all-crime', from: '2015-04', to: '2015-06' });
    const [own, one, ...rest] = now.areas;
    if (own === undefined || one === undefined) throw new Error('no areas');
    const silent = { ...one, name: 'Nowhere', ratePerThousand: null, rank: null };
    const gone = { ...one, name: 'Merged since', own: false };
    const table = besideTable({ ...now, areas: [own, silent, ...rest] }, { ...now, areas: [own, gone, silent] });
    const heads = table.rows.map(({ head }) => head);
    expect(heads).toContain('Merged since');
    expect(heads).not.toContain('Nowhere');
    expect(new Set(heads).size).toBe(rest.length + 2);
  });

  it('warn when two pictures beside each other are not like for like', async () => {
    await open();
    await choose('Beside', 'January to March 2015');
    expect(await screen.findByText('Not like for like.')).toBeDefined();
    expect(screen.getAllByRole('img', { name: /All crime per 1,000/ })).toHaveLength(2);
    const table = screen.getByRole('table', { name: /1 January to 31 March 2015 beside/ });
    expect(cellsOf(table, 'Plymouth')[0]).toBe('17.8');
    expect(cellsOf(table, 'Plymouth')[2]).toBe('18.3');
  });

  it('mark the example group as not the Home Office’s, and say that its months cross a membership change', async () => {
    const doorway = await open();
    await choose('Among', /Example group/);
    expect(await screen.findByText('An example group, not the Home Office’s.')).toBeDefined();
    expect(
      screen.getByText(/was made in May 2015, inside these months: this chart crosses a membership change/),
    ).toBeDefined();
    expect(lastAsked(doorway, 'group.show')).toMatchObject({ group: exampleGroup.name });
  });

  it('give way to what is missing when fewer than three areas have residents', async () => {
    await open({
      ...compared,
      'group.show': (asked) => ({
        ...(groupView(asked, false) as ReturnType<(typeof compared)['group.show']>),
        besideWarning: null,
      }),
    });
    expect(await screen.findByText(/4 areas have no residents held/)).toBeDefined();
    expect(screen.queryByRole('img', { name: /All crime per 1,000/ })).toBeNull();
  });

  it('are copied and saved with the very choices on screen', async () => {
    const doorway = await open({
      ...compared,
      'chart.draw': () => ({ bytes: new Uint8Array([1]), name: 'c.png', width: 1, height: 1 }),
      'chart.copy': () => ({}),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Copy chart' }));
    await screen.findByText('The chart is on the clipboard.');
    expect(lastAsked(doorway, 'chart.draw')).toMatchObject({
      chart: { view: 'group', measure: 'all-crime', from: '2015-04', to: '2015-06', limits: 'spread', k: 1 },
    });
  });

  it('can be of any months, from the first to the last', async () => {
    const doorway = await open();
    await choose('Period', 'Other months…');
    fireEvent.change(await screen.findByLabelText('First month'), { target: { value: '2015-01' } });
    await waitFor(() => {
      expect(lastAsked(doorway, 'group.show')).toMatchObject({ from: '2015-01', to: '2015-06' });
    });
  });
});

describe('the other ways of looking', () => {
  it('a funnel has its picture and its table', async () => {
    await open();
    fireEvent.click(await screen.findByRole('tab', { name: 'Funnel' }));
    expect(await screen.findByRole('img', { name: /^Funnel\. All crime/ })).toBeDefined();
    expect(screen.getByRole('table', { name: /All crime per 1,000/ })).toBeDefined();
  });

  it('rank over time says which neighbouring periods are not like for like', async () => {
    await open();
    fireEvent.click(await screen.findByRole('tab', { name: 'Rank over time' }));
    const table = await screen.findByRole('table', { name: /over time/ });
    expect(cellsOf(table, 'January to March 2015').at(-3)).toMatch(/^\d$/);
    expect(screen.getByRole('note').textContent).toMatch(/different months of the year/);
  });

  it('rate over time can be asked for rolling years', async () => {
    const doorway = await open();
    fireEvent.click(await screen.findByRole('tab', { name: 'Rate over time' }));
    await screen.findByRole('table', { name: /over time/ });
    await choose('Points', /12 months rolling/);
    await waitFor(() => {
      expect(lastAsked(doorway, 'group.over-time')).toMatchObject({ months: 12, every: 3 });
    });
  });

  it('all offences stand in one table that sorts by any head and opens the bars of one', async () => {
    const doorway = await open();
    fireEvent.click(await screen.findByRole('tab', { name: 'All offences' }));
    const table = await screen.findByRole('table', { name: /Plymouth: all offence groups/ });
    const heads = () =>
      within(table)
        .getAllByRole('rowheader')
        .map((one) => one.textContent);
    expect(heads()).toEqual(['All crime', 'Violence', 'Homicide']);
    expect(cellsOf(table, 'Homicide').slice(-3)).toEqual(['4', 'from 4 to 2', 'may be chance']);
    expect(cellsOf(table, 'All crime').slice(-3)).toEqual(['4,786', '+0.3%', 'may be chance']);
    expect(cellsOf(table, 'Violence').at(5)).toBe('Above');
    fireEvent.click(within(table).getByRole('button', { name: 'Offence group' }));
    expect(heads()).toEqual(['All crime', 'Homicide', 'Violence']);
    fireEvent.click(within(table).getByRole('button', { name: 'Distance' }));
    expect(heads()[0]).toBe('Violence');
    expect(
      within(table)
        .getByRole('columnheader', { name: /Distance/ })
        .getAttribute('aria-sort'),
    ).toBe('descending');
    fireEvent.click(within(table).getByRole('button', { name: 'Violence' }));
    await screen.findByRole('img', { name: /Violence per 1,000 residents/ });
    expect(lastAsked(doorway, 'group.show')).toMatchObject({ measure: 'violence' });
  });

  it('says what to bring in when there is nothing to compare', async () => {
    await open({ ...compared, 'group.measures': () => ({ measures: [], areas: [] }) });
    expect(await screen.findByRole('heading', { name: 'No comparison yet' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Groups…' })).toBeDefined();
  });
});

describe('the periods that are offered', () => {
  const months = Array.from({ length: 12 }, (_, at) => {
    const month = `2015-${String(at + 1).padStart(2, '0')}`;
    return { from: month, to: month };
  });

  it('are those held and the quarters and rolling years that add up from them', () => {
    const offered = periodsOffered(months).map(({ words }) => words);
    expect(offered[0]).toBe('January to December 2015 (12 months)');
    expect(offered).toContain('April to June 2015');
    expect(offered.filter((words) => words.includes('12 months'))).toHaveLength(1);
  });

  it('leave out what has a hole in it', () => {
    const offered = periodsOffered(months.filter(({ from }) => from !== '2015-05')).map(({ words }) => words);
    expect(offered).not.toContain('April to June 2015');
    expect(offered.some((words) => words.includes('12 months'))).toBe(false);
  });
});

describe('a membership change', () => {
  it('is crossed only where a group begins or ends inside the months', () => {
    expect(crossesChange(ourGroup, '2015-04', '2015-06')).toBeNull();
    expect(crossesChange(ourGroup, '2014-10', '2015-09')).toBeNull();
    expect(crossesChange(ourGroup, '2014-07', '2015-06')).toMatch(/made in October 2014, inside these months/);
    expect(crossesChange({ ...ourGroup, validTo: '2015-04' }, '2015-04', '2015-06')).toMatch(/ended in April 2015/);
  });
});
