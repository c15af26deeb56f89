import type { ImportSummary, SheetReport } from '../../../preload/contract.ts';
import { periodInWords } from '../../../core/time/period.ts';
import type { Month } from '../../../core/time/month.ts';
import { listMeasures } from './measures.ts';
import { recordChange } from './audit.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

interface ImportRow {
  importId: number;
  fileName: string;
  sha256: string;
  bytes: number;
  importedAt: string;
  event: 'withdrawn' | 'reinstated' | null;
  eventAt: string | null;
  reason: string | null;
}

const SELECT = `
  SELECT i.import_id AS importId, i.file_name AS fileName, i.sha256, i.bytes, i.imported_at AS importedAt,
    e.event, e.event_at AS eventAt, e.reason
  FROM import i
  LEFT JOIN import_event e ON e.import_event_id =
    (SELECT max(import_event_id) FROM import_event WHERE import_event.import_id = i.import_id)`;

/** The sheets of an import as they were reported when it was kept. */
export function sheetReports(db: ReadStore, importId: number): SheetReport[] {
  return db
    .prepare<[number], { report: string }>('SELECT report FROM import_sheet WHERE import_id = ? ORDER BY position')
    .all(importId)
    .map(({ report }) => JSON.parse(report) as SheetReport);
}

function summaryOf(db: ReadStore, row: ImportRow): ImportSummary {
  const sheets = sheetReports(db, row.importId);
  const names = new Map(listMeasures(db).map((measure) => [measure.id, measure.shortName]));
  const sum = (count: (sheet: SheetReport) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0);
  const withdrawn = row.event === 'withdrawn';
  return {
    importId: row.importId,
    fileName: row.fileName,
    sha256: row.sha256,
    bytes: row.bytes,
    importedAt: row.importedAt,
    state: withdrawn ? 'withdrawn' : 'kept',
    withdrawnAt: withdrawn ? row.eventAt : null,
    withdrawnReason: withdrawn ? row.reason : null,
    observations: sum((sheet) => sheet.observations),
    refusals: sum((sheet) => sheet.refusals.length),
    warnings: sum((sheet) => sheet.warnings.length),
    about: sheets
      .filter((sheet) => sheet.observations > 0)
      .map((sheet) => aboutSheet(sheet, names))
      .join('; '),
  };
}

/** What the layouts are called where a sheet is not about one measure. */
const LAYOUT_WORDS: Readonly<Record<string, string>> = {
  records: 'Records',
  populations: 'Residents',
  comparison: 'Comparison',
  cohort: 'Cohort',
  'entry-exit-scores': 'Entry and exit scores',
  crosstab: 'Figures by area',
  lookup: 'Neighbourhoods of LSOAs',
  recommendations: 'Recommendations',
  survey: 'Survey',
};

/** What a sheet's rows are called: «records», «figures», «LSOAs». */
function thingsIn({ layout, observations }: SheetReport): string {
  const [one, many] = THINGS[layout] ?? ['figure', 'figures'];
  return observations === 1 ? one : many;
}

const THINGS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  records: ['record', 'records'],
  lookup: ['LSOA', 'LSOAs'],
  recommendations: ['recommendation', 'recommendations'],
  survey: ['answer', 'answers'],
};

/** One sheet in a few words: «All crime · 23,621 records · April 2014 to June 2015». */
function aboutSheet(sheet: SheetReport, names: ReadonlyMap<string, string>): string {
  const count = sheet.observations.toLocaleString('en-GB');
  const named = sheet.measure === null ? undefined : names.get(sheet.measure);
  const parts = [
    named === undefined
      ? (LAYOUT_WORDS[sheet.layout] ?? sheet.sheet)
      : sheet.layout === 'comparison'
        ? `${named} compared`
        : named,
    `${count} ${thingsIn(sheet)}`,
  ];
  // An import kept before `known` was reported has none.
  const months = (sheet.known as SheetReport['known'] | undefined) ?? sheet.covers;
  if (months !== null) parts.push(periodInWords({ from: months.from as Month, to: months.to as Month }));
  return parts.join(' · ');
}

/** Every import, the latest first, withdrawn ones included. */
export function listImports(db: ReadStore): ImportSummary[] {
  const rows = db.prepare<[], ImportRow>(`${SELECT} ORDER BY i.import_id DESC`).all();
  return rows.map((row) => summaryOf(db, row));
}

/** There is no import of this number. */
export class NoSuchImport extends Error {
  override readonly name = 'NoSuchImport';
  constructor(importId: number) {
    super(`There is no import ${String(importId)}.`);
  }
}

/** One import. Throws {@link NoSuchImport}. */
export function importSummary(db: ReadStore, importId: number): ImportSummary {
  const row = db.prepare<[number], ImportRow>(`${SELECT} WHERE i.import_id = ?`).get(importId);
  if (row === undefined) throw new NoSuchImport(importId);
  return summaryOf(db, row);
}

/** Withdraws or reinstates an import; doing what is already so changes nothing. */
export function markImport(
  db: WriteStore,
  importId: number,
  event: 'withdrawn' | 'reinstated',
  reason: string,
): ImportSummary {
  const now = importSummary(db, importId);
  if ((now.state === 'withdrawn') === (event === 'withdrawn')) return now;
  db.prepare('INSERT INTO import_event (import_id, event, reason, event_at) VALUES (?, ?, ?, ?)').run(
    importId,
    event,
    reason,
    new Date().toISOString(),
  );
  recordChange(db, {
    what: `import.${event}`,
    subject: `import ${String(importId)}`,
    before: { state: now.state },
    after: { state: event === 'withdrawn' ? 'withdrawn' : 'kept', fileName: now.fileName, sha256: now.sha256 },
    why: reason,
  });
  return importSummary(db, importId);
}
