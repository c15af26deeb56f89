import type { GapView } from '../../../core/performance/gap-view.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { shortPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { GAP_ROOM } from '../../words/gap-room.ts';
import { basis, headOf, sinceApril } from './area-figure.ts';

type GapColumn = Extract<FigureAsked, { view: 'gap' }>['column'];
type Period = GapView['periods'][number];

/** The gap by month, cumulative since April, with what it is made of. */
export function gapTable(view: GapView): TableValue {
  const rate = (value: number | null): string => numberInWords(value, 1);
  const row = (
    head: string,
    column: GapColumn | null,
    shown: (period: Period) => string,
    more: Pick<TableRow, 'tone' | 'divider'> = {},
  ): TableRow => ({
    head,
    ...more,
    cells: view.periods.map((period): TableCell => {
      const text = shown(period);
      if (text === '' || column === null) return { text };
      return { text, figure: { view: 'gap', year: view.year, period: period.period, column } };
    }),
  });
  return {
    caption: GAP_ROOM.theGapCrimesPer(view.year),
    rowHead: GAP_ROOM.cumulative,
    columns: view.periods.map(({ period }) => ({ head: shortPeriod(period), current: period === view.dataTo })),
    rows: [
      row(GAP_ROOM.priorityNeighbourhoods, 'priorityRate', (period) => rate(period.priorityRate)),
      row(GAP_ROOM.city, 'cityRate', (period) => rate(period.cityRate)),
      row(GAP_ROOM.gapOf(view.year), 'gap', (period) => rate(period.gap), { tone: 'strong', divider: true }),
      row(GAP_ROOM.gapOf(yearBeforeText(view.year)), 'lastYearGap', (period) => rate(period.lastYearGap)),
      row(GAP_ROOM.targetLinear, 'targetLinear', (period) => numberInWords(period.targetLinear, 2), {
        tone: 'target',
        divider: true,
      }),
      row(GAP_ROOM.targetByLastYears, 'targetLastYearShare', (period) => numberInWords(period.targetLastYearShare, 2), {
        tone: 'target',
      }),
      row(GAP_ROOM.changeCumulative, null, (period) => signedPercent(period.cumulativeChangePercent), {
        divider: true,
      }),
    ],
    notes: view.notes,
  };
}

/** The neighbourhoods over the year to date, the highest rate first. */
export function neighbourhoodTable(view: GapView): TableValue {
  const rows = view.neighbourhoods.toSorted(
    (a, b) => (b.ratePerThousand ?? -Infinity) - (a.ratePerThousand ?? -Infinity),
  );
  return {
    caption: GAP_ROOM.neighbourhoodsToDate(view.year),
    rowHead: GAP_ROOM.neighbourhood,
    columns: [
      { head: GAP_ROOM.crimes },
      { head: GAP_ROOM.residents },
      { head: GAP_ROOM.rate, under: GAP_ROOM.per1000 },
      { head: GAP_ROOM.rank },
      { head: GAP_ROOM.share, under: GAP_ROOM.ofTheGap },
    ],
    rows: rows.map((row): TableRow => {
      const rate = numberInWords(row.ratePerThousand, 1);
      const asked = sinceApril(view, row.name);
      return {
        ...headOf(row),
        cells: [
          ...basis(row, asked),
          rate === ''
            ? { text: '' }
            : { text: rate, figure: { view: 'neighbourhood', year: view.year, area: row.name } },
          { text: numberInWords(row.rank) },
          { text: row.shareOfGapPercent === null ? '' : `${numberInWords(row.shareOfGapPercent, 1)}%` },
        ],
      };
    }),
    notes: [GAP_ROOM.residentsOf(view.populationYear ?? GAP_ROOM.yearNotKnown)],
  };
}
