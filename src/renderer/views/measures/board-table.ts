import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import type { MeasureRow, MeasureTable } from '../../../core/performance/measure-table.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { shortPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';

type Column = Extract<FigureAsked, { view: 'measure' }>['column'];

/** The Board's table: previous years, then April to March; each row says which year and which reckoning it is. */
export function boardTable(table: MeasureTable): TableValue {
  const before = yearBeforeText(table.year);
  const { cadence, decimals } = table;
  const years = table.previousYears.length;
  const count = (value: number | null): string => numberInWords(value, decimals);

  const row = (
    head: string,
    column: Column,
    shown: (period: MeasureRow) => string,
    more: { tone?: 'target' | 'strong'; divider?: boolean; years?: readonly TableCell[] } = {},
  ): TableRow => ({
    head,
    ...(more.tone === undefined ? {} : { tone: more.tone }),
    ...(more.divider === true ? { divider: true } : {}),
    cells: [
      ...(more.years ?? Array.from({ length: years }, () => ({ text: '' }))),
      ...table.periods.map((period): TableCell => {
        const text = shown(period);
        const figure = {
          view: 'measure',
          measure: table.measure,
          year: table.year,
          period: period.period,
          column,
        } as const;
        return text === '' ? { text } : { text, figure };
      }),
    ],
  });

  const annual = table.previousYears.map(({ year, value }): TableCell => {
    const text = count(value);
    const figure = { view: 'previous-year', measure: table.measure, year } as const;
    return text === '' ? { text } : { text, figure };
  });
  const targets: TableRow[] =
    table.annualTarget === null
      ? []
      : [
          row('Target, linear', 'targetLinear', (period) => count(period.targetLinear), {
            tone: 'target',
            divider: true,
          }),
          row('Target by last year’s share', 'targetLastYearShare', (period) => count(period.targetLastYearShare), {
            tone: 'target',
          }),
          ...(table.ownTargets === null
            ? []
            : [
                {
                  head: 'Target as the Board shared it',
                  tone: 'target' as const,
                  cells: [
                    ...Array.from({ length: years }, () => ({ text: '' })),
                    ...table.ownTargets.map((value) => ({ text: count(value) })),
                  ],
                },
              ]),
        ];
  return {
    caption: `${table.name}, ${table.unit}, ${table.year}`,
    rowHead: `${cadence === 'month' ? 'Month' : 'Quarter'} by ${cadence}`,
    columns: [
      ...table.previousYears.map(({ year, basis }) => ({
        head: year,
        under: basis === 'printed' ? 'as printed' : 'summed',
      })),
      ...table.periods.map(({ period }, index) => ({
        head: shortPeriod(period),
        current: period === table.dataTo,
        divider: index === 0,
      })),
    ],
    rows: [
      row(`Actual ${before}`, 'lastYear', (period) => period.lastYearSymbol ?? count(period.lastYear), {
        years: annual,
      }),
      row(`Actual ${table.year}`, 'actual', (period) => period.symbol ?? count(period.actual), { tone: 'strong' }),
      row(`Cumulative ${before}`, 'lastYearCumulative', (period) => count(period.lastYearCumulative), {
        divider: true,
      }),
      row(`Cumulative ${table.year}`, 'cumulative', (period) => count(period.cumulative), { tone: 'strong' }),
      ...targets,
      row(
        '% change, cumulative',
        'cumulativeChangePercent',
        (period) => signedPercent(period.cumulativeChangePercent),
        {
          divider: true,
        },
      ),
      row(`% change, ${cadence} alone`, 'changePercent', (period) => signedPercent(period.changePercent)),
    ],
    notes: [...table.notes, `Source: ${table.source}.`],
  };
}
