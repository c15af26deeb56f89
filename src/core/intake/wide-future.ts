import type { FinancialYear } from '../time/financial-year.ts';
import type { Warning } from './draft.ts';
import { blockName } from './grid.ts';
import { numberIn, periodWord, shownNumber, type Line, type Slot } from './wide-lines.ts';

/** Cells that hold a figure which is none: cell → why. */
export interface FilledAhead {
  readonly unknown: Map<string, string>;
  readonly warnings: Warning[];
}

/**
 * Finds periods that were filled before they happened: a cumulative carried forward («4,799» to the year's end), or
 * noughts to the year's end. Only the latest year of a measure can hold them; a repeat in the middle of a year that
 * is followed by a new figure is a true nought. A single repeat at the end may be either, and stays unknown.
 */
export function filledAhead(lines: readonly Line[]): FilledAhead {
  const result: FilledAhead = { unknown: new Map(), warnings: [] };
  const latest = latestYears(lines);
  const judged = lines.filter((line) => latest.get(line.row.measure) === line.year);
  for (const line of judged.filter(({ row }) => row.meaning === 'count')) judgeCounts(line, result);
  for (const line of judged.filter(({ row }) => row.meaning === 'cumulative' || row.meaning === 'gap')) {
    const counts = judged.find(({ row }) => row.meaning === 'count' && row.measure === line.row.measure);
    judgeCumulative(line, counts, result);
  }
  return result;
}

/** The latest year of each measure that holds any number among its actual figures. */
function latestYears(lines: readonly Line[]): Map<string, FinancialYear> {
  const latest = new Map<string, FinancialYear>();
  for (const { row, year, slots } of lines) {
    if (!['count', 'cumulative', 'gap'].includes(row.meaning) || !slots.some((slot) => numberIn(slot) !== null))
      continue;
    const known = latest.get(row.measure);
    if (known === undefined || year > known) latest.set(row.measure, year);
  }
  return latest;
}

function judgeCounts(line: Line, { unknown, warnings }: FilledAhead): void {
  const last = line.slots.at(-1);
  if (last === undefined || last.place !== line.periods - 1) return;
  const start = line.slots.findLastIndex((slot) => numberIn(slot) !== 0) + 1;
  const filled = line.slots.slice(start);
  if (filled.length === 0) return;
  for (const slot of filled) {
    unknown.set(slot.cell, `0 stands in every period to the end of the year, so ${periodWord(slot)} is not yet known`);
  }
  warnings.push({
    check: 'future-period-filled',
    cells: blockOf(line, filled),
    says: `«${line.row.label}» holds 0 from ${periodWord(filled[0] ?? last)} to the end of ${line.year}: read as not yet known, not as nought.`,
    found: '0',
    expected: 'blank',
  });
}

function judgeCumulative(line: Line, counts: Line | undefined, { unknown, warnings }: FilledAhead): void {
  const lastAt = line.slots.findLastIndex((slot) => numberIn(slot) !== null);
  const last = line.slots[lastAt];
  const value = numberIn(last);
  if (last === undefined || value === null) return;
  let start = lastAt;
  while (start > 0 && numberIn(line.slots[start - 1]) === value) start--;
  // Noughts from the very first period: nothing has been counted yet.
  const firstRepeat = value === 0 && start === 0 ? 0 : start + 1;
  const repeats = line.slots.slice(firstRepeat, lastAt + 1).filter((slot) => !isCountedNought(slot, counts, unknown));
  const [first] = repeats;
  if (first === undefined) return;
  const reached = line.slots[start] ?? last;
  const toTheEnd = repeats.length >= 2 && last.place === line.periods - 1;
  const countsBlank = counts !== undefined && repeats.every(({ place }) => numberIn(slotAt(counts, place)) === null);
  const certain = toTheEnd || countsBlank;
  for (const slot of repeats) unknown.set(slot.cell, whyUnknown(slot, reached, value, certain));
  warnings.push({
    check: certain ? 'future-period-filled' : 'repeat-at-end',
    cells: blockOf(line, repeats),
    says: certain
      ? `«${line.row.label}» repeats ${periodWord(reached)}’s ${shownNumber(value)} from ${periodWord(first)} on: carried forward, so read as not yet known.`
      : `«${line.row.label}» ends by repeating ${periodWord(reached)}’s ${shownNumber(value)}: either none was counted or it was carried forward, so ${periodWord(first)} stays unknown.`,
    found: shownNumber(value),
    expected: certain ? 'blank' : null,
  });
}

const slotAt = (line: Line, place: number): Slot | undefined => line.slots.find((slot) => slot.place === place);

/** True where the row of actual figures says 0 for this period and means it. */
function isCountedNought(slot: Slot, counts: Line | undefined, unknown: ReadonlyMap<string, string>): boolean {
  const counted = counts === undefined ? undefined : slotAt(counts, slot.place);
  return counted !== undefined && numberIn(counted) === 0 && !unknown.has(counted.cell);
}

function whyUnknown(slot: Slot, reached: Slot, value: number, certain: boolean): string {
  if (slot === reached) return `0 stands in every period of the year, so ${periodWord(slot)} is not yet known`;
  const repeats = `repeats ${periodWord(reached)}’s ${shownNumber(value)}; no new figure, so ${periodWord(slot)} is not `;
  return certain ? `${repeats}yet known` : `${repeats}known (it may be a true nought)`;
}

/** The block from the first to the last of some slots of a line. */
export function blockOf(line: Line, slots: readonly Slot[]): string {
  const columns = slots.map(({ column }) => column);
  return blockName({
    top: line.row.row,
    bottom: line.row.row,
    left: Math.min(...columns),
    right: Math.max(...columns),
  });
}
