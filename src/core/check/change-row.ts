import { previousYear, type FinancialYear } from '../time/financial-year.ts';
import type { Warning } from '../intake/draft.ts';
import { yearsIn } from '../intake/read-year.ts';
import { blockOf } from '../intake/wide-future.ts';
import {
  numberIn,
  periodWord,
  runningSums,
  shownNumber,
  stepsOf,
  valuesOf,
  type Line,
  type Slot,
} from '../intake/wide-lines.ts';
import { placeKey, type Settled } from './settled.ts';

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

/** What a row of differences could be, at each place. */
interface Comparisons {
  readonly bySums: Expected;
  readonly byPeriod: Expected;
  readonly sumsApart: Expected;
  readonly periodsApart: Expected;
}

const SAYS_PERIODS = /\bactuals?\b|\bmonth/i;
const SAYS_SUMS = /\bcum|\bculm|\brunning\b|\bytd\b|\byear to date\b|\bsince april\b/i;

/** Checks a «% difference» row both ways (sums since April, periods alone) and says which one it is. */
export function readChange(line: Line, settled: Settled, unknown: ReadonlyMap<string, string>): ChangeReading {
  const { measure, label } = line.row;
  const current = figuresOf(settled.lines, measure, line.year, unknown);
  const before = figuresOf(settled.lines, measure, previousYear(line.year), unknown);
  const compared: Comparisons = {
    bySums: ({ place }) => share(current.sums[place], before.sums[place]),
    byPeriod: ({ place }) => share(current.months[place], before.months[place]),
    sumsApart: ({ place }) => difference(current.sums[place], before.sums[place]),
    periodsApart: ({ place }) => difference(current.months[place], before.months[place]),
  };
  const filled = line.slots.filter(
    (slot) =>
      numberIn(slot) !== null &&
      (current.months[slot.place] ?? null) === null &&
      (current.sums[slot.place] ?? null) === null,
  );
  const nothingKnown = current.months.every((value) => value === null) && current.sums.every((value) => value === null);
  const refused = filled.filter((slot) => !nothingKnown || numberIn(slot) === -1);
  const isDoubted = ({ place }: Slot): boolean =>
    [line.year, previousYear(line.year)].some((year) => settled.doubted.has(placeKey({ row: line.row, year }, place)));
  const comparable = line.slots.filter(
    (slot) =>
      numberIn(slot) !== null &&
      !refused.includes(slot) &&
      !isDoubted(slot) &&
      (compared.bySums(slot) !== null || compared.byPeriod(slot) !== null),
  );
  const fitsSums = fitting(comparable, compared.bySums);
  const fitsPeriods = fitting(comparable, compared.byPeriod);
  const cumulative = fitsSums === fitsPeriods ? fitsSums > 0 && SAYS_SUMS.test(label) : fitsSums > fitsPeriods;
  const warnings: Warning[] = [];
  const [first] = refused;
  if (first !== undefined) {
    warnings.push({
      check: 'future-period-filled',
      cells: blockOf(line, refused),
      says: `«${label}» compares periods that have no figure yet, from ${periodWord(first)} on: not taken.`,
      found: shownChange(first),
      expected: 'blank',
    });
  }
  const behind = (slot: Slot): string => cellsBehind(slot, line, settled.lines, cumulative);
  warnings.push(...checkFit(line, comparable, compared, { cumulative, fits: Math.max(fitsSums, fitsPeriods), behind }));
  const named = yearsIn(label);
  if (Math.max(fitsSums, fitsPeriods) >= 2 && named.length === 2 && !named.includes(line.year)) {
    warnings.push({
      check: 'year-in-label',
      cells: blockOf(line, comparable),
      says: `«${label}» in fact compares ${line.year} with ${previousYear(line.year)}.`,
      found: named.join(' – '),
      expected: `${previousYear(line.year)} – ${line.year}`,
    });
  }
  return { cumulative, unknown: new Map(refused.map((slot) => [slot.cell, whyRefused(slot)])), warnings };
}

/** How many of the printed changes fit, which way, and the cells that a change compares. */
interface Fit {
  readonly cumulative: boolean;
  readonly fits: number;
  readonly behind: (slot: Slot) => string;
}

/** The two cells a change compares, in words: «E5 and E4». */
function cellsBehind(slot: Slot, line: Line, lines: readonly Line[], cumulative: boolean): string {
  const wanted = cumulative ? ['cumulative', 'gap', 'count'] : ['count', 'cumulative', 'gap'];
  const cells = [line.year, previousYear(line.year)].map((year) => {
    const own = wanted.flatMap(
      (meaning) =>
        lines.find((one) => one.row.measure === line.row.measure && one.year === year && one.row.meaning === meaning) ??
        [],
    );
    return own[0]?.slots.find(({ place }) => place === slot.place)?.cell ?? 'the figures';
  });
  return [...new Set(cells)].join(' and ');
}

/** Says where the row is a number, compares other figures than its label names, or fits neither way. */
function checkFit(
  line: Line,
  comparable: readonly Slot[],
  compared: Comparisons,
  { cumulative, fits, behind }: Fit,
): Warning[] {
  const { label } = line.row;
  const warn = (check: string, slots: readonly Slot[], expected: Expected, says: string): Warning => ({
    check,
    cells: blockOf(line, slots),
    says,
    found: slots.map(shownChange).join(', '),
    expected: slots.map((slot) => shownShare(expected(slot))).join(', '),
  });
  const right = cumulative ? compared.bySums : compared.byPeriod;
  if (fits < comparable.length && holdsNumbers(comparable, compared)) {
    const says = `«${label}» holds the difference as a number, not as a percentage (${comparable.map((slot) => shownShare(right(slot))).join(', ')}).`;
    return [warn('change-row-holds-number', comparable, right, says)];
  }
  const warnings: Warning[] = [];
  if (cumulative && SAYS_PERIODS.test(label) && !SAYS_SUMS.test(label)) {
    const says = `«${label}» compares the sums since April, not the single periods its label names.`;
    warnings.push(warn('change-row-is-cumulative', comparable, compared.byPeriod, says));
  } else if (!cumulative && fits > fitting(comparable, compared.bySums) && SAYS_SUMS.test(label)) {
    const says = `«${label}» compares single periods, not the sums since April its label names.`;
    warnings.push(warn('change-row-is-monthly', comparable, compared.bySums, says));
  }
  const wrong = comparable.filter((slot) => right(slot) !== null && !agreesPercent(slot, right(slot)));
  if (fits < comparable.length && wrong.length > 0) {
    const says =
      fits * 2 > comparable.length || comparable.length === 1
        ? `«${label}» says ${wrong.map(shownChange).join(', ')} in ${wrong.map(({ cell }) => cell).join(', ')}, where ${wrong.map((slot) => shownShare(right(slot))).join(', ')} follows from ${wrong.map(behind).join(', ')}.`
        : `«${label}» is neither the change of the sums since April nor of the single periods.`;
    warnings.push(warn('change-differs', wrong, right, says));
  }
  return warnings;
}

/** True where the row holds differences of counts («-104»), not shares. */
function holdsNumbers(slots: readonly Slot[], { periodsApart, sumsApart }: Comparisons): boolean {
  const plain = slots.some(
    (slot) => slot.found.kind === 'number' && !slot.found.percent && Math.abs(slot.found.value) >= 1,
  );
  return plain && [periodsApart, sumsApart].some((apart) => slots.every((slot) => agrees(slot, apart(slot), 1)));
}

const whyRefused = (slot: Slot): string =>
  numberIn(slot) === -1
    ? `−100% only means that ${periodWord(slot)}’s figure was still empty; ${periodWord(slot)} is not yet known`
    : `compares ${periodWord(slot)}, whose figure is not yet known`;

/** A printed change as it stands: 3%, −104. */
function shownChange({ found }: Slot): string {
  if (found.kind !== 'number') return '';
  return found.percent ? `${shownNumber(found.value * 100)}%` : shownNumber(found.value);
}

/** A share worked out, to one decimal: 25.8%. */
const shownShare = (value: number | null): string =>
  value === null
    ? 'not known'
    : `${(value * 100).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;

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
