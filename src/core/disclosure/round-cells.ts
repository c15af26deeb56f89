import type { CountCell, DerivedCell, DisclosureTable, LinearSum } from './disclosure-table.ts';
import { countsBehind } from './disclosure-table.ts';
import { hideCells } from './hide-cells.ts';
import type { KnownRow } from './knowledge.ts';
import { countsBehindRounded, nearestMultiple } from './print-count.ts';
import { leaksOf } from './protection.ts';
import { isSmall, smallInWords, type SmallNumberRule } from './rule.ts';
import type { Suppressed, SuppressedCell } from './suppressed.ts';

type Rounding = NonNullable<SmallNumberRule['rounding']>;

/** Between which counts a reader knows a printed one to lie: its symbol says «small», its multiple the rest. */
function countsBehindPrinted(count: number, rule: SmallNumberRule, base: number): { from: number; to: number } {
  if (isSmall(count, rule)) return { from: rule.showsZero ? 1 : 0, to: rule.threshold };
  const { from, to } = countsBehindRounded(nearestMultiple(count, base), base);
  let [low, high] = [from, to];
  while (low < count && (isSmall(low, rule) || nearestMultiple(low, base) !== nearestMultiple(count, base))) low += 1;
  while (high > count && isSmall(high, rule)) high -= 1;
  return { from: low, to: high };
}

function bandsOf(table: DisclosureTable, rule: SmallNumberRule, base: number): KnownRow[] {
  return table.counts.flatMap(({ id, value, standing }): KnownRow[] => {
    if (value === null || value < 0 || standing === 'unprinted' || standing === 'public') return [];
    const { from, to } = countsBehindPrinted(value, rule, base);
    return [
      { coefficients: new Map([[id, 1]]), constant: to, atMost: true },
      { coefficients: new Map([[id, -1]]), constant: -from, atMost: true },
    ];
  });
}

/** Small counts that can be worked out although every count is rounded: «~», 10 and a total of 15 leave no choice. */
function leaksWhenRounded(table: DisclosureTable, rule: SmallNumberRule, base: number): boolean {
  const small = table.counts.filter(
    ({ value, standing }) => value !== null && standing !== 'public' && isSmall(value, rule),
  );
  const hidden = new Set(table.counts.filter((cell) => cell.standing !== 'public').map((cell) => cell.id));
  const derivedShown = new Set(table.derived.filter((cell) => cell.standing === 'public').map((cell) => cell.id));
  const question = {
    table,
    derivedShown,
    rule: { ...rule, protection: 'not-exact' as const },
    besides: bandsOf(table, rule, base),
  };
  return (
    leaksOf(
      question,
      hidden,
      small.map((cell) => cell.id),
    ).length > 0
  );
}

const plain = (cell: CountCell | DerivedCell, part: Partial<SuppressedCell>): SuppressedCell => ({
  id: cell.id,
  label: cell.label,
  outcome: 'shown',
  value: null,
  symbol: null,
  reason: null,
  deducible: null,
  ...part,
});

function roundedCount(cell: CountCell, rule: SmallNumberRule, { base, symbol }: Rounding): SuppressedCell {
  const { value, standing } = cell;
  if (standing === 'unprinted') return plain(cell, { outcome: 'unprinted', reason: 'Not printed.' });
  if (value === null) return plain(cell, { outcome: 'not-known' });
  if (standing === 'public') return plain(cell, { value });
  if (isSmall(value, rule)) {
    const reason = `A small number: this table shows ${smallInWords(rule)} as «${symbol}».`;
    return plain(cell, { outcome: 'small', symbol, reason, deducible: countsBehindPrinted(value, rule, base) });
  }
  const reason = `Rounded to the nearest ${String(base)}.`;
  return plain(cell, { outcome: 'rounded', value: nearestMultiple(value, base), reason });
}

const weigh = (sum: LinearSum, cells: ReadonlyMap<string, SuppressedCell>): number =>
  sum.terms.reduce((all, { cell, times }) => all + times * (cells.get(cell)?.value ?? 0), sum.constant);

/** A derived figure worked out anew from the printed counts, so that it says no more than they do. */
function derivedAnew(
  cell: DerivedCell,
  cells: ReadonlyMap<string, SuppressedCell>,
  rule: SmallNumberRule,
): SuppressedCell {
  if (cell.value === null) return plain(cell, { outcome: 'not-known' });
  if (cell.standing === 'public') return plain(cell, { value: cell.value });
  const behind = countsBehind(cell).map((id) => cells.get(id));
  const bottom = weigh(cell.denominator, cells);
  if (behind.some((one) => one === undefined || one.value === null) || bottom === 0) {
    const reason = 'Hidden with its counts: it would say more than they do.';
    return plain(cell, { outcome: 'follows', symbol: rule.symbol, reason });
  }
  if (behind.every((one) => one?.outcome === 'shown')) return plain(cell, { value: cell.value });
  const value = Number(((cell.scale * weigh(cell.numerator, cells)) / bottom).toFixed(cell.decimals));
  return plain(cell, { outcome: 'rounded', value, reason: 'Worked out from the rounded counts.' });
}

/**
 * A table with every count rounded and small ones as «~»; rates and changes are worked out anew from what is printed.
 * Checked against a reader who knows the rule and how the table adds up; where rounding alone gives a small count away,
 * small counts and their neighbours are hidden as without rounding, and only the rest is rounded.
 */
export const roundCells = (table: DisclosureTable, rule: SmallNumberRule, rounding: Rounding): Suppressed =>
  leaksWhenRounded(table, rule, rounding.base)
    ? roundTheRest(table, rule, rounding, hideCells(table, rule), ROUNDING_IS_TOO_LITTLE)
    : roundTheRest(table, rule, rounding, null, '');

const ROUNDING_IS_TOO_LITTLE = 'Rounding alone would give a small number away, so some figures are hidden as well.';

/**
 * A table whose small numbers are hidden for readers who know every shown figure to the unit, and whose other counts are
 * then rounded. Readers of the rounded figures know less than those, so what is out of their reach stays so.
 */
export function roundTheRest(
  table: DisclosureTable,
  rule: SmallNumberRule,
  rounding: Rounding,
  hidden: Suppressed | null,
  note: string,
): Suppressed {
  const cells = new Map<string, SuppressedCell>();
  for (const cell of table.counts) {
    const before = hidden?.cells.get(cell.id);
    const stays = before === undefined || before.outcome === 'shown';
    cells.set(cell.id, stays ? roundedCount(cell, rule, rounding) : before);
  }
  for (const cell of table.derived) cells.set(cell.id, derivedAnew(cell, cells, rule));
  if (hidden === null) return { cells, safe: true, cheapest: true, unprotected: [], notes: [] };
  return { ...hidden, cells, notes: [...hidden.notes, note] };
}
