import type { Direction } from '../measure/measure.ts';
import { labelOf, sideOfCount } from '../statistics/against-group.ts';
import { pooledRate, rateWithLimits } from '../statistics/rate.ts';
import { meanOf } from '../statistics/spread.ts';
import { periodInDays, type Period } from '../time/period.ts';
import { relativeChange } from './change.ts';
import { funnelCurve } from './funnel-curve.ts';
import { fewerToReach } from './gap-methods.ts';
import { groupLimits, type GroupLimits } from './group-limits.ts';
import type { GroupArea, GroupInForce, GroupOptions, GroupView } from './group-view.ts';
import { crossesChange } from './like-for-like.ts';
import { rankFromLowest } from './make-comparison-view.ts';
import { sayNumber, sayOrdinal, sayPercent } from './say-number.ts';

/** One area as held. */
export interface AreaHeld {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly population: number | null;
  /** The rate the source printed: used only where count or population is not known. */
  readonly printedRate: number | null;
}

export interface GroupInput {
  readonly measure: string;
  readonly measureName: string;
  readonly direction: Direction;
  readonly period: Period;
  readonly group: GroupInForce | null;
  readonly areas: readonly AreaHeld[];
  readonly options: GroupOptions;
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly populationYear: string | null;
  readonly notes: readonly string[];
  /** False where no funnel is drawn: tables and series of many comparisons. */
  readonly withFunnel?: boolean;
}

/** The comparison as an officer of most-similar groups expects it at first: spread ± 1, against the unweighted mean. */
export const GROUP_DEFAULTS: GroupOptions = { limits: 'spread', k: 1, confidence: 0.95, average: 'unweighted' };

/** A comparison of areas over one period: rates with limits, ranks, distances, verdicts by named limits, and the funnel. */
export function makeGroupView(input: GroupInput): GroupView {
  const { options, direction } = input;
  const rated = input.areas.map((area) => {
    const { value, lower, upper, method } = rateWithLimits({ count: area.count, population: area.population });
    const wide = rateWithLimits({ count: area.count, population: area.population, confidence: 0.998 });
    return { ...area, rate: value ?? area.printedRate, lower, upper, wide, method };
  });
  const rates = rated.flatMap(({ rate }) => rate ?? []);
  const counted = rated.filter(({ rate }) => rate !== null);
  const averageUnweighted = meanOf(rates);
  const averagePooled = counted.length === 0 ? null : pooledRate(counted).value;
  const averageUsed = options.average === 'pooled' ? averagePooled : averageUnweighted;
  const limits = limitsOf(rated, options);
  const areas = rated.map((area, index): GroupArea => {
    const band = limits?.areas[index] ?? null;
    const expected = averageUsed === null || area.population === null ? null : (averageUsed / 1000) * area.population;
    const side =
      expected === null || area.count === null || area.rate === null ? null : sideOfCount(area.count, expected);
    return {
      name: area.name,
      own: area.own,
      count: area.count,
      population: area.population,
      ratePerThousand: area.rate,
      lower95: area.lower,
      upper95: area.upper,
      lower998: area.wide.lower,
      upper998: area.wide.upper,
      method: area.method,
      rank: area.rate === null ? null : rankFromLowest(area.rate, rates),
      distancePercent: relativeChange(averageUsed, area.rate),
      bandLower: band?.lower ?? null,
      bandUpper: band?.upper ?? null,
      verdict: band?.verdict ?? null,
      label95: side === null ? null : labelOf(side, direction, 0.95),
      label998: side === null ? null : labelOf(side, direction, 0.998),
    };
  });
  const own = areas.find((area) => area.own) ?? null;
  const fewer = own === null ? null : fewerToReach({ count: own.count, residents: own.population }, averageUsed);
  const anyBand = limits?.areas.find((band) => band !== null) ?? null;
  const isSpread = options.limits === 'spread';
  const crossing = crossesChange(input.group, input.period.from, input.period.to);
  return {
    measure: input.measure,
    measureName: input.measureName,
    direction,
    from: input.period.from,
    to: input.period.to,
    periodInWords: periodInDays(input.period),
    group: input.group,
    areas: fromHighest(areas),
    averageUnweighted,
    averagePooled,
    averageUsed,
    average: options.average,
    rank: own?.rank ?? null,
    of: rates.length,
    distancePercent: own?.distancePercent ?? null,
    limits:
      limits === null
        ? null
        : {
            kind: limits.kind,
            k: options.k,
            confidence: options.confidence,
            words: limits.words,
            around: limits.average,
            lower: isSpread ? (anyBand?.lower ?? null) : null,
            upper: isSpread ? (anyBand?.upper ?? null) : null,
          },
    verdict: own?.verdict ?? null,
    sentence: sayPlace(own, rates.length),
    fewerToAverage: fewer,
    fewerSentence: sayFewer(own, fewer, input.period),
    funnel: input.withFunnel === false ? null : funnelOf(counted, options),
    source: input.source,
    provisional: input.provisional,
    illustrative: input.illustrative,
    populationYear: input.populationYear,
    notes: [...(crossing === null ? [] : [crossing]), ...input.notes, ...dataNotes(areas, limits, options)],
  };
}

const funnelOf = (
  counted: readonly { readonly count: number | null; readonly population: number | null }[],
  { limits }: GroupOptions,
): GroupView['funnel'] =>
  funnelCurve(
    counted.flatMap(({ count, population }) =>
      count === null || population === null ? [] : [{ count, residents: population }],
    ),
    limits,
  );

/** Limits of the kind asked for. With printed rates only, the spread can still be measured: residents are not needed. */
function limitsOf(
  rated: readonly { name: string; count: number | null; population: number | null; rate: number | null }[],
  { limits, k, confidence }: GroupOptions,
): GroupLimits | null {
  const byRate = limits === 'spread';
  return groupLimits(
    rated.map(({ name, count, population, rate }) =>
      byRate ? { name, count: rate, residents: rate === null ? null : 1000 } : { name, count, residents: population },
    ),
    limits,
    { k, confidence },
  );
}

const fromHighest = (areas: readonly GroupArea[]): GroupArea[] =>
  [...areas].sort(
    (a, b) => (b.ratePerThousand ?? -1) - (a.ratePerThousand ?? -1) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );

const VERDICT_WORDS = { inline: 'in line', above: 'above the group', below: 'below the group' } as const;

function sayPlace(own: GroupArea | null, of: number): string {
  if (own === null) return `${String(of)} areas compared; the partnership’s own area is not among them.`;
  if (own.rank === null) return `The rate of ${own.name} is not known for this period.`;
  const place = `${own.name} is ${sayOrdinal(own.rank)} of ${String(of)} (1st is lowest)`;
  if (own.distancePercent === null) return `${place}.`;
  const side =
    Math.abs(own.distancePercent) < 0.05
      ? 'at the average'
      : `${sayPercent(own.distancePercent)} ${own.distancePercent > 0 ? 'above' : 'below'} the average`;
  return `${place}, ${side}${own.verdict === null ? '' : `: ${VERDICT_WORDS[own.verdict]}`}.`;
}

/** `142 fewer in 1 April to 30 June 2015 would bring Plymouth to the average.` */
function sayFewer(own: GroupArea | null, fewer: number | null, period: Period): string | null {
  if (own === null || fewer === null) return null;
  const days = periodInDays(period);
  if (fewer < 0.5)
    return `${own.name} has ${sayNumber(-fewer)} fewer than the group’s average would give, over ${days}.`;
  return `${sayNumber(Math.ceil(fewer - 1e-9))} fewer over ${days} would bring ${own.name} to the group’s average.`;
}

function dataNotes(areas: readonly GroupArea[], limits: GroupLimits | null, { limits: asked }: GroupOptions): string[] {
  const notes: string[] = [];
  const unknown = areas.filter((area) => area.ratePerThousand === null).map((area) => area.name);
  if (unknown.length > 0) notes.push(`No rate for ${sayFew(unknown)}: left out of the averages and the ranking.`);
  const noCount = areas.some(
    (area) => area.ratePerThousand !== null && (area.count === null || area.population === null),
  );
  if (noCount) notes.push('Some areas have only a printed rate: no limits of their own, and no pooled average.');
  if (limits === null && asked !== 'spread') {
    notes.push('These limits need the count and residents of at least three areas, and a count above 0 in each.');
  }
  if (limits !== null && asked === 'spread')
    notes.push('The averages and limits include the own area, as iQuanta’s do.');
  return notes;
}

const sayFew = (names: readonly string[]): string =>
  names.length <= 6 ? names.join(', ') : `${names.slice(0, 5).join(', ')} and ${String(names.length - 5)} more`;
