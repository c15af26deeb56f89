import type { Preview, SheetReport } from '../../preload/contract.ts';
import type { QueuedFile } from '../views/extracts/queue.ts';
import { longPeriod } from './dates.ts';
import { howMany, numberInWords } from './numbers.ts';

/** What a file of one kind alone is counted in. */
const THINGS = {
  lookup: ['LSOA', 'LSOAs'],
  recommendations: ['recommendation', 'recommendations'],
  survey: ['answer', 'answers'],
} as const;

/** `23,621 records` for one row per crime, `39 figures` for a table. */
export function whatIsFound(sheets: readonly Pick<SheetReport, 'layout' | 'observations'>[]): string {
  const count = sheets.reduce((sum, sheet) => sum + sheet.observations, 0);
  for (const [layout, [one, many]] of Object.entries(THINGS)) {
    if (count > 0 && sheets.every((sheet) => sheet.layout === layout || sheet.observations === 0))
      return howMany(count, one, many);
  }
  const records = sheets.some((sheet) => sheet.layout === 'records' && sheet.observations > 0);
  return records ? howMany(count, 'record', 'records') : howMany(count, 'figure', 'figures');
}

/** What the button says: «Keep these 23,621 records». */
export function keepWords(preview: Preview): string {
  const found = whatIsFound(preview.sheets);
  return found.startsWith('1 ') ? `Keep this ${found.slice(2)}` : `Keep these ${found}`;
}

/** `April 2014 to June 2015`, or `June 2015` where both ends are the same. */
export function coversWords(covers: SheetReport['covers']): string {
  if (covers === null) return '';
  const from = longPeriod(covers.from);
  const to = longPeriod(covers.to);
  return from === to ? from : `${from} to ${to}`;
}

/** Where a file stands, in one plain sentence. */
export function stepWords(one: QueuedFile): string {
  switch (one.step) {
    case 'waiting':
      return 'Waiting its turn';
    case 'reading':
      return `Reading${progressWords(one)}`;
    case 'to-keep':
      return 'Waiting to be kept';
    case 'keeping':
      return `Keeping${progressWords(one)}`;
    case 'kept':
      return one.kept === null ? 'Kept' : `Kept: ${one.kept.about}`;
    case 'stopped':
      return 'Stopped: nothing of it was kept';
    case 'trouble':
      return one.failure?.message ?? 'Could not be read';
    case 'read':
      return one.preview === null ? 'Read' : previewWords(one.preview);
  }
}

function previewWords(preview: Preview): string {
  switch (preview.outcome) {
    case 'ready':
      return `Ready: ${whatIsFound(preview.sheets)}${refusalWords(preview)}`;
    case 'refused':
      return firstSentence(preview.reason ?? 'Nothing in it could be read');
    case 'already-held':
      return preview.reason ?? 'Already held';
    case 'needs-password':
      return 'Locked with a password';
  }
}

/** In a list the first sentence is enough: the rest stands beside it once the file is chosen. */
const firstSentence = (text: string): string => /^.+?[.!?](?= [A-Z«]|$)/s.exec(text)?.[0] ?? text;

function refusalWords(preview: Preview): string {
  const refusals = preview.sheets.reduce((sum, sheet) => sum + sheet.refusals.length, 0);
  return refusals === 0 ? '' : ` · ${howMany(refusals, 'cell', 'cells')} could not be read`;
}

/** ` 12,400 of 23,621 rows`, or nothing while it is not known. */
export function progressWords({ progress, secondsLeft }: Pick<QueuedFile, 'progress' | 'secondsLeft'>): string {
  if (progress === null || progress.unit === 'bytes')
    return progress?.of == null ? '…' : `, ${percentDone(progress.done, progress.of)}${timeLeft(secondsLeft)}`;
  const done = numberInWords(progress.done);
  return progress.of === null ? `, ${done} rows so far` : `, ${done} of ${numberInWords(progress.of)} rows`;
}

/** `, about 40 seconds left`; nothing where it cannot be told. */
function timeLeft(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 10) return ', a few seconds left';
  if (seconds < 90) return `, about ${String(Math.round(seconds / 10) * 10)} seconds left`;
  return `, about ${String(Math.round(seconds / 60))} minutes left`;
}

const percentDone = (done: number, of: number): string => (of === 0 ? '…' : `${numberInWords((done / of) * 100)}%`);

const FORMATS: Readonly<Record<string, string>> = {
  xlsx: 'Excel workbook',
  xlsm: 'Excel workbook with macros (they are not run)',
  xlsb: 'Excel binary workbook',
  xls: 'Excel 97–2003 workbook',
  csv: 'CSV text',
  ods: 'OpenDocument spreadsheet',
};

/** What kind of file it is; the ending itself where we have no better word. */
export const formatWords = (format: string): string => FORMATS[format] ?? format;
