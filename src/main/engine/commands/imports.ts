import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { SheetChoice } from '../../../core/intake/sheet-choice.ts';
import { inReadingOrder } from '../../../core/intake/tidy-text.ts';
import type { Handlers } from '../dispatch.ts';
import { newToken, type Engine, type HeldPreview } from '../engine.ts';
import { ImportRefusal, keepFile, previewFile } from '../import/import-file.ts';
import { SheetDecisions } from '../import/sheet-decisions.ts';
import { sheetPage } from '../import/sheet-page.ts';
import { importSummary, listImports, markImport, sheetReports } from '../store/imports.ts';
import { sheetCopy } from '../store/sheet-copies.ts';
import { keptMappings } from '../store/mappings.ts';

/** Previews remembered at once: enough for a month's files, so that a forgotten one does not stay for ever. */
const MOST_PREVIEWS = 200;

type ImportCommands = Pick<Handlers, Extract<keyof Handlers, `import.${string}` | 'file.offer'>>;

/** Runs work that can be cancelled and that tells how far it has come, at most ten times a second. */
async function cancellable<T>(
  engine: Engine,
  step: 'reading' | 'keeping',
  file: string,
  work: (options: { signal: AbortSignal; onProgress: (done: number, of: number | null) => void }) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  engine.running = controller;
  let last = 0;
  try {
    return await work({
      signal: controller.signal,
      onProgress: (done, of) => {
        const now = performance.now();
        if (now - last < 100) return;
        last = now;
        engine.tell({ about: 'progress', step, file, done, of, unit: 'bytes' });
      },
    });
  } finally {
    if (engine.running === controller) engine.running = null;
  }
}

export function heldPreview(engine: Engine, token: string): HeldPreview {
  const held = engine.previews.get(token);
  if (held === undefined) throw new ImportRefusal('This preview is no longer held. Look at the file again.');
  return held;
}

export const importCommands: ImportCommands = {
  'file.offer': ({ path }, engine) => {
    if (!existsSync(path) || !statSync(path).isFile())
      throw new ImportRefusal(`${basename(path)} is not there, or is no file.`);
    const file = newToken();
    engine.files.set(file, path);
    return { file, name: inReadingOrder(basename(path)) };
  },

  'import.preview': async ({ file, password, choices }, engine) => {
    const path = engine.files.get(file);
    if (path === undefined) throw new ImportRefusal('This file is no longer offered. Choose it again.');
    const options = password === undefined ? {} : { password };
    // The contract has checked the shape; months and years are of the core's own kind.
    const asked = new Map((choices ?? []).map(({ position, choice }) => [position, choice as SheetChoice | null]));
    const decisions = new SheetDecisions(keptMappings(engine.store.read), asked);
    const found = await cancellable(engine, 'reading', basename(path), (live) =>
      previewFile(engine.store, path, { ...options, ...live }, decisions),
    );
    const preview = newToken();
    engine.previews.set(preview, { ...found, path, password, decisions });
    const [oldest] = engine.previews.keys();
    if (engine.previews.size > MOST_PREVIEWS && oldest !== undefined) engine.previews.delete(oldest);
    return { ...found, preview };
  },

  'import.sheet': async ({ preview, sheet, fromRow, rows }, engine) => {
    const held = heldPreview(engine, preview);
    return sheetPage(held.path, held.password, sheet, fromRow, rows);
  },

  'import.cells': ({ importId, sheet }, engine) => {
    const copy = sheetCopy(engine.store.read, importId, sheet);
    if (copy === null) throw new ImportRefusal(`Import ${String(importId)} holds no sheet «${sheet}».`);
    const { fileName, layout, rows } = copy;
    const why = rows !== null ? null : layout === 'records' ? 'list-of-records' : 'not-copied';
    return { fileName, rows: rows?.map(({ row, cells }) => ({ row, cells: [...cells] })) ?? null, why };
  },

  'import.commit': async ({ preview }, engine) => {
    const held = heldPreview(engine, preview);
    if (held.outcome !== 'ready') throw new ImportRefusal(held.reason ?? `${held.fileName} cannot be kept.`);
    const options = held.password === undefined ? {} : { password: held.password };
    const kept = await engine.inTurn(() =>
      cancellable(engine, 'keeping', held.fileName, (live) =>
        keepFile(engine.store, held.path, held.sha256, { ...options, ...live }, held.decisions),
      ),
    );
    engine.previews.delete(preview);
    engine.tell({ about: 'changed', names: ['imports', 'figures'] });
    return kept.summary;
  },

  'import.cancel': (_input, engine) => {
    const cancelled = engine.running !== null;
    engine.running?.abort();
    return { cancelled };
  },

  'import.list': (_input, engine) => listImports(engine.store.read),

  'import.show': ({ importId }, engine) => ({
    import: importSummary(engine.store.read, importId),
    sheets: sheetReports(engine.store.read, importId),
  }),

  'import.withdraw': ({ importId, reason }, engine) => mark(engine, importId, 'withdrawn', reason),

  'import.reinstate': ({ importId }, engine) => mark(engine, importId, 'reinstated', ''),
};

async function mark(engine: Engine, importId: number, event: 'withdrawn' | 'reinstated', reason: string) {
  const { write } = engine.store;
  const summary = await engine.inTurn(() =>
    write.transaction(() => markImport(write, importId, event, reason)).immediate(),
  );
  engine.tell({ about: 'changed', names: ['imports', 'figures'] });
  return summary;
}
