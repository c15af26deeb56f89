import { describe, expect, it } from 'vitest';
import { completeMeasure, type Measure } from '../../../src/core/measure/measure.ts';
import { boardMeasures } from '../../../src/core/measure/board-measures.ts';
import { refuseMeasure } from '../../../src/core/measure/refuse-measure.ts';
import { smartCheck } from '../../../src/core/measure/smart-check.ts';
import { fromShare, withholdInShare } from '../../../src/core/disclosure/from-share.ts';
import { SMALL_NUMBER_RULE } from '../../../src/core/disclosure/rule.ts';
import { suppress } from '../../../src/core/disclosure/suppress.ts';
import {
  distanceTravelled,
  improvedOf,
  satisfiedOf,
  type ScoredClient,
} from '../../../src/core/performance/distance-travelled.ts';
import { makeShareView } from '../../../src/core/performance/make-share-view.ts';
import { wilsonLimits } from '../../../src/core/statistics/wilson.ts';
import { financialYearFrom } from '../../../src/core/time/financial-year.ts';
import { periodsOf } from '../../../src/core/time/period.ts';
import { paragraphText } from '../../../src/core/words/paragraph.ts';
import { shareParagraph } from '../../../src/core/words/share-paragraph.ts';

const YEAR = financialYearFrom(2015);
const [Q1, Q2] = periodsOf(YEAR, 'quarter');

function measure(id: string): Measure {
  const found = boardMeasures.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function cohort(quarters: readonly (readonly [number, number])[]) {
  const periods = [Q1, Q2];
  return makeShareView({
    measure: measure('crc-licence-cohort'),
    year: YEAR,
    thisYear: quarters.flatMap(([part, whole], at) => {
      const period = periods[at];
      return period === undefined ? [] : [{ period, part, whole }];
    }),
    lastYear: [],
    distance: null,
    provisional: false,
    illustrative: false,
    notes: [],
  });
}

const client = (name: string, entry: number, exit: number | null, satisfied: boolean | null = null): ScoredClient => ({
  client: name,
  closedOn: exit === null ? null : '2015-05-20',
  satisfied,
  domains: [
    { domain: 'Safety', entry, exit },
    { domain: 'Housing', entry: 5, exit: exit === null ? null : 5 },
  ],
});

describe('a share of people', () => {
  it('adds quarters before it divides, and gives Wilson’s limits of the whole', () => {
    const { toDate } = cohort([
      [96, 131],
      [70, 80],
    ]);
    expect([toDate.part, toDate.whole]).toEqual([166, 211]);
    const limits = wilsonLimits(166, 211);
    expect(toDate.lower).toBeCloseTo(limits.lower * 100, 10);
    expect(toDate.upper).toBeCloseTo(limits.upper * 100, 10);
  });

  it.each([
    [80, 100, 'generally-satisfied'],
    [75, 100, 'generally-satisfied'],
    [70, 100, 'some-concerns'],
    [63, 100, 'significant-concern'],
  ] as const)('of %d in %d against at least 75%% is %s', (part, whole, tier) => {
    expect(cohort([[part, whole]]).status.tier).toBe(tier);
  });

  it('says in its paragraph when so few people cannot tell which side of the target it is on', () => {
    const text = paragraphText(shareParagraph(cohort([[96, 131]])));
    expect(text).toContain(
      'In quarter one, of 131 offenders in the cohort: 96 not returned to court (73%; 95% limits 65% to 80%).',
    );
    expect(text).toContain('2 percentage points below the target of 75%');
    expect(text).toContain('The target lies within the limits');
    expect(paragraphText(shareParagraph(cohort([[980, 1000]])))).not.toContain('lies within the limits');
  });

  it('without figures will be ready for reporting at the next board', () => {
    const view = cohort([]);
    expect(view.status.tier).toBe('not-yet-known');
    expect(paragraphText(shareParagraph(view))).toContain('it will be ready for reporting at the next board');
  });

  it('hides the part and the percentage where few are left over, and says so in place of its finding', () => {
    const view = cohort([[128, 131]]);
    const hidden = withholdInShare(view, suppress(fromShare(view), SMALL_NUMBER_RULE), SMALL_NUMBER_RULE).view;
    expect(hidden.toDate.part).toBeNull();
    expect(hidden.toDate.percent).toBeNull();
    expect(hidden.status.tier).toBe('not-yet-known');
    expect(paragraphText(shareParagraph(hidden))).not.toMatch(/128|98%/);
    const large = cohort([[96, 131]]);
    expect(
      withholdInShare(large, suppress(fromShare(large), SMALL_NUMBER_RULE), SMALL_NUMBER_RULE).view.toDate,
    ).toEqual(large.toDate);
  });
});

describe('distance travelled', () => {
  const clients = [client('a', 3, 6, true), client('b', 4, 4, false), client('c', 6, 5), client('d', 2, null)];

  it('is improved where the mean over the domains is higher at exit, and counts those still there apart', () => {
    expect(improvedOf(clients)).toEqual({ part: 1, whole: 3 });
    const star = distanceTravelled(clients);
    expect(star.withoutExit).toBe(1);
    expect(star.meanChange).toBeCloseTo((1.5 + 0 - 0.5) / 3, 12);
    expect(star.domains).toEqual([
      { domain: 'Safety', clients: 3, higher: 1, same: 1, lower: 1, meanEntry: 13 / 3, meanExit: 5, meanChange: 2 / 3 },
      { domain: 'Housing', clients: 3, higher: 0, same: 3, lower: 0, meanEntry: 5, meanExit: 5, meanChange: 0 },
    ]);
  });

  it('asks only those who left and answered whether they were satisfied', () => {
    expect(satisfiedOf(clients)).toEqual({ part: 1, whole: 2 });
  });
});

describe('a definition checked', () => {
  it('says what it lacks: a target, somebody accountable, a date, data', () => {
    const lacks = smartCheck(measure('hate-satisfaction'), YEAR, null).map(({ part }) => part);
    expect(lacks).toEqual(['target', 'owner', 'date', 'data']);
    const whole = { ...measure('asb'), accountable: 'A. Person' };
    expect(smartCheck(whole, YEAR, '2015-06')).toEqual([]);
    expect(smartCheck(measure('serious-acquisitive-crime'), YEAR, '2015-05').map(({ part }) => part)).toEqual([
      'owner',
    ]);
  });

  it('of an earlier version of the workbench is completed, and the gap is known for what it is', () => {
    const kept = { id: 'gap', name: 'The gap' };
    expect(completeMeasure(kept)).toMatchObject({ kind: 'cumulative-gap', smallNumberThreshold: null, starts: null });
  });

  it('may not share out a target into parts that do not come to it', () => {
    const shared = (periods: number[]) =>
      refuseMeasure({
        ...measure('dash-training'),
        profile: 'own-periods',
        targets: [{ year: YEAR, annual: 200, words: 'at least 200', periods }],
      });
    expect(shared([20, 80, 60, 40])).toBeNull();
    expect(shared([20, 80, 60, 30])).toContain('come to 190, not 200');
  });
});
