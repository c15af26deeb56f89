import type { SeasonView } from '../../../core/performance/season-view.ts';
import { sayCause, type SpcView } from '../../../core/performance/spc-view.ts';
import type { YearEndView } from '../../../core/performance/year-end-view.ts';
import type { TableValue } from '../../parts/table-value.ts';
import { rangeWords } from '../../words/comparison.ts';
import { longPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';

const KIND_WORDS = {
  'common-cause': '',
  improvement: 'Improvement',
  concern: 'Concern',
  'neutral-high': 'Unusually high',
  'neutral-low': 'Unusually low',
} as const;

/** The process chart as a table: what each point is, its limits, and what is special about it. */
export function spcTable(view: SpcView): TableValue {
  const { decimals } = view;
  const limitDecimals = decimals === 0 ? 1 : decimals;
  return {
    caption: `${view.name}: process chart, ${view.kind === 'share' ? 'in percent' : view.unit}`,
    rowHead: 'Period',
    columns: [
      { head: 'Actual', ...(view.kind === 'share' ? { under: '%' } : {}) },
      ...(view.kind === 'count' ? [] : [{ head: view.kind === 'share' ? 'n of N' : 'Counted' }]),
      { head: 'Mean' },
      { head: 'Lower limit' },
      { head: 'Upper limit' },
      { head: 'What it shows', text: true },
    ],
    rows: view.points.map((point) => {
      const kind = point.kind === null ? '' : KIND_WORDS[point.kind];
      const causes = point.causes.map(sayCause).join('; ');
      const said = [kind, causes].filter((one) => one !== '').join(': ');
      return {
        head: point.words,
        cells: [
          { text: numberInWords(point.value, decimals), ...(point.cause === null ? {} : { tone: 'strong' as const }) },
          ...(view.kind === 'count' ? [] : [{ text: partWords(point, view.kind) }]),
          { text: numberInWords(point.mean, limitDecimals) },
          { text: numberInWords(point.lower, limitDecimals) },
          { text: numberInWords(point.upper, limitDecimals) },
          { text: point.leftOut ? 'Left out of the limits' : said === '' ? 'Nothing special' : said },
        ],
      };
    }),
    notes: view.notes,
  };
}

/** `18 of 23` of a share, the count behind a rate; empty where it is not known. */
export function partWords(
  { part, whole }: { readonly part: number | null; readonly whole: number | null },
  kind: 'rate' | 'share',
): string {
  if (part === null || whole === null) return '';
  return kind === 'share' ? `${numberInWords(part)} of ${numberInWords(whole)}` : numberInWords(part);
}

/** Each month beside the same month of last year; `all`: also months with no year before them. */
export function sameMonthTable(view: SeasonView, all: boolean): TableValue {
  const months = view.months.filter((month) => all || (month.value !== null && month.lastYear !== null));
  return {
    caption: `${view.name}: each month beside the same month of last year`,
    rowHead: 'Month',
    columns: [
      { head: 'Actual' },
      { head: 'A year before' },
      { head: 'Change' },
      { head: 'Could it be chance?', text: true },
      ...(view.known ? [{ head: 'Without season' }] : []),
      { head: '12 months to here' },
    ],
    rows: [...months].reverse().map((month) => ({
      head: month.words,
      cells: [
        { text: numberInWords(month.value) },
        { text: numberInWords(month.lastYear) },
        { text: signedPercent(month.changePercent) },
        { text: month.leftOut ? 'Left out of the season by choice' : (month.changeSays ?? '') },
        ...(view.known ? [{ text: numberInWords(month.withoutSeason) }] : []),
        { text: numberInWords(month.rollingYear) },
      ],
    })),
    notes: view.notes,
  };
}

/** The seasonal index, April first: 1.10 is a month a tenth above the year's mean. */
export function indexTable(view: SeasonView): TableValue {
  const fromApril = [...view.index.slice(3), ...view.index.slice(0, 3)];
  return {
    caption: `${view.name}: seasonal index, 1.00 = a month as the mean of the year`,
    rowHead: 'Month',
    columns: fromApril.map(({ month }) => ({ head: month.slice(0, 3) })),
    rows: [{ head: 'Index', cells: fromApril.map(({ index }) => ({ text: numberInWords(index, 2) })) }],
    notes: [],
  };
}

/** Where the year would end, by each way, with its range. */
export function yearEndTable(view: YearEndView): TableValue {
  const row = (head: string, one: YearEndView['straightLine']): TableValue['rows'][number] => ({
    head,
    cells: [
      { text: numberInWords(one?.estimate ?? null, view.decimals), tone: 'strong' },
      { text: rangeWords(one?.lower ?? null, one?.upper ?? null, view.decimals) },
      { text: numberInWords(view.annualTarget, view.decimals), tone: 'target' },
    ],
  });
  const [known] = [view.straightLine, view.lastYearShare].filter((one) => one !== null);
  return {
    caption: `${view.name}: where ${view.year} would end, ${view.unit}`,
    rowHead: 'By',
    columns: [
      { head: 'Year end' },
      { head: 'Range', under: known === undefined ? '95%' : `${String(known.confidence * 100)}%` },
      { head: 'Annual target' },
    ],
    rows: [row('Straight line', view.straightLine), row('Last year’s share', view.lastYearShare)],
    notes: [
      ...(view.toDate === null || view.dataTo === null
        ? []
        : [`${numberInWords(view.toDate, view.decimals)} ${view.unit} to ${longPeriod(view.dataTo)}.`]),
      ...view.notes,
    ],
  };
}
