import {
  hideAgain,
  withEarlierNeighbourhoods,
  withEarlierPacks,
  withEarlierShares,
  type EarlierPack,
} from '../../../core/disclosure/earlier-packs.ts';
import type { DisclosureTable } from '../../../core/disclosure/disclosure-table.ts';
import { keysOfGap, keysOfMeasure, keysOfShare, type KeyedFigure } from '../../../core/disclosure/keyed-figures.ts';
import { fromMeasureTable } from '../../../core/disclosure/from-measure-table.ts';
import {
  fromNeighbourhoods,
  neighbourhoodCellId,
  withholdInNeighbourhoods,
} from '../../../core/disclosure/from-neighbourhoods.ts';
import { fromShare, withholdInShare } from '../../../core/disclosure/from-share.ts';
import { roundTheRest } from '../../../core/disclosure/round-cells.ts';
import type { SmallNumberRule } from '../../../core/disclosure/rule.ts';
import type { Month } from '../../../core/time/month.ts';
import { suppress } from '../../../core/disclosure/suppress.ts';
import type { Suppressed, SuppressedCell } from '../../../core/disclosure/suppressed.ts';
import { withholdInMeasureTable } from '../../../core/disclosure/withhold-in-measure-table.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import type { ReportContent, Withheld } from '../report/report-content.ts';

/** How small numbers are treated in packs, as the officer set it. */
export interface SmallNumberSetting extends SmallNumberRule {
  /** False: packs print every figure. */
  readonly applied: boolean;
}

type Views = Pick<ReportContent, 'tables' | 'shares' | 'gap'>;

/** What hiding figures in a pack cannot prevent, for the officer's window only. */
export interface Caution {
  readonly view: string;
  readonly says: string;
}

/** A measure may have a threshold of its own; 0: none of its counts is small. */
export type ThresholdOf = (measure: string) => number | null;

function ruleFor(rule: SmallNumberRule, own: number | null): SmallNumberRule | null {
  if (own === null) return rule;
  return own === 0 ? null : { ...rule, threshold: own };
}

interface Done<T> {
  readonly view: T;
  readonly hidden: ReadonlyMap<string, SuppressedCell>;
  /** What hiding cannot prevent, one sentence each. */
  readonly notes: readonly string[];
}

const HIDDEN_TOO =
  'Readers of earlier packs know their figures, so small numbers are hidden before the rest is rounded.';

/** Suppressed with what readers of earlier packs know. Where counts are rounded, only those that may be shown are. */
function minding(
  table: DisclosureTable,
  keyed: readonly KeyedFigure[],
  rule: SmallNumberRule,
  earlier: readonly EarlierPack[],
): Suppressed {
  if (earlier.length === 0) return suppress(table, rule);
  const known = withEarlierPacks(table, keyed, earlier);
  const { rounding } = rule;
  const hidden = hideAgain(known, suppress(known, { ...rule, rounding: null }), rule);
  return rounding === null ? hidden : roundTheRest(table, rule, rounding, hidden, HIDDEN_TOO);
}

/**
 * A table of counts as it may be printed; `behind` are the tables its small numbers are told from where it prints no counts:
 * a rate's own counts; of a gap, those of the priority neighbourhoods and of the rest of the city, which whoever knows the
 * city's count works out from it.
 */
export function withheldTable(
  table: MeasureTable,
  rule: SmallNumberRule | null,
  earlier: readonly EarlierPack[],
  behind: readonly MeasureTable[] = [table],
): Done<MeasureTable> {
  const done: Done<MeasureTable> = { view: table, hidden: new Map(), notes: [] };
  if (rule === null) return done;
  return behind.reduce((sum, counts): Done<MeasureTable> => {
    const whole = fromMeasureTable(counts);
    if (whole === null) return sum;
    // A rate is hidden with its count: rounded counts would make another rate.
    const used = counts === table ? rule : { ...rule, rounding: null };
    // Earlier packs printed the gap itself, and so told the counts behind it.
    const suppressed = minding(whole, keysOfMeasure(table.gap === true ? table : counts), used, earlier);
    const { table: view, hidden } = withholdInMeasureTable(sum.view, suppressed);
    return { view, hidden: new Map([...sum.hidden, ...hidden]), notes: [...sum.notes, ...suppressed.notes] };
  }, done);
}

function withheldShare(
  view: ShareView,
  rule: SmallNumberRule | null,
  earlier: readonly EarlierPack[],
  asAt: Month,
): Done<ShareView> {
  if (rule === null) return { view, hidden: new Map(), notes: [] };
  const table = fromShare(view);
  const suppressed = minding(withEarlierShares(table, view, asAt, earlier), keysOfShare(view, asAt), rule, earlier);
  const own = new Set([...table.counts, ...table.derived].map((cell) => cell.id));
  const cells = new Map([...suppressed.cells].filter(([cell]) => own.has(cell)));
  return { ...withholdInShare(view, { ...suppressed, cells }, rule), notes: suppressed.notes };
}

/** The city's and the ten's own figures go where they would give a hidden neighbourhood away. */
function withheldGap(view: GapView, rule: SmallNumberRule | null, earlier: readonly EarlierPack[]): Done<GapView> {
  if (rule === null) return { view, hidden: new Map(), notes: [] };
  const table = fromNeighbourhoods(view);
  const suppressed = minding(withEarlierNeighbourhoods(table, view, earlier), keysOfGap(view), rule, earlier);
  const { notes } = suppressed;
  const own = new Set([...table.counts, ...table.derived].map((cell) => cell.id));
  const hidden = new Map(
    [...suppressed.cells].filter(
      ([cell, { outcome }]) => own.has(cell) && outcome !== 'shown' && outcome !== 'not-known',
    ),
  );
  if (hidden.size === 0) return { view, hidden, notes };
  const id = neighbourhoodCellId;
  const valueOf = (cell: string, given: number | null) =>
    hidden.has(cell) ? (hidden.get(cell)?.value ?? null) : given;
  const gone = hidden.has(id.gap);
  const periods = view.periods.map((row) =>
    row.period !== view.dataTo
      ? row
      : {
          ...row,
          cityCount: valueOf(id.city, row.cityCount),
          priorityCount: valueOf(id.priority, row.priorityCount),
          cityRate: valueOf(id.cityRate, row.cityRate),
          priorityRate: valueOf(id.priorityRate, row.priorityRate),
          gap: valueOf(id.gap, row.gap),
          cumulativeChangePercent: gone ? null : row.cumulativeChangePercent,
        },
  );
  const neighbourhoods = withholdInNeighbourhoods(view, suppressed);
  // A note that counts what could not be placed would complete the sum of the rest.
  return { hidden, notes, view: { ...view, periods, neighbourhoods } };
}

/** The views of a report as they may be printed, and what was withheld in them. */
export function withholdSmallNumbers(
  views: Views,
  setting: SmallNumberSetting,
  thresholdOf: ThresholdOf,
  behind: (measure: string) => readonly MeasureTable[] | undefined,
  earlier: { readonly packs: readonly EarlierPack[]; readonly asAt: Month },
): Views & { readonly withheld: Withheld; readonly cautions: readonly Caution[] } {
  if (!setting.applied) return { ...views, withheld: new Map(), cautions: [] };
  const withheld = new Map<string, ReadonlyMap<string, SuppressedCell>>();
  const cautions: Caution[] = [];
  const keep = <T>(name: string, { view, hidden, notes }: Done<T>): T => {
    if (hidden.size > 0) withheld.set(name, hidden);
    cautions.push(...notes.map((says) => ({ view: name, says })));
    return view;
  };
  const rule = (measure: string) => ruleFor(setting, thresholdOf(measure));
  return {
    tables: views.tables.map((table) =>
      keep(table.measure, withheldTable(table, rule(table.measure), earlier.packs, behind(table.measure))),
    ),
    shares: views.shares.map((share) =>
      keep(share.measure, withheldShare(share, rule(share.measure), earlier.packs, earlier.asAt)),
    ),
    gap: views.gap === null ? null : keep('gap', withheldGap(views.gap, rule('gap'), earlier.packs)),
    withheld,
    cautions,
  };
}
