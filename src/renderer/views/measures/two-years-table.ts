import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import type { TableCell, TableValue } from '../../parts/table-value.ts';
import { shortPeriod } from '../../words/dates.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { numberInWords } from '../../words/numbers.ts';

/** Two years of one measure in one table: a row for each month or quarter, alone and since April, the years next to each other. */
export function twoYearsTable(earlier: MeasureTable, later: MeasureTable): TableValue {
  const cell = (table: MeasureTable, at: number, column: 'actual' | 'cumulative'): TableCell => {
    const row = table.periods[at];
    if (row === undefined) return { text: '' };
    const said = column === 'actual' ? row.symbol : null;
    const text = said ?? numberInWords(row[column], table.decimals);
    const { measure, year } = table;
    return text === '' ? { text } : { text, figure: { view: 'measure', measure, year, period: row.period, column } };
  };
  const columns = [MEASURES_ROOM.alone(later.cadence), MEASURES_ROOM.sinceApril].flatMap((head, part) => [
    { head, under: earlier.year, divider: part > 0 },
    { head, under: later.year },
  ]);
  return {
    caption: MEASURES_ROOM.twoYears(later.name, later.unit, earlier.year, later.year),
    rowHead: later.cadence === 'month' ? MEASURES_ROOM.month : MEASURES_ROOM.quarter,
    columns,
    rows: later.periods.map(({ period }, at) => ({
      head: shortPeriod(period),
      cells: [
        cell(earlier, at, 'actual'),
        { ...cell(later, at, 'actual'), tone: 'strong' },
        cell(earlier, at, 'cumulative'),
        { ...cell(later, at, 'cumulative'), tone: 'strong' },
      ],
    })),
    notes: [],
  };
}
