import { basename } from 'node:path';
import type { FileFindings } from '../../../preload/contract-check.ts';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { checkFile } from '../check/check-file.ts';
import { ImportRefusal } from '../import/import-file.ts';
import { intakeContext } from '../import/intake-context.ts';
import { sheetPage } from '../import/sheet-page.ts';
import { WorkbookRefusal } from '../workbook/open-workbook.ts';

type CheckCommands = Pick<Handlers, Extract<keyof Handlers, `check.${string}`>>;

/** Passwords that opened a file offered to an engine, by its token: asked for once, gone with the engine. */
const opened = new WeakMap<Engine, Map<string, string>>();

function pathOf(engine: Engine, file: string): string {
  const path = engine.files.get(file);
  if (path === undefined) throw new ImportRefusal('This file is no longer offered. Choose it again.');
  return path;
}

export const checkCommands: CheckCommands = {
  'check.file': async ({ file, password }, engine): Promise<FileFindings> => {
    const path = pathOf(engine, file);
    const answer = { fileName: basename(path), sheets: [], findings: [] };
    try {
      const options = password === undefined ? {} : { password };
      const { sheets, findings } = await checkFile(path, intakeContext(engine.store.read, path), options);
      if (password !== undefined)
        opened.set(engine, (opened.get(engine) ?? new Map<string, string>()).set(file, password));
      return { ...answer, outcome: 'checked', reason: null, sheets: [...sheets], findings: [...findings] };
    } catch (error) {
      if (!(error instanceof WorkbookRefusal) || !error.kind.endsWith('-password')) throw error;
      return { ...answer, outcome: 'needs-password', reason: error.message };
    }
  },

  'check.sheet': ({ file, sheet, fromRow, rows }, engine) =>
    sheetPage(pathOf(engine, file), opened.get(engine)?.get(file), sheet, fromRow, rows),
};
