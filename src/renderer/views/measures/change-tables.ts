import type { SeasonView } from '../../../core/performance/season-view.ts';
import { sayCause, type SpcView } from '../../../core/performance/spc-view.ts';
import type { YearEndView } from '../../../core/performance/year-end-view.ts';
import type { TableValue } from '../../parts/table-value.ts';
import { rangeWords } from '../../words/comparison.ts';
import { longPeriod } from '../../words/dates.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';

const KIND_WORDS = {
  'common-cause': '',
  improvement: MEASURES_ROOM.improvement,
  concern: MEASURES_ROOM.concern,
  'neutral-high': MEASURES_ROOM.unusuallyHigh,
  'neutral-low': MEASURES_ROOM.unusuallyLow,
} as const;

/** The process chart as a table: what each point is, its limits, and what is special about it. */
export function spcTable(view: SpcView): TableValue {
  const { decimals } = view;
  const limitDecimals = decimals === 0 ? 1 : decimals;
  return {
    caption: MEASURES_ROOM.processChartOf2(view.name, view.kind === 'share' ? MEASURES_ROOM.inPercent : view.unit),
    rowHead: MEASURES_ROOM.period,
    columns: [
      { head: MEASURES_ROOM.actualWord, ...(view.kind === 'share' ? { under: '%' } : {}) },
      ...(view.kind === 'count' ? [] : [{ head: view.kind === 'share' ? MEASURES_ROOM.nOfN : MEASURES_ROOM.counted }]),
      { head: MEASURES_ROOM.mean },
      { head: MEASURES_ROOM.lowerLimit },
      { head: MEASURES_ROOM.upperLimit },
      { head: MEASURES_ROOM.whatItShows, text: true },
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
          { text: point.leftOut ? MEASURES_ROOM.leftOutOfThe : said === '' ? MEASURES_ROOM.nothingSpecial : said },
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
  return kind === 'share' ? MEASURES_ROOM.ofOf(numberInWords(part), numberInWords(whole)) : numberInWords(part);
}

/** Each month beside the same month of last year; `all`: also months with no year before them. */
export function sameMonthTable(view: SeasonView, all: boolean): TableValue {
  const months = view.months.filter((month) => all || (month.value !== null && month.lastYear !== null));
  return {
    caption: MEASURES_ROOM.eachMonthBesideTheSame(view.name),
    rowHead: MEASURES_ROOM.month,
    columns: [
      { head: MEASURES_ROOM.actualWord },
      { head: MEASURES_ROOM.aYearBefore },
      { head: MEASURES_ROOM.change },
      { head: MEASURES_ROOM.couldItBeChance, text: true },
      ...(view.known ? [{ head: MEASURES_ROOM.withoutSeason }] : []),
      { head: MEASURES_ROOM.n12MonthsToHere },
    ],
    rows: [...months].reverse().map((month) => ({
      head: month.words,
      cells: [
        { text: numberInWords(month.value) },
        { text: numberInWords(month.lastYear) },
        { text: signedPercent(month.changePercent) },
        { text: month.leftOut ? MEASURES_ROOM.leftOutOfTheSeason : (month.changeSays ?? '') },
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
    caption: MEASURES_ROOM.seasonalIndex100A(view.name),
    rowHead: MEASURES_ROOM.month,
    columns: fromApril.map(({ month }) => ({ head: month.slice(0, 3) })),
    rows: [{ head: MEASURES_ROOM.index, cells: fromApril.map(({ index }) => ({ text: numberInWords(index, 2) })) }],
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
    caption: MEASURES_ROOM.whereWouldEndOf(view.name, view.year, view.unit),
    rowHead: MEASURES_ROOM.byWord,
    columns: [
      { head: MEASURES_ROOM.yearEnd },
      { head: MEASURES_ROOM.range, under: known === undefined ? '95%' : `${String(known.confidence * 100)}%` },
      { head: MEASURES_ROOM.annualTarget },
    ],
    rows: [row(MEASURES_ROOM.straightLine, view.straightLine), row(MEASURES_ROOM.lastYearsShare, view.lastYearShare)],
    notes: [
      ...(view.toDate === null || view.dataTo === null
        ? []
        : [MEASURES_ROOM.toOf(numberInWords(view.toDate, view.decimals), view.unit, longPeriod(view.dataTo))]),
      ...view.notes,
    ],
  };
}
