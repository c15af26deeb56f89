import type { Measure } from '../../../core/measure/measure.ts';
import { periodsOf, type Cadence, type Period } from '../../../core/time/period.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import { addMonths, monthsFrom, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, onePeriod } from '../../../core/time/period.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { measureById } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherSeries, valuesFor, type Series } from './series.ts';

/** A measure's series from its first known period to its last, without a hole in the periods. */
export interface MeasureSeries {
  readonly measure: Measure;
  readonly series: Series;
  readonly periods: readonly Period[];
  readonly values: readonly (number | null)[];
  readonly illustrative: boolean;
}

/** Gathers a measure's whole series. Throws {@link FigureRefusal} for the gap, and where nothing is known. */
export function gatherMeasureSeries(db: ReadStore, id: string): MeasureSeries {
  const measure = countedMeasure(db, id);
  const series = gatherSeries(db, measure, null);
  const known = [...series.values.values()].filter(
    (one) => one.value !== null && isOfCadence(one.period, measure.cadence),
  );
  const [first, last] = [
    known.map((one) => one.period.from).sort()[0],
    known
      .map((one) => one.period.to)
      .sort()
      .at(-1),
  ];
  if (first === undefined || last === undefined) throw new FigureRefusal(`No figures of «${id}» are held yet.`);
  const periods = periodsBetween(first, last, measure.cadence);
  const held = valuesFor(series, periods);
  return {
    measure,
    series,
    periods,
    values: held.map((one) => one.value),
    illustrative: held.some((one) => one.illustrative),
  };
}

/** A measure that is counted. The gap is none: it has views of its own. */
export function countedMeasure(db: ReadStore, id: string): Measure {
  if (id === 'gap') throw new FigureRefusal('The gap is a difference of rates, not a count: see its own views.');
  return measureById(db, id);
}

const isOfCadence = (period: Period, cadence: Cadence): boolean =>
  cadence === 'month' ? period.from === period.to : lengthInMonths(period) <= 3;

function periodsBetween(first: Month, last: Month, cadence: Cadence): Period[] {
  if (cadence === 'month') return monthsFrom(first, last).map(onePeriod);
  const years = [...new Set(monthsFrom(first, last).map(financialYearOf))];
  return years.flatMap((year) => periodsOf(year, 'quarter')).filter(({ from, to }) => to >= first && from <= last);
}

/** The sum of a measure over any whole months; null when one of them is not known. A quarter held as such is used so. */
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
