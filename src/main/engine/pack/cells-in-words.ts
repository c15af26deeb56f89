import { sayNumber } from '../../../core/performance/say-number.ts';
import type { Origin } from '../../../core/provenance/origin.ts';

/** A block of cells, both corners included; a whole row of a record has no columns. */
interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ALL_COLUMNS = { left: 0, right: 0 };

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

/** `C4`, `B5:D5` or `rows 5 to 1,616`; null for anything else. */
function readBlock(cell: string): Block | null {
  const [, first = '', top = '', last = first, bottom = top] =
    /^([A-Z]{1,3})([1-9]\d{0,6})(?::([A-Z]{1,3})([1-9]\d{0,6}))?$/.exec(cell) ?? [];
  if (first !== '') {
    return { left: columnNumber(first), right: columnNumber(last), top: Number(top), bottom: Number(bottom) };
  }
  const [, from = '', to = ''] = /^rows ([\d,]+) to ([\d,]+)$/.exec(cell) ?? [];
  if (from === '') return null;
  return { ...ALL_COLUMNS, top: Number(from.replaceAll(',', '')), bottom: Number(to.replaceAll(',', '')) };
}

function say({ left, right, top, bottom }: Block): string {
  if (left === 0) return `rows ${sayNumber(top)} to ${sayNumber(bottom)}`;
  const first = `${columnLetters(left)}${String(top)}`;
  return left === right && top === bottom ? first : `${first}:${columnLetters(right)}${String(bottom)}`;
}

/** Two blocks side by side or one under the other make one; null where they do not meet along a whole side. */
function joined(one: Block, next: Block): Block | null {
  if (one.top === next.top && one.bottom === next.bottom && next.left === one.right + 1 && one.left > 0) {
    return { ...one, right: next.right };
  }
  if (one.left === next.left && one.right === next.right && next.top === one.bottom + 1) {
    return { ...one, bottom: next.bottom };
  }
  return null;
}

/** Neighbours joined along rows as they come, then what lies in columns. */
function joinAll(blocks: readonly Block[]): Block[] {
  const rows = joinInOrder([...blocks].sort((a, b) => a.top - b.top || a.left - b.left));
  return joinInOrder(rows.sort((a, b) => a.left - b.left || a.right - b.right || a.top - b.top)).sort(
    (a, b) => a.top - b.top || a.left - b.left,
  );
}

function joinInOrder(blocks: readonly Block[]): Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const both = last === undefined ? null : joined(last, block);
    if (both === null) found.push(block);
    else found[found.length - 1] = both;
  }
  return found;
}

/** Where figures were read, one line for each file and sheet: neighbouring cells joined to blocks. */
export function cellsInWords(origins: readonly Origin[]): { file: string; sheet: string; cells: string }[] {
  const sheets = new Map<string, { file: string; sheet: string; blocks: Map<string, Block>; others: Set<string> }>();
  for (const { importId, file, sheet, cell } of origins) {
    const key = `${String(importId)}\u0000${sheet}`;
    const found = sheets.get(key) ?? { file, sheet, blocks: new Map<string, Block>(), others: new Set<string>() };
    sheets.set(key, found);
    // A difference of two cells names both, the later one first: a month taken out of a running total.
    for (const part of cell
      .split(' − ')
      .reverse()
      .flatMap((one) => one.split(/, (?=[A-Z])/))) {
      const block = readBlock(part.trim());
      if (block === null) found.others.add(part.trim());
      else found.blocks.set(say(block), block);
    }
  }
  return [...sheets.values()].map(({ file, sheet, blocks, others }) => ({
    file,
    sheet,
    cells: [...joinAll([...blocks.values()]).map(say), ...others].join(', '),
  }));
}
