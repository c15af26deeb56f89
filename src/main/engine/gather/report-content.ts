import { isReported, isShare, type Measure } from '../../../core/measure/measure.ts';
import {
  isRevised,
  rememberFigures,
  type EarlierPack,
  type PrintedFigure,
} from '../../../core/disclosure/earlier-packs.ts';
import {
  keysOfComparison,
  keysOfGap,
  keysOfMeasure,
  keysOfShare,
  type KeyedFigure,
} from '../../../core/disclosure/keyed-figures.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { signsOfComparison, signsOfGap, signsOfMeasure, signsOfShare } from '../../../core/performance/signs-of.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { pictureName, traceKey, WHOLE_GROUP, type ReportContent } from '../report/report-content.ts';
import { comparisonsHeld } from '../store/comparisons.ts';
import { listImports, sheetReports } from '../store/imports.ts';
import { listMeasures, measureById, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { gapSeries } from './gap-series.ts';
import { gatherGap } from './gap.ts';
import type { Series } from './series.ts';
import { gatherMeasure, tableOf } from './measure-table.ts';
import { METHODS } from './methods.ts';
import { gatherShare } from './share.ts';
import { tracesOfGap, tracesOfMeasure, tracesOfShare } from './traces.ts';
import { withholdSmallNumbers, type Caution, type SmallNumberSetting } from './withhold.ts';

/** How many of the latest comparisons go into a report: the seed prints two quarters. */
const COMPARISONS = 2;

/** What a report is made with. `smallNumbers` null: every figure is printed. */
export interface ReportWish {
  readonly smallNumbers?: SmallNumberSetting | null;
  readonly marking?: string | null;
  /** Packs of before, the first first: what they printed and withheld is minded. */
  readonly earlier?: readonly EarlierPack[];
}

/** Everything but the pictures, with what is never printed: what to remember of it, and what it cannot prevent. */
export interface ReportFigures extends Omit<ReportContent, 'pictures'> {
  readonly remembered: ReadonlyMap<string, PrintedFigure>;
  readonly cautions: readonly Caution[];
}

type Views = Pick<ReportContent, 'tables' | 'shares' | 'gap' | 'comparisons'>;

const keysOf = ({ tables, shares, gap, comparisons }: Views, asAt: Month): KeyedFigure[] => [
  ...tables.flatMap(keysOfMeasure),
  ...shares.flatMap((view) => keysOfShare(view, asAt)),
  ...(gap === null ? [] : keysOfGap(gap)),
  ...comparisons.flatMap(keysOfComparison),
];

/** The signs of every table, told from the figures as they are held. */
function signsOf(views: Views, asAt: Month, earlier: readonly EarlierPack[]): ReportContent['signs'] {
  const revised = (key: string, value: number) => isRevised(earlier, key, value);
  return new Map([
    ...views.tables.map((table) => [table.measure, signsOfMeasure(table, asAt, revised)] as const),
    ...views.shares.map((share) => [share.measure, signsOfShare(share, asAt, revised)] as const),
    ...(views.gap === null ? [] : [['gap', signsOfGap(views.gap, asAt, revised)] as const]),
    ...views.comparisons.map((view) => [pictureName.comparison(view), signsOfComparison(view, revised)] as const),
  ]);
}

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
  const { earlier = [] } = wish;
  const { withheld, cautions, ...views } =
    wish.smallNumbers == null
      ? { ...held, withheld: new Map<string, never>(), cautions: [] }
      : withholdSmallNumbers(
          held,
          wish.smallNumbers,
          (id) => byId.get(id)?.smallNumberThreshold ?? null,
          (id) => countsBehind(db, byId.get(id), asAt),
          { packs: earlier, asAt },
        );
  const comparisons = comparisonsHeld(db)
    .filter(({ to }) => to <= asAt)
    .slice(0, COMPARISONS)
    .map(({ measure, from, to }) => gatherComparison(db, measure, { from: from as Month, to: to as Month }));
  const traces = new Map<string, readonly Origin[]>([
    ...counted.flatMap(tracesOfMeasure),
    ...shared.flatMap(tracesOfShare),
    ...tracesOfGap(gapGathered, year),
    ...comparisons.map(({ view, from }): [string, readonly Origin[]] => [
      traceKey(view.measure, `${view.from} ${view.to}`, WHOLE_GROUP),
      joinOrigins([...from.values()]),
    ]),
    ...comparisons.flatMap(({ view, from }) =>
      [...from].map(([area, origins]): [string, readonly Origin[]] => [
        traceKey(view.measure, `${view.from} ${view.to}`, area),
        origins,
      ]),
    ),
  ]);
  const { tables, shares, gap } = views;
  const compared = comparisons.map(({ view }) => view);
  return {
    partnership: partnership(db).name,
    asAt,
    madeAt,
    ...views,
    comparisons: compared,
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
    shortNames: new Map(measures.map(({ id, shortName }) => [id, shortName])),
    withheld,
    traces,
    signs: signsOf({ ...held, comparisons: compared }, asAt, earlier),
    remembered: rememberFigures(
      keysOf({ ...held, comparisons: compared }, asAt),
      keysOf({ ...views, comparisons: compared }, asAt),
    ),
    cautions,
  };
}

/** The tables of the counts that a rate or a gap is made of: what its small numbers are told from. */
function countsBehind(db: ReadStore, measure: Measure | undefined, asAt: Month): MeasureTable[] | undefined {
  if (measure === undefined || measure.madeOf === null) return undefined;
  const part = { ...measureById(db, measure.madeOf.part, asAt), cadence: measure.cadence };
  const tableFrom = (counts: Measure, series?: Series) =>
    tableOf(gatherMeasure(db, counts, financialYearOf(asAt), asAt, series));
  if (measure.kind === 'rate') return [tableFrom(part)];
  if (measure.kind !== 'cumulative-gap') return undefined;
  return gapSeries(db, measure, asAt).counts.map(({ says, series }) =>
    tableFrom({ ...part, name: `${part.name}, ${says}`, targets: measure.targets }, series),
  );
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
