import { longPeriod } from '../time/period-in-words.ts';
import type { ShareOf, ShareView } from '../performance/share-view.ts';
import { percentageCell, type CountCell, type DerivedCell, type DisclosureTable } from './disclosure-table.ts';
import { withRemainder } from './earlier-release.ts';
import type { SmallNumberRule } from './rule.ts';
import { isSmall } from './rule.ts';
import type { Suppressed, SuppressedCell } from './suppressed.ts';
import { FIGURES_WITHHELD, STATUS_NOTE, withheldStatus } from './withhold-in-measure-table.ts';

/** Ids of the cells of a share; periods are counted from 1, the year to date is period 0. */
export const shareCellId = {
  part: (period: number): string => `part${String(period)}`,
  whole: (period: number): string => `whole${String(period)}`,
  percent: (period: number): string => `percent${String(period)}`,
} as const;

const id = shareCellId;

/**
 * A share for the small-number rule: n, N and the percentage of every period and of the year to date, with those who are
 * left over (N less n), who are printed nowhere and worked out at once.
 */
export function fromShare(view: ShareView): DisclosureTable {
  const rows: readonly (readonly [number, string, ShareOf])[] = [
    ...view.periods.map((row, index) => [index + 1, longPeriod(row.period), row] as const),
    [0, 'since April', view.toDate],
  ];
  const counts = rows.flatMap(([n, label, share]): CountCell[] => {
    const standing = n === 0 ? 'total' : 'ordinary';
    return [
      { id: id.part(n), label: `${view.partWords}, ${label}`, value: share.part, standing },
      { id: id.whole(n), label: `${view.wholeWords}, ${label}`, value: share.whole, standing },
    ];
  });
  const derived = rows.map(([n, label, share]): DerivedCell =>
    percentageCell(
      { id: id.percent(n), label: `%, ${label}`, value: share.percent, decimals: 0 },
      id.part(n),
      id.whole(n),
    ),
  );
  const known = view.periods.flatMap((row, index) => (row.part === null ? [] : [index + 1]));
  const adds = view.toDate.part !== null && known.length > 0;
  const table: DisclosureTable = {
    counts,
    derived,
    relations: adds
      ? [
          { total: id.part(0), parts: known.map(id.part), says: 'the periods make the year to date' },
          { total: id.whole(0), parts: known.map(id.whole), says: 'the periods make the year to date' },
        ]
      : [],
  };
  return rows
    .filter(([, , share]) => share.part !== null)
    .reduce((sum, [n, label]) => withRemainder(sum, id.whole(n), id.part(n), `the others, ${label}`), table);
}

const HIDDEN: ShareOf = { part: null, whole: null, percent: null, lower: null, upper: null };

/** A share fit for paper, with what was hidden or rounded by cell id. */
export interface WithheldShare {
  readonly view: ShareView;
  readonly hidden: ReadonlyMap<string, SuppressedCell>;
}

/** Puts a suppressed share back: a hidden part or whole takes its percentage and limits with it, a small domain its row. */
export function withholdInShare(view: ShareView, suppressed: Suppressed, rule: SmallNumberRule): WithheldShare {
  const hidden = new Map(
    [...suppressed.cells].filter(([, cell]) => !['shown', 'not-known', 'unprinted'].includes(cell.outcome)),
  );
  const shareFor = <S extends ShareOf>(n: number, share: S): S => {
    const [part, whole] = [hidden.get(id.part(n)), hidden.get(id.whole(n))];
    if (part === undefined && whole === undefined) return share;
    return {
      ...share,
      ...HIDDEN,
      part: part === undefined ? share.part : part.value,
      whole: whole === undefined ? share.whole : whole.value,
      percent: hidden.get(id.percent(n))?.value ?? null,
    };
  };
  const toDate = shareFor(0, view.toDate);
  const withheld = toDate !== view.toDate;
  const { distance } = view;
  return {
    hidden,
    view: {
      ...view,
      periods: view.periods.map((row, index) => ({
        ...shareFor(index + 1, row),
        lastYearPercent: withheld ? null : row.lastYearPercent,
      })),
      toDate,
      lastYearToDate: withheld ? HIDDEN : view.lastYearToDate,
      status: withheld ? withheldStatus(view.status) : view.status,
      distance:
        distance === null
          ? null
          : {
              ...distance,
              meanChange: withheld ? null : distance.meanChange,
              // A domain of few clients goes as a whole: its mean would tell what each of them scored.
              domains: withheld ? [] : distance.domains.filter((row) => !isSmall(row.clients, rule)),
              withoutExit: isSmall(distance.withoutExit ?? 0, rule) ? null : distance.withoutExit,
              withoutPair: isSmall(distance.withoutPair ?? 0, rule) ? null : distance.withoutPair,
            },
      sentence: withheld ? FIGURES_WITHHELD : view.sentence,
      notes: withheld && view.status.tier !== 'monitoring-only' ? [...view.notes, STATUS_NOTE] : view.notes,
    },
  };
}
