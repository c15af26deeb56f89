import { financialYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import { drawReportPictures } from '../report/draw-report-pictures.ts';
import type { ReportContent } from '../report/report-content.ts';
import { comparisonsHeld } from '../store/comparisons.ts';
import { listImports, sheetReports } from '../store/imports.ts';
import { listMeasures, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { gatherGap } from './gap.ts';
import { gatherMeasure, tableOf } from './measure-table.ts';
import { METHODS } from './methods.ts';

/** How many of the latest comparisons go into a report: the seed prints two quarters. */
const COMPARISONS = 2;

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
  const pictures = await drawReportPictures({ tables: known, gap: hasGap ? gap : null, comparisons });
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
