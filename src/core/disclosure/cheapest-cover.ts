/** At least one of `any` must be chosen, always or only if `when` is chosen. */
export interface Demand {
  readonly when: string | null;
  readonly any: readonly string[];
}

/** The cheapest choice found; `proved` when no cheaper one exists. */
export interface Cover {
  readonly chosen: ReadonlySet<string>;
  readonly proved: boolean;
}

const MOST_STEPS = 30_000;

const isMet = (demand: Demand, chosen: ReadonlySet<string>): boolean =>
  (demand.when !== null && !chosen.has(demand.when)) || demand.any.some((one) => chosen.has(one));

/** The least that demands with nothing in common must still cost. */
function atLeast(open: readonly Demand[], barred: ReadonlySet<string>, cost: (one: string) => number): number {
  const used = new Set<string>();
  let sum = 0;
  for (const demand of open) {
    const free = demand.any.filter((one) => !barred.has(one));
    if (free.some((one) => used.has(one))) continue;
    sum += Math.min(...free.map(cost));
    for (const one of free) used.add(one);
  }
  return sum;
}

/** Chooses one by one what meets most open demands for its cost; always ends, not always cheapest. */
export function greedyCover(demands: readonly Demand[], cost: (one: string) => number): Set<string> {
  const chosen = new Set<string>();
  for (;;) {
    const open = demands.filter((demand) => !isMet(demand, chosen));
    if (open.length === 0) return chosen;
    const meets = new Map<string, number>();
    for (const demand of open) for (const one of demand.any) meets.set(one, (meets.get(one) ?? 0) + 1);
    let best: string | null = null;
    let least = Infinity;
    for (const [one, count] of meets) {
      const price = cost(one) / count;
      if (price < least) [best, least] = [one, price];
    }
    if (best === null) return chosen;
    chosen.add(best);
  }
}

/** The cheapest choice that meets every demand: branch and bound, cut short after a fixed number of steps. */
export function cheapestCover(demands: readonly Demand[], cost: (one: string) => number): Cover {
  let best: ReadonlySet<string> = greedyCover(demands, cost);
  const whole = demands.every((demand) => isMet(demand, best));
  let bestCost = whole ? [...best].reduce((sum, one) => sum + cost(one), 0) : Infinity;
  let steps = 0;
  const chosen = new Set<string>();
  const barred = new Set<string>();
  const walk = (spent: number): void => {
    steps += 1;
    if (steps > MOST_STEPS) return;
    const open = demands.filter((demand) => !isMet(demand, chosen));
    if (open.length === 0) {
      if (spent < bestCost) [best, bestCost] = [new Set(chosen), spent];
      return;
    }
    if (spent + atLeast(open, barred, cost) >= bestCost) return;
    const choices = open.map((demand) => demand.any.filter((one) => !barred.has(one)));
    const narrowest = choices.reduce((least, one) => (one.length < least.length ? one : least));
    const tried: string[] = [];
    for (const one of [...narrowest].sort((a, b) => cost(a) - cost(b))) {
      chosen.add(one);
      walk(spent + cost(one));
      chosen.delete(one);
      barred.add(one);
      tried.push(one);
    }
    for (const one of tried) barred.delete(one);
  };
  walk(0);
  return { chosen: best, proved: steps <= MOST_STEPS };
}
