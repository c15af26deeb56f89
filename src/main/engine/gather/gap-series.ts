import type { Measure } from '../../../core/measure/measure.ts';
import { cityCount, countIn, ratePerThousand } from '../../../core/performance/gap.ts';
import { wholeSum } from '../../../core/performance/running-total.ts';
import { sayList, sayNumber } from '../../../core/performance/say-number.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { onePeriod, type Period } from '../../../core/time/period.ts';
import { recordCounts, tableCounts } from '../store/held-counts.ts';
import { measureById } from '../store/measures.ts';
import { neighbourhoodsHeld } from '../store/neighbourhoods.ts';
import type { ReadStore } from '../store/open-store.ts';
import { monthsByArea } from './gap.ts';
import { placedByLookup } from './placed-by-lookup.ts';
import { gatherSeries, month, periodKey, type Series, type SeriesValue } from './series.ts';

/** What one period counts in the city and in the priority neighbourhoods together, and the cells of both. */
interface Counted {
  readonly period: Period;
  readonly city: number | null;
  readonly priority: number | null;
  readonly from: readonly Origin[];
  readonly illustrative: boolean;
}

/** A gap of a counted measure: what each period adds to it, and the counts it is told from. */
export interface GapSeries extends Series {
  /** Counted in the priority neighbourhoods, and in the rest of the city: what a small number would be of. */
  readonly counts: readonly { readonly says: string; readonly series: Series }[];
}

const FIRST = '0000-01';
const LAST = '9999-12';

/** By month, where the measure is counted from records: they know their neighbourhood. */
function countedFromRecords(db: ReadStore, part: Measure, priority: readonly string[], upTo: string | null): Counted[] {
  const { names } = neighbourhoodsHeld(db);
  const records = recordCounts(db, part.id, upTo).filter(({ dataset }) => part.datasets.includes(dataset));
  return monthsByArea(db, names, FIRST, upTo ?? LAST, part.id).flatMap((one): Counted[] => {
    const behind = records.filter(({ from }) => from === one.month);
    if (behind.length === 0) return [];
    return [
      {
        period: onePeriod(month(one.month)),
        city: cityCount(one),
        priority: countIn(priority, one),
        from: joinOrigins(behind.map(({ origin }) => [origin])),
        illustrative: behind.some(({ illustrative }) => illustrative),
      },
    ];
  });
}

/** By month or quarter, where tables hold a figure for the city and for each priority neighbourhood. */
function countedFromTables(db: ReadStore, part: Measure, priority: readonly string[], upTo: string | null): Counted[] {
  const { names } = neighbourhoodsHeld(db);
  const areas = priority.map((name) => {
    const [areaId] = [...names].find(([, known]) => known === name) ?? [];
    const held = areaId === undefined ? [] : tableCounts(db, { measure: part.id, areaId, quantity: 'count', upTo });
    return new Map(held.map((one) => [`${one.from} ${one.to}`, one]));
  });
  return [...gatherSeries(db, part, upTo).values].map(([key, city]): Counted => {
    const held = areas.flatMap((area) => area.get(key) ?? []);
    const known = held.length === areas.length;
    return {
      period: city.period,
      city: city.value,
      priority: known ? wholeSum(held.map(({ value }) => value)) : null,
      from: joinOrigins([city.from, held.map(({ origin }) => origin)]),
      illustrative: city.illustrative || held.some(({ illustrative }) => illustrative),
    };
  });
}

/**
 * What each period adds to the gap of a measure: its counts in the priority neighbourhoods over their residents, minus all
 * in the city over the city's, per 1,000. Residents are the same throughout, so the periods since April add up to the gap.
 * Not known where residents or one of the neighbourhoods are not.
 */
export function gapSeries(db: ReadStore, measure: Measure, upTo: string | null): GapSeries {
  const part = measureById(db, measure.madeOf?.part ?? measure.id, upTo);
  const { priority, populations, cityPopulation, populationYear, origins, illustrative } = neighbourhoodsHeld(db);
  const residentsOf = (name: string) => populations.find((one) => one.name === name)?.residents ?? null;
  const residents = {
    city: cityPopulation ?? (populations.length === 0 ? null : wholeSum(populations.map((one) => one.residents))),
    priority: priority.length === 0 ? null : wholeSum(priority.map(residentsOf)),
  };
  const counted = new Map<string, Counted>();
  if (priority.length > 0) {
    for (const one of countedFromTables(db, part, priority, upTo)) counted.set(periodKey(one.period), one);
    for (const one of countedFromRecords(db, part, priority, upTo)) counted.set(periodKey(one.period), one);
  }
  const lookup = placedByLookup(db, part.id, FIRST, upTo ?? LAST);
  const seriesOf = (valueOf: (one: Counted) => number | null): ReadonlyMap<string, SeriesValue> =>
    new Map(
      [...counted].map(([key, one]) => [
        key,
        {
          period: one.period,
          value: valueOf(one),
          symbol: null,
          from: joinOrigins([one.from, origins, lookup.origins]),
          illustrative: illustrative || one.illustrative,
        },
      ]),
    );
  const told = residents.priority === null ? '' : `, ${sayNumber(residents.priority)} residents`;
  return {
    values: seriesOf((one) => {
      const rates = [ratePerThousand(one.priority, residents.priority), ratePerThousand(one.city, residents.city)];
      return rates[0] == null || rates[1] == null ? null : rates[0] - rates[1];
    }),
    notes: [
      ...(priority.length === 0
        ? []
        : [
            `Priority neighbourhoods: ${sayList(priority)}${told}${populationYear === null ? '' : ` (${populationYear})`}.`,
          ]),
      ...lookup.notes,
    ],
    counts: [
      { says: 'priority neighbourhoods', series: { values: seriesOf((one) => one.priority), notes: [] } },
      {
        says: 'the rest of the city',
        series: {
          values: seriesOf((one) => (one.city === null || one.priority === null ? null : one.city - one.priority)),
          notes: [],
        },
      },
    ],
  };
}
