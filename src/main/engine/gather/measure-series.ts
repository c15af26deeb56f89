import { isShare, type Measure } from '../../../core/measure/measure.ts';
import type { FigureKind, PeriodHeld } from '../../../core/performance/change-view.ts';
import { shareOf } from '../../../core/performance/make-share-view.ts';
import { sayNumber } from '../../../core/performance/say-number.ts';
import { periodsOf, type Cadence, type Period } from '../../../core/time/period.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import { addMonths, monthsFrom, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, onePeriod } from '../../../core/time/period.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { measureById } from '../store/measures.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { shareReader, shareYears, type ShareHeld } from './share.ts';
import { gatherSeries, valuesFor, type Series } from './series.ts';

/** What is known of one period: its value, and part and whole of a rate or a share. */
type Known = Required<Omit<PeriodHeld, 'period'>>;

/** A measure's series from its first known period to its last, without a hole in the periods. */
export interface MeasureSeries {
  readonly measure: Measure;
  readonly kind: FigureKind;
  readonly periods: readonly Period[];
  /** Counts, rates per 1,000, or percentages. */
  readonly values: readonly (number | null)[];
  /** Part and whole behind each value of a rate or a share; null for counts. */
  readonly groups: readonly ({ readonly part: number; readonly whole: number } | null)[] | null;
  /** What a rate or a share is counted over, in words; null for counts. */
  readonly over: string | null;
  /** Residents a rate is per; null for other kinds. */
  readonly residents: number | null;
  /** The same over any whole months, or whole periods of a share. */
  readonly known: (period: Period) => Known;
  readonly illustrative: boolean;
}

/** Gathers a measure's whole series. Throws {@link FigureRefusal} for the gap, and where nothing is known. */
export function gatherMeasureSeries(db: ReadStore, id: string): MeasureSeries {
  const measure = countedMeasure(db, id);
  if (isShare(measure)) return shareSeries(db, measure);
  return measure.kind === 'rate' && measure.madeOf !== null ? rateSeries(db, measure) : countSeries(db, measure);
}

function countSeries(db: ReadStore, measure: Measure): MeasureSeries {
  const series = gatherSeries(db, measure, null);
  const periods = periodsHeld(series, measure);
  const held = valuesFor(series, periods);
  return {
    measure,
    kind: 'count',
    periods,
    values: held.map((one) => one.value),
    groups: null,
    over: null,
    residents: null,
    known: (period) => ({ value: sumOver(series, period), part: null, whole: null }),
    illustrative: held.some((one) => one.illustrative),
  };
}

/** Counts of another measure per 1,000 residents, the same residents throughout. */
function rateSeries(db: ReadStore, measure: Measure): MeasureSeries {
  const counted = measureById(db, measure.madeOf?.part ?? measure.id);
  const series = gatherSeries(db, counted, null);
  const { cityPopulation: residents, populationYear, illustrative } = neighbourhoodsHeld(db);
  if (residents === null || residents <= 0) {
    throw new FigureRefusal(`«${measure.shortName}» is per 1,000 residents, and no residents are held yet.`);
  }
  const periods = periodsHeld(series, measure);
  const held = valuesFor(series, periods);
  const rateOf = (count: number | null): number | null => (count === null ? null : (count / residents) * 1000);
  return {
    measure,
    kind: 'rate',
    periods,
    values: held.map((one) => rateOf(one.value)),
    groups: held.map(({ value }) => (value === null ? null : { part: value, whole: residents })),
    over: `${sayNumber(residents)} residents${populationYear === null ? '' : `, ${populationYear}`}, the same in every period`,
    residents,
    known: (period) => {
      const count = sumOver(series, period);
      return { value: rateOf(count), part: count, whole: residents };
    },
    illustrative: illustrative || held.some((one) => one.illustrative),
  };
}

/** n of N: a percentage, a cohort or distance travelled. */
function shareSeries(db: ReadStore, measure: Measure): MeasureSeries {
  const { read } = shareReader(db, measure);
  const all = shareYears(db, measure).flatMap((year) => periodsOf(year, measure.cadence));
  const held = read(all);
  const known = held.flatMap((one, at) => (one.part !== null && one.whole !== null && one.whole > 0 ? [at] : []));
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) throw new FigureRefusal(`No figures of «${measure.id}» are held yet.`);
  const used = held.slice(first, last + 1);
  return {
    measure,
    kind: 'share',
    periods: all.slice(first, last + 1),
    values: used.map(({ part, whole }) => shareOf(part, whole).percent),
    groups: used.map(({ part, whole }) => (part === null || whole === null || whole <= 0 ? null : { part, whole })),
    over: wholeWords(measure, used),
    residents: null,
    known: (period) => sharesTogether(read(cadencePeriods(period, measure.cadence))),
    illustrative: used.some((one) => one.illustrative),
  };
}

/** `clients asked, 12 to 40 a quarter`. */
function wholeWords(measure: Measure, used: readonly ShareHeld[]): string {
  const wholes = used.flatMap(({ whole }) => whole ?? []);
  const [least, most] = [Math.min(...wholes), Math.max(...wholes)];
  const many = least === most ? sayNumber(least) : `${sayNumber(least)} to ${sayNumber(most)}`;
  const words = measure.denominator === '' ? measure.unit : measure.denominator;
  return `${words} (${many} a ${measure.cadence})`;
}

/** The periods of a share within a span, added and then divided; not known where one of them is not, or the span cuts one. */
function sharesTogether(held: readonly ShareHeld[]): Known {
  const known = held.flatMap(({ part, whole }) => (part === null || whole === null ? [] : [{ part, whole }]));
  if (known.length === 0 || known.length < held.length) return { value: null, part: null, whole: null };
  const part = known.reduce((sum, one) => sum + one.part, 0);
  const whole = known.reduce((sum, one) => sum + one.whole, 0);
  return { value: shareOf(part, whole).percent, part, whole };
}

/** The months or quarters a span is made of; the span itself where it cuts a quarter. */
function cadencePeriods(span: Period, cadence: Cadence): Period[] {
  const years = [...new Set(monthsFrom(span.from, span.to).map(financialYearOf))];
  const inside = years
    .flatMap((year) => periodsOf(year, cadence))
    .filter(({ from, to }) => from >= span.from && to <= span.to);
  const months = inside.reduce((sum, period) => sum + lengthInMonths(period), 0);
  return months === lengthInMonths(span) ? inside : [span];
}

/** Periods from the first to the last that is known. Throws where nothing is. */
function periodsHeld(series: Series, measure: Measure): Period[] {
  const known = [...series.values.values()].filter(
    (one) => one.value !== null && isOfCadence(one.period, measure.cadence),
  );
  const [first] = known.map((one) => one.period.from).sort();
  const last = known
    .map((one) => one.period.to)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) throw new FigureRefusal(`No figures of «${measure.id}» are held yet.`);
  return periodsBetween(first, last, measure.cadence);
}

/** A measure with a series: a count, a rate or a share. A gap is none: it has views of its own. */
export function countedMeasure(db: ReadStore, id: string): Measure {
  const measure = measureById(db, id);
  if (measure.kind === 'cumulative-gap') {
    throw new FigureRefusal('The gap is a difference of rates, not a count: see its own views.');
  }
  return measure;
}

const isOfCadence = (period: Period, cadence: Cadence): boolean =>
  cadence === 'month' ? period.from === period.to : lengthInMonths(period) <= 3;

function periodsBetween(first: Month, last: Month, cadence: Cadence): Period[] {
  if (cadence === 'month') return monthsFrom(first, last).map(onePeriod);
  const years = [...new Set(monthsFrom(first, last).map(financialYearOf))];
  return years.flatMap((year) => periodsOf(year, 'quarter')).filter(({ from, to }) => to >= first && from <= last);
}

/** The sum of a count over any whole months; null when one of them is not known. A quarter held as such is used so. */
export function sumOver(series: Series, period: Period): number | null {
  const [whole] = valuesFor(series, [period]);
  if (whole !== undefined && whole.value !== null) return whole.value;
  let total = 0;
  for (let at: Month = period.from; at <= period.to;) {
    const quarter = { from: at, to: addMonths(at, 2) };
    const [month] = valuesFor(series, [onePeriod(at)]);
    const [three] = quarter.to <= period.to ? valuesFor(series, [quarter]) : [];
    const found = month?.value == null ? three : month;
    if (found === undefined || found.value === null) return null;
    total += found.value;
    at = addMonths(found.period.to, 1);
  }
  return total;
}
