import { countsBehind, type CountCell, type DerivedCell, type DisclosureTable } from './disclosure-table.ts';
import { choosePattern, costsOf } from './choose-pattern.ts';
import { deducibleRanges, type Question } from './protection.ts';
import { isSmall, smallInWords, type SmallNumberRule } from './rule.ts';
import type { Outcome, Suppressed, SuppressedCell } from './suppressed.ts';

/** Hidden whatever else: printed nowhere or not known. */
const outOfView = (cell: CountCell): boolean => cell.standing === 'unprinted' || cell.value === null;

/** Small counts, and counts we do not hold ourselves but which the table gives away as small. */
function findSmall(table: DisclosureTable, derivedShown: ReadonlySet<string>, rule: SmallNumberRule): Set<string> {
  const small = new Set<string>();
  for (const { id, value, standing } of table.counts) {
    if (value !== null && standing !== 'public' && isSmall(value, rule)) small.add(id);
  }
  const unheld = table.counts.filter((cell) => cell.value === null);
  if (unheld.length === 0) return small;
  const inView = new Set(table.counts.filter(outOfView).map((cell) => cell.id));
  const ranges = deducibleRanges(table, inView, derivedShown);
  for (const { id } of unheld) {
    const range = ranges?.get(id);
    if (range === undefined || range.to === null || range.to > rule.threshold) continue;
    const exact = range.from === range.to;
    if (exact ? isSmall(range.to, rule) : rule.protection === 'beyond-threshold') small.add(id);
  }
  return small;
}

/** The sum through which a hidden cell would give a small count away, in words; null when none joins them directly. */
function sumThatJoins(table: DisclosureTable, cell: string, hidden: ReadonlySet<string>): string | null {
  const joins = table.relations.find(({ total, parts }) => {
    const members = [total, ...parts];
    return members.includes(cell) && members.some((one) => one !== cell && hidden.has(one));
  });
  return joins?.says ?? null;
}

/** Leaves out sums with counts we do not hold when the figures contradict them. */
function withoutContradictions(table: DisclosureTable): { table: DisclosureTable; notes: string[] } {
  const inView = new Set(table.counts.filter(outOfView).map((cell) => cell.id));
  if (deducibleRanges(table, inView, publicDerived(table)) !== null) return { table, notes: [] };
  const unheld = new Set(table.counts.filter((cell) => cell.value === null).map((cell) => cell.id));
  const kept = table.relations.filter((one) => ![one.total, ...one.parts].some((cell) => unheld.has(cell)));
  return {
    table: { ...table, relations: kept },
    notes: ['Some figures contradict each other (a total is below its parts), so those sums were left out.'],
  };
}

const publicDerived = (table: DisclosureTable): Set<string> =>
  new Set(table.derived.filter((cell) => cell.standing === 'public').map((cell) => cell.id));

const hiddenCell = (
  cell: CountCell | DerivedCell,
  outcome: Outcome,
  rule: SmallNumberRule,
  reason: string,
): SuppressedCell => ({
  id: cell.id,
  label: cell.label,
  outcome,
  value: null,
  symbol: outcome === 'unprinted' || outcome === 'not-known' ? null : rule.symbol,
  reason,
  deducible: null,
});

const shownCell = (cell: CountCell | DerivedCell): SuppressedCell => ({
  id: cell.id,
  label: cell.label,
  outcome: cell.value === null ? 'not-known' : 'shown',
  value: cell.value,
  symbol: null,
  reason: null,
  deducible: null,
});

function sayDerived(cell: DerivedCell, hidden: ReadonlySet<string>, labels: ReadonlyMap<string, string>): string {
  const behind = countsBehind(cell).find((one) => hidden.has(one));
  const counts = labels.get(behind ?? '');
  return `Hidden with ${counts === undefined ? 'its counts' : `«${counts}»`}: it would give the number back.`;
}

/**
 * Hides the small counts of a table and as few others as keep them out of reach: of subtraction, running totals,
 * rates, changes and what earlier packs gave. A figure that is shown is never altered, and a table without small
 * counts stays as it is. What is found deducible is found with counts of nought or more and whole (METHODS §6). */
export function hideCells(given: DisclosureTable, rule: SmallNumberRule): Suppressed {
  const { table, notes } = withoutContradictions(given);
  const derivedShown = publicDerived(table);
  const question: Question = { table, derivedShown, rule, besides: [] };
  const small = findSmall(table, derivedShown, rule);
  const outside = table.counts.filter(outOfView).map((cell) => cell.id);
  const hiddenAtFirst = new Set([...outside, ...small]);
  const candidates = new Set(
    table.counts.filter((cell) => !hiddenAtFirst.has(cell.id) && cell.standing !== 'public').map((cell) => cell.id),
  );
  const pattern =
    small.size === 0
      ? { secondary: new Set<string>(), proved: true, unprotected: [] }
      : choosePattern({ question, hidden: hiddenAtFirst, guarded: [...small], candidates, cost: costsOf(question) });

  const hidden = new Set([...hiddenAtFirst, ...pattern.secondary]);
  const ranges = deducibleRanges(table, hidden, derivedShown);
  const labels = new Map(table.counts.map((cell) => [cell.id, cell.label]));
  const cells = new Map<string, SuppressedCell>();
  for (const cell of table.counts) {
    const deducible = hidden.has(cell.id) ? (ranges?.get(cell.id) ?? null) : null;
    cells.set(cell.id, { ...sayCount(cell, small, hidden, table, rule), deducible });
  }
  for (const cell of table.derived) {
    const follows =
      cell.standing === 'ordinary' &&
      countsBehind(cell).some((one) => small.has(one) || pattern.secondary.has(one) || isUnprinted(table, one));
    const known = cell.value !== null && follows;
    cells.set(cell.id, known ? hiddenCell(cell, 'follows', rule, sayDerived(cell, hidden, labels)) : shownCell(cell));
  }
  return {
    cells,
    safe: pattern.unprotected.length === 0,
    cheapest: pattern.proved,
    unprotected: pattern.unprotected.map((id) => labels.get(id) ?? id),
    notes: [...notes, ...sayUnprotected(pattern.unprotected, labels)],
  };
}

const isUnprinted = (table: DisclosureTable, id: string): boolean =>
  table.counts.some((cell) => cell.id === id && cell.standing === 'unprinted');

function sayCount(
  cell: CountCell,
  small: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
  table: DisclosureTable,
  rule: SmallNumberRule,
): SuppressedCell {
  if (cell.standing === 'unprinted') return hiddenCell(cell, 'unprinted', rule, 'Not printed.');
  if (!hidden.has(cell.id) || cell.value === null) return shownCell(cell);
  if (small.has(cell.id)) {
    return hiddenCell(cell, 'small', rule, `A small number: this table hides ${smallInWords(rule)}.`);
  }
  // The sum with a small number in it says more than one with its other protectors.
  const joins = sumThatJoins(table, cell.id, small) ?? sumThatJoins(table, cell.id, hidden);
  const how = joins === null ? '' : ` (${joins})`;
  return hiddenCell(cell, 'secondary', rule, `With this figure a hidden small number could be worked out${how}.`);
}

const sayUnprotected = (cells: readonly string[], labels: ReadonlyMap<string, string>): string[] =>
  cells.map(
    (id) =>
      `${labels.get(id) ?? id} can be worked out from what is public already; hiding figures here cannot prevent it.`,
  );
