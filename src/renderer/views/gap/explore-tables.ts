import type { GapExploreView } from '../../../core/performance/gap-explore-view.ts';
import type { MapView } from '../../../core/performance/map-view.ts';
import type { Input } from '../../../preload/contract.ts';
import type { TableCell, TableValue } from '../../parts/table-value.ts';
import { areaCell, basis, headOf, sinceApril } from './area-figure.ts';
import { rangeWords } from '../../words/comparison.ts';
import { shortPeriod } from '../../words/dates.ts';
import { againstCity } from '../../words/gap.ts';
import { howMany, numberInWords, signedPercent } from '../../words/numbers.ts';
import { GAP_ROOM } from '../../words/gap-room.ts';

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
    caption: GAP_ROOM.theGapByThisMethod(view.year),
    rowHead: GAP_ROOM.cumulative,
    columns: view.periods.map(({ period }) => ({ head: shortPeriod(period), current: period === view.dataTo })),
    rows: [
      row(GAP_ROOM.priorityNeighbourhoods, (period) => period.priorityRate),
      row(
        view.options.city === 'with-priority' ? GAP_ROOM.theWholeCity : GAP_ROOM.theRestOfThe,
        (period) => period.cityRate,
      ),
      row(GAP_ROOM.gap, (period) => period.gap, { tone: 'strong', divider: true }),
      row(GAP_ROOM.gapLastYear, (period) => period.lastYearGap),
      ...(isBoards ? [] : [row(GAP_ROOM.gapAsTheBoard, (period) => period.boardGap, { divider: true })]),
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
    caption: GAP_ROOM.neighbourhoodsToDateRate(view.year),
    rowHead: GAP_ROOM.neighbourhood,
    columns: [
      { head: GAP_ROOM.crimes },
      { head: GAP_ROOM.residents },
      { head: GAP_ROOM.rate, under: GAP_ROOM.per1000 },
      { head: GAP_ROOM.limits, under: '95%' },
      { head: GAP_ROOM.rank, under: GAP_ROOM.couldBe },
      { head: GAP_ROOM.againstTheCity, text: true },
      { head: GAP_ROOM.aYearBefore, divider: true },
      { head: GAP_ROOM.change },
      { head: GAP_ROOM.couldItBeChance, text: true },
      { head: GAP_ROOM.part, under: GAP_ROOM.ofTheGap, divider: true },
      { head: GAP_ROOM.part, under: GAP_ROOM.ofItsChange },
    ],
    rows: view.neighbourhoods.map((row) => {
      const asked = sinceApril(view, row.name);
      return {
        ...headOf(row),
        cells: [
          ...basis(row, asked),
          areaCell(numberInWords(row.ratePerThousand, 1), asked('rate')),
          { text: rangeWords(row.lower95, row.upper95) },
          { text: rankWords(row.rank, row.rankFrom, row.rankTo) },
          { text: row.small ? GAP_ROOM.tooFewToSay : againstCity(row.label95, row.label998) },
          areaCell(numberInWords(row.lastYear), asked('count', 'last-year')),
          { text: signedPercent(row.changePercent) },
          { text: evidenceWords(row.changeSays) },
          { text: signed(row.partOfGap, 2) },
          { text: signed(row.partOfChange, 2) },
        ],
      };
    }),
    notes: [...view.notes, ...(view.populationYear === null ? [] : [GAP_ROOM.residentsOf(view.populationYear)])],
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
    rowHead: GAP_ROOM.area,
    columns: isRate
      ? [{ head: GAP_ROOM.rate, under: GAP_ROOM.per1000 }, { head: GAP_ROOM.crimes }, { head: GAP_ROOM.residents }]
      : [{ head: GAP_ROOM.records }],
    rows: areas.map((area) => {
      const told = (text: string, figure: 'rate' | 'count' | 'residents'): TableCell =>
        areaCell(text, area.held === null ? null : { measure, from, to, of, area: area.held, figure });
      return {
        head: area.marked ? GAP_ROOM.priority(area.name) : area.name,
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
      ...(without === 0 ? [] : [GAP_ROOM.noFigure(howMany(without, GAP_ROOM.outlineHas, GAP_ROOM.outlinesHave))]),
      ...view.notes,
    ],
  };
}
