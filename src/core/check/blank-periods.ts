import type { Warning } from '../intake/draft.ts';
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
import { previousYear } from '../time/financial-year.ts';
import { figuresOf } from './change-row.ts';
import type { WideSheet } from './check-wide.ts';

/** Cells left blank although the other rows of the table know the period, and holes in the middle of a row. */
export function checkBlanks(sheet: WideSheet): Warning[] {
  return sheet.lines.flatMap((line) => {
    const blank = line.slots.filter(({ found }) => found.kind === 'blank');
    if (blank.length === 0 || blank.length === line.slots.length) return [];
    const right = expectedIn(line, sheet);
    const missing = blank.filter(({ place }) => (right[place] ?? null) !== null);
    if (missing.length > 0) return [sayMissing(line, missing, right)];
    const holes = blank.filter((slot) => isHole(slot, line));
    return holes.length === 0 || line.row.meaning === 'change' ? [] : [sayMissing(line, holes, [])];
  });
}

const isHole = ({ place }: Slot, { slots }: Line): boolean =>
  slots.some((slot) => slot.place < place && slot.found.kind !== 'blank') &&
  slots.some((slot) => slot.place > place && slot.found.kind !== 'blank');

/** What a row would hold at each place by the other rows; null where they do not say. */
function expectedIn(line: Line, { lines, unknown }: WideSheet): readonly (number | null)[] {
  const { meaning, measure } = line.row;
  const twin = (wanted: string) =>
    lines.find(({ row, year }) => row.meaning === wanted && row.measure === measure && year === line.year);
  if (meaning === 'cumulative') {
    const counts = twin('count');
    return counts === undefined ? [] : runningSums(valuesOf(counts, unknown));
  }
  if (meaning === 'count') {
    const sums = twin('cumulative');
    return sums === undefined ? [] : stepsOf(valuesOf(sums, unknown));
  }
  if (meaning !== 'change') return [];
  const [now, before] = [line.year, previousYear(line.year)].map((year) => figuresOf(lines, measure, year, unknown));
  return (now?.sums ?? []).map((sum, place) => {
    const base = before?.sums[place] ?? null;
    return sum === null || base === null || base === 0 ? null : sum / base - 1;
  });
}

function sayMissing(line: Line, slots: readonly Slot[], right: readonly (number | null)[]): Warning {
  const isChange = line.row.meaning === 'change';
  const values = slots.map(({ place }) => right[place] ?? null);
  const known = values.flatMap((value) => (value === null ? [] : [shownNumber(Number(value.toFixed(6)))]));
  const [first] = slots;
  const last = slots.at(-1);
  const trailing = line.slots.every((slot) => slot.place < (first?.place ?? 0) || numberIn(slot) === null);
  const from = first === undefined ? '' : periodWord(first);
  const until = last === undefined || last === first ? '' : ` to ${periodWord(last)}`;
  const why =
    known.length === 0
      ? 'although the periods before and after are filled'
      : isChange
        ? 'although both years are known'
        : `although the other rows give ${known.join(', ')}`;
  return {
    check: trailing ? 'last-period-differs' : 'period-missing',
    cells: blockOf(line, slots),
    says: `«${line.row.label}» is blank for ${from}${until}, ${why}.`,
    found: 'blank',
    expected: known.length === 0 || isChange ? null : known.join(', '),
  };
}
