import type { CellSymbol } from './draft.ts';
import type { CellValue } from './grid.ts';
import { readNumber } from './read-number.ts';
import { readSymbol } from './read-symbol.ts';
import { shownText } from './tidy-text.ts';

/** What a cell in a block of figures says. A percentage's value is a fraction (0.07 for 7%). */
export type ValueFound =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'symbol'; readonly symbol: CellSymbol }
  | { readonly kind: 'refused'; readonly found: string; readonly why: string };

const BLANK: ValueFound = { kind: 'blank' };

/** Reads one cell of a block of figures: a number in any form, a symbol, nothing, or a refusal with its reason. */
export function readValue(cell: CellValue | undefined): ValueFound {
  if (cell === null || cell === undefined) return BLANK;
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? { kind: 'number', value: cell, percent: false }
      : { kind: 'refused', found: String(cell), why: 'not a number that can be counted' };
  }
  if (typeof cell === 'string') return readText(cell);
  if (typeof cell === 'boolean')
    return { kind: 'refused', found: shownText(cell), why: 'yes or no stands where a number should' };
  if (cell.kind === 'percent') return { kind: 'number', value: cell.value, percent: true };
  if (cell.kind === 'day')
    return { kind: 'refused', found: shownText(cell), why: 'a date stands where a number should' };
  if (cell.kind === 'error') {
    return {
      kind: 'refused',
      found: cell.code,
      why: `the workbook shows the error ${cell.code}, so the number is not known`,
    };
  }
  return {
    kind: 'refused',
    found: shownText(cell),
    why: 'the formula’s result was not saved in the file, so the number is not known',
  };
}

function readText(text: string): ValueFound {
  if (text.trim() === '') return BLANK;
  const number = readNumber(text);
  if (number !== null) return { kind: 'number', ...number };
  const symbol = readSymbol(text);
  if (symbol !== null) return { kind: 'symbol', symbol };
  return { kind: 'refused', found: shownText(text), why: 'neither a number nor a symbol this workbench knows' };
}
