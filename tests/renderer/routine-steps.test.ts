import { describe, expect, it } from 'vitest';
import type { MeasureSummary } from '../../src/preload/contract.ts';
import type { Pack, ViewWords } from '../../src/preload/contract-packs.ts';
import { routineSteps, type RoutineFacts, type Step } from '../../src/renderer/views/this-month/routine-steps.ts';
import { home, recordedCrime, summaries } from './july-answers.ts';

function base(measure: string): MeasureSummary {
  const found = summaries.find((one) => one.measure === measure) ?? summaries[0];
  if (found === undefined) throw new Error('the July answers have no measures');
  return found;
}
const changed = (measure: string, evidence: 'chance' | 'some' | 'strong', percent: number) => ({
  ...base(measure),
  measure,
  sinceLast: { period: 'June 2015', before: 'May 2015', difference: 9, percent, evidence, says: `${evidence} words` },
});
const facts: RoutineFacts = {
  home: {
    ...home,
    measures: [changed('all-crime', 'some', 40), changed('asb', 'strong', 16), changed('da-referrals', 'chance', 90)],
  },
  imports: [recordedCrime],
  words: [],
  packs: [],
  waiting: 0,
  wasOpened: () => false,
};
const pack = { packId: 7, asAt: '2015-06', madeAt: '2015-07-20T09:00:00.000Z' } as Pack;
const words = (view: string, more: Partial<ViewWords>) =>
  ({ view, edited: null, commentary: '', figuresChanged: false, ...more }) as ViewWords;
const step = (id: string, more: Partial<RoutineFacts> = {}) =>
  routineSteps({ ...facts, ...more }).find((one) => one.id === id) as Step;

describe('the month’s routine', () => {
  it('names what is overdue with the day it usually comes, and ticks once nothing is', () => {
    expect(step('overdue').done).toBe(false);
    expect(step('overdue').lines[0]?.says).toBe(
      'Figures to May 2015; June 2015 has not come. Usually here by 14 July 2015. From: Serious acquisitive crime, police.',
    );
    expect(step('overdue', { home: { ...home, overdue: [] } }).done).toBe(true);
  });

  it('reminds of records whose time is over, and leads to where they are removed', () => {
    const none = { home: { ...home, overdue: [] } };
    const due = step('overdue', { ...none, recordsDue: 240 });
    expect([due.done, due.lines.map(({ to }) => to)]).toEqual([false, [{ room: 'settings', at: 'retention' }]]);
    expect(due.lines[0]?.link).toContain('240 records');
    expect(step('overdue', { ...none, recordsDue: 0 }).lines).toEqual([]);
  });

  it('puts the surest change first, then the largest, and leaves out what chance would do', () => {
    expect(step('changed').lines.map(({ key }) => key)).toEqual(['asb', 'all-crime']);
    expect(step('changed').says).toMatch(/^1 other by no more than chance/);
  });

  it('ticks a change once it was looked at, and all of them once the pack is handed over', () => {
    const once = step('changed', { wasOpened: (measure) => measure === 'asb' });
    expect([once.done, once.lines.map(({ done }) => done)]).toEqual([false, [true, false]]);
    expect(step('changed', { packs: [pack] }).done).toBe(true);
  });

  it('ticks the words once they are written, and not where the figures have changed under them', () => {
    const of = (more: Partial<ViewWords>) =>
      step('words', { words: ['asb', 'da-referrals'].map((view) => words(view, more)) });
    expect(of({}).done).toBe(false);
    expect(of({ commentary: 'We asked the service.' }).done).toBe(true);
    expect(of({ commentary: 'We asked the service.', figuresChanged: true }).done).toBe(false);
  });

  it('names the last three packs and leads to them', () => {
    const packs = [9, 8, 7, 6].map((packId) => ({ ...pack, packId }));
    const lines = step('pack', { packs }).lines.filter(({ key }) => key.startsWith('pack '));
    expect(lines.map(({ key, to }) => [key, to])).toEqual(
      [9, 8, 7].map((packId) => [`pack ${String(packId)}`, { room: 'packs', at: 'earlier' }]),
    );
  });

  it('ticks the pack of this month only, and not once extracts came after it', () => {
    expect(step('pack').says).toBe('Not written for June 2015 yet.');
    expect(step('pack', { packs: [pack] }).done).toBe(true);
    expect(step('pack', { packs: [{ ...pack, asAt: '2015-05' }] }).done).toBe(false);
    const late = step('pack', {
      packs: [pack],
      imports: [{ ...recordedCrime, importedAt: '2015-07-21T09:00:00.000Z' }],
    });
    expect([late.done, late.says]).toEqual([false, 'Extracts came after pack 7 for June 2015 was written.']);
  });

  it('keeps «what has come» open while files wait for the officer’s word', () => {
    expect([step('come').done, step('come', { waiting: 2 }).done]).toEqual([true, false]);
    expect(step('come', { waiting: 2 }).lines[0]?.link).toBe('Keep 2 files that wait');
  });
});
