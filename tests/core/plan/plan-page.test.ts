import { describe, expect, it } from 'vitest';
import { planPage } from '../../../src/core/picture/plan-page.ts';
import { svgOfPage } from '../../../src/core/picture/page-shapes.ts';
import { textWidth } from '../../../src/core/picture/text-width.ts';
import type { MeasureStanding, Plan, PlanRow, PlanView } from '../../../src/core/plan/plan.ts';
import { readPlan } from '../../../src/core/plan/read-plan.ts';
import { rowLight } from '../../../src/core/plan/row-light.ts';

const row = (band: PlanRow['band'], words = 'Reduce harm amongst those most at risk.'): PlanRow => ({
  band,
  weWill: words,
  soThat: words,
  ultimately: words,
  measuredBy: words,
  accountable: null,
  measures: [],
});

const plan = (rows: readonly PlanRow[]): Plan => ({
  year: '2016/17',
  title: 'Our plan',
  vision: 'We want a community where people feel safe and secure.',
  whoWeAre: ['Council', 'Police'],
  whoWeAreTogether: 'working together',
  doingTheWork: ['People will decide the best way to get things done.'],
  wantToSee: 'Our aims are shown below.',
  facingWords: 'We have identified the things below.',
  facing: [{ band: 'issues', text: 'Unknown scale of modern slavery.' }],
  rows,
  note: 'An example <only> & no more.',
});
const view = (rows: readonly PlanRow[]): PlanView => ({ plan: plan(rows), lights: rows.map(() => rowLight([])) });

const standing = (tier: MeasureStanding['tier'], name = 'Referrals'): MeasureStanding => ({
  measure: 'da-referrals',
  name,
  tier,
  dataTo: 'June 2015',
});

describe('the traffic light of a row', () => {
  it('is the worst of the measures that are judged, and names each of them', () => {
    const light = rowLight([standing('generally-satisfied'), standing('some-concerns', 'Reoffending')]);
    expect(light).toEqual({
      tier: 'some-concerns',
      why: 'Referrals: generally satisfied (data to June 2015); Reoffending: some concerns (data to June 2015).',
    });
  });

  it.each([
    ['no measure at all', [], 'not-yet-known'],
    ['measures not yet known', [standing('not-yet-known')], 'not-yet-known'],
    ['measures only watched', [standing('monitoring-only')], 'monitoring-only'],
    ['some only watched, some not known', [standing('monitoring-only'), standing('not-yet-known')], 'not-yet-known'],
  ] as const)('is never green on %s', (_what, standings, tier) => {
    expect(rowLight(standings).tier).toBe(tier);
  });
});

describe('a plan on one page', () => {
  it('keeps every word inside an A4 page on its side', () => {
    const page = planPage(view([row('individuals'), row('communities'), row('issues')]));
    expect(page).toMatchObject({ width: 1123, height: 794, fits: true });
    for (const shape of page.shapes) {
      if (shape.kind !== 'text' || shape.turned) continue;
      const width = textWidth(shape.text, shape.size, shape.weight);
      const left = shape.anchor === 'end' ? shape.x - width : shape.x;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left + width).toBeLessThanOrEqual(page.width);
      expect(shape.y).toBeLessThan(page.height);
    }
  });

  it('sets smaller type for more rows, and says so when even the smallest does not fit', () => {
    const smallest = (count: number) =>
      Math.max(
        ...planPage(view(Array.from({ length: count }, () => row('issues')))).shapes.flatMap((shape) =>
          shape.kind === 'text' && shape.text.startsWith('Reduce') ? [shape.size] : [],
        ),
      );
    expect(smallest(9)).toBeLessThan(smallest(3));
    expect(planPage(view(Array.from({ length: 30 }, () => row('issues')))).fits).toBe(false);
  });

  it('writes words as words in the SVG, never as tags', () => {
    const svg = svgOfPage(planPage(view([row('issues')])));
    expect(svg).toContain('An example &lt;only&gt; &amp; no more.');
    expect(svg).not.toContain('<only>');
  });
});

describe('a plan’s sheet', () => {
  it('names every row it cannot read, and gives no half plan', () => {
    const { plan: read, refusals } = readPlan([
      ['Year', '2016'],
      ['Title', 'Our plan'],
      ['Row', 'villages', 'Reduce harm'],
      ['Something else', 'here'],
    ]);
    expect(read).toBeNull();
    expect(refusals.map((one) => one.row)).toEqual([3, 4, null, null]);
    expect(refusals.map((one) => one.says).join(' ')).toMatch(/villages.*Something else.*2016\/17.*no row/);
  });

  it('reads measures between semicolons, and leaves an accountable person open where none is named', () => {
    const { plan: read } = readPlan([
      ['Year', '2016/17'],
      ['Title', 'Our plan'],
      ['Row', 'issues', 'Reduce harm', 'a', 'b', 'c', null, 'da-referrals; hate'],
    ]);
    expect(read?.rows[0]).toMatchObject({ accountable: null, measures: ['da-referrals', 'hate'] });
  });
});
