import type { ComparisonView } from './comparison-view.ts';
import type { GapView } from './gap-view.ts';
import type { MeasureRow, MeasureTable } from './measure-table.ts';
import { longPeriod } from '../time/period-in-words.ts';
import { sayList, sayNumber } from './say-number.ts';

/** How one figure was made, without the cells it came from: those the engine adds. */
export interface Method {
  readonly title: string;
  readonly value: number | null;
  /** The value as the screen shows it; empty when not known. */
  readonly shown: string;
  readonly method: string;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
}

export type MeasureColumn = Exclude<keyof MeasureRow, 'period' | 'symbol' | 'lastYearSymbol'>;
export type GapColumn = 'cityRate' | 'priorityRate' | 'gap' | 'lastYearGap' | 'targetLinear' | 'targetLastYearShare';

const NOT_KNOWN = 'not known';

const say = (value: number | null, decimals: number): string =>
  value === null ? NOT_KNOWN : sayNumber(value, decimals);
const shown = (value: number | null, decimals: number): string => (value === null ? '' : sayNumber(value, decimals));
const sayChange = (value: number | null): string =>
  value === null ? '' : `${value > 0 ? '+' : ''}${sayNumber(value, 1)}%`;

const COLUMN_TITLES: Record<MeasureColumn, string> = {
  actual: 'actual',
  lastYear: 'same period last year',
  cumulative: 'cumulative since April',
  lastYearCumulative: 'cumulative since April, last year',
  targetLinear: 'target to date, linear profile',
  targetLastYearShare: 'target to date, last year’s share',
  changePercent: 'change on the same period last year',
  cumulativeChangePercent: 'change since April on last year',
};

/** How one number of a measure table was made; null when the table has no such period. */
export function methodOfMeasureFigure(table: MeasureTable, period: string, column: MeasureColumn): Method | null {
  const at = table.periods.findIndex((row) => row.period === period);
  const row = table.periods[at];
  if (row === undefined) return null;
  const { decimals, unit } = table;
  const title = `${table.name}: ${COLUMN_TITLES[column]}, ${longPeriod(period)}`;
  const asHeld = (when: string): string =>
    table.gap === true
      ? `what is counted ${when} in the priority neighbourhoods ÷ their residents × 1,000, minus the same for the city, which includes them`
      : `${unit} ${when}, as held`;
  const upTo = table.periods.slice(0, at + 1);
  const plain = (method: string, inputs: Method['inputs'] = [], places = decimals): Method => ({
    title,
    value: row[column],
    shown: shown(row[column], places),
    method,
    inputs,
  });
  const change = (method: string, before: number | null, after: number | null): Method => ({
    title,
    value: row[column],
    shown: sayChange(row[column]),
    method,
    inputs: [
      { name: 'now', value: say(after, decimals) },
      { name: 'last year', value: say(before, decimals) },
    ],
  });
  switch (column) {
    case 'actual':
      return plain(row.symbol === null ? asHeld('in the period') : `the source says «${row.symbol}», not a number`);
    case 'lastYear':
      return plain(
        row.lastYearSymbol === null
          ? asHeld('in the same period of last year')
          : `the source says «${row.lastYearSymbol}», not a number`,
      );
    case 'cumulative':
      return plain(
        'sum of the periods since April; not known from the first period that is not known',
        upTo.map((one) => ({ name: longPeriod(one.period), value: say(one.actual, decimals) })),
      );
    case 'lastYearCumulative':
      return plain(
        'sum of last year’s periods since April; not known from the first period that is not known',
        upTo.map((one) => ({ name: `year before ${longPeriod(one.period)}`, value: say(one.lastYear, decimals) })),
      );
    case 'targetLinear':
      return plain(
        'annual target × periods since April ÷ periods in the year',
        [
          { name: 'annual target', value: say(table.annualTarget, decimals) },
          { name: 'periods since April', value: String(at + 1) },
          { name: 'periods in the year', value: String(table.periods.length) },
        ],
        1,
      );
    case 'targetLastYearShare':
      return plain(
        'annual target × last year’s cumulative to the same period ÷ last year’s total, from its own periods; not known ' +
          'when last year is incomplete',
        [
          { name: 'annual target', value: say(table.annualTarget, decimals) },
          { name: 'last year to the same period', value: say(row.lastYearCumulative, decimals) },
          { name: 'last year’s total', value: say(table.periods.at(-1)?.lastYearCumulative ?? null, decimals) },
        ],
        1,
      );
    case 'changePercent':
      return change(
        'this period ÷ the same period last year − 1, in percent; none shown on a count under 10',
        row.lastYear,
        row.actual,
      );
    case 'cumulativeChangePercent':
      return change(
        'since April ÷ the same months last year − 1, in percent; none shown on a count under 10',
        row.lastYearCumulative,
        row.cumulative,
      );
  }
}

/** How the total of an earlier year was made; null when the table does not show that year. */
export function methodOfPreviousYear(table: MeasureTable, year: string): Method | null {
  const found = table.previousYears.find((one) => one.year === year);
  if (found === undefined) return null;
  return {
    title: `${table.name}: ${year}`,
    value: found.value,
    shown: shown(found.value, table.decimals),
    method: found.basis === 'printed' ? 'the year’s total as printed by the source' : 'sum of the year’s own periods',
    inputs:
      found.basis === 'printed'
        ? []
        : table.periods.map((row) => ({
            name: `year before ${longPeriod(row.period)}`,
            value: say(row.lastYear, table.decimals),
          })),
  };
}

/** How the status was told; the value is the shortfall in percent, above 0 on the wrong side. */
export function methodOfStatus(view: Pick<MeasureTable, 'name' | 'status' | 'tolerancePercent' | 'decimals'>): Method {
  const { status, tolerancePercent, decimals } = view;
  const against = status.against === 'last-year-share' ? 'last year’s share' : 'linear profile';
  return {
    title: `${view.name}: status`,
    value: status.shortfallPercent,
    shown: status.shortfallPercent === null ? '' : `${sayNumber(status.shortfallPercent, 1)}%`,
    method:
      status.tier === 'monitoring-only'
        ? 'the measure has no target for the year: it is only monitored'
        : 'on or better than the profile: generally satisfied; on its wrong side by up to ' +
          `${String(tolerancePercent)}% of it: some concerns; further: significant concern`,
    inputs: [
      { name: 'cumulative actual', value: say(status.actual, decimals) },
      { name: `target to date, ${against}`, value: say(status.target, Math.max(1, decimals)) },
    ],
  };
}

const GAP_TITLES: Record<GapColumn, string> = {
  cityRate: 'city rate per 1,000 residents',
  priorityRate: 'rate of the priority neighbourhoods per 1,000 residents',
  gap: 'gap per 1,000 residents',
  lastYearGap: 'gap per 1,000 residents, last year',
  targetLinear: 'target gap to date, linear profile',
  targetLastYearShare: 'target gap to date, last year’s share',
};

/** How one number of the gap was made; null when the view has no such month. */
export function methodOfGapFigure(view: GapView, period: string, column: GapColumn): Method | null {
  const at = view.periods.findIndex((one) => one.period === period);
  const row = view.periods[at];
  if (row === undefined) return null;
  const residents = `residents, ${view.populationYear ?? 'year not stated'}`;
  const made = (method: string, inputs: Method['inputs']): Method => ({
    title: `The gap: ${GAP_TITLES[column]}, since April to ${longPeriod(period)}`,
    value: row[column],
    shown: shown(row[column], column === 'targetLinear' || column === 'targetLastYearShare' ? 2 : 1),
    method,
    inputs,
  });
  const pooled =
    'all crimes since April in the priority neighbourhoods ÷ their residents × 1,000, minus all crimes in the city ÷ its ' +
    'residents × 1,000; the city includes the priority neighbourhoods and crimes that could not be placed';
  switch (column) {
    case 'cityRate':
      return made('all crimes since April, placed or not, ÷ the city’s residents × 1,000', [
        { name: 'crimes in the city', value: say(row.cityCount, 0) },
        { name: residents, value: say(view.cityPopulation, 0) },
      ]);
    case 'priorityRate':
      return made('crimes since April in the priority neighbourhoods together ÷ their residents × 1,000', [
        { name: `crimes in ${sayList(view.areas)}`, value: say(row.priorityCount, 0) },
        { name: residents, value: say(view.priorityPopulation, 0) },
      ]);
    case 'gap':
      return made(pooled, [
        { name: 'rate of the priority neighbourhoods', value: say(row.priorityRate, 3) },
        { name: 'city rate', value: say(row.cityRate, 3) },
      ]);
    case 'lastYearGap':
      return made(`${pooled}; for the same months of last year, with the same residents`, [
        { name: `priority ${residents}`, value: say(view.priorityPopulation, 0) },
        { name: `city ${residents}`, value: say(view.cityPopulation, 0) },
      ]);
    case 'targetLinear':
      return made('annual target × months since April ÷ 12', [
        { name: 'annual target', value: say(view.annualTarget, 1) },
        { name: 'months since April', value: String(at + 1) },
      ]);
    case 'targetLastYearShare':
      return made('annual target × last year’s gap to the same month ÷ last year’s gap at the end of March', [
        { name: 'annual target', value: say(view.annualTarget, 1) },
        { name: 'last year’s gap to the same month', value: say(row.lastYearGap, 2) },
        { name: 'last year’s gap at the end of March', value: say(view.periods.at(-1)?.lastYearGap ?? null, 2) },
      ]);
  }
}

/** How the rate of one neighbourhood was made; null when the view has no such neighbourhood. */
export function methodOfNeighbourhood(view: GapView, area: string): Method | null {
  const found = view.neighbourhoods.find((one) => one.name === area);
  if (found === undefined) return null;
  return {
    title: `${area}: crimes per 1,000 residents since April`,
    value: found.ratePerThousand,
    shown: shown(found.ratePerThousand, 1),
    method:
      'crimes since April ÷ residents × 1,000' +
      (found.shareOfGapPercent === null
        ? ''
        : '; share of the gap: crimes above what the city’s rate would give its residents, over the same for all ' +
          'priority neighbourhoods'),
    inputs: [
      { name: 'crimes', value: say(found.count, 0) },
      { name: `residents, ${view.populationYear ?? 'year not stated'}`, value: say(found.population, 0) },
      ...(found.shareOfGapPercent === null
        ? []
        : [{ name: 'share of the gap', value: `${sayNumber(found.shareOfGapPercent, 1)}%` }]),
    ],
  };
}

/** How the rate of one compared area was made; null when the view has no such area. */
export function methodOfComparedArea(view: ComparisonView, area: string): Method | null {
  const found = view.areas.find((one) => one.name === area);
  if (found === undefined) return null;
  const own = found.own
    ? '; average: mean of the areas’ rates, own area included; rank 1 is the lowest rate; distance: rate ÷ average − 1'
    : '';
  const printed = found.count === null || found.population === null;
  return {
    title: `${area}: ${view.measureName} per 1,000 residents, ${view.periodInWords}`,
    value: found.ratePerThousand,
    shown: shown(found.ratePerThousand, 1),
    method: (printed ? 'the rate as printed by the source' : 'count ÷ residents × 1,000') + own,
    inputs: [
      { name: 'count', value: say(found.count, 0) },
      { name: `residents, ${view.populationYear ?? 'year not stated'}`, value: say(found.population, 0) },
      { name: 'average of the areas’ rates', value: say(view.averageUnweighted, 2) },
      { name: 'all counts ÷ all residents × 1,000', value: say(view.averagePooled, 2) },
      ...(found.own
        ? [{ name: 'distance from the average', value: sayChange(view.distancePercent) || NOT_KNOWN }]
        : []),
    ],
  };
}
