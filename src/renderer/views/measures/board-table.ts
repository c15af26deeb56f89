import { measureCellId } from '../../../core/disclosure/from-measure-table.ts';
import { withSign } from '../../../core/performance/signs-of.ts';
import { SIGN_MEANS } from '../../../core/words/signs.ts';
import { yearBeforeText } from '../../../core/picture/measure-picture.ts';
import type { MeasureRow, MeasureTable } from '../../../core/performance/measure-table.ts';
import type { FigureAsked } from '../../../preload/contract.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { shortPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';

type Column = Extract<FigureAsked, { view: 'measure' }>['column'];

/** The Board's table: previous years, then April to March; each row says which year and which reckoning it is. */
export function boardTable(table: MeasureTable, signs: Readonly<Record<string, string>> = {}): TableValue {
  const signed = new Map(Object.entries(signs));
  const used = (Object.keys(SIGN_MEANS) as (keyof typeof SIGN_MEANS)[]).filter((sign) =>
    [...signed.values()].some((one) => one.includes(sign)),
  );
  const before = yearBeforeText(table.year);
  const { cadence, decimals } = table;
  const years = table.previousYears.length;
  const count = (value: number | null): string => numberInWords(value, decimals);

  const row = (
    head: string,
    column: Column,
    cellOf: ((period: number) => string) | null,
    shown: (period: MeasureRow) => string,
    more: { tone?: 'target' | 'strong'; divider?: boolean; years?: readonly TableCell[] } = {},
  ): TableRow => ({
    head,
    ...(more.tone === undefined ? {} : { tone: more.tone }),
    ...(more.divider === true ? { divider: true } : {}),
    cells: [
      ...(more.years ?? Array.from({ length: years }, () => ({ text: '' }))),
      ...table.periods.map((period, at): TableCell => {
        const value = shown(period);
        const { text, sign } = cellOf === null ? { text: value, sign: '' } : withSign(signed, cellOf(at + 1), value);
        const figure = {
          view: 'measure',
          measure: table.measure,
          year: table.year,
          period: period.period,
          column,
        } as const;
        return value === '' ? { text } : { text, sign, figure };
      }),
    ],
  });

  const annual = table.previousYears.map(({ year, value }): TableCell => {
    const { text, sign } = withSign(signed, measureCellId.year(year), count(value));
    const figure = { view: 'previous-year', measure: table.measure, year } as const;
    return value === null ? { text } : { text, sign, figure };
  });
  const targets: TableRow[] =
    table.annualTarget === null
      ? []
      : [
          row(MEASURES_ROOM.targetLinear, 'targetLinear', null, (period) => count(period.targetLinear), {
            tone: 'target',
            divider: true,
          }),
          row(
            MEASURES_ROOM.targetByLastYears,
            'targetLastYearShare',
            null,
            (period) => count(period.targetLastYearShare),
            {
              tone: 'target',
            },
          ),
          ...(table.ownTargets === null
            ? []
            : [
                {
                  head: MEASURES_ROOM.targetAsTheBoard,
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
    rowHead: MEASURES_ROOM.byOf3(cadence === 'month' ? MEASURES_ROOM.month : MEASURES_ROOM.quarter, cadence),
    columns: [
      ...table.previousYears.map(({ year, basis }) => ({
        head: year,
        under: basis === 'printed' ? MEASURES_ROOM.asPrinted : MEASURES_ROOM.summed,
      })),
      ...table.periods.map(({ period }, index) => ({
        head: shortPeriod(period),
        current: period === table.dataTo,
        divider: index === 0,
      })),
    ],
    rows: [
      row(
        table.gap === true ? MEASURES_ROOM.addedToTheGap(before) : MEASURES_ROOM.actual(before),
        'lastYear',
        measureCellId.lastYear,
        (period) => period.lastYearSymbol ?? count(period.lastYear),
        {
          years: annual,
        },
      ),
      row(
        table.gap === true ? MEASURES_ROOM.addedToTheGap(table.year) : MEASURES_ROOM.actualOf(table.year),
        'actual',
        measureCellId.actual,
        (period) => period.symbol ?? count(period.actual),
        {
          tone: 'strong',
        },
      ),
      row(
        table.gap === true ? MEASURES_ROOM.gapOfYear(before) : MEASURES_ROOM.cumulative(before),
        'lastYearCumulative',
        measureCellId.lastYearCumulative,
        (period) => count(period.lastYearCumulative),
        {
          divider: true,
        },
      ),
      row(
        table.gap === true ? MEASURES_ROOM.gapOfYear(table.year) : MEASURES_ROOM.cumulativeOf(table.year),
        'cumulative',
        measureCellId.cumulative,
        (period) => count(period.cumulative),
        {
          tone: 'strong',
        },
      ),
      ...targets,
      row(
        MEASURES_ROOM.changeCumulative,
        'cumulativeChangePercent',
        measureCellId.cumulativeChange,
        (period) => signedPercent(period.cumulativeChangePercent),
        {
          divider: true,
        },
      ),
      row(MEASURES_ROOM.changeAlone(cadence), 'changePercent', measureCellId.change, (period) =>
        signedPercent(period.changePercent),
      ),
    ],
    notes: [...table.notes, MEASURES_ROOM.sourceOf(table.source), ...used.map((sign) => `${sign} ${SIGN_MEANS[sign]}`)],
  };
}
