import type { Tier } from '../performance/measure-table.ts';
import type { MeasureStanding, RowLight } from './plan.ts';

const WORST_FIRST: readonly Tier[] = ['significant-concern', 'some-concerns', 'generally-satisfied'];

const WORDS: Readonly<Record<Tier, string>> = {
  'generally-satisfied': 'generally satisfied',
  'some-concerns': 'some concerns',
  'significant-concern': 'significant concern',
  'monitoring-only': 'monitoring only',
  'not-yet-known': 'not yet known',
};

const say = ({ name, tier, dataTo }: MeasureStanding): string =>
  `${name}: ${WORDS[tier]}${dataTo === null ? '' : ` (data to ${dataTo})`}`;

/**
 * A row's traffic light: the worst of its measures that are judged. Measures that are only watched, or not yet known,
 * are named but decide nothing; with none judged the light says so and is never green.
 */
export function rowLight(standings: readonly MeasureStanding[]): RowLight {
  if (standings.length === 0) {
    return { tier: 'not-yet-known', why: 'None of its indicators is held as a measure yet.' };
  }
  const why = `${standings.map(say).join('; ')}.`;
  const worst = WORST_FIRST.find((tier) => standings.some((one) => one.tier === tier));
  if (worst !== undefined) return { tier: worst, why };
  const watched = standings.every((one) => one.tier === 'monitoring-only');
  return { tier: watched ? 'monitoring-only' : 'not-yet-known', why };
}
