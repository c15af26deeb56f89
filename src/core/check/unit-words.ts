import type { Warning } from '../intake/draft.ts';
import { cellName } from '../intake/grid.ts';
import { numberIn, valuesOf, type Line } from '../intake/wide-lines.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import type { WideSheet } from './check-wide.ts';
import type { TableWords } from './table-words.ts';

/** Unit words that the values contradict: «average» on a running total, «rate» over a table of whole counts. */
export function checkUnitWords(sheet: WideSheet, words: ReadonlyMap<WideTable, TableWords>): Warning[] {
  return sheet.tables.flatMap((table) => [
    ...checkAverages(table, sheet),
    ...checkRate(table, sheet, words.get(table)?.texts ?? []),
  ]);
}

const linesIn = (table: WideTable, { lines }: WideSheet): Line[] =>
  lines.filter(({ row }) => table.rows.includes(row) && (row.meaning === 'cumulative' || row.meaning === 'count'));

function checkAverages(table: WideTable, sheet: WideSheet): Warning[] {
  const called = linesIn(table, sheet).filter(({ row }) => /\b(?:average|mean)\b/i.test(row.label));
  const running = called.filter((line) => isRunningTotal(valuesOf(line, sheet.unknown)));
  const [first] = running;
  if (first === undefined) return [];
  const rows = [...new Set(running.map(({ row }) => row))];
  const right = first.row.label.replace(/\s*\b(?:average|mean)\b/i, '').trim();
  return [
    {
      check: 'unit-word',
      cells: rows.map(({ row }) => cellName(row, table.labelColumn)).join(', '),
      says: `${rows.map(({ label }) => `«${label}»`).join(' and ')} ${rows.length > 1 ? 'are called averages' : 'is called an average'}, but the figures are totals since April.`,
      found: first.row.label,
      expected: right,
    },
  ];
}

/** Grows all the way, to at least twice its start over three periods or more: averages do not. */
function isRunningTotal(values: readonly (number | null)[]): boolean {
  const known = values.filter((value) => value !== null);
  const [first = 0] = known;
  return (
    known.length >= 3 &&
    known.every((value, at) => value >= (known[at - 1] ?? 0)) &&
    (known.at(-1) ?? 0) >= 2 * first &&
    first > 0
  );
}

/** The least that a whole number must be to be no rate, share or score. */
const NO_RATE = 100;

function checkRate(table: WideTable, sheet: WideSheet, texts: TableWords['texts']): Warning[] {
  const main = table.rows[0]?.measure;
  const figures = linesIn(table, sheet)
    .filter(({ row }) => row.measure === main && row.meaning === 'count')
    .flatMap(({ slots }) => slots.flatMap((slot) => numberIn(slot) ?? []));
  if (figures.length < 3 || !figures.every(Number.isInteger) || Math.max(...figures) <= NO_RATE) return [];
  const heading = texts.find(
    ({ text }) =>
      text.length <= 120 &&
      /\brates?\b|\bper (?:1,?000|100,?000|head)\b/i.test(text) &&
      !/\bnumber\b|\bcounts?\b|^[*†‡]/i.test(text),
  );
  if (heading === undefined) return [];
  return [
    {
      check: 'unit-word',
      cells: heading.cell,
      says: `«${heading.text}» speaks of a rate, but the table holds whole counts.`,
      found: 'rate',
      expected: 'number',
    },
  ];
}
