import { app, dialog } from 'electron';
import type { BrowserWindow, FileFilter } from 'electron';
import { writeFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Output, Reply, Told } from '../../preload/contract.ts';
import { offerPaths } from './calls.ts';
import type { ShellAnswers } from './calls.ts';
import { copyPicture, copySecret, copyTable } from './clipboard.ts';
import { fillSample } from './sample-month.ts';
import type { SwitchingEngine } from './switch-store.ts';
import { SHELL } from './words.ts';

const EXTRACTS: FileFilter[] = [
  { name: SHELL.extracts, extensions: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'csv', 'tsv', 'txt', 'zip'] },
  { name: SHELL.allFiles, extensions: ['*'] },
];
const PICTURES: Readonly<Record<string, FileFilter>> = {
  '.png': { name: SHELL.picture, extensions: ['png'] },
  '.svg': { name: SHELL.drawing, extensions: ['svg'] },
  '.pdf': { name: SHELL.pdf, extensions: ['pdf'] },
  '.docx': { name: SHELL.word, extensions: ['docx'] },
  '.xlsx': { name: SHELL.excel, extensions: ['xlsx'] },
  '.ics': { name: SHELL.calendar, extensions: ['ics'] },
};

const REPORTS: Readonly<Record<'xlsx' | 'docx' | 'pdf', FileFilter>> = {
  xlsx: { name: SHELL.excel, extensions: ['xlsx'] },
  docx: { name: SHELL.word, extensions: ['docx'] },
  pdf: { name: SHELL.pdf, extensions: ['pdf'] },
};

const AUDIT: Readonly<Record<'csv' | 'json', FileFilter>> = {
  csv: { name: SHELL.csv, extensions: ['csv'] },
  json: { name: SHELL.json, extensions: ['json'] },
};

const done = <T>(value: T): Reply<T> => ({ ok: true, value });
const refused = (message: string): Reply<never> => ({ ok: false, failure: { kind: 'refused', message } });

interface Surroundings {
  readonly storePath: string;
  /** The bundled month's folder. */
  readonly sampleFolder: string;
  readonly tell: (told: Told) => void;
  readonly density: { readonly isDense: () => boolean; readonly keep: (dense: boolean) => void };
}

/** Dialogs, clipboard and the few facts about the app itself. */
export function shellAnswers(
  window: () => BrowserWindow | null,
  engine: SwitchingEngine,
  { storePath, sampleFolder, tell, density }: Surroundings,
): ShellAnswers {
  const askWhere = async (name: string, filter: FileFilter): Promise<string | null> => {
    const owner = window();
    if (owner === null) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(owner, { defaultPath: name, filters: [filter] });
    return canceled || filePath === '' ? null : filePath;
  };

  return {
    'file.choose': async () => {
      const owner = window();
      if (owner === null) return done({ files: [] });
      const { canceled, filePaths } = await dialog.showOpenDialog(owner, {
        title: SHELL.addExtracts,
        filters: EXTRACTS,
        properties: ['openFile', 'multiSelections'],
      });
      return canceled || filePaths.length === 0 ? done({ files: [] }) : offerPaths(filePaths, engine);
    },

    'folder.choose': async () => {
      const owner = window();
      if (owner === null) return done({ look: null });
      const { canceled, filePaths } = await dialog.showOpenDialog(owner, {
        title: SHELL.lookInWhichFolder,
        properties: ['openDirectory'],
      });
      const [path] = filePaths;
      if (canceled || path === undefined) return done({ look: null });
      const reply = await engine.ask('folder.look', { path }, 'shell');
      return reply.ok ? done({ look: reply.value as Output<'folder.look'> }) : reply;
    },

    'report.save': async ({ asAt, format, ...choices }) => {
      const path = await askWhere(`board-${asAt}.${format}`, REPORTS[format]);
      if (path === null) return done({ saved: null });
      const reply = await engine.ask('report.write', { asAt, path, format, ...choices }, 'shell');
      return reply.ok ? done({ saved: basename(path) }) : reply;
    },

    'assessment.save': async ({ year, format, ...choices }) => {
      const path = await askWhere(`assessment-${year.replace('/', '-')}.${format}`, REPORTS[format]);
      if (path === null) return done({ saved: null });
      const reply = await engine.ask('assessment.write', { year, path, format, ...choices }, 'shell');
      return reply.ok ? done({ saved: basename(path) }) : reply;
    },

    'pack.save-again': async ({ packId, format }) => {
      const path = await askWhere(`pack-${String(packId)}.${format}`, REPORTS[format]);
      if (path === null) return done({ saved: null });
      const reply = await engine.ask('pack.write-again', { packId, path, format }, 'shell');
      return reply.ok ? done({ saved: basename(path) }) : reply;
    },

    'chart.save': async ({ bytes, name }) => {
      const plain = basename(name.replaceAll('\\', '/'));
      const filter = PICTURES[extname(plain).toLowerCase()];
      if (filter === undefined) return refused(SHELL.pageNotSaved);
      const path = await askWhere(plain, filter);
      if (path === null) return done({ saved: null });
      try {
        await writeFile(path, bytes);
      } catch {
        return refused(SHELL.notWritten(basename(path)));
      }
      return done({ saved: basename(path) });
    },

    'chart.copy': async ({ png }) =>
      (await copyPicture(new Uint8Array(png))) ? done({}) : refused(SHELL.pictureNotCopied),

    'table.copy': async ({ html, text }) => {
      await copyTable(html, text);
      return done({});
    },

    'store.reopen': () => {
      engine.reopen();
      return done({});
    },

    'audit.save': async ({ format }) => {
      const path = await askWhere(`audit-trail.${format}`, AUDIT[format]);
      if (path === null) return done({ saved: null });
      const reply = await engine.ask('audit.write', { path, format }, 'shell');
      return reply.ok ? done({ saved: basename(path) }) : reply;
    },

    'support.save': async ({ report }) => {
      const path = await askWhere('safer-workbench-support.txt', { name: SHELL.text, extensions: ['txt'] });
      if (path === null) return done({ saved: null });
      try {
        await writeFile(path, report, { mode: 0o600 });
      } catch {
        return refused(SHELL.notWritten(basename(path)));
      }
      return done({ saved: basename(path) });
    },

    'store.copy-recovery': async ({ recoveryKey }) => {
      await copySecret(recoveryKey);
      return done({});
    },

    'app.about': () =>
      done({
        version: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        store: engine.which() === 'sample' ? 'sample.sqlite' : basename(storePath),
        sample: engine.which() === 'sample',
      }),

    'table.density': () => done({ dense: density.isDense() }),

    'table.keep-density': ({ dense }) => {
      density.keep(dense);
      return done({});
    },

    'sample.open': async () => {
      const reply = await engine.open('sample', (sample) => fillSample(sample, sampleFolder, tell));
      if (!reply.ok) return reply;
      window()?.webContents.reload();
      return done(reply.value as Output<'sample.open'>);
    },

    'sample.leave': async () => {
      const reply = await engine.open('own', () => Promise.resolve(done({})));
      if (!reply.ok) return reply;
      window()?.webContents.reload();
      return done({});
    },
  };
}
