import { basename } from 'node:path';
import { inReadingOrder } from '../../../core/intake/tidy-text.ts';
import type { ImportSummary, Preview, SheetReport } from '../../../preload/contract.ts';
import { recordChange } from '../store/audit.ts';
import { importSummary } from '../store/imports.ts';
import { keptMappings, noteMapping } from '../store/mappings.ts';
import type { Store } from '../store/open-store.ts';
import { asTrouble } from '../store/store-refusal.ts';
import { openBeside } from '../workbook/open-beside.ts';
import { WorkbookRefusal, type OpenOptions } from '../workbook/open-workbook.ts';
import { APP_VERSION, MAPPING_VERSION } from '../version.ts';
import { changesAgainstHeld, heldByDataset } from './changes.ts';
import { CountingSink } from './counting-sink.ts';
import { intakeContext } from './intake-context.ts';
import { fingerprintFile, readInto } from './read-file.ts';
import { withSeriesWarnings } from './series-check.ts';
import { SheetDecisions } from './sheet-decisions.ts';
import { StoringSink } from './storing-sink.ts';

/** The changes of a file that would change nothing. */
export const NO_CHANGES: Preview['changes'] = { new: 0, same: 0, changed: 0, gone: 0, largest: [], byMonth: [] };

const NOTHING_READ: Pick<Preview, 'sheets' | 'readings' | 'changes'> = {
  sheets: [],
  readings: [],
  changes: NO_CHANGES,
};

/** Everything about a preview but its token. */
export type FilePreview = Omit<Preview, 'preview'>;

export interface HeldAs {
  readonly importId: number;
  readonly importedAt: string;
}

/** The live import with these very bytes, or null. */
export function heldAs(store: Store, sha256: string): HeldAs | null {
  return (
    store.read
      .prepare<[string], HeldAs>(
        `SELECT import_id AS importId, imported_at AS importedAt FROM import JOIN live_import USING (import_id)
         WHERE sha256 = ? ORDER BY import_id DESC LIMIT 1`,
      )
      .get(sha256) ?? null
  );
}

/** When a file was kept before, in words. */
export function sayHeld({ importId, importedAt }: HeldAs): string {
  const on = new Date(importedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  return `Already held: the very same file was kept on ${on} as import ${String(importId)}.`;
}

/** Reads a file and says what it holds and what keeping it would change. Keeps nothing. */
export async function previewFile(
  store: Store,
  path: string,
  options: OpenOptions,
  decisions = new SheetDecisions(keptMappings(store.read)),
): Promise<FilePreview> {
  const { sha256, bytes } = await fingerprintFile(path);
  const base = { fileName: inReadingOrder(basename(path)), bytes, sha256, format: '', heldAs: null, ...NOTHING_READ };
  const held = heldAs(store, sha256);
  if (held !== null) {
    return { ...base, outcome: 'already-held', reason: sayHeld(held), heldAs: held.importId };
  }
  try {
    const workbook = await openBeside(path, options);
    try {
      const context = intakeContext(store.read, path);
      const sink = new CountingSink(context.city.name);
      const read = await readInto(workbook, context, sink, options, decisions);
      const held = heldByDataset(store.read, sink.said);
      const sheets = withFileNotes(withSeriesWarnings(store.read, read, sink.series, held), workbook.notes);
      const kept = sheets.reduce((sum, sheet) => sum + sheet.observations, 0);
      const file = { ...base, format: workbook.format, sheets, readings: decisions.readings() };
      if (kept === 0) return { ...file, outcome: 'refused', reason: nothingFound(sheets) };
      return { ...file, outcome: 'ready', reason: null, changes: changesAgainstHeld(held, sink.said).summary };
    } finally {
      workbook.close();
    }
  } catch (error) {
    if (!(error instanceof WorkbookRefusal) || error.kind === 'cancelled') throw error;
    return { ...base, outcome: error.kind === 'needs-password' ? 'needs-password' : 'refused', reason: error.message };
  }
}

function nothingFound(sheets: Preview['sheets']): string {
  const names = sheets.map(({ sheet }) => `«${sheet}»`).join(', ');
  const unknown = sheets.filter(({ layout }) => layout === 'not-recognised');
  const [only] = unknown;
  const next =
    only !== undefined && unknown.length === 1
      ? only.says
      : 'Look at the sheet and check that its header row names months, quarters, areas or record columns.';
  return `No table was recognised in ${names === '' ? 'this file' : `sheet ${names}`}. Nothing was kept. ${next}`;
}

/** What was said of the file as a whole («the macros were not run», a member of a zip that could not be read). */
function withFileNotes(sheets: SheetReport[], notes: readonly string[]): SheetReport[] {
  const said = notes.map((says) => ({ check: 'file-note', cells: '', says }));
  return sheets.map((sheet, position) =>
    position > 0 || said.length === 0 ? sheet : { ...sheet, warnings: [...said, ...sheet.warnings] },
  );
}

/** The file is another one than was previewed, or holds nothing that can be kept. Nothing was kept. */
export class ImportRefusal extends Error {
  override readonly name = 'ImportRefusal';
}

export interface KeptImport {
  readonly summary: ImportSummary;
  readonly sheets: Preview['sheets'];
  readonly changes: Preview['changes'];
}

/**
 * Reads a file and keeps what it holds, in one transaction: whole or not at all. `sha256` is that of the preview; a file
 * that has changed since is refused, and so is one that would be read in another way than was shown.
 */
export async function keepFile(
  store: Store,
  path: string,
  sha256: string | null,
  options: OpenOptions,
  shown: SheetDecisions | null = null,
): Promise<KeptImport> {
  const found = await fingerprintFile(path);
  if (sha256 !== null && found.sha256 !== sha256) {
    throw new ImportRefusal(
      `${basename(path)} has changed since it was looked at. Nothing was kept. Look at it again.`,
    );
  }
  if (heldAs(store, found.sha256) !== null)
    throw new ImportRefusal(`${basename(path)} is already held. Nothing was kept.`);
  const workbook = await openBeside(path, options);
  const db = store.write;
  try {
    const context = intakeContext(store.read, path);
    store.assertThere();
    db.exec('BEGIN IMMEDIATE');
    const importId = Number(
      db
        .prepare(
          `INSERT INTO import (file_name, sha256, bytes, format, imported_at, app_version, mapping_version)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          inReadingOrder(basename(path)),
          found.sha256,
          found.bytes,
          workbook.format,
          new Date().toISOString(),
          APP_VERSION,
          MAPPING_VERSION,
        ).lastInsertRowid,
    );
    const sink = new StoringSink(db, importId, context.city.name);
    const decisions = shown?.again() ?? new SheetDecisions(keptMappings(store.read));
    const read = await readInto(workbook, context, sink, options, decisions);
    if (shown !== null && !decisions.readsAs(shown)) {
      throw new ImportRefusal(
        `${basename(path)} would now be read in another way than was shown. Nothing was kept. Look at it again.`,
      );
    }
    const held = heldByDataset(store.read, sink.said);
    const sheets = withFileNotes(withSeriesWarnings(store.read, read, sink.series, held), workbook.notes);
    if (sheets.every((sheet) => sheet.observations === 0)) throw new ImportRefusal(nothingFound(sheets));
    const changes = changesAgainstHeld(held, sink.said);
    for (const [position, sheet] of sheets.entries()) {
      if (sheet !== read[position]) sink.reportAgain(position, sheet);
    }
    sink.keepGone(changes.gone);
    for (const { position, mapping } of (shown ?? decisions).mappings()) noteMapping(db, importId, position, mapping);
    recordKept(store, importId, sheets, changes.summary);
    options.signal?.throwIfAborted();
    store.assertThere();
    db.exec('COMMIT');
    store.anchor();
    return { summary: importSummary(store.read, importId), sheets, changes: changes.summary };
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw asTrouble(error);
  } finally {
    workbook.close();
  }
}

/** The import's entry in the audit trail, in the same transaction. */
function recordKept(store: Store, importId: number, sheets: Preview['sheets'], changes: Preview['changes']): void {
  const { fileName, sha256, bytes, observations, refusals } = importSummary(store.write, importId);
  const aboutPeople = sheets.flatMap((sheet) =>
    sheet.aboutPeople.map((one) => ({
      sheet: sheet.sheet,
      heading: one.heading,
      kind: one.kind,
      keptAs: one.keptAs,
      reason: one.reason,
    })),
  );
  recordChange(store.write, {
    what: 'import.kept',
    subject: `import ${String(importId)}`,
    before: null,
    after: {
      fileName,
      sha256,
      bytes,
      sheets: sheets.map(({ sheet, layout, dataset, covers }) => ({ sheet, layout, dataset, covers })),
      observations,
      refusals,
      ...(aboutPeople.length === 0 ? {} : { aboutPeople }),
      changes: { new: changes.new, same: changes.same, changed: changes.changed, gone: changes.gone },
    },
    why: '',
  });
}
