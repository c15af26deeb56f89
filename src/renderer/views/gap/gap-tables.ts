import type { GapView } from '../../../core/performance/gap-view.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { shortPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { areaCell, sinceApril } from './area-figure.ts';

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
    caption: `The gap, crimes per 1,000 residents, cumulative since April, ${view.year}`,
    rowHead: 'Cumulative',
    columns: view.periods.map(({ period }) => ({ head: shortPeriod(period), current: period === view.dataTo })),
    rows: [
      row('Priority neighbourhoods', 'priorityRate', (period) => rate(period.priorityRate)),
      row('City', 'cityRate', (period) => rate(period.cityRate)),
      row(`Gap ${view.year}`, 'gap', (period) => rate(period.gap), { tone: 'strong', divider: true }),
      row(`Gap ${yearBeforeText(view.year)}`, 'lastYearGap', (period) => rate(period.lastYearGap)),
      row('Target, linear', 'targetLinear', (period) => numberInWords(period.targetLinear, 2), {
        tone: 'target',
        divider: true,
      }),
      row(
        'Target by last year’s share',
        'targetLastYearShare',
        (period) => numberInWords(period.targetLastYearShare, 2),
        {
          tone: 'target',
        },
      ),
      row('% change, cumulative', null, (period) => signedPercent(period.cumulativeChangePercent), { divider: true }),
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
    caption: `Neighbourhoods, ${view.year} to date`,
    rowHead: 'Neighbourhood',
    columns: [
      { head: 'Crimes' },
      { head: 'Residents' },
      { head: 'Rate', under: 'per 1,000' },
      { head: 'Rank' },
      { head: 'Share', under: 'of the gap' },
    ],
    rows: rows.map((row): TableRow => {
      const rate = numberInWords(row.ratePerThousand, 1);
      const asked = sinceApril(view, row.name);
      return {
        head: row.priority ? `${row.name} (priority)` : row.name,
        ...(row.priority ? { tone: 'own' as const } : {}),
        cells: [
          areaCell(numberInWords(row.count), asked('count')),
          areaCell(numberInWords(row.population), asked('residents')),
          rate === ''
            ? { text: '' }
            : { text: rate, figure: { view: 'neighbourhood', year: view.year, area: row.name } },
          { text: numberInWords(row.rank) },
          { text: row.shareOfGapPercent === null ? '' : `${numberInWords(row.shareOfGapPercent, 1)}%` },
        ],
      };
    }),
    notes: [`Residents: ${view.populationYear ?? 'year not known'}.`],
  };
}
