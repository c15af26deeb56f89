import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { App } from '../../src/renderer/app.tsx';
import { spansToAsk } from '../../src/renderer/views/measures/two-periods.tsx';
import { leftOutWords } from '../../src/renderer/words/process-chart.ts';
import { compared, lockdown, setting } from './comparison-answers.ts';
import { openDoorway, prepareWindow } from './workbench.ts';

prepareWindow();

async function openAsb(answers: Parameters<typeof openDoorway>[0] = compared) {
  const doorway = openDoorway(answers);
  render(<App />);
  await screen.findByText('Safer Plymouth');
  fireEvent.click(within(screen.getByRole('navigation', { name: 'Rooms' })).getByRole('button', { name: 'Measures' }));
  fireEvent.click(await screen.findByRole('button', { name: /Anti-social behaviour/ }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Is it a change?' }));
  await screen.findByRole('heading', { name: 'Process chart' });
  return doorway;
}

async function choose(label: string, option: string | RegExp) {
  fireEvent.click(within(screen.getByRole('main')).getByRole('button', { name: new RegExp(`${label}$`) }));
  fireEvent.click(await screen.findByRole('option', { name: option }));
}

const lastAsked = (doorway: Awaited<ReturnType<typeof openAsb>>, command: string) =>
  doorway.asked.findLast((one) => one.command === command)?.input;

describe('Is it a change?', () => {
  it('says in one plain sentence whether this quarter differs from last year’s, with limits and p beside it', async () => {
    await openAsb();
    expect(
      await screen.findByText(
        /April to June 2015 against April to June 2014: from 2,713 to 2,527 \(−6\.9%\): some evidence of a fall/,
      ),
    ).toBeDefined();
    const table = screen.getByRole('table', { name: /April to June 2015 against/ });
    expect(
      within(table)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2,713', '2,527', '−186', '−6.9%', '0.931', '0.882 to 0.984', '0.855 to 1.015', '0.011']);
  });

  it('never shows a percentage on a base under ten: from 3 to 6', async () => {
    const doorway = await openAsb();
    await choose('Months', /June 2015 \(one month\)/);
    expect(await screen.findByText(/June 2015 against June 2014: from 3 to 6/)).toBeDefined();
    expect(screen.queryByText(/100%/)).toBeNull();
    expect(lastAsked(doorway, 'change.show')).toMatchObject({ from: '2015-06', to: '2015-06', against: 'last-year' });
  });

  it('draws the process chart with its table, each signal in words', async () => {
    await openAsb();
    expect(
      screen.getByRole('img', { name: /Anti-social behaviour, process chart: June 2015 \(769\) lies within/ }),
    ).toBeDefined();
    const table = screen.getByRole('table', { name: /process chart/, hidden: true });
    const row = within(table).getByRole('rowheader', { name: 'July 2014', hidden: true }).closest('tr') as HTMLElement;
    expect(row.textContent).toMatch(/1,056.*Concern: /);
  });

  it('saves the rules that are chosen with the measure, and keeps the rest of its settings', async () => {
    const doorway = await openAsb();
    await choose('Rules', 'Making Data Count, 6 points');
    await screen.findByText(/«Making Data Count, 6 points» are kept/);
    expect(lastAsked(doorway, 'spc.save')).toEqual({
      measure: 'asb',
      rules: 'mdc-6',
      baseline: null,
      steps: setting.steps,
      smallestBase: 10,
    });
  });

  it('takes a step change only with a reason', async () => {
    const doorway = await openAsb();
    expect(screen.getByText('New recording rule')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Add a step change…' }));
    const panel = within(await screen.findByRole('complementary', { name: 'A step change' }));
    fireEvent.change(panel.getByLabelText('First month of the new level'), { target: { value: '2015-02' } });
    const keep = panel.getByRole('button', { name: 'Keep this step change' });
    expect(keep.hasAttribute('disabled')).toBe(true);
    fireEvent.change(panel.getByLabelText(/^Reason/), { target: { value: 'Reporting line opened' } });
    fireEvent.click(keep);
    await screen.findByText('The chart begins anew in February 2015.');
    expect(lastAsked(doorway, 'spc.save')).toMatchObject({
      steps: [...setting.steps, { month: '2015-02', reason: 'Reporting line opened' }],
    });
  });

  it('shows an exceptional period with its reason and what it is left out of, and changes that for this measure alone', async () => {
    const other = { measure: 'all-crime', leftOutOf: ['season' as const] };
    const doorway = await openAsb({
      ...compared,
      'exceptional.list': () => [{ ...lockdown, choices: [...lockdown.choices, other] }],
    });
    expect(await screen.findByText(/First lockdown: left out of the chart’s limits and the season/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Change the exceptional period March to June 2020' }));
    const panel = within(await screen.findByRole('complementary', { name: 'An exceptional period' }));
    fireEvent.click(panel.getByRole('checkbox', { name: '«last year»' }));
    fireEvent.click(panel.getByRole('button', { name: 'Keep this period' }));
    await screen.findByText(/The exceptional period is kept/);
    expect(lastAsked(doorway, 'exceptional.save')).toEqual({
      periodId: 3,
      from: '2020-03',
      to: '2020-06',
      reason: 'First lockdown',
      choices: [other, { measure: 'asb', leftOutOf: ['limits', 'season', 'last-year'] }],
    });
  });

  it('says that it cannot tell season from signal with fewer than two years, and still sets month beside month', async () => {
    await openAsb();
    expect(
      await screen.findByText(/Season cannot be told from signal: 15 months are known, 24 are needed/, {
        selector: 'p',
      }),
    ).toBeDefined();
    const table = screen.getByRole('table', { name: /same month of last year/ });
    const row = within(table).getByRole('rowheader', { name: 'June 2015' }).closest('tr') as HTMLElement;
    expect(row.textContent).toMatch(/769.*1,023.*−24\.8%.*strong evidence of a fall/);
  });

  it('gives the year’s end by both ways with a range, never one bare number', async () => {
    await openAsb();
    expect(await screen.findByText(/10,108 \(8,543 to 11,673\) by a straight line/)).toBeDefined();
    const table = screen.getByRole('table', { name: /where 2015\/16 would end/ });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map((one) => one.textContent),
    ).toEqual(['Straight line', 'Last year’s share']);
  });

  it('says trial limits where there are fewer than thirteen points', async () => {
    await openAsb({ ...compared, 'spc.show': () => ({ ...compared['spc.show'](), trial: true }) });
    await waitFor(() => {
      expect(screen.getByText('Trial limits.')).toBeDefined();
    });
  });
});

describe('the months worth asking about', () => {
  it('are the quarter, the year to date, the month and twelve months; a quarterly measure has no month', () => {
    const froms = (cadence: 'month' | 'quarter', dataTo: string) =>
      spansToAsk({ dataTo, cadence }).map(({ from }) => from);
    expect(froms('month', '2015-08')).toEqual(['2015-06', '2015-04', '2015-08', '2014-09']);
    expect(froms('quarter', '2015-16 Q1')).toEqual(['2015-04', '2014-07']);
    expect(spansToAsk({ dataTo: null, cadence: 'month' })).toEqual([]);
  });
});

describe('what an exceptional period is left out of', () => {
  it('is said, also when it is nothing', () => {
    expect(leftOutWords([])).toBe('shown as a band, left out of nothing');
    expect(leftOutWords(['last-year', 'limits'])).toBe('left out of the chart’s limits and «last year»');
  });
});
