import { ratePerThousand } from './gap.ts';
import { wholeSum } from './running-total.ts';

/** An area's events and residents over one span. Null: not known. */
export interface AreaCount {
  readonly name: string;
  readonly count: number | null;
  readonly residents: number | null;
}

/**
 * Which areas the gap is about. The three answer different questions: a fixed set shows whether named places catch up;
 * the worst of a baseline year shows the same without a choice by hand; the worst of the period itself shows how far the
 * worst always lie above the city, whichever they are.
 */
export type PriorityMethod =
  | { readonly by: 'named'; readonly names: readonly string[] }
  | { readonly by: 'worst-in-baseline'; readonly count: number }
  | { readonly by: 'worst-in-period'; readonly count: number };

/** How the two rates are made: the priority ones pooled or as a mean of their rates; the city with or without them. */
export interface GapOptions {
  readonly priority: 'pooled' | 'mean-of-rates';
  readonly city: 'with-priority' | 'without-priority';
}

/** The paper's own gap: pooled, the city with the priority neighbourhoods in it. */
export const BOARD_GAP: GapOptions = { priority: 'pooled', city: 'with-priority' };

const rateOf = ({ count, residents }: AreaCount): number | null => ratePerThousand(count, residents);

/** Names of the so many areas with the highest rates, worst first; areas without a rate are left out. */
export const worstAreas = (areas: readonly AreaCount[], howMany: number): string[] =>
  areas
    .flatMap((area) => {
      const rate = rateOf(area);
      return rate === null ? [] : [{ name: area.name, rate }];
    })
    .sort((a, b) => b.rate - a.rate || (a.name < b.name ? -1 : 1))
    .slice(0, Math.max(0, howMany))
    .map((area) => area.name);

/** Names of the priority areas by a method, from the areas in its baseline year and in the period asked for. */
export function priorityAreas(
  method: PriorityMethod,
  baseline: readonly AreaCount[],
  period: readonly AreaCount[],
): readonly string[] {
  switch (method.by) {
    case 'named':
      return method.names;
    case 'worst-in-baseline':
      return worstAreas(baseline, method.count);
    case 'worst-in-period':
      return worstAreas(period, method.count);
  }
}

/** The two rates of a gap and their difference, per 1,000 residents. */
export interface Gap {
  readonly priorityRate: number | null;
  readonly cityRate: number | null;
  readonly gap: number | null;
}

/** The gap over one span. `unplaced` events count for the city only, in either form of the city. */
export function gapOf(
  areas: readonly AreaCount[],
  priority: readonly string[],
  unplaced: number,
  options: GapOptions = BOARD_GAP,
): Gap {
  const named = areas.filter((area) => priority.includes(area.name));
  const all = priority.every((name) => named.some((area) => area.name === name)) && named.length > 0;
  const compared = options.city === 'with-priority' ? areas : areas.filter((area) => !priority.includes(area.name));
  const events = wholeSum(compared.map((area) => area.count));
  const cityRate = ratePerThousand(
    events === null ? null : events + unplaced,
    wholeSum(compared.map((area) => area.residents)),
  );
  const rates = wholeSum(named.map(rateOf));
  const pooled = ratePerThousand(
    wholeSum(named.map((area) => area.count)),
    wholeSum(named.map((area) => area.residents)),
  );
  const mean = rates === null ? null : rates / named.length;
  const priorityRate = all ? (options.priority === 'pooled' ? pooled : mean) : null;
  return { priorityRate, cityRate, gap: priorityRate === null || cityRate === null ? null : priorityRate - cityRate };
}

/**
 * What each priority area adds to the Board's gap, per 1,000 residents of the priority areas: its events above what the
 * city's rate would give it, over all their residents. The parts add up to the gap. Null where it is not known.
 */
export function partsOfGap(
  areas: readonly AreaCount[],
  priority: readonly string[],
  unplaced: number,
): { readonly name: string; readonly part: number | null }[] {
  const { cityRate } = gapOf(areas, priority, unplaced);
  const named = areas.filter((area) => priority.includes(area.name));
  const residents = wholeSum(named.map((area) => area.residents));
  return named.map((area) => ({
    name: area.name,
    part:
      cityRate === null || residents === null || area.count === null || area.residents === null || residents <= 0
        ? null
        : ((area.count - (cityRate / 1000) * area.residents) / residents) * 1000,
  }));
}

/** What each priority area adds to the change of the gap from one span to another; the parts add up to the change. */
export function partsOfGapChange(
  before: readonly AreaCount[],
  after: readonly AreaCount[],
  priority: readonly string[],
  unplaced: { readonly before: number; readonly after: number },
): { readonly name: string; readonly part: number | null }[] {
  const earlier = new Map(partsOfGap(before, priority, unplaced.before).map(({ name, part }) => [name, part]));
  return partsOfGap(after, priority, unplaced.after).map(({ name, part }) => {
    const was = earlier.get(name) ?? null;
    return { name, part: part === null || was === null ? null : part - was };
  });
}

/**
 * How many fewer events would bring an area to a rate per 1,000; below 0 it already lies under it. Null where unknown.
 * Not rounded: shown as a whole number.
 */
export const fewerToReach = (area: Omit<AreaCount, 'name'>, ratePerThousandAimedAt: number | null): number | null =>
  area.count === null || area.residents === null || ratePerThousandAimedAt === null
    ? null
    : area.count - (ratePerThousandAimedAt / 1000) * area.residents;
