import { basename } from 'node:path';
import type { EarlierPack } from '../../../core/disclosure/earlier-packs.ts';
import type { Month } from '../../../core/time/month.ts';
import type { ReportFigures } from '../gather/report-content.ts';
import { drawReportPictures } from '../report/draw-report-pictures.ts';
import { writeReport } from '../report/write-report.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore, Store } from '../store/open-store.ts';
import { importsInForce, keepPack, momentNow, notePackFile, packById, storeAt, type Moment } from '../store/packs.ts';
import { keepPrinted, mindedBy } from '../store/printed-figures.ts';
import { earlierPacks } from './earlier-packs.ts';
import { figuresFingerprint } from './fingerprint.ts';
import { gatherPack, type PackChoices } from './gather-pack.ts';

export type PackFormat = 'xlsx' | 'docx' | 'pdf';

/** A pack that was written. */
export interface WrittenPack {
  readonly packId: number;
  readonly sheets: readonly string[];
  readonly figures: string;
}

const NOTHING = 'There are no figures to report yet. Import the month’s extracts first.';

/** Word and PDF are written by large libraries: they are read from disk only when a pack is asked for. */
async function writeFileOf(
  db: ReadStore,
  to: { readonly path: string; readonly format: PackFormat },
  asAt: Month,
  madeAt: string,
  choices: PackChoices,
  earlier: readonly EarlierPack[],
): Promise<{ figures: string; sheets: readonly string[]; remembered: ReportFigures['remembered'] }> {
  const content = await gatherPack(db, asAt, madeAt, choices, {
    draw: to.format === 'xlsx' ? drawReportPictures : undefined,
    earlier,
  });
  const { remembered } = content;
  const empty = [...content.tables, ...content.shares].every((view) => view.dataTo === null) && content.gap === null;
  if (empty) throw new FigureRefusal(NOTHING);
  const figures = figuresFingerprint(content);
  if (to.format === 'xlsx') {
    return { figures, remembered, sheets: (await writeReport(to.path, content)).sheets };
  }
  if (to.format === 'docx') {
    const { writeWordPack } = await import('./write-docx.ts');
    await writeWordPack(to.path, content);
  } else {
    const { writePdfPack } = await import('./write-pdf.ts');
    await writePdfPack(to.path, content);
  }
  return { figures, remembered, sheets: [] };
}

async function at<T>(store: Store, moment: Moment, work: (db: ReadStore) => Promise<T>): Promise<T> {
  const db = storeAt(store, moment);
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** Writes a pack from the store as it is at this moment, and keeps what it takes to write it again. */
export async function writePack(
  store: Store,
  inTurn: <T>(change: () => Promise<T>) => Promise<T>,
  to: { readonly path: string; readonly format: PackFormat },
  asAt: Month,
  made: { readonly template: string; readonly choices: Required<PackChoices>; readonly madeAt: string },
): Promise<WrittenPack> {
  const moment = momentNow(store.read, asAt);
  const earlier = earlierPacks(store);
  const { figures, sheets, imports, remembered } = await at(store, moment, async (db) => ({
    imports: importsInForce(db),
    ...(await writeFileOf(db, to, asAt, made.madeAt, made.choices, earlier)),
  }));
  const packId = await inTurn(() =>
    Promise.resolve(
      store.write
        .transaction(() => {
          const id = keepPack(store.write, {
            ...moment,
            asAt,
            madeAt: made.madeAt,
            template: made.template,
            choices: JSON.stringify(made.choices),
            imports,
            figures,
          });
          const minded = earlier.map((pack) => pack.packId).filter((one) => one !== id);
          keepPrinted(store.write, id, minded, remembered);
          notePackFile(store.write, id, to.format, basename(to.path));
          return id;
        })
        .immediate(),
    ),
  );
  return { packId, sheets, figures };
}

/** Writes an earlier pack again from the imports, definitions, words and choices it was made with. */
export async function writePackAgain(
  store: Store,
  packId: number,
  to: { readonly path: string; readonly format: PackFormat },
): Promise<{ figures: string; same: boolean }> {
  const pack = packById(store.read, packId);
  const choices = JSON.parse(pack.choices) as PackChoices;
  const earlier = earlierPacks(store, mindedBy(store.read, packId));
  const { figures } = await at(store, pack, (db) =>
    writeFileOf(db, to, pack.asAt as Month, pack.madeAt, choices, earlier),
  );
  return { figures, same: figures === pack.figures };
}
