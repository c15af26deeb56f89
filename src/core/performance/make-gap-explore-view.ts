import { labelOf, sideOfCount } from '../statistics/against-group.ts';
import { rateWithLimits } from '../statistics/rate.ts';
import { changeBetween } from '../statistics/two-periods.ts';
import { monthsOf, previousYear, type FinancialYear } from '../time/financial-year.ts';
import { addMonths, type Month } from '../time/month.ts';
import { onePeriod, periodInWords } from '../time/period.ts';
import type { MonthByArea } from './gap.ts';
import type { GapExploreView, NeighbourhoodRow } from './gap-explore-view.ts';
import {
  BOARD_GAP,
  gapOf,
  partsOfGap,
  partsOfGapChange,
  priorityAreas,
  type AreaCount,
  type GapOptions,
  type PriorityMethod,
} from './gap-methods.ts';
import { sayNumber } from './say-number.ts';

/** Under this many events a rate's rank says little. */
const SMALL = 10;

export interface GapExploreInput {
  readonly year: FinancialYear;
  readonly method: PriorityMethod['by'];
  /** How many, for the two «worst» methods. */
  readonly worst: number;
  readonly baselineYear: FinancialYear;
  readonly options: GapOptions;
  readonly named: readonly string[];
  readonly populations: readonly { readonly name: string; readonly residents: number | null }[];
  readonly cityPopulation: number | null;
  readonly populationYear: string | null;
  readonly thisYear: readonly MonthByArea[];
  readonly lastYear: readonly MonthByArea[];
  readonly baseline: readonly MonthByArea[];
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

interface Span {
  readonly areas: readonly AreaCount[];
  readonly unplaced: number;
}

/** Residents of the city who live in none of its neighbourhoods, so that the city's rate is over all its residents. */
const ELSEWHERE = 'Elsewhere in the city';

/** The gap of a year to date by a named method, with every neighbourhood's limits, rank and part in it. */
export function makeGapExploreView(input: GapExploreInput): GapExploreView {
  const months = monthsOf(input.year);
  const spans = months.map((_, at) => spanTo(input, input.thisYear, months.slice(0, at + 1)));
  const lastMonths = monthsOf(previousYear(input.year));
  const lastSpans = lastMonths.map((_, at) => spanTo(input, input.lastYear, lastMonths.slice(0, at + 1)));
  const baselineSpan = spanTo(input, input.baseline, monthsOf(input.baselineYear));
  const method = methodOf(input);
  const areasAt = (span: Span): readonly string[] =>
    priorityAreas(method, baselineSpan?.areas ?? [], span.areas).filter((name) => name !== ELSEWHERE);
  const gapAt = (span: Span | null) =>
    span === null
      ? { priorityRate: null, cityRate: null, gap: null }
      : gapOf(span.areas, areasAt(span), span.unplaced, input.options);
  const last = spans.findLastIndex((span) => span !== null);
  const now = spans[last] ?? null;
  const before = lastSpans[last] ?? null;
  const areas = now === null ? [] : areasAt(now);
  const periods = months.map((period, at) => {
    const span = spans[at] ?? null;
    const board = span === null ? null : gapOf(span.areas, input.named, span.unplaced, BOARD_GAP).gap;
    return { period, ...gapAt(span), lastYearGap: gapAt(lastSpans[at] ?? null).gap, boardGap: board };
  });
  const isBoard = input.options.priority === 'pooled' && input.options.city === 'with-priority';
  const dataTo = last < 0 ? null : (months[last] ?? null);
  return {
    year: input.year,
    dataTo,
    method: input.method,
    methodWords: sayMethod(input),
    baselineYear: input.method === 'worst-in-baseline' ? input.baselineYear : null,
    options: input.options,
    areas,
    periods,
    neighbourhoods: now === null ? [] : neighbourhoods(now, before, areas, isBoard),
    sentence: sentenceOf(periods[last], dataTo, areas.length),
    populationYear: input.populationYear,
    illustrative: input.illustrative,
    notes: [
      sayMethod(input),
      sayOptions(input.options),
      ...(input.method === 'worst-in-baseline' && baselineSpan === null
        ? [`${input.baselineYear} is not held in full, so its worst neighbourhoods are not known.`]
        : []),
      ...(input.method === 'worst-in-period'
        ? ['The worst of the period are chosen anew each month: this gap can only be wide, whoever is in it.']
        : []),
      ...(isBoard
        ? []
        : ['Parts of the gap are given for the Board’s own form alone (pooled, city with the priority ones).']),
      ...input.notes,
    ],
  };
}

/** Counts since April by neighbourhood; null when a month is not held. An area a held month does not list had none. */
function spanTo(input: GapExploreInput, held: readonly MonthByArea[], months: readonly Month[]): Span | null {
  const found = months.map((month) => held.find((one) => one.month === month));
  if (found.length === 0 || found.includes(undefined)) return null;
  const known = found.filter((one) => one !== undefined);
  const names = new Set([
    ...input.populations.map((one) => one.name),
    ...known.flatMap((one) => [...one.byArea.keys()]),
  ]);
  const areas = [...names].map((name): AreaCount => ({
    name,
    count: known.reduce((sum, one) => sum + (one.byArea.get(name) ?? 0), 0),
    residents: input.populations.find((one) => one.name === name)?.residents ?? null,
  }));
  const placed = areas.reduce((sum, area) => sum + (area.residents ?? 0), 0);
  const elsewhere = input.cityPopulation === null ? 0 : input.cityPopulation - placed;
  return {
    areas: elsewhere > 0 ? [...areas, { name: ELSEWHERE, count: 0, residents: elsewhere }] : areas,
    unplaced: known.reduce((sum, one) => sum + one.unplaced, 0),
  };
}

function methodOf({ method, worst, named }: GapExploreInput): PriorityMethod {
  return method === 'named' ? { by: 'named', names: named } : { by: method, count: worst };
}

function sayMethod({ method, worst, baselineYear, named }: GapExploreInput): string {
  if (method === 'named') return `The ${String(named.length)} named priority neighbourhoods, the same all along.`;
  return method === 'worst-in-baseline'
    ? `The ${String(worst)} neighbourhoods with the highest rates in ${baselineYear}, the same all along.`
    : `The ${String(worst)} neighbourhoods with the highest rates in the period itself.`;
}

const sayOptions = ({ priority, city }: GapOptions): string =>
  `${priority === 'pooled' ? 'Their events over their residents, added up first' : 'The mean of their rates'}, against the city ` +
  `${city === 'with-priority' ? 'with' : 'without'} them.`;

function neighbourhoods(
  now: Span,
  before: Span | null,
  areas: readonly string[],
  isBoard: boolean,
): NeighbourhoodRow[] {
  const cityRate = gapOf(now.areas, areas, now.unplaced).cityRate;
  const parts = new Map(
    (isBoard ? partsOfGap(now.areas, areas, now.unplaced) : []).map(({ name, part }) => [name, part]),
  );
  const changes = new Map(
    (isBoard && before !== null
      ? partsOfGapChange(before.areas, now.areas, areas, { before: before.unplaced, after: now.unplaced })
      : []
    ).map(({ name, part }) => [name, part]),
  );
  const lastYear = new Map(before?.areas.map((area) => [area.name, area.count]));
  const rated = now.areas
    .filter((area) => area.name !== ELSEWHERE)
    .map((area) => ({
      ...area,
      narrow: rateWithLimits({ count: area.count, population: area.residents }),
      wide: rateWithLimits({ count: area.count, population: area.residents, confidence: 0.998 }),
    }));
  const known = rated.filter(({ narrow }) => narrow.value !== null);
  return rated
    .map(({ name, count, residents, narrow, wide }): NeighbourhoodRow => {
      const { value, lower, upper } = narrow;
      const above = (test: (other: (typeof known)[number]) => boolean) =>
        known.filter((other) => other.name !== name && test(other)).length;
      const expected = cityRate === null || residents === null ? null : (cityRate / 1000) * residents;
      const side = expected === null || count === null || value === null ? null : sideOfCount(count, expected);
      const earlier = lastYear.get(name) ?? null;
      const change = earlier === null || count === null ? null : changeBetween(earlier, count);
      return {
        name,
        priority: areas.includes(name),
        count,
        population: residents,
        ratePerThousand: value,
        lower95: lower,
        upper95: upper,
        lower998: wide.lower,
        upper998: wide.upper,
        method: narrow.method,
        rank: value === null ? null : 1 + above(({ narrow: other }) => (other.value ?? 0) > value),
        rankFrom: upper === null ? null : 1 + above(({ narrow: other }) => (other.lower ?? 0) > upper),
        rankTo: lower === null ? null : known.length - above(({ narrow: other }) => (other.upper ?? Infinity) < lower),
        label95: side === null ? null : labelOf(side, 'less-is-better', 0.95),
        label998: side === null ? null : labelOf(side, 'less-is-better', 0.998),
        small: count !== null && count < SMALL,
        lastYear: earlier,
        changePercent: change?.percent ?? null,
        changeSays: change?.says ?? null,
        partOfGap: parts.get(name) ?? null,
        partOfChange: changes.get(name) ?? null,
      };
    })
    .sort((a, b) => (b.ratePerThousand ?? -1) - (a.ratePerThousand ?? -1) || (a.name < b.name ? -1 : 1));
}

function sentenceOf(row: GapExploreView['periods'][number] | undefined, dataTo: Month | null, areas: number): string {
  if (row === undefined || row.gap === null || dataTo === null) return 'No gap can be worked out by this method yet.';
  const at = `at the end of ${periodInWords(onePeriod(dataTo))} (${String(areas)} neighbourhoods)`;
  const before = periodInWords(onePeriod(addMonths(dataTo, -12)));
  return [
    `By this method the gap stood at ${sayNumber(row.gap, 1)} per 1,000 residents ${at}` +
      (row.lastYearGap === null ? '.' : `, after ${sayNumber(row.lastYearGap, 1)} at the end of ${before}.`),
    ...(row.boardGap === null ? [] : [`The Board’s own gap is ${sayNumber(row.boardGap, 1)}.`]),
  ].join(' ');
}
