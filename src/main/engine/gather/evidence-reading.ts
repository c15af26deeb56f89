import type { EvidenceScope, RecordingChange } from '../../../core/assessment/evidence-scope.ts';
import type { Measure } from '../../../core/measure/measure.ts';
import { financialYearOf, lastMonthOf } from '../../../core/time/financial-year.ts';
import { monthsFrom, readMonthId, type Month } from '../../../core/time/month.ts';
import { yearBefore, type Period } from '../../../core/time/period.ts';
import { chartSetting } from '../store/chart-settings.ts';
import { exceptionalFor } from '../store/exceptional-periods.ts';
import { recordCounts, type HeldValue } from '../store/held-counts.ts';
import { listMeasures } from '../store/measures.ts';
import { neighbourhoodsHeld, type NeighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherSeries, type Series } from './series.ts';

export const CRIME = 'all-crime';

/** What the tables of evidence are drafted from, read once. */
export interface EvidenceReading {
  /** Of tables counted from records. */
  readonly scope: EvidenceScope;
  readonly measures: readonly { readonly measure: Measure; readonly series: Series }[];
  /** Months of the two periods for which records are held. */
  readonly recordMonths: ReadonlySet<string>;
  readonly neighbourhoods: NeighbourhoodsHeld;
}

/** Every month of a period has records. */
export const allHeld = (months: ReadonlySet<string>, { from, to }: Period): boolean =>
  monthsFrom(from, to).every((month) => months.has(month));

/** First and last month of a series that is known by month. */
function monthsHeld(series: Series | undefined): { readonly first: Month; readonly last: Month } | null {
  const months = [...(series?.values.values() ?? [])]
    .filter(({ value, period }) => value !== null && period.from === period.to)
    .map(({ period }) => period.to)
    .sort();
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Changes of recording as the officer noted them: where a measure's process chart starts a new segment. */
const recordingChanges = (db: ReadStore, measure: string): RecordingChange[] =>
  chartSetting(db, measure).steps.flatMap(({ month, reason }) => {
    const read = readMonthId(month);
    return read === null ? [] : [{ measure, month: read, reason }];
  });

/** Reads what is held for the months that `periodFor` answers, told the first and last month of crime there is. */
export function readEvidence(
  db: ReadStore,
  periodFor: (held: ReturnType<typeof monthsHeld>) => Period,
): EvidenceReading {
  const measures = listMeasures(db)
    .filter(({ kind }) => kind === 'count')
    .map((measure) => ({ measure, series: gatherSeries(db, measure, null) }));
  const records = recordCounts(db, CRIME, null);
  const held = monthsHeld(measures.find(({ measure }) => measure.id === CRIME)?.series);
  const last = held?.last ?? null;
  const period = periodFor(held);
  const before = yearBefore(period);
  const used = records.filter(({ from }) => from >= before.from && from <= period.to);
  const ids = measures.map(({ measure }) => measure.id);
  return {
    scope: {
      period,
      before,
      exceptional: ids.flatMap((measure) => exceptionalFor(db, measure).map((one) => ({ ...one, measure }))),
      recording: ids.flatMap((measure) => recordingChanges(db, measure)),
      sources: filesOf(used),
      dataTo:
        used
          .map(({ to }) => to)
          .sort()
          .at(-1) ?? null,
      // This year's figures still change until the year is whole.
      provisional: last === null || last < lastMonthOf(financialYearOf(period.to)),
      illustrative: used.some(({ illustrative }) => illustrative),
    },
    measures,
    recordMonths: new Set(used.map(({ from }) => from)),
    neighbourhoods: neighbourhoodsHeld(db),
  };
}

/** The names of the files, each once, in their order. */
export const filesOf = (held: readonly Pick<HeldValue, 'origin'>[]): string[] => [
  ...new Set(held.map(({ origin }) => origin.file)),
];
