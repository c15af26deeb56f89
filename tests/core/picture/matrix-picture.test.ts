import { describe, expect, it } from 'vitest';
import { matrixPicture } from '../../../src/core/picture/matrix-picture.ts';
import { likelihoodByImpact5 } from '../../../src/core/risk/likelihood-by-impact.ts';
import { matrixView } from '../../../src/core/risk/risk-views.ts';
import type { ScoredIssue } from '../../../src/core/risk/score-issue.ts';

const scheme = likelihoodByImpact5([
  { name: 'Low', from: 1 },
  { name: 'High', from: 12 },
]);
const issue = (name: string, impact: number | null, likelihood: number, confidence: string | null): ScoredIssue => ({
  id: name,
  name,
  kind: 'key-issue',
  levels: { impact, likelihood },
  confidence,
});
const picture = (issues: readonly ScoredIssue[]) =>
  matrixPicture(matrixView(scheme, issues), '2015/16', scheme, { width: 960 }).option as {
    graphic: { style: { text: string } }[];
    series: { type: string; data: { symbol: string; value: [number, number] }[]; name?: string }[];
  };

describe('the risk matrix', () => {
  it('shows confidence by shape, and an issue nobody graded by a hollow mark', () => {
    const { series } = picture([issue('Arson', 5, 4, 'A'), issue('Fraud', 3, 3, 'C'), issue('Hate', 2, 2, null)]);
    expect(series[0]?.data.map(({ symbol }) => symbol)).toEqual(['circle', 'diamond', 'emptyCircle']);
  });

  it('sets two issues of the same levels side by side, so that none hides the other', () => {
    const { series } = picture([issue('Arson', 3, 3, 'A'), issue('Fraud', 3, 3, 'A')]);
    const [first, second] = series[0]?.data.map(({ value }) => value[0]) ?? [];
    expect(second).toBeGreaterThan(first ?? Infinity);
  });

  it('draws where a band begins, and names issues that cannot be placed yet', () => {
    const { series, graphic } = picture([issue('Arson', 5, 4, 'A'), issue('Fraud', null, 3, 'A')]);
    expect(series[1]?.name).toBe('High from 12');
    const said = graphic.map(({ style }) => style.text).join(' ');
    expect(said).toContain('Not placed yet: Fraud.');
    expect(said).toContain('not published here');
  });

  it('leads from a mark to its name where the crowd left no room beside it, and nowhere else', () => {
    const crowd = [5, 4, 3, 2].map((impact) => issue(`Issue of impact ${String(impact)} `.repeat(3), impact, 3, 'A'));
    const apart = picture(crowd);
    expect(apart.series.filter(({ name }) => name?.includes('Issue'))).toEqual([]);
    const same = picture(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => issue(`Issue ${String(at)} of a long name`, 3, 3, 'A')),
    );
    const leads = same.series.filter(({ name }) => name?.includes('Issue'));
    expect(leads.length).toBeGreaterThan(0);
    const marks = same.series[0]?.data.map(({ value: [across] }) => across.toFixed(6)) ?? [];
    for (const { data } of leads) {
      const [from] = data as unknown as [number, number][];
      expect(marks).toContain(from?.[0].toFixed(6));
      expect(from?.[1]).toBeCloseTo(3, 6);
    }
  });
});
