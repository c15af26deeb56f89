import type { DisclosureTable } from './disclosure-table.ts';
import { hideCells } from './hide-cells.ts';
import { roundCells } from './round-cells.ts';
import { refuseRule, type SmallNumberRule } from './rule.ts';
import type { Suppressed } from './suppressed.ts';

/**
 * A table as it may be printed under a small-number rule: small counts hidden with as few others as keep them out of
 * reach, or counts rounded where the rule rounds. Throws on a rule that {@link refuseRule} refuses.
 */
export function suppress(table: DisclosureTable, rule: SmallNumberRule): Suppressed {
  const refused = refuseRule(rule);
  if (refused !== null) throw new RangeError(refused);
  return rule.rounding === null ? hideCells(table, rule) : roundCells(table, rule, rule.rounding);
}
