import { isReported, isShare, type Measure } from '../../../core/measure/measure.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Origin } from '../../../core/provenance/origin.ts';
import { traceKey, type ReportContent } from '../report/report-content.ts';
import { comparisonsHeld } from '../store/comparisons.ts';
import { listImports, sheetReports } from '../store/imports.ts';
import { listMeasures, measureById, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { gatherGap } from './gap.ts';
import { gatherMeasure, tableOf } from './measure-table.ts';
import { METHODS } from './methods.ts';
import { gatherShare } from './share.ts';
import { tracesOfGap, tracesOfMeasure, tracesOfShare } from './traces.ts';
import { withholdSmallNumbers, type SmallNumberSetting } from './withhold.ts';

/** How many of the latest comparisons go into a report: the seed prints two quarters. */
const COMPARISONS = 2;

/** What a report is made with. `smallNumbers` null: every figure is printed. */
export interface ReportWish {
  readonly smallNumbers?: SmallNumberSetting | null;
  readonly marking?: string | null;
}

/** Everything but the pictures. */
export type ReportFigures = Omit<ReportContent, 'pictures'>;

/** The figures of a report «as at» a month: nothing later than it, whatever the store holds, by the definitions then in force. */
export function gatherFigures(db: ReadStore, asAt: Month, madeAt: string, wish: ReportWish = {}): ReportFigures {
  const year = financialYearOf(asAt);
  const measures = listMeasures(db, asAt).filter((measure) => measure.id !== 'gap' && isReported(measure, asAt));
  const counted = measures.filter((one) => !isShare(one)).map((one) => gatherMeasure(db, one, year, asAt));
  const shared = measures.filter(isShare).map((one) => gatherShare(db, one, year, asAt));
  const gapGathered = gatherGap(db, year, asAt);
  const held = {
    tables: counted.map(tableOf),
    shares: shared.map(({ view }) => view),
    gap: gapGathered.view.dataTo === null ? null : gapGathered.view,
  };
  const byId = new Map([...measures, measureById(db, 'gap', asAt)].map((one) => [one.id, one]));
  const { withheld, ...views } =
    wish.smallNumbers == null
      ? { ...held, withheld: new Map<string, never>() }
      : withholdSmallNumbers(
          held,
          wish.smallNumbers,
          (id) => byId.get(id)?.smallNumberThreshold ?? null,
          (id) => countsBehindRate(db, byId.get(id), asAt),
        );
  const comparisons = comparisonsHeld(db)
    .filter(({ to }) => to <= asAt)
    .slice(0, COMPARISONS)
    .map(({ measure, from, to }) => gatherComparison(db, measure, { from: from as Month, to: to as Month }));
  const traces = new Map<string, readonly Origin[]>([
    ...counted.flatMap(tracesOfMeasure),
    ...shared.flatMap(tracesOfShare),
    ...tracesOfGap(gapGathered, year),
    ...comparisons.flatMap(({ view, from }) =>
      [...from].map(([area, origins]): [string, readonly Origin[]] => [
        traceKey(view.measure, `${view.from} ${view.to}`, area),
        origins,
      ]),
    ),
  ]);
  const { tables, shares, gap } = views;
  return {
    partnership: partnership(db).name,
    asAt,
    madeAt,
    ...views,
    comparisons: comparisons.map(({ view }) => view),
    about: {
      sources: sourcesOf(db),
      methods: METHODS,
      dataTo: [
        ...tables.map((table) => ({ measure: table.name, to: table.dataTo })),
        ...shares.map((share) => ({ measure: share.name, to: share.dataTo })),
        ...(gap === null ? [] : [{ measure: 'The gap', to: gap.dataTo }]),
      ],
      notes: [
        ...new Set([
          ...[...tables, ...shares].flatMap((view) => view.notes.map((note) => `${view.name}: ${note}`)),
          ...gapGathered.view.notes,
        ]),
      ],
    },
    marking: wish.marking ?? null,
    withheld,
    traces,
  };
}

/** The table of the counts a rate is made of: what its small numbers are told from. */
function countsBehindRate(db: ReadStore, measure: Measure | undefined, asAt: Month) {
  if (measure?.kind !== 'rate' || measure.madeOf === null) return null;
  const counts = measureById(db, measure.madeOf.part, asAt);
  return tableOf(gatherMeasure(db, { ...counts, cadence: measure.cadence }, financialYearOf(asAt), asAt));
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
