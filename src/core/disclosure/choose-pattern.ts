import { cheapestCover, greedyCover, type Demand } from './cheapest-cover.ts';
import { leaksOf, uselessAmong, type Leak, type Question } from './protection.ts';

/** Which further counts are hidden, and whether it is proved that no cheaper choice is safe. */
export interface Pattern {
  readonly secondary: ReadonlySet<string>;
  readonly proved: boolean;
  /** Small counts that stay deducible whatever is hidden here. */
  readonly unprotected: readonly string[];
}

interface Search {
  readonly question: Question;
  /** Hidden from the start: the small counts, and what is printed nowhere. */
  readonly hidden: ReadonlySet<string>;
  readonly guarded: readonly string[];
  readonly candidates: ReadonlySet<string>;
  readonly cost: (cell: string) => number;
}

const MOST_ROUNDS = 80;
const MOST_TO_PRUNE = 60;

/**
 * What hiding a cell costs the reader: fewest cells first, totals last of all, then the smallest figures; of equal
 * choices the one nearest the top of the table.
 */
export function costsOf(question: Question): (cell: string) => number {
  const { counts } = question.table;
  const one = 1 + counts.reduce((sum, cell) => sum + Math.abs(cell.value ?? 0), 1);
  const totals = one * (counts.length + 1);
  const place = 1 / (counts.length * counts.length + 1);
  const costs = new Map(
    counts.map(({ id, standing, value }, at) => [
      id,
      (standing === 'total' ? totals : one) + Math.abs(value ?? 0) + at * place,
    ]),
  );
  return (cell) => costs.get(cell) ?? Infinity;
}

const withAll = (one: ReadonlySet<string>, more: Iterable<string>): Set<string> => new Set([...one, ...more]);

function demandsOf(search: Search, leaks: readonly Leak[], conditional: boolean): Demand[] {
  return leaks.map(({ cell, restsOn }) => ({
    when: conditional ? cell : null,
    any: restsOn.filter((one) => search.candidates.has(one)),
  }));
}

/** Adds cells until nothing leaks, then shows again what was not needed: safe, not always cheapest. */
function grow(search: Search, from: ReadonlySet<string>): Pattern {
  const { question, hidden, cost } = search;
  let secondary = new Set(from);
  let guarded = search.guarded;
  const unprotected: string[] = [];
  for (;;) {
    const leaks = leaksOf(question, withAll(hidden, secondary), guarded);
    if (leaks.length === 0) break;
    const demands = demandsOf(search, leaks, false);
    const hopeless = leaks.filter((_, at) => demands[at]?.any.length === 0).map((leak) => leak.cell);
    unprotected.push(...hopeless);
    guarded = guarded.filter((cell) => !hopeless.includes(cell));
    secondary = withAll(
      secondary,
      greedyCover(
        demands.filter((demand) => demand.any.length > 0),
        cost,
      ),
    );
  }
  if (secondary.size <= MOST_TO_PRUNE) {
    for (const cell of [...secondary].sort((a, b) => cost(b) - cost(a))) {
      const fewer = new Set(secondary);
      fewer.delete(cell);
      if (leaksOf(question, withAll(hidden, fewer), guarded).length === 0) secondary = fewer;
    }
  }
  return { secondary, proved: false, unprotected };
}

/**
 * The cheapest further counts to hide so that no guarded count leaks. Each leak names the shown cells its proof rests
 * on, at least one of which must go: the cheapest choice that meets all such demands is tried, new leaks add demands,
 * and the first choice without a leak is the cheapest there is (the cutting-plane idea of Fischetti and Salazar-González
 * 1999). A choice that takes too long is completed cell by cell instead; either way the end is a choice checked safe.
 */
export function choosePattern(search: Search): Pattern {
  const { question, hidden, candidates } = search;
  const allHidden = withAll(hidden, candidates);
  const hopeless = leaksOf(question, allHidden, search.guarded).map((leak) => leak.cell);
  const guarded = search.guarded.filter((cell) => !hopeless.includes(cell));
  const hopeful = { ...search, guarded };
  const demands: Demand[] = [];
  let tried: ReadonlySet<string> = new Set();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const cover = cheapestCover(demands, search.cost);
    tried = cover.chosen;
    const now = withAll(hidden, tried);
    const leaks = leaksOf(question, now, guarded);
    if (leaks.length === 0) {
      if (cover.proved) return { secondary: tried, proved: true, unprotected: hopeless };
      break;
    }
    const fresh = [
      ...demandsOf(search, leaks, false),
      ...demandsOf(search, uselessAmong(question, now, [...tried]), true),
    ];
    if (!cover.proved || fresh.some((demand) => demand.any.length === 0 && demand.when === null)) break;
    demands.push(...fresh);
  }
  const grown = grow(hopeful, tried);
  return { ...grown, unprotected: [...hopeless, ...grown.unprotected] };
}
