import type { Warning } from '../intake/draft.ts';
import { cellName } from '../intake/grid.ts';
import { readValue } from '../intake/read-value.ts';
import { blockOf } from '../intake/wide-future.ts';
import { numberIn, shownNumber, valuesOf, type Line, type Slot } from '../intake/wide-lines.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import { previousYear } from '../time/financial-year.ts';
import { figuresOf } from './change-row.ts';
import type { WideSheet } from './check-wide.ts';
import { slotAt } from './settled.ts';
import type { TableWords, TargetWords } from './table-words.ts';

/** A profile whose steps all lie this near the even step (as a share of it) was meant to be even. */
const MEANT_TO_BE_EVEN = 0.05;
/** The last figure is the one that is wrong where it misses the others' line by more than this share of a step. */
const END_IS_WRONG = 0.25;

/** What was found about one profile. */
export interface ProfileFault {
  readonly kind: 'one' | 'end' | 'step';
  /** The places that do not fit, from 0. */
  readonly places: readonly number[];
  /** The right value at the first of them. */
  readonly right: number;
}

/**
 * Checks each target row: its last figure is the year's target, and it gets there evenly (target × periods so far ÷
 * periods) or as last year fell, rounded as printed. A profile of the officer's own months is left alone.
 */
export function checkTargets(sheet: WideSheet, words: ReadonlyMap<WideTable, TableWords>): Warning[] {
  return sheet.tables.flatMap((table) =>
    sheet.lines.flatMap((line) => {
      if (!isTarget(line) || !table.rows.includes(line.row)) return [];
      const values = valuesOf(line, new Map());
      const lastYear = lastYearsSums(line, sheet);
      const fault = profileFault(values, lastYear);
      const ends = fault?.kind === 'end' || (fault?.kind === 'one' && fault.places[0] === line.periods - 1);
      const own = fault === null ? [] : [sayProfile(line, values, fault)];
      return ends ? own : [...own, ...checkEnd(line, table, sheet, words.get(table)?.target ?? null)];
    }),
  );
}

export const isTarget = (line: Line): boolean => line.row.meaning === 'target' || line.row.meaning === 'gap-target';

/** Last year's sums of the measure a target row belongs to, by place. */
export const lastYearsSums = (line: Line, { settled, unknown }: WideSheet): readonly (number | null)[] =>
  figuresOf(settled.lines, line.row.measure, previousYear(line.year), unknown).sums;

/** Where a profile leaves the line to its end; null where it is right, incomplete, flat or of the officer's own months. */
export function profileFault(
  values: readonly (number | null)[],
  lastYear: readonly (number | null)[],
): ProfileFault | null {
  const known = values.filter((value) => value !== null);
  const end = known.at(-1);
  const periods = values.length;
  if (known.length !== periods || end === undefined || end <= 0 || periods < 4) return null;
  if (known.every((value) => value === end)) return null;
  const unit = 10 ** -Math.max(...known.map(decimalsOf));
  const shares = [evenShares(periods), sharesOf(lastYear)].filter((found) => found !== null);
  const wrongBy = shares.map((share) => misfits(known, end, share, unit));
  if (wrongBy.some((wrong) => wrong.length === 0)) return null;
  for (const [at, wrong] of wrongBy.entries()) {
    const [place = 0] = wrong;
    if (wrong.length === 1) return { kind: 'one', places: wrong, right: round(end * (shares[at]?.[place] ?? 0), unit) };
  }
  for (const share of shares) {
    const meant = endOfTheOthers(known, share, unit);
    if (meant !== null && Math.abs(end - meant) > (END_IS_WRONG * meant) / periods)
      return { kind: 'end', places: [periods - 1], right: round(meant, unit) };
  }
  const even = end / periods;
  const steps = known.map((value, place) => value - (known[place - 1] ?? 0));
  if (steps.some((step) => Math.abs(step - even) > MEANT_TO_BE_EVEN * even)) return oneFall(known, unit);
  const [wrong = []] = wrongBy;
  return { kind: 'step', places: wrong, right: (end * ((wrong[0] ?? 0) + 1)) / periods };
}

/** A profile of own months that falls at one place only: that figure, or the one before, cannot be. */
function oneFall(values: readonly number[], unit: number): ProfileFault | null {
  const falls = values.flatMap((value, place) => (place > 0 && value < (values[place - 1] ?? 0) ? [place] : []));
  const [place] = falls;
  if (place === undefined || falls.length > 1 || values.length < 6) return null;
  const at = (values[place] ?? 0) < (values[place - 2] ?? 0) ? place : place - 1;
  return { kind: 'one', places: [at], right: round(((values[at - 1] ?? 0) + (values[at + 1] ?? 0)) / 2, unit) };
}

const evenShares = (periods: number): number[] => Array.from({ length: periods }, (_, place) => (place + 1) / periods);

function sharesOf(sums: readonly (number | null)[]): number[] | null {
  const known = sums.filter((sum) => sum !== null);
  const whole = known.at(-1) ?? 0;
  return known.length === sums.length && whole > 0 ? known.map((sum) => sum / whole) : null;
}

/** Rounding in the last digit printed, and the dust of binary fractions. */
const DUST = 1e-6;

const misfits = (values: readonly number[], end: number, share: readonly number[], unit: number): number[] =>
  values.flatMap((value, place) =>
    Math.abs(value - end * (share[place] ?? 0)) > unit / 2 + DUST * unit ? [place] : [],
  );

/** The end all figures but the last lead to; null where they lead to none. */
function endOfTheOthers(values: readonly number[], share: readonly number[], unit: number): number | null {
  const from = values.length - 2;
  const base = share[from] ?? 0;
  if (base <= 0) return null;
  const end = (values[from] ?? 0) / base;
  const fits = values.slice(0, from).every((value, place) => {
    const part = share[place] ?? 0;
    return Math.abs(value - end * part) <= (unit / 2) * (1 + part / base) + DUST * unit;
  });
  return fits ? end : null;
}

const decimalsOf = (value: number): number =>
  Math.min(6, (String(Math.round(value * 1e6) / 1e6).split('.')[1] ?? '').length);

const round = (value: number, unit: number): number => Number((Math.round(value / unit) * unit).toFixed(6));

function sayProfile(line: Line, values: readonly (number | null)[], fault: ProfileFault): Warning {
  const slots = fault.places.flatMap((place) => slotAt(line, place) ?? []);
  const value = (place: number): number => values[place] ?? 0;
  const [place = 0] = fault.places;
  const found = shownNumber(value(place));
  const cell = slotAt(line, place)?.cell ?? '';
  const end = value(line.periods - 1);
  const endCell = slotAt(line, line.periods - 1)?.cell ?? '';
  const even = shownNumber(end / line.periods);
  if (fault.kind === 'one') {
    return {
      check: 'target-differs',
      cells: cell,
      says: `«${line.row.label}» leaves its own line in ${cell}: ${found}, where the other figures lead to about ${shownNumber(fault.right)}.`,
      found,
      expected: shownNumber(fault.right),
    };
  }
  if (fault.kind === 'end') {
    return {
      check: 'target-end-differs',
      cells: cell,
      says: `«${line.row.label}» ends at ${found} in ${cell}, but its other figures lead to about ${shownNumber(fault.right)}.`,
      found,
      expected: shownNumber(fault.right),
    };
  }
  const steps = stepsInWords(values);
  return {
    check: 'target-step-differs',
    cells: blockOf(line, slots),
    says: `«${line.row.label}» reaches ${shownNumber(end)} (${endCell}) by steps of ${steps}; ${shownNumber(end)} ÷ ${String(line.periods)} is ${even}, so ${cell} should be ${shownNumber(fault.right)}.`,
    found: steps,
    expected: even,
  };
}

/** «838, the last 846», or all the steps where they differ more. */
function stepsInWords(values: readonly (number | null)[]): string {
  const steps = values.map((value, place) => shownNumber(Number(((value ?? 0) - (values[place - 1] ?? 0)).toFixed(6))));
  const [first = ''] = steps;
  const last = steps.at(-1) ?? '';
  return steps.slice(0, -1).every((step) => step === first) ? `${first}, the last ${last}` : steps.join(', ');
}

/** The profile's end against the year's target as printed beside it or set in words. */
function checkEnd(line: Line, table: WideTable, { cells }: WideSheet, words: TargetWords | null): Warning[] {
  const last = slotAt(line, line.periods - 1);
  const end = numberIn(last);
  if (last === undefined || end === null) return [];
  const beside = table.columns.flatMap((column) => {
    const isOwn = column.kind === 'total' || (column.kind === 'year' && column.year === line.year);
    const found = isOwn ? readValue(cells.cell(line.row.row, column.column)) : null;
    return found?.kind === 'number' ? [{ cell: cellName(line.row.row, column.column), value: found.value }] : [];
  });
  const other = beside.find(({ value }) => Math.abs(value - end) > 0.05);
  if (other !== undefined) {
    return [
      endDiffers(
        last,
        `«${line.row.label}» ends at ${shownNumber(end)}, but ${other.cell} gives ${shownNumber(other.value)} for the year.`,
        end,
        other.value,
        `${last.cell}, ${other.cell}`,
      ),
    ];
  }
  if (words === null || line.row.measure !== table.rows[0]?.measure || isReached(end, words, line.periods)) return [];
  const step = Math.round(words.annual / line.periods);
  const how =
    step * line.periods === end
      ? ` ${String(line.periods)} steps of ${shownNumber(step)} make ${shownNumber(end)}; ${shownNumber(words.annual)} ÷ ${String(line.periods)} is ${shownNumber(words.annual / line.periods)}. Meant so, or a step rounded?`
      : '';
  return [
    endDiffers(
      last,
      `«${line.row.label}» ends at ${shownNumber(end)}, but ${words.cell} says ${words.beyond ? `${words.direction === 'less-is-better' ? 'less' : 'more'} than ` : ''}${shownNumber(words.annual)}.${how}`,
      end,
      words.annual,
      last.cell,
    ),
  ];
}

/** True where a profile's end is what the words ask for: the number, or the next one for «more than». */
function isReached(end: number, { annual, beyond }: TargetWords, periods: number): boolean {
  if (Math.abs(end - annual) < 0.005) return true;
  if (!beyond || Math.abs(end - annual) > 1) return false;
  // One more, only because a rounded step was added up («549 × 12 = 6588» for 6587), is no choice of a target.
  const stepped = Math.round(annual / periods) * periods === end && annual % periods !== 0;
  return !stepped;
}

const endDiffers = (_: Slot, says: string, end: number, right: number, cells: string): Warning => ({
  check: 'target-end-differs',
  cells,
  says,
  found: shownNumber(end),
  expected: shownNumber(right),
});
