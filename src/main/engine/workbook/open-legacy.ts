import * as cptable from '@e965/xlsx/dist/cpexcel.full.mjs';
import * as XLSX from '@e965/xlsx';
import type { Block, CellValue } from '../../../core/intake/grid.ts';
import { ExcelDays } from './excel-day.ts';
import { LIMITS } from './limits.ts';
import { meaningOfCode, type FormatMeaning } from './number-format.ts';
import type { OnRow, OpenWorkbook, SheetFacts, SheetInfo } from './open-workbook.ts';
import { damaged, tooLarge } from './refusals.ts';
import { OutOfTime, withinTime } from './within-time.ts';

XLSX.set_cptable(cptable);

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

/** Opens .xls or .xlsb, which are read in one piece by SheetJS. */
export function openLegacy(bytes: Buffer, format: 'xls' | 'xlsb'): OpenWorkbook {
  const book = parsed(bytes);
  if (book.SheetNames.length === 0) throw damaged('no sheets were found in it');
  if (book.SheetNames.length > LIMITS.sheets) {
    throw tooLarge('This workbook has more than 1,000 sheets. Save the sheets you need as a workbook of their own.');
  }
  const days = new ExcelDays(book.Workbook?.WBProps?.date1904 ?? false);
  const meanings = new Map<string, FormatMeaning>();
  const meaningOf = (code: string): FormatMeaning => {
    let meaning = meanings.get(code);
    if (meaning === undefined) {
      meaning = meaningOfCode(code);
      meanings.set(code, meaning);
    }
    return meaning;
  };
  return {
    format,
    sheets: book.SheetNames.map((name, index) => ({ name, state: stateOf(book, index) })),
    notes: book.vbaraw === undefined ? [] : ['The macros in this workbook were not run.'],
    readSheet(index: number, onRow: OnRow): Promise<SheetFacts> {
      const sheet = book.Sheets[book.SheetNames[index] ?? ''];
      if (sheet === undefined) throw damaged('a sheet that was asked for is not there');
      return Promise.resolve(readSheet(sheet, onRow, (cell) => valueOf(cell, days, meaningOf)));
    },
    close: () => undefined,
  };
}

function parsed(bytes: Buffer): XLSX.WorkBook {
  try {
    // Not `cellStyles`, which would tell hidden columns too: a damaged column width then never ends.
    const options: XLSX.ParsingOptions = {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellHTML: false,
      cellText: false,
      bookVBA: true,
    };
    return withinTime(legacyMs(bytes.length), () => XLSX.read(bytes, options));
  } catch (reason) {
    if (reason instanceof OutOfTime) throw damaged('reading it does not come to an end');
    const says = reason instanceof Error ? reason.message : '';
    throw damaged(
      /password|encrypt/i.test(says) ? 'it is locked in a way that is not known' : 'it cannot be read as a workbook',
    );
  }
}

/** How long a file of this size may take. */
export const legacyMs = (bytes: number): number =>
  Math.min(LIMITS.timeMs, Math.round(LIMITS.legacyMs + (bytes / 1024 / 1024) * LIMITS.legacyMsPerMB));

function stateOf(book: XLSX.WorkBook, index: number): SheetInfo['state'] {
  const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
  return hidden === 2 ? 'very-hidden' : hidden === 1 ? 'hidden' : 'visible';
}

function readSheet(sheet: XLSX.WorkSheet, onRow: OnRow, valueOf: (cell: XLSX.CellObject) => CellValue): SheetFacts {
  const data = (sheet['!data'] ?? []) as readonly ((XLSX.CellObject | undefined)[] | undefined)[];
  if (data.length > LIMITS.rows) throw damaged('it has cells beyond the last row a sheet can have');
  let rows = 0;
  let cellCount = 0;
  for (let index = 0; index < data.length; index++) {
    const found = data[index];
    if (found === undefined) continue;
    if (found.length > LIMITS.columns) throw damaged('it has cells beyond the last column a sheet can have');
    const cells: CellValue[] = [];
    const formulas: number[] = [];
    for (let column = 0; column < found.length; column++) {
      const cell = found[column];
      if (cell === undefined) continue;
      if (cell.f !== undefined) formulas.push(column);
      const value = valueOf(cell);
      if (value === null) continue;
      while (cells.length < column) cells.push(null);
      cells[column] = value;
      cellCount++;
    }
    if (cells.length === 0) continue;
    rows++;
    const row = index + 1;
    if (onRow(formulas.length === 0 ? { row, cells } : { row, cells, formulas }) === 'stop') break;
  }
  return {
    merges: (sheet['!merges'] ?? []).map(blockOf),
    hiddenRows: placesHidden(sheet['!rows']).map((place) => place + 1),
    hiddenColumns: placesHidden(sheet['!cols']),
    rows,
    cells: cellCount,
  };
}

const blockOf = ({ s, e }: XLSX.Range): Block => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c });

function placesHidden(places: readonly ({ hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  places?.forEach((place, index) => {
    if (place?.hidden === true) hidden.push(index);
  });
  return hidden;
}

function valueOf(cell: XLSX.CellObject, days: ExcelDays, meaningOf: (code: string) => FormatMeaning): CellValue {
  switch (cell.t) {
    case 'n': {
      const value = cell.v as number;
      const meaning = cell.z === undefined ? 'number' : meaningOf(String(cell.z));
      if (meaning === 'day' || meaning === 'month') return days.read(value, meaning === 'month') ?? value;
      return meaning === 'percent' ? { kind: 'percent', value } : value;
    }
    case 's':
      return cell.v === '' && cell.f === undefined ? null : (cell.v as string);
    case 'b':
      return cell.v as boolean;
    case 'e':
      return { kind: 'error', code: ERRORS[cell.v as number] ?? '#ERROR!' };
    default:
      return cell.f === undefined ? null : { kind: 'no-result' };
  }
}
