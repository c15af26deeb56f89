import type { Measure } from '../../../core/measure/measure.ts';
import { makeMeasureTable } from '../../../core/performance/make-measure-table.ts';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { financialYearOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { lengthInMonths, periodsOf } from '../../../core/time/period.ts';
import type { Month } from '../../../core/time/month.ts';
import { tableCounts } from '../store/held-counts.ts';
import { measureById, partnership } from '../store/measures.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gapSeries } from './gap-series.ts';
import { lastYearUsed } from './left-out.ts';
import { gatherSeries, valuesFor, type Series, type SeriesValue } from './series.ts';

/** A whole year as a source printed it. */
export interface PrintedYear {
  readonly year: FinancialYear;
  readonly value: number | null;
  readonly from: readonly Origin[];
}

/** What a measure table is made of: kept beside the table so that every number can be explained. */
export interface MeasureGathered {
  readonly measure: Measure;
  readonly year: FinancialYear;
  readonly thisYear: readonly SeriesValue[];
  readonly lastYear: readonly SeriesValue[];
  /** Last year for the profile by its share: without what is left out of profiles. */
  readonly profileLastYear: readonly (number | null)[];
  readonly annuals: readonly PrintedYear[];
  readonly notes: readonly string[];
}

/** Years as printed in the measure's own sheets. */
function printedYears(db: ReadStore, measure: Measure): PrintedYear[] {
  const { cityId } = partnership(db);
  return tableCounts(db, { measure: measure.id, areaId: cityId, quantity: 'annual', upTo: null })
    .filter((one) => lengthInMonths({ from: one.from as Month, to: one.to as Month }) === 12)
    .map((one) => ({ year: financialYearOf(one.from as Month), value: one.value, from: [one.origin] }))
    .sort((a, b) => a.year.localeCompare(b.year));
}

/**
 * A measure's own series; of a rate, the counts it is made of per 1,000 residents, with the cells of both; of a gap, what
 * each period adds to it. Not known where the residents are not.
 */
export function seriesOf(db: ReadStore, measure: Measure, upTo: string | null): Series {
  if (measure.kind === 'cumulative-gap') return gapSeries(db, measure, upTo);
  if (measure.kind !== 'rate' || measure.madeOf === null) return gatherSeries(db, measure, upTo);
  const counts = gatherSeries(db, measureById(db, measure.madeOf.part, upTo), upTo);
  const { cityPopulation: residents, origins } = neighbourhoodsHeld(db);
  const values = [...counts.values].map(([key, one]): [string, SeriesValue] => [
    key,
    {
      ...one,
      value: one.value === null || residents === null || residents <= 0 ? null : (one.value / residents) * 1000,
      from: joinOrigins([one.from, origins]),
    },
  ]);
  return { values: new Map(values), notes: counts.notes };
}

/** Gathers what is held of a measure for one financial year and the year before; `upTo` is the «as at» month. */
export function gatherMeasure(
  db: ReadStore,
  measure: Measure,
  year: FinancialYear,
  upTo: string | null = null,
  series: Series = seriesOf(db, measure, upTo),
): MeasureGathered {
  const thisYear = valuesFor(series, periodsOf(year, measure.cadence));
  const held = valuesFor(series, periodsOf(previousYear(year), measure.cadence));
  const { lastYear, forProfile, notes } = lastYearUsed(db, measure.id, held);
  return {
    measure,
    year,
    thisYear,
    lastYear,
    profileLastYear: forProfile,
    annuals: printedYears(db, measure),
    notes: [...series.notes, ...notes],
  };
}

/** The measure table of what was gathered. Figures that still change (this year's) are provisional. */
export function tableOf(gathered: MeasureGathered): MeasureTable {
  const used = [...gathered.thisYear, ...gathered.lastYear].filter((one) => one.value !== null);
  return makeMeasureTable({
    measure: gathered.measure,
    year: gathered.year,
    thisYear: gathered.thisYear,
    lastYear: gathered.lastYear,
    profileLastYear: gathered.profileLastYear,
    annuals: gathered.annuals,
    decimals: ['rate', 'cumulative-gap'].includes(gathered.measure.kind) ? 1 : 0,
    provisional: gathered.thisYear.some((one) => one.value === null),
    illustrative: used.length > 0 && used.every((one) => one.illustrative),
    notes: gathered.notes,
  });
}

/** Financial years for which the measure has at least one known number, in order. */
export function yearsHeld(series: Series): FinancialYear[] {
  const known = [...series.values.values()].filter((one) => one.value !== null);
  return [...new Set(known.map((one) => financialYearOf(one.period.from)))].sort();
}
