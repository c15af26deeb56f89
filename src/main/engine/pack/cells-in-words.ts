import type { Origin } from '../../../core/provenance/origin.ts';

interface Place {
  readonly column: number;
  readonly row: number;
}

const columnNumber = (letters: string): number =>
  letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function columnLetters(column: number): string {
  let left = column;
  let letters = '';
  while (left > 0) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
    left = Math.floor((left - 1) / 26);
  }
  return letters;
}

const say = ({ column, row }: Place): string => `${columnLetters(column)}${String(row)}`;

function readPlace(cell: string): Place | null {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(cell) ?? [];
  return letters === '' ? null : { column: columnNumber(letters), row: Number(row) };
}

/** Neighbouring cells of one row or one column joined: C4, D4, E4 are C4:E4. */
function ranges(places: readonly Place[]): string[] {
  const follows = (one: Place, next: Place): boolean =>
    (one.row === next.row && next.column === one.column + 1) ||
    (one.column === next.column && next.row === one.row + 1);
  const found: { first: Place; last: Place }[] = [];
  for (const place of places) {
    const open = found.at(-1);
    const straight =
      open !== undefined &&
      follows(open.last, place) &&
      (open.first.row === place.row || open.first.column === place.column);
    if (straight) open.last = place;
    else found.push({ first: place, last: place });
  }
  return found.map(({ first, last }) => (first === last ? say(first) : `${say(first)}:${say(last)}`));
}

/** Where figures were read, one line for each file and sheet: neighbouring cells joined to ranges. */
export function cellsInWords(origins: readonly Origin[]): { file: string; sheet: string; cells: string }[] {
  const sheets = new Map<string, { file: string; sheet: string; places: Map<string, Place>; others: Set<string> }>();
  for (const { importId, file, sheet, cell } of origins) {
    const key = `${String(importId)}\u0000${sheet}`;
    const found = sheets.get(key) ?? { file, sheet, places: new Map<string, Place>(), others: new Set<string>() };
    sheets.set(key, found);
    // A difference of two cells names both: a month taken out of a running total.
    for (const part of cell.split(' − ').reverse()) {
      const place = readPlace(part.trim());
      if (place === null) found.others.add(part.trim());
      else found.places.set(say(place), place);
    }
  }
  return [...sheets.values()].map(({ file, sheet, places, others }) => ({
    file,
    sheet,
    cells: [...ranges([...places.values()]), ...others].join(', '),
  }));
}
