import { meanOf, spreadLimits } from '../statistics/spread.ts';
import { periodInDays, type Period } from '../time/period.ts';
import { relativeChange } from './change.ts';
import type { ComparedArea, ComparisonView } from './comparison-view.ts';
import { ratePerThousand } from './gap.ts';
import { wholeSum } from './running-total.ts';
import { sayOrdinal, sayPercent } from './say-number.ts';

export interface ComparisonInput {
  readonly measure: string;
  readonly measureName: string;
  readonly period: Period;
  readonly areas: readonly {
    readonly name: string;
    readonly own: boolean;
    readonly count: number | null;
    readonly population: number | null;
    /** The rate the source printed: used only where count or population is not known. */
    readonly printedRate: number | null;
  }[];
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly populationYear: string | null;
  readonly notes: readonly string[];
}

type Verdict = NonNullable<ComparisonView['verdict']>;

/** Rank among the rates, 1 = lowest; areas with the same rate share the better rank. */
export const rankFromLowest = (rate: number, rates: readonly number[]): number =>
  1 + rates.filter((other) => other < rate).length;

/** A group's areas from highest to lowest rate; those without a rate last, by name. */
const sorted = (areas: readonly ComparedArea[]): ComparedArea[] =>
  [...areas].sort(
    (a, b) => (b.ratePerThousand ?? -1) - (a.ratePerThousand ?? -1) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );

const VERDICT_WORDS: Record<Verdict, string> = {
  inline: 'in line',
  above: 'above the group',
  below: 'below the group',
};

function makeSentence(
  own: ComparedArea | null,
  rank: number | null,
  of: number,
  distance: number | null,
  verdict: Verdict | null,
) {
  if (own === null) return `${String(of)} areas compared; the partnership’s own area is not among them.`;
  if (rank === null) return `The rate of ${own.name} is not known for this period.`;
  const place = `${own.name} is ${sayOrdinal(rank)} of ${String(of)} (1st is lowest)`;
  if (distance === null) return `${place}.`;
  const side =
    Math.abs(distance) < 0.05
      ? 'at the average'
      : `${sayPercent(distance)} ${distance > 0 ? 'above' : 'below'} the average`;
  return `${place}, ${side}${verdict === null ? '' : `: ${VERDICT_WORDS[verdict]}`}.`;
}

function dataNotes(areas: readonly ComparedArea[]): string[] {
  const notes: string[] = [];
  const unknown = areas.filter((area) => area.ratePerThousand === null);
  if (unknown.length > 0) {
    notes.push(`No rate for ${unknown.map((area) => area.name).join(', ')}: left out of the averages and the ranking.`);
  }
  const noCount = areas.filter(
    (area) => area.ratePerThousand !== null && (area.count === null || area.population === null),
  );
  if (noCount.length > 0) {
    notes.push('Some areas have only a printed rate, so there is no pooled average.');
  }
  return notes;
}

/** A most-similar-group comparison for one period: sorted areas, both averages, rank, distance, spread and verdict. */
export function makeComparisonView(input: ComparisonInput): ComparisonView {
  const areas = input.areas.map(({ name, own, count, population, printedRate }) => ({
    name,
    own,
    count,
    population,
    ratePerThousand: ratePerThousand(count, population) ?? printedRate,
  }));
  const rated = areas.filter((area) => area.ratePerThousand !== null);
  const rates = areas.flatMap((area) => area.ratePerThousand ?? []);
  const own = areas.find((area) => area.own) ?? null;
  const ownRate = own?.ratePerThousand ?? null;
  const averageUnweighted = meanOf(rates);
  const averagePooled =
    rated.length === 0
      ? null
      : ratePerThousand(wholeSum(rated.map((area) => area.count)), wholeSum(rated.map((area) => area.population)));
  const spread = spreadLimits(rates);
  const rank = ownRate === null ? null : rankFromLowest(ownRate, rates);
  const distancePercent = relativeChange(averageUnweighted, ownRate);
  const verdict =
    spread === null || ownRate === null
      ? null
      : ownRate > spread.upper
        ? 'above'
        : ownRate < spread.lower
          ? 'below'
          : 'inline';
  return {
    measure: input.measure,
    measureName: input.measureName,
    from: input.period.from,
    to: input.period.to,
    periodInWords: periodInDays(input.period),
    areas: sorted(areas),
    averageUnweighted,
    averagePooled,
    rank,
    of: rates.length,
    distancePercent,
    limits: spread === null ? null : { kind: 'spread', ...spread },
    verdict,
    sentence: makeSentence(own, rank, rates.length, distancePercent, verdict),
    source: input.source,
    provisional: input.provisional,
    illustrative: input.illustrative,
    populationYear: input.populationYear,
    notes: [
      ...input.notes,
      ...(spread === null
        ? []
        : [
            'Limits: mean of the areas’ rates ± 1 sample standard deviation (divisor n − 1), own area included. ' +
              'iQuanta’s own formula is not published.',
          ]),
      ...dataNotes(areas),
    ],
  };
}
