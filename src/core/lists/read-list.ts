import { readDay } from '../intake/read-day.ts';
import type { EntryValues, FieldForm, FieldValue, ListForm } from './list-form.ts';
import { penceOf } from './pounds.ts';
import { problemsOfEntry, warningsOfEntry } from './problems-of-entry.ts';

/** One row of a sheet as plain values; a blank cell is null. */
type SheetRow = readonly (string | number | null)[];

/** What became of an entry, and when it was said; null: on the day the sheet came. */
export interface SheetNote {
  readonly saidOn: string | null;
  readonly note: string;
}

export interface ListReading {
  readonly entries: readonly EntryValues[];
  /** The notes of progress of each entry, in the same order. */
  readonly notes: readonly (readonly SheetNote[])[];
  /** Row of the sheet, from 1; null: the sheet as a whole. */
  readonly refusals: readonly { readonly row: number | null; readonly says: string }[];
  readonly warnings: readonly { readonly row: number | null; readonly says: string }[];
}

/** A measure or an issue that may be named in a sheet, by its id or by its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const tidy = (cell: string | number | null | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).replaceAll(/\s+/g, ' ').trim();

/** The first row that names what an entry is called by and one more column; its columns by field. */
function findHeader(rows: readonly SheetRow[], form: ListForm): { at: number; columns: Map<string, number> } | null {
  for (const [at, row] of rows.slice(0, 30).entries()) {
    const columns = new Map<string, number>();
    for (const [column, cell] of row.entries()) {
      const heading = tidy(cell).toLowerCase();
      const field = form.fields.find(({ id, heading: known }) => !columns.has(id) && known.test(heading));
      if (heading !== '' && field !== undefined) columns.set(field.id, column);
    }
    if (columns.has(form.title) && columns.size > 1) return { at, columns };
  }
  return null;
}

function idsNamed(text: string, known: readonly Named[]): { ids: string[]; unknown: string[] } {
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) =>
    known.find(({ id, name }) => id === part || name.toLowerCase() === part.toLowerCase()),
  );
  return {
    ids: found.flatMap((one) => (one === undefined ? [] : [one.id])),
    unknown: parts.filter((_, at) => found[at] === undefined),
  };
}

function read(field: FieldForm, cell: string | number | null, known: readonly Named[]): FieldValue | { says: string } {
  const text = tidy(cell);
  if (text === '' || cell === null) return null;
  const cannot = (what: string) => ({ says: `«${field.words}» says «${text}»: ${what}.` });
  switch (field.kind) {
    case 'line':
    case 'text':
      return text;
    case 'day':
      return readDay(text)?.day ?? cannot('write a day such as 23/07/2015');
    case 'pence':
      return penceOf(typeof cell === 'number' ? cell : text) ?? cannot('write pounds and pence, such as £1,234.56');
    case 'whole': {
      const whole = Number(text.replaceAll(',', ''));
      return Number.isSafeInteger(whole) && whole >= 0 ? whole : cannot('write a whole number');
    }
    case 'choice': {
      const word = text.toLowerCase();
      const options = field.options ?? [];
      const option = options.find(({ id, words }) => id === word || words.toLowerCase() === word);
      return option?.id ?? cannot(`write ${options.map(({ words }) => words).join(', ')}`);
    }
    case 'measures':
    case 'issues': {
      const { ids, unknown } = idsNamed(text, known);
      return unknown.length === 0 ? ids : cannot(`there is no ${unknown.map((one) => `«${one}»`).join(', ')} here`);
    }
  }
}

const PROGRESS = /^(?:progress|updates?|what became of it)\b/;
/** A new note begins where a line or a semicolon is followed by a day. */
const NEXT_NOTE = /\r?\n|;\s*(?=\d{1,2}[/. -][\w/. -]{4,16}:)/;

/** The dated notes of a cell: `23/07/2015: Advisers in post; 30 October 2015: 212 contacts`. */
function notesIn(cell: string | number | null | undefined): SheetNote[] {
  if (cell === null || cell === undefined) return [];
  return String(cell)
    .split(NEXT_NOTE)
    .map(tidy)
    .filter((part) => part !== '')
    .map((part) => {
      const [, when = '', said = ''] = /^([\w/. -]{6,20}):\s*(.+)$/.exec(part) ?? [];
      const saidOn = readDay(when)?.day ?? null;
      return saidOn === null ? { saidOn, note: part } : { saidOn, note: said };
    });
}

/** Reads a list from the rows of a sheet: a row for each entry under headings. All rows are read, or the reasons given. */
export function readList(
  rows: readonly SheetRow[],
  form: ListForm,
  known: { readonly measures: readonly Named[]; readonly issues: readonly Named[] },
): ListReading {
  const header = findHeader(rows, form);
  const title = form.fields.find(({ id }) => id === form.title)?.words ?? form.title;
  if (header === null) {
    const others = form.fields.filter(({ id }) => id !== form.title).map(({ words }) => words);
    const says = `No row of headings was found: «${title}», and beside it any of ${others.join(', ')}.`;
    return { entries: [], notes: [], refusals: [{ row: null, says }], warnings: [] };
  }
  const progress = form.notes
    ? (rows[header.at] ?? []).findIndex((cell) => PROGRESS.test(tidy(cell).toLowerCase()))
    : -1;
  const entries: EntryValues[] = [];
  const notes: SheetNote[][] = [];
  const refusals: { row: number | null; says: string }[] = [];
  const warnings: { row: number | null; says: string }[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= header.at || cells.every((cell) => tidy(cell) === '')) continue;
    const row = index + 1;
    const values: Record<string, FieldValue> = {};
    const before = refusals.length;
    for (const field of form.fields) {
      const column = header.columns.get(field.id);
      const found = column === undefined ? null : (cells[column] ?? null);
      const value = read(field, found, field.kind === 'measures' ? known.measures : known.issues);
      if (value !== null && typeof value === 'object' && 'says' in value) refusals.push({ row, says: value.says });
      else if (value !== null) values[field.id] = value;
    }
    if (refusals.length > before) continue;
    const problems = problemsOfEntry(form, values);
    if (problems.length > 0) refusals.push(...problems.map((says) => ({ row, says })));
    else {
      entries.push(values);
      notes.push(notesIn(cells[progress]));
      warnings.push(...warningsOfEntry(form, values).map((says) => ({ row, says })));
    }
  }
  if (entries.length === 0 && refusals.length === 0) {
    refusals.push({ row: null, says: 'There is nothing under the headings.' });
  }
  return { entries, notes, refusals, warnings };
}
