import type { Handlers } from '../dispatch.ts';
import { pictureOf } from '../gather/pictures.ts';
import { gatherReport } from '../gather/report-content.ts';
import { drawPng, drawSvg } from '../picture/draw-picture.ts';
import { writeReport } from '../report/write-report.ts';
import { readyForMap } from './places.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { Month } from '../../../core/time/month.ts';
import type { ReadStore } from '../store/open-store.ts';

type ReportCommands = Pick<Handlers, 'report.write' | 'chart.draw'>;

const NOTHING = 'There are no figures to report yet. Import the month’s extracts first.';

/** The system will not let a file be written; the officer can do something about it. */
function refuseWriting(error: unknown, path: string): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'ENOSPC', 'ENOENT', 'EISDIR'].includes(code)) {
    throw new FigureRefusal(
      `${path} could not be written (${code}). Is it open in Excel or Word, or the folder read-only or full? Nothing was changed.`,
    );
  }
  throw error;
}

async function writeWorkbook(db: ReadStore, path: string, asAt: Month): Promise<string[]> {
  const content = await gatherReport(db, asAt, new Date().toISOString());
  if (content.tables.every((table) => table.dataTo === null) && content.gap === null) throw new FigureRefusal(NOTHING);
  return [...(await writeReport(path, content)).sheets];
}

/** Word is written by a large library: it is read from disk only when a pack is asked for. */
async function writeWord(db: ReadStore, path: string, asAt: Month, marking: string | null): Promise<void> {
  const { gatherPack } = await import('../pack/gather-pack.ts');
  const { writeWordPack } = await import('../pack/write-docx.ts');
  const content = await gatherPack(db, asAt, new Date().toISOString(), { marking });
  if (content.tables.every((table) => table.dataTo === null) && content.gap === null) throw new FigureRefusal(NOTHING);
  await writeWordPack(path, content);
}

export const reportCommands: ReportCommands = {
  'report.write': async ({ asAt, path, format, marking }, { store: { read } }) => {
    try {
      if (format === 'xlsx') return { path, sheets: await writeWorkbook(read, path, asAt as Month) };
      await writeWord(read, path, asAt as Month, marking);
      return { path, sheets: [] };
    } catch (error) {
      return refuseWriting(error, path);
    }
  },

  'chart.draw': async ({ chart, format }, engine) => {
    const { read } = engine.store;
    if (chart.view === 'map') await readyForMap(engine, chart.of);
    const { picture, name } = pictureOf(read, chart);
    if (format === 'svg') {
      const bytes = new TextEncoder().encode(await drawSvg(picture));
      return { bytes, name: `${name}.svg`, width: picture.width, height: picture.height };
    }
    const png = await drawPng(picture);
    return { bytes: png.bytes, name: `${name}.png`, width: png.width, height: png.height };
  },
};
