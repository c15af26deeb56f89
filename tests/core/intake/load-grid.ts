import { readFileSync } from 'node:fs';
import { read, utils, type CellObject, type WorkBook } from '@e965/xlsx';
import type { Block, CellValue, Grid, Row } from '../../../src/core/intake/grid.ts';

const DATE_FORMAT = /(?:^|[^\\"[])[dmy]{1,4}[-/ ,.]+[dmy]{1,4}/i;
const PERCENT_FORMAT = /%/;
const MONTH_FORMAT = /^(?:\[\$-[^\]]*\])?m{3,4}[-/ ]y{2,4}/i;

function cellValue(cell: CellObject): CellValue {
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (cell.t === 'n') {
    const value = cell.v as number;
    if (DATE_FORMAT.test(format)) {
      const at = new Date(Math.round((value - 25_569) * 86_400_000)).toISOString();
      const time = value % 1 === 0 ? null : at.slice(11, 19);
      return { kind: 'day', day: at.slice(0, 10), time, monthOnly: MONTH_FORMAT.test(format) };
    }
    return PERCENT_FORMAT.test(format) ? { kind: 'percent', value } : value;
  }
  if (cell.t === 's' || cell.t === 'b') return cell.v as string | boolean;
  if (cell.t === 'e') return { kind: 'error', code: cell.w ?? '#ERROR' };
  return cell.f === undefined ? null : { kind: 'no-result' };
}

function gridOf(book: WorkBook, name: string, state: Grid['state']): Grid {
  const sheet = book.Sheets[name] ?? {};
  const rows: Row[] = [];
  const reference = sheet['!ref'];
  const range = reference === undefined ? null : utils.decode_range(reference);
  for (let at = range?.s.r ?? 0; range !== null && at <= range.e.r; at++) {
    const cells: CellValue[] = [];
    const formulas: number[] = [];
    for (let column = 0; column <= range.e.c; column++) {
      const cell = sheet[utils.encode_cell({ r: at, c: column })] as CellObject | undefined;
      const value = cell === undefined || cell.t === 'z' ? null : cellValue(cell);
      if (cell?.f !== undefined) formulas.push(column);
      cells.push(value);
    }
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    if (cells.length > 0) rows.push({ row: at + 1, cells, ...(formulas.length > 0 ? { formulas } : {}) });
  }
  const merges: Block[] = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c,
    bottom: e.r + 1,
    right: e.c,
  }));
  return { sheet: name, state, rows, merges, hiddenRows: [], hiddenColumns: [], complete: true };
}

/** The sheets of a workbook or text file as grids, read by a library that is not ours. */
export function loadGrids(file: string): Grid[] {
  const text = /\.csv$/i.test(file);
  const content = readFileSync(file);
  if (text) return [gridOfCsv(content.toString('utf8'))];
  const book = read(content, { cellFormula: true, cellNF: true });
  return book.SheetNames.map((name, index) => {
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    return gridOf(book, name, hidden === 0 ? 'visible' : hidden === 1 ? 'hidden' : 'very-hidden');
  });
}

/** A text file as our own reader gives it: plain numbers as numbers, everything else as text. */
function gridOfCsv(content: string): Grid {
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    cells.push(cell);
    rows.push({ row: rows.length + 1, cells: cells.map(csvValue) });
    cells = [];
    cell = '';
  };
  for (const sign of content.replace(/^\ufeff/, '')) {
    if (sign === '"') quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === ',') {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endRow();
  const filled = rows.filter(({ cells: found }) => found.some((value) => value !== null));
  return {
    sheet: 'Sheet1',
    state: 'visible',
    rows: filled,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    complete: true,
  };
}

function csvValue(text: string): CellValue {
  if (text === '') return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) && !/^0\d/.test(text) ? Number(text) : text;
}
