import { ratioFunnelLimits } from '../statistics/funnel.ts';
import { additiveLimits, dispersionOf, multiplicativeLimits } from '../statistics/overdispersion.ts';
import type { Limits } from '../statistics/poisson-limits.ts';
import { meanOf, spreadLimits } from '../statistics/spread.ts';
import type { AreaCount } from './gap-methods.ts';
import { ratePerThousand } from './gap.ts';

/**
 * Limits around a group's average, chosen by name and printed under the chart: the spread between the areas; counting
 * error alone; counting error with the areas' own spread added (additive) or multiplied in (multiplicative).
 */
export type GroupLimitsKind = 'spread' | 'counting' | 'overdispersed-additive' | 'overdispersed-multiplicative';

export interface GroupLimits {
  readonly kind: GroupLimitsKind;
  /** Rate per 1,000 the limits lie around: the unweighted mean for `spread`, the pooled rate for the others. */
  readonly average: number;
  /** How the limits were made, to print under the chart. */
  readonly words: string;
  /** In the order of the areas given; null for an area without a count or residents. */
  readonly areas: readonly ({
    readonly name: string;
    readonly ratePerThousand: number;
    readonly lower: number;
    readonly upper: number;
    readonly verdict: 'inline' | 'above' | 'below';
  } | null)[];
}

interface Known {
  readonly name: string;
  readonly count: number;
  readonly residents: number;
}

const known = (areas: readonly AreaCount[]): Known[] =>
  areas.flatMap(({ name, count, residents }) =>
    count === null || residents === null || residents <= 0 ? [] : [{ name, count, residents }],
  );

const percentOf = (confidence: number): string => `${String(Number((confidence * 100).toFixed(4)))}%`;

/** Limits of each area's ratio to its expected count, and their words; null where the spread cannot be measured. */
function ratioLimits(
  kind: Exclude<GroupLimitsKind, 'spread'>,
  areas: readonly Known[],
  pooledPerResident: number,
  confidence: number,
): { limits: (expected: number) => Limits; words: string } | null {
  const around = `around the pooled rate, ${percentOf(confidence)}`;
  if (kind === 'counting') {
    return {
      limits: (expected) => ratioFunnelLimits(expected, confidence),
      words: `Limits: counting error only, exact, ${around}.`,
    };
  }
  const expected = areas.map((area) => ({ observed: area.count, expected: area.residents * pooledPerResident }));
  const dispersion = dispersionOf(expected);
  if (dispersion === null) return null;
  if (kind === 'overdispersed-additive') {
    return {
      limits: (count) => additiveLimits(count, dispersion, confidence),
      words: `Limits: counting error and the areas’ own spread (additive random effects, τ² ${dispersion.tauSquared.toPrecision(3)}), ${around}.`,
    };
  }
  return {
    limits: (count) => multiplicativeLimits(count, dispersion, confidence),
    words: `Limits: counting error multiplied by the areas’ own spread (φ ${dispersion.phi.toPrecision(3)}), ${around}.`,
  };
}

/**
 * Limits of one kind for every area of a group, with each area's verdict. `k` is the number of sample standard deviations
 * of `spread`, `confidence` that of the others. Null with fewer than three areas known, or where the kind cannot be made.
 */
export function groupLimits(
  areas: readonly AreaCount[],
  kind: GroupLimitsKind,
  { k = 1, confidence = 0.95 }: { readonly k?: number; readonly confidence?: number } = {},
): GroupLimits | null {
  const rated = known(areas);
  const residents = rated.reduce((sum, area) => sum + area.residents, 0);
  const count = rated.reduce((sum, area) => sum + area.count, 0);
  if (rated.length < 3 || count <= 0) return null;
  const rates = rated.map((area) => (area.count / area.residents) * 1000);
  const pooled = (count / residents) * 1000;
  const spread = kind === 'spread' ? spreadLimits(rates, k) : null;
  const ratio = kind === 'spread' ? null : ratioLimits(kind, rated, pooled / 1000, confidence);
  if (spread === null && ratio === null) return null;
  const limitsOf = (area: Known): Limits => {
    if (ratio === null) return spread ?? { lower: NaN, upper: NaN };
    const { lower, upper } = ratio.limits((area.residents * pooled) / 1000);
    return { lower: lower * pooled, upper: upper * pooled };
  };
  return {
    kind,
    average: kind === 'spread' ? (meanOf(rates) ?? pooled) : pooled,
    words:
      ratio?.words ??
      `Limits: mean of the areas’ rates ± ${String(k)} sample standard deviation${k === 1 ? '' : 's'}. iQuanta’s own formula is not published.`,
    areas: areas.map((area) => {
      const found = rated.find((one) => one.name === area.name);
      const rate = found === undefined ? null : ratePerThousand(found.count, found.residents);
      if (found === undefined || rate === null) return null;
      const { lower, upper } = limitsOf(found);
      const verdict = rate > upper ? 'above' : rate < lower ? 'below' : 'inline';
      return { name: area.name, ratePerThousand: rate, lower, upper, verdict };
    }),
  };
}
