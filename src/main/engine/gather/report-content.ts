import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import { measurePicture } from '../../../core/picture/measure-picture.ts';
import { neighbourhoodPicture } from '../../../core/picture/neighbourhood-picture.ts';
import type { Picture } from '../../../core/picture/picture.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import { drawPng } from '../picture/draw-picture.ts';
import { pictureName, type ReportContent, type ReportPicture } from '../report/report-content.ts';
import { comparisonsHeld } from '../store/comparisons.ts';
import { listImports, sheetReports } from '../store/imports.ts';
import { listMeasures, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { gatherGap } from './gap.ts';
import { gatherMeasure, tableOf } from './measure-table.ts';
import { METHODS } from './methods.ts';
import { PICTURE_SIZE } from './pictures.ts';

/** How many of the latest comparisons go into a report: the seed prints two quarters. */
const COMPARISONS = 2;

async function drawn(name: string, picture: Picture): Promise<ReportPicture> {
  const { bytes } = await drawPng(picture);
  return { name, png: bytes, width: picture.width, height: picture.height };
}

/** Everything the board workbook says «as at» a month: nothing later than it, whatever the store holds. */
export async function gatherReport(db: ReadStore, asAt: Month, madeAt: string): Promise<ReportContent> {
  const year = financialYearOf(asAt);
  const tables = listMeasures(db)
    .filter((measure) => measure.id !== 'gap')
    .map((measure) => tableOf(gatherMeasure(db, measure, year, asAt)));
  const gap = gatherGap(db, year, asAt).view;
  const comparisons = comparisonsHeld(db)
    .filter(({ to }) => to <= asAt)
    .slice(0, COMPARISONS)
    .map(({ measure, from, to }) => gatherComparison(db, measure, { from: from as Month, to: to as Month }).view);
  const known = tables.filter((table) => table.dataTo !== null);
  const hasGap = gap.dataTo !== null;
  const pictures = await Promise.all([
    ...comparisons.map((view) => drawn(pictureName.comparison(view), comparisonPicture(view, PICTURE_SIZE))),
    ...known.map((table) => drawn(pictureName.measure(table.measure), measurePicture(table, PICTURE_SIZE))),
    ...(hasGap ? [drawn(pictureName.gap, gapPicture(gap, PICTURE_SIZE))] : []),
    ...(hasGap ? [drawn(pictureName.neighbourhoods, neighbourhoodPicture(gap, PICTURE_SIZE))] : []),
  ]);
  return {
    partnership: partnership(db).name,
    asAt,
    madeAt,
    tables,
    gap: hasGap ? gap : null,
    comparisons,
    pictures,
    about: {
      sources: sourcesOf(db),
      methods: METHODS,
      dataTo: [
        ...tables.map((table) => ({ measure: table.name, to: table.dataTo })),
        ...(hasGap ? [{ measure: 'The gap', to: gap.dataTo }] : []),
      ],
      notes: [
        ...new Set([...tables.flatMap((table) => table.notes.map((note) => `${table.name}: ${note}`)), ...gap.notes]),
      ],
    },
  };
}

/** Every sheet of every live import, so that each figure can be looked up. */
function sourcesOf(db: ReadStore): ReportContent['about']['sources'] {
  return listImports(db)
    .filter(({ state }) => state === 'kept')
    .reverse()
    .flatMap(({ importId, fileName, importedAt, sha256 }) =>
      sheetReports(db, importId)
        .filter(({ observations }) => observations > 0)
        .map(({ sheet, says }) => ({ file: fileName, sheet, importedAt, sha256, says })),
    );
}
