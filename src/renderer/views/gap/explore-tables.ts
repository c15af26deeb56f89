import type { GapExploreView } from '../../../core/performance/gap-explore-view.ts';
import type { MapView } from '../../../core/performance/map-view.ts';
import type { Input } from '../../../preload/contract.ts';
import type { TableCell, TableValue } from '../../parts/table-value.ts';
import { areaCell, sinceApril } from './area-figure.ts';
import { rangeWords } from '../../words/comparison.ts';
import { shortPeriod } from '../../words/dates.ts';
import { againstCity } from '../../words/gap.ts';
import { howMany, numberInWords, signedPercent } from '../../words/numbers.ts';

/** A number with its sign: parts of a gap may take away from it. */
const signed = (value: number | null, decimals: number): string =>
  value === null ? '' : value > 0 ? `+${numberInWords(value, decimals)}` : numberInWords(value, decimals);

/** The gap by this method, month by month, beside last year's and the Board's own. */
export function exploredTable(view: GapExploreView): TableValue {
  const row = (
    head: string,
    of: (period: GapExploreView['periods'][number]) => number | null,
    more: Partial<TableValue['rows'][number]> = {},
  ): TableValue['rows'][number] => ({
    head,
    ...more,
    cells: view.periods.map((period) => ({ text: numberInWords(of(period), 1) })),
  });
  const isBoards = view.periods.every((period) => period.gap === period.boardGap);
  return {
    caption: `The gap by this method, crimes per 1,000 residents, cumulative since April, ${view.year}`,
    rowHead: 'Cumulative',
    columns: view.periods.map(({ period }) => ({ head: shortPeriod(period), current: period === view.dataTo })),
    rows: [
      row('Priority neighbourhoods', (period) => period.priorityRate),
      row(
        view.options.city === 'with-priority' ? 'The whole city' : 'The rest of the city',
        (period) => period.cityRate,
      ),
      row('Gap', (period) => period.gap, { tone: 'strong', divider: true }),
      row('Gap last year', (period) => period.lastYearGap),
      ...(isBoards ? [] : [row('Gap as the Board has it', (period) => period.boardGap, { divider: true })]),
    ],
    notes: view.notes,
  };
}

/** `2 (1 to 3)`: the rank, and the ranks that the limits allow. */
const rankWords = (rank: number | null, from: number | null, to: number | null): string =>
  rank === null ? '' : from === to ? String(rank) : `${String(rank)} (${rangeWords(from, to, 0)})`;

/** What a sentence of change ends in: «could easily be chance»; the figures before it have columns of their own. */
const evidenceWords = (says: string | null): string => says?.split(': ').at(-1) ?? '';

/** Each neighbourhood: rate with limits, where it ranks, and what it adds to the gap and to its change. */
export function partsTable(view: GapExploreView): TableValue {
  return {
    caption: `Neighbourhoods, ${view.year} to date: rate, limits, and part of the gap`,
    rowHead: 'Neighbourhood',
    columns: [
      { head: 'Crimes' },
      { head: 'Residents' },
      { head: 'Rate', under: 'per 1,000' },
      { head: 'Limits', under: '95%' },
      { head: 'Rank', under: 'could be' },
      { head: 'Against the city', text: true },
      { head: 'A year before', divider: true },
      { head: 'Change' },
      { head: 'Could it be chance?', text: true },
      { head: 'Part', under: 'of the gap', divider: true },
      { head: 'Part', under: 'of its change' },
    ],
    rows: view.neighbourhoods.map((row) => {
      const asked = sinceApril(view, row.name);
      return {
        head: row.priority ? `${row.name} (priority)` : row.name,
        ...(row.priority ? { tone: 'own' as const } : {}),
        cells: [
          areaCell(numberInWords(row.count), asked('count')),
          areaCell(numberInWords(row.population), asked('residents')),
          areaCell(numberInWords(row.ratePerThousand, 1), asked('rate')),
          { text: rangeWords(row.lower95, row.upper95) },
          { text: rankWords(row.rank, row.rankFrom, row.rankTo) },
          { text: row.small ? 'Too few to say' : againstCity(row.label95, row.label998) },
          areaCell(numberInWords(row.lastYear), asked('count', 'last-year')),
          { text: signedPercent(row.changePercent) },
          { text: evidenceWords(row.changeSays) },
          { text: signed(row.partOfGap, 2) },
          { text: signed(row.partOfChange, 2) },
        ],
      };
    }),
    notes: [...view.notes, ...(view.populationYear === null ? [] : [`Residents: ${view.populationYear}.`])],
  };
}

/** A map as a table, highest first. */
export function mapTable(view: MapView, asked: Omit<Input<'map.show'>, 'boundaryId'>): TableValue {
  const { measure, from, to, of } = asked;
  const known = view.areas.filter(({ value }) => value !== null);
  const without = view.areas.length - known.length;
  const isRate = view.areas.some(({ population }) => population !== null);
  const areas = [...known].sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.name.localeCompare(b.name, 'en-GB'));
  return {
    caption: view.title,
    rowHead: 'Area',
    columns: isRate
      ? [{ head: 'Rate', under: 'per 1,000' }, { head: 'Crimes' }, { head: 'Residents' }]
      : [{ head: 'Records' }],
    rows: areas.map((area) => {
      const told = (text: string, figure: 'rate' | 'count' | 'residents'): TableCell =>
        areaCell(text, area.held === null ? null : { measure, from, to, of, area: area.held, figure });
      return {
        head: area.marked ? `${area.name} (priority)` : area.name,
        ...(area.marked ? { tone: 'own' as const } : {}),
        cells: isRate
          ? [
              told(numberInWords(area.value, 1), 'rate'),
              told(numberInWords(area.count), 'count'),
              told(numberInWords(area.population), 'residents'),
            ]
          : [told(numberInWords(area.value), 'count')],
      };
    }),
    notes: [
      ...(without === 0 ? [] : [`${howMany(without, 'outline has', 'outlines have')} no figure.`]),
      ...view.notes,
    ],
  };
}
