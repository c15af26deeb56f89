import type { MeasureTable, Status } from '../performance/measure-table.ts';
import { measureCellId as id } from './from-measure-table.ts';
import type { Suppressed, SuppressedCell } from './suppressed.ts';

/** A measure table fit for paper, with what was hidden by cell id and whether its status is withheld. */
export interface WithheldMeasureTable {
  readonly table: MeasureTable;
  /** Every hidden or rounded cell, by the ids of {@link id}: symbol and reason for the printers. */
  readonly hidden: ReadonlyMap<string, SuppressedCell>;
  readonly statusWithheld: boolean;
}

const WITHHELD: Status = { tier: 'not-yet-known', shortfallPercent: null, against: null, actual: null, target: null };

/** The finding in place of one that would quote a hidden figure. */
export const FIGURES_WITHHELD = 'The figures to date are not shown: a small number could be worked out from them.';
export const STATUS_NOTE = 'The status is withheld, because the figures it rests on are hidden.';

/** A status without the figures it rests on. What is only watched is judged by none, so it stays watched. */
export const withheldStatus = ({ tier }: Status): Status =>
  tier === 'monitoring-only' ? { ...WITHHELD, tier } : WITHHELD;

/** Puts a suppressed table back into the Board's form: hidden figures null with their symbol, words that quote them gone. */
export function withholdInMeasureTable(table: MeasureTable, suppressed: Suppressed): WithheldMeasureTable {
  const { cells } = suppressed;
  const changed = new Map([...cells].filter(([, cell]) => cell.outcome !== 'shown' && cell.outcome !== 'not-known'));
  const valueOf = (key: string, given: number | null): number | null => {
    const cell = changed.get(key);
    return cell === undefined ? given : cell.value;
  };
  const symbolOf = (key: string, given: string | null): string | null => changed.get(key)?.symbol ?? given;
  const periods = table.periods.map((row, at) => {
    const n = at + 1;
    return {
      ...row,
      actual: valueOf(id.actual(n), row.actual),
      symbol: symbolOf(id.actual(n), row.symbol),
      lastYear: valueOf(id.lastYear(n), row.lastYear),
      lastYearSymbol: symbolOf(id.lastYear(n), row.lastYearSymbol),
      cumulative: valueOf(id.cumulative(n), row.cumulative),
      lastYearCumulative: valueOf(id.lastYearCumulative(n), row.lastYearCumulative),
      targetLastYearShare: valueOf(id.shareTarget(n), row.targetLastYearShare),
      changePercent: valueOf(id.change(n), row.changePercent),
      cumulativeChangePercent: valueOf(id.cumulativeChange(n), row.cumulativeChangePercent),
    };
  });

  const n = table.periods.findLastIndex((row) => row.cumulative !== null) + 1;
  const toDateGone = changed.has(id.cumulative(n));
  const shareGone = changed.has(id.shareTarget(n));
  const withheld = (status: Status): Status =>
    toDateGone || (shareGone && status.against === 'last-year-share') ? withheldStatus(status) : status;
  const status = withheld(table.status);
  const statusWithheld = status.tier !== table.status.tier;
  const sentenceGone = toDateGone || statusWithheld || changed.has(id.lastYearCumulative(n));
  const yearsGone = table.previousYears.some(({ year }) => changed.has(id.year(year)));
  const anyGone = changed.size > 0;
  return {
    hidden: changed,
    statusWithheld,
    table: {
      ...table,
      periods,
      previousYears: table.previousYears.map((one) => ({ ...one, value: valueOf(id.year(one.year), one.value) })),
      status,
      statusLinear: withheld(table.statusLinear),
      statusLastYearShare: withheld(table.statusLastYearShare),
      disagreement: toDateGone || shareGone ? null : table.disagreement,
      sentence: sentenceGone ? FIGURES_WITHHELD : table.sentence,
      notes: [
        ...table.notes.filter((note) => !(anyGone && yearsGone) || !note.startsWith('The printed total for')),
        ...(statusWithheld ? [STATUS_NOTE] : []),
      ],
    },
  };
}
