import { lastPeriodToDate, measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import { neighbourhoodCellId } from '../../../core/disclosure/from-neighbourhoods.ts';
import { shareCellId } from '../../../core/disclosure/from-share.ts';
import type { MeasureTable, Status } from '../../../core/performance/measure-table.ts';
import { yearInOnePeriod } from '../../../core/performance/year-in-one-period.ts';
import { numberInWords, signedPercent } from '../../../core/picture/number-in-words.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import type { BoardItem } from '../../../core/words/board-order.ts';
import { nameOf, viewOf } from './board-items.ts';
import { placeTable, type Block } from './blocks.ts';
import type { PackContent } from './pack-content.ts';
import { ROOM, STATUS } from './pack-look.ts';
import { figure, statusCell, words as cell, type Row } from './table-draft.ts';

/** What was left out of one view as small numbers, by cell. */
type Hidden = ReturnType<PackContent['withheld']['get']>;

/** Half-points. */
const GLANCE_SIZE = 17;

interface Glance {
  readonly dataTo: string | null;
  readonly now: number | null;
  readonly before: number | null;
  readonly change: number | null;
  /** The cells that `now`, `before` and `change` stand in, under which it is found what was left out. */
  readonly cells: { readonly now: string; readonly before: string | null; readonly change: string | null };
  readonly decimals: number;
  /** Percentages carry their sign. */
  readonly suffix: '' | '%';
  readonly status: Status;
}

function glanceOf(item: BoardItem, hidden: Hidden): Glance {
  if (item.kind === 'gap') {
    const at = item.view.periods.find((one) => one.period === item.view.dataTo);
    const { dataTo, status } = item.view;
    const change = at?.cumulativeChangePercent ?? null;
    return {
      dataTo,
      now: at?.gap ?? null,
      before: at?.lastYearGap ?? null,
      change,
      cells: { now: neighbourhoodCellId.gap, before: null, change: neighbourhoodCellId.gap },
      decimals: 1,
      suffix: '',
      status,
    };
  }
  if (item.kind === 'share') {
    const { dataTo, toDate, lastYearToDate, status } = item.share;
    return {
      dataTo,
      now: toDate.percent,
      before: lastYearToDate.percent,
      change: null,
      cells: { now: shareCellId.percent(0), before: null, change: null },
      decimals: 0,
      suffix: '%',
      status,
    };
  }
  const { table } = item;
  const n = lastPeriodToDate(table, hidden);
  const at = table.periods[n - 1];
  return {
    dataTo: table.dataTo,
    now: at?.cumulative ?? null,
    before: at?.lastYearCumulative ?? null,
    // A last year that cannot be compared gives no change.
    change: yearInOnePeriod(table) === null ? (at?.cumulativeChangePercent ?? null) : null,
    cells: {
      now: measureCellId.cumulative(n),
      before: measureCellId.lastYearCumulative(n),
      change: measureCellId.cumulativeChange(n),
    },
    decimals: table.decimals,
    suffix: '',
    status: table.status,
  };
}

function glanceRow(item: BoardItem, hidden: Hidden): Row {
  const { dataTo, now, before, change, cells, decimals, suffix, status } = glanceOf(item, hidden);
  const left = (at: string | null) => (at === null ? '' : (hidden?.get(at)?.symbol ?? ''));
  const say = (value: number | null, at: string | null = null) =>
    value === null ? left(at) : `${numberInWords(value, decimals)}${suffix}`;
  const tier = dataTo === null ? 'not-yet-known' : status.tier;
  return {
    cells: [
      cell(nameOf(item)),
      cell(dataTo === null ? 'no data yet' : longPeriod(dataTo)),
      figure(say(now, cells.now), { bold: true }),
      figure(say(before, cells.before)),
      figure(change === null ? left(cells.change) : signedPercent(change)),
      figure(say(status.target), { italic: true }),
      statusCell(tier, STATUS[tier].short),
    ],
  };
}

/** Every measure in one line, in the order the Board reads them. */
export function glanceTable(items: readonly BoardItem[], { withheld }: Pick<PackContent, 'withheld'>): Block {
  return placeTable({
    widths: [3420, 1040, 780, 740, 800, 760, ROOM.portrait - 7540],
    size: GLANCE_SIZE,
    heads: [
      {
        cells: [
          cell('Measure'),
          cell('Data to'),
          figure('Year to date'),
          figure('Last year'),
          figure('% change'),
          figure('Profile'),
          cell('Status'),
        ],
      },
    ],
    rows: items.map((item) => glanceRow(item, withheld.get(viewOf(item)))),
  });
}

/** What an empty cell means, and where no change is given. */
export const glanceNote = (tables: readonly MeasureTable[]): string =>
  [
    'Profile: where the target puts the year to date. An empty cell is not known; it is never nought.',
    ...tables
      .filter((table) => yearInOnePeriod(table) !== null)
      .map((table) => `No change is given for “${table.name}”: its last year is in question.`),
  ].join(' ');
