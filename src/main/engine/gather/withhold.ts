import { fromMeasureTable } from '../../../core/disclosure/from-measure-table.ts';
import {
  fromNeighbourhoods,
  neighbourhoodCellId,
  withholdInNeighbourhoods,
} from '../../../core/disclosure/from-neighbourhoods.ts';
import { fromShare, withholdInShare } from '../../../core/disclosure/from-share.ts';
import type { SmallNumberRule } from '../../../core/disclosure/rule.ts';
import { suppress } from '../../../core/disclosure/suppress.ts';
import type { SuppressedCell } from '../../../core/disclosure/suppressed.ts';
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

/** A measure may have a threshold of its own; 0: none of its counts is small. */
export type ThresholdOf = (measure: string) => number | null;

function ruleFor(rule: SmallNumberRule, own: number | null): SmallNumberRule | null {
  if (own === null) return rule;
  return own === 0 ? null : { ...rule, threshold: own };
}

interface Done<T> {
  readonly view: T;
  readonly hidden: ReadonlyMap<string, SuppressedCell>;
}

/** A table of counts as it may be printed; `counts` is the table its small numbers are told from (a rate's own counts). */
export function withheldTable(table: MeasureTable, rule: SmallNumberRule | null, counts = table): Done<MeasureTable> {
  const whole = rule === null ? null : fromMeasureTable(counts);
  if (rule === null || whole === null) return { view: table, hidden: new Map() };
  // A rate is hidden with its count: rounded counts would make another rate.
  const used = counts === table ? rule : { ...rule, rounding: null };
  const { table: view, hidden } = withholdInMeasureTable(table, suppress(whole, used));
  return { view, hidden };
}

function withheldShare(view: ShareView, rule: SmallNumberRule | null): Done<ShareView> {
  if (rule === null) return { view, hidden: new Map() };
  return withholdInShare(view, suppress(fromShare(view), rule), rule);
}

/** The city's and the ten's own figures go where they would give a hidden neighbourhood away. */
function withheldGap(view: GapView, rule: SmallNumberRule | null): Done<GapView> {
  if (rule === null) return { view, hidden: new Map() };
  const suppressed = suppress(fromNeighbourhoods(view), rule);
  const hidden = new Map(
    [...suppressed.cells].filter(([, cell]) => cell.outcome !== 'shown' && cell.outcome !== 'not-known'),
  );
  if (hidden.size === 0) return { view, hidden };
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
  return { hidden, view: { ...view, periods, neighbourhoods } };
}

/** The views of a report as they may be printed, and what was withheld in them. */
export function withholdSmallNumbers(
  views: Views,
  setting: SmallNumberSetting,
  thresholdOf: ThresholdOf,
  countsOf: (measure: string) => MeasureTable | null,
): Views & { readonly withheld: Withheld } {
  if (!setting.applied) return { ...views, withheld: new Map() };
  const withheld = new Map<string, ReadonlyMap<string, SuppressedCell>>();
  const keep = <T>(name: string, { view, hidden }: Done<T>): T => {
    if (hidden.size > 0) withheld.set(name, hidden);
    return view;
  };
  const rule = (measure: string) => ruleFor(setting, thresholdOf(measure));
  return {
    tables: views.tables.map((table) =>
      keep(table.measure, withheldTable(table, rule(table.measure), countsOf(table.measure) ?? table)),
    ),
    shares: views.shares.map((share) => keep(share.measure, withheldShare(share, rule(share.measure)))),
    gap: views.gap === null ? null : keep('gap', withheldGap(views.gap, rule('gap'))),
    withheld,
  };
}
