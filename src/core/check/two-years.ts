import type { Warning } from '../intake/draft.ts';
import { blockOf } from '../intake/wide-future.ts';
import { numberIn, periodWord, shownNumber, type Line, type Slot } from '../intake/wide-lines.ts';
import { previousYear } from '../time/financial-year.ts';
import type { WideSheet } from './check-wide.ts';
import { slotAt } from './settled.ts';

/** Below this, two months of one number are nothing to ask about: small counts often meet. */
const NO_CHANCE_MEETING = 100;
/** As many equal periods in a row are a copy, however small the counts. */
const A_COPY = 3;

/** Figures that look copied: the same count in the same month of both years, a row copied whole, a row that adds up to one cell. */
export function checkTwoYears({ lines, unknown }: WideSheet): Warning[] {
  return lines.flatMap((line) => {
    if (line.row.meaning !== 'count') return [];
    const before = lines.find(
      ({ row, year }) =>
        row.meaning === 'count' && row.measure === line.row.measure && year === previousYear(line.year),
    );
    return before === undefined ? [] : [...checkSame(line, before, unknown), ...checkSum(line, before, unknown)];
  });
}

function checkSame(line: Line, before: Line, unknown: ReadonlyMap<string, string>): Warning[] {
  const both = line.slots.flatMap((slot) => {
    const other = slotAt(before, slot.place);
    return other === undefined || unknown.has(slot.cell) || numberIn(slot) === null || numberIn(other) === null
      ? []
      : [{ slot, other }];
  });
  const same = both.filter(({ slot, other }) => numberIn(slot) === numberIn(other));
  const values = new Set(same.map(({ slot }) => numberIn(slot)));
  if (same.length === both.length && same.length >= A_COPY && values.size > 1) {
    const [first] = same;
    return [
      {
        check: 'row-copied',
        cells: `${blockOf(
          line,
          same.map(({ slot }) => slot),
        )}, ${blockOf(
          before,
          same.map(({ other }) => other),
        )}`,
        says: `«${line.row.label}» holds the very figures of «${before.row.label}», from ${first === undefined ? '' : periodWord(first.slot)} on: copied?`,
        found: same.map(({ slot }) => shownNumber(numberIn(slot) ?? 0)).join(', '),
        expected: null,
      },
    ];
  }
  const odd = same.filter(({ slot }) => (numberIn(slot) ?? 0) >= NO_CHANCE_MEETING);
  if (odd.length === 0) return [];
  const said = odd.map(({ slot }) => `${shownNumber(numberIn(slot) ?? 0)} in ${periodWord(slot)}`).join(', ');
  return [
    {
      check: 'same-value-two-years',
      cells: odd.map(({ slot, other }) => `${other.cell}, ${slot.cell}`).join(', '),
      says: `«${before.row.label}» and «${line.row.label}» both hold ${said}: a copy, or chance?`,
      found: odd.map(({ slot }) => shownNumber(numberIn(slot) ?? 0)).join(', '),
      expected: null,
    },
  ];
}

/** Last year’s whole row adds up to one period of this year: a breakdown of that period, not last year. */
function checkSum(line: Line, before: Line, unknown: ReadonlyMap<string, string>): Warning[] {
  const parts = before.slots.flatMap((slot) => (unknown.has(slot.cell) ? [] : (numberIn(slot) ?? [])));
  if (parts.length !== before.periods || parts.filter((part) => part > 0).length < 2) return [];
  const sum = parts.reduce((total, part) => total + part, 0);
  const twin: Slot | undefined = line.slots.find((slot) => numberIn(slot) === sum);
  if (twin === undefined) return [];
  return [
    {
      check: 'row-sums-to-cell',
      cells: `${blockOf(before, before.slots)}, ${twin.cell}`,
      says: `«${before.row.label}» adds up to ${shownNumber(sum)}, which is ${twin.cell}, one period of «${line.row.label}»: a breakdown of that period, or a copy. Ask the provider.`,
      found: parts.map(shownNumber).join(', '),
      expected: null,
    },
  ];
}
