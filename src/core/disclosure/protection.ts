import { isWhole, openAttack, wholeRange, type Attack, type Bound, type Sight } from './attack.ts';
import type { DisclosureTable } from './disclosure-table.ts';
import { knowledgeOf, type KnownRow } from './knowledge.ts';
import type { SmallNumberRule } from './rule.ts';

/** A hidden count that can be worked out, and the shown cells without which it could not. */
export interface Leak {
  readonly cell: string;
  readonly restsOn: readonly string[];
}

/** What is hidden in a table, and what a reader makes of the rest. */
export interface Question {
  readonly table: DisclosureTable;
  /** Derived figures the reader has; the others are hidden with their counts. */
  readonly derivedShown: ReadonlySet<string>;
  readonly rule: SmallNumberRule;
  /** What the reader knows besides the sums and derived figures: between which counts a rounded figure lies. */
  readonly besides: readonly KnownRow[];
}

export function sightOf(table: DisclosureTable, hidden: ReadonlySet<string>): Sight {
  const shown = new Map<string, number>();
  const out: string[] = [];
  for (const { id, value } of table.counts) {
    if (value === null || hidden.has(id)) out.push(id);
    else shown.set(id, value);
  }
  const negative = table.counts.filter(({ value }) => value !== null && value < 0);
  return { shown, hidden: out, mayBeNegative: new Set(negative.map(({ id }) => id)) };
}

const MOST_BRANCHES = 80;

/**
 * Looks for whole counts that satisfy everything known with `cell` at least `floor`: branch and bound over the simplex.
 * Only tables of three or more ways ever need it; a search cut short answers false, which hides more, never less.
 */
function hasWholeTable(known: readonly KnownRow[], sight: Sight, cell: string, floor: number): boolean {
  const pending: KnownRow[][] = [[{ coefficients: new Map([[cell, -1]]), constant: -floor, atMost: true }]];
  for (let branch = 0; branch < MOST_BRANCHES; branch += 1) {
    const extra = pending.pop();
    if (extra === undefined) return false;
    const bound = openAttack([...known, ...extra], sight)?.most(cell) ?? null;
    if (bound === null) continue;
    if (bound.value === Infinity || isWhole(bound.reachedBy)) return true;
    const split = [...bound.reachedBy].find(([, value]) => Math.abs(value - Math.round(value)) > 1e-6);
    if (split === undefined) return true;
    const [name, value] = split;
    pending.push(
      [...extra, { coefficients: new Map([[name, 1]]), constant: Math.floor(value), atMost: true }],
      [...extra, { coefficients: new Map([[name, -1]]), constant: -Math.ceil(value), atMost: true }],
    );
  }
  return false;
}

/** Whether a hidden count may be as large as `floor`, shown by a table of whole counts. */
function mayReach(known: readonly KnownRow[], sight: Sight, cell: string, floor: number, most: Bound): boolean {
  if (most.value === Infinity) return true;
  if (most.value < floor - 1e-6) return false;
  return isWhole(most.reachedBy) || hasWholeTable(known, sight, cell, floor);
}

const mayFallTo = (ceiling: number, least: Bound): boolean =>
  least.value === Infinity || (least.value <= ceiling + 1e-6 && isWhole(least.reachedBy));

const together = (...bounds: readonly Bound[]): string[] => [...new Set(bounds.flatMap((bound) => bound.restsOn))];

/** The counts among `guarded` that a reader could work out (or hold within the small numbers, as the rule asks). */
export function leaksOf(question: Question, hidden: ReadonlySet<string>, guarded: readonly string[]): Leak[] {
  const { table, rule } = question;
  const known = [...knowledgeOf(table, question.derivedShown), ...question.besides];
  const sight = sightOf(table, hidden);
  const attack = openAttack(known, sight);
  if (attack === null) return guarded.map((cell) => ({ cell, restsOn: [] }));
  const values = new Map(table.counts.map((cell) => [cell.id, cell.value]));
  const highest = new Map<string, number>();
  const remember = (bound: Bound) => {
    if (!isWhole(bound.reachedBy)) return;
    for (const [cell, value] of bound.reachedBy) highest.set(cell, Math.max(highest.get(cell) ?? 0, Math.round(value)));
  };
  return guarded.flatMap((cell): Leak[] => {
    const value = values.get(cell) ?? null;
    const floor = rule.protection === 'beyond-threshold' ? rule.threshold + 1 : value === null ? null : value + 1;
    if (floor !== null && (highest.get(cell) ?? -Infinity) >= floor) return [];
    const most = attack.most(cell);
    remember(most);
    if (floor !== null && mayReach(known, sight, cell, floor, most)) return [];
    if (rule.protection === 'beyond-threshold') return [{ cell, restsOn: most.restsOn }];
    const least = attack.least(cell);
    const other = value === null ? most.value - 1 : value - 1;
    return mayFallTo(other, least) ? [] : [{ cell, restsOn: together(most, least) }];
  });
}

/** Hidden counts that are worked out exactly although hidden: hiding them does no good. */
export function uselessAmong(question: Question, hidden: ReadonlySet<string>, cells: readonly string[]): Leak[] {
  const attack: Attack | null = openAttack(
    [...knowledgeOf(question.table, question.derivedShown), ...question.besides],
    sightOf(question.table, hidden),
  );
  if (attack === null) return [];
  return cells.flatMap((cell): Leak[] => {
    const most = attack.most(cell);
    if (most.value === Infinity) return [];
    const least = attack.least(cell);
    return most.value - least.value < 1e-6 ? [{ cell, restsOn: together(most, least) }] : [];
  });
}

/** What a reader can say of each hidden count, by id; null when the figures contradict each other. */
export function deducibleRanges(
  table: DisclosureTable,
  hidden: ReadonlySet<string>,
  derivedShown: ReadonlySet<string>,
): ReadonlyMap<string, ReturnType<typeof wholeRange>> | null {
  const sight = sightOf(table, hidden);
  const attack = openAttack(knowledgeOf(table, derivedShown), sight);
  if (attack === null) return null;
  return new Map(
    sight.hidden.map((cell) => {
      const least = attack.least(cell).value;
      return [cell, wholeRange(least === Infinity ? -Infinity : least, attack.most(cell).value)];
    }),
  );
}
