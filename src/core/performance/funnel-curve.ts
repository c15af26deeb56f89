import { ratioFunnelLimits } from '../statistics/funnel.ts';
import { additiveLimits, dispersionOf, multiplicativeLimits } from '../statistics/overdispersion.ts';
import type { Limits } from '../statistics/poisson-limits.ts';
import type { GroupLimitsKind } from './group-limits.ts';
import type { FunnelPoint, GroupView } from './group-view.ts';

/** Points each curve is drawn with. */
const POINTS = 60;

interface Counted {
  readonly count: number;
  readonly residents: number;
}

/**
 * The curves of a funnel around the pooled rate, from the smallest area to the largest, by even ratios of residents. A
 * funnel is about counting error, so `spread` is drawn with counting error alone. Null with fewer than three areas.
 */
export function funnelCurve(areas: readonly Counted[], kind: GroupLimitsKind): GroupView['funnel'] {
  const known = areas.filter(({ residents }) => residents > 0);
  const residents = known.reduce((sum, area) => sum + area.residents, 0);
  const events = known.reduce((sum, area) => sum + area.count, 0);
  if (known.length < 3 || events <= 0) return null;
  const perResident = events / residents;
  const made = ratioLimits(kind, known, perResident);
  if (made === null) return null;
  const sizes = known.map((area) => area.residents);
  const [smallest, largest] = [Math.min(...sizes) * 0.9, Math.max(...sizes) * 1.05];
  const around = perResident * 1000;
  const curve = Array.from({ length: POINTS }, (_, at): FunnelPoint => {
    const population = smallest * (largest / smallest) ** (at / (POINTS - 1));
    const narrow = made.limits(population * perResident, 0.95);
    const wide = made.limits(population * perResident, 0.998);
    return {
      population,
      lower95: narrow.lower * around,
      upper95: narrow.upper * around,
      lower998: wide.lower * around,
      upper998: wide.upper * around,
    };
  });
  return { around, words: made.words, curve };
}

function ratioLimits(
  kind: GroupLimitsKind,
  areas: readonly Counted[],
  perResident: number,
): { limits: (expected: number, confidence: number) => Limits; words: string } | null {
  if (kind === 'spread' || kind === 'counting')
    return { limits: ratioFunnelLimits, words: 'Funnel: counting error only, 95% and 99.8%, around the pooled rate.' };
  const dispersion = dispersionOf(
    areas.map(({ count, residents }) => ({ observed: count, expected: residents * perResident })),
  );
  if (dispersion === null) return null;
  return kind === 'overdispersed-additive'
    ? {
        limits: (expected, confidence) => additiveLimits(expected, dispersion, confidence),
        words: `Funnel: counting error and the areas’ own spread (additive, τ² ${dispersion.tauSquared.toPrecision(3)}), 95% and 99.8%.`,
      }
    : {
        limits: (expected, confidence) => multiplicativeLimits(expected, dispersion, confidence),
        words: `Funnel: counting error multiplied by the areas’ own spread (φ ${dispersion.phi.toPrecision(3)}), 95% and 99.8%.`,
      };
}
