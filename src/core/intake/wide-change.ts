import { previousYear, type FinancialYear } from '../time/financial-year.ts';
import type { Warning } from './draft.ts';
import { numberIn, periodWord, runningSums, stepsOf, valuesOf, type Line, type Slot } from './wide-lines.ts';
import { yearsIn } from './read-year.ts';
import { blockOf } from './wide-future.ts';

/** A measure's figures of one year, by place in the year. */
export interface YearFigures {
  readonly months: readonly (number | null)[];
  readonly sums: readonly (number | null)[];
}

/** The figures of a measure and year from its actual row, else from its cumulative row. */
export function figuresOf(
  lines: readonly Line[],
  measure: string,
  year: FinancialYear,
  unknown: ReadonlyMap<string, string>,
): YearFigures {
  const of = (meanings: readonly string[]) =>
    lines.find((line) => line.row.measure === measure && line.year === year && meanings.includes(line.row.meaning));
  const counts = of(['count']);
  const sums = of(['cumulative', 'gap']);
  const months = counts === undefined ? stepsOf(valuesOf(sums, unknown)) : valuesOf(counts, unknown);
  return { months, sums: sums === undefined ? runningSums(months) : valuesOf(sums, unknown) };
}

/** How a row of differences was understood. */
export interface ChangeReading {
  /** True where the figures compare sums since April rather than single periods. */
  readonly cumulative: boolean;
  readonly unknown: ReadonlyMap<string, string>;
  readonly warnings: readonly Warning[];
}

type Expected = (slot: Slot) => number | null;

/** Checks a «% difference» row both ways (sums since April, periods alone) and says which one it is. */
export function readChange(line: Line, lines: readonly Line[], unknown: ReadonlyMap<string, string>): ChangeReading {
  const { measure } = line.row;
  const current = figuresOf(lines, measure, line.year, unknown);
  const before = figuresOf(lines, measure, previousYear(line.year), unknown);
  const bySums: Expected = ({ place }) => share(current.sums[place], before.sums[place]);
  const byPeriod: Expected = ({ place }) => share(current.months[place], before.months[place]);
  const byNumber: Expected = ({ place }) => difference(current.months[place], before.months[place]);
  const filled = line.slots.filter(
    (slot) =>
      numberIn(slot) !== null &&
      (current.months[slot.place] ?? null) === null &&
      (current.sums[slot.place] ?? null) === null,
  );
  const nothingKnown = current.months.every((value) => value === null) && current.sums.every((value) => value === null);
  const refused = filled.filter((slot) => !nothingKnown || numberIn(slot) === -1);
  const kept = line.slots.filter((slot) => numberIn(slot) !== null && !refused.includes(slot));
  const comparable = kept.filter((slot) => bySums(slot) !== null || byPeriod(slot) !== null);
  const fitsSums = fitting(comparable, bySums);
  const fitsPeriods = fitting(comparable, byPeriod);
  const isNumber = comparable.length > 0 && comparable.every((slot) => agrees(slot, byNumber(slot), 1));
  const cumulative = fitsSums > fitsPeriods;
  const warnings: Warning[] = [];
  const warn = (check: string, slots: readonly Slot[], says: string) => {
    warnings.push({ check, cells: blockOf(line, slots), says });
  };
  if (refused.length > 0) {
    const [first] = refused;
    warn(
      'future-period-filled',
      refused,
      `«${line.row.label}» compares periods that have no figure yet${first === undefined ? '' : `, from ${periodWord(first)} on`}: not taken.`,
    );
  }
  if (
    isNumber &&
    comparable.some((slot) => slot.found.kind === 'number' && !slot.found.percent && Math.abs(slot.found.value) >= 1)
  ) {
    warn(
      'change-row-holds-number',
      comparable,
      `«${line.row.label}» holds the difference as a number, not as a percentage.`,
    );
  } else if (cumulative && /\bactuals?\b|\bmonth/i.test(line.row.label)) {
    warn(
      'change-row-is-cumulative',
      comparable,
      `«${line.row.label}» compares the sums since April, not the single periods its label names.`,
    );
  } else if (Math.max(fitsSums, fitsPeriods) < comparable.length) {
    const fits = cumulative ? bySums : byPeriod;
    const wrong = comparable.filter((slot) => !agreesPercent(slot, fits(slot)));
    warn(
      'change-differs',
      wrong,
      `«${line.row.label}» is neither the change of the sums since April nor of the single periods.`,
    );
  }
  const named = yearsIn(line.row.label);
  if (Math.max(fitsSums, fitsPeriods) >= 2 && named.length === 2 && !named.includes(line.year)) {
    warn(
      'year-in-label',
      comparable,
      `«${line.row.label}» in fact compares ${line.year} with ${previousYear(line.year)}.`,
    );
  }
  return { cumulative, unknown: new Map(refused.map((slot) => [slot.cell, whyRefused(slot)])), warnings };
}

const whyRefused = (slot: Slot): string =>
  numberIn(slot) === -1
    ? `−100% only means that ${periodWord(slot)}’s figure was still empty; ${periodWord(slot)} is not yet known`
    : `compares ${periodWord(slot)}, whose figure is not yet known`;

const share = (now: number | null | undefined, before: number | null | undefined): number | null =>
  now === null || now === undefined || before === null || before === undefined || before === 0
    ? null
    : now / before - 1;

const difference = (now: number | null | undefined, before: number | null | undefined): number | null =>
  now === null || now === undefined || before === null || before === undefined ? null : now - before;

/** True where the printed value is the expected one at the precision it was printed with. */
function agrees(slot: Slot, expected: number | null, unit: number): boolean {
  const printed = numberIn(slot);
  if (printed === null || expected === null) return false;
  const decimals = (String(Math.round((printed / unit) * 1e6) / 1e6).split('.')[1] ?? '').length;
  return Math.abs(printed - expected) <= unit * (0.5 * 10 ** -Math.min(decimals, 4) + 1e-9);
}

/** Percentages are held as fractions (0.03) or written as plain numbers (3). */
const agreesPercent = (slot: Slot, expected: number | null): boolean =>
  agrees(slot, expected, 0.01) ||
  (slot.found.kind === 'number' && !slot.found.percent && expected !== null && agrees(slot, expected * 100, 1));

const fitting = (slots: readonly Slot[], expected: Expected): number =>
  slots.filter((slot) => agreesPercent(slot, expected(slot))).length;
