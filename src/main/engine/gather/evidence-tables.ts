import { costEvidence } from '../../../core/assessment/cost-evidence.ts';
import { crimeSummary, type KindCounts } from '../../../core/assessment/crime-summary.ts';
import { scopeInSentence } from '../../../core/assessment/evidence-scope.ts';
import { withoutEmptyColumns, type EvidenceTable } from '../../../core/assessment/evidence-table.ts';
import { groupEvidence } from '../../../core/assessment/group-evidence.ts';
import { knowledgeGaps } from '../../../core/assessment/knowledge-gaps.ts';
import { neighbourhoodEvidence, type NeighbourhoodInput } from '../../../core/assessment/neighbourhood-evidence.ts';
import { placeEvidence } from '../../../core/assessment/place-evidence.ts';
import { profileEvidence, saysNothing, type FieldCounts } from '../../../core/assessment/profile-evidence.ts';
import { threeYears, threeYearSeries } from '../../../core/assessment/three-years.ts';
import { hourOf, whenEvidence } from '../../../core/assessment/when-evidence.ts';
import type { OffenceTable } from '../../../core/performance/offence-table.ts';
import { monthsFrom, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, onePeriod, samePeriod, type Period } from '../../../core/time/period.ts';
import { spansHeld } from '../store/area-figures.ts';
import { fieldMonthCounts, placeKindCounts, unitCostsHeld, whenCounts, type RecordField } from '../store/evidence.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { allHeld, CRIME, filesOf, type EvidenceReading } from './evidence-reading.ts';
import { gatherOffences } from './group.ts';
import { monthsByArea } from './gap.ts';
import { sumOver } from './measure-series.ts';
import { placedByLookup } from './placed-by-lookup.ts';

const FIELD_NAMES: Readonly<Record<RecordField, string>> = {
  ageBand: 'Age of the victim',
  sex: 'Sex of the victim',
  ethnicity: 'Ethnicity of the victim',
  relationship: 'Relationship of victim to offender',
  repeat: 'Repeat victim',
  offenderAgeBand: 'Age of the offender',
  offenderSex: 'Sex of the offender',
  offenderEthnicity: 'Ethnicity of the offender',
  outcome: 'Outcome',
};
const VICTIM = ['ageBand', 'sex', 'ethnicity', 'relationship', 'repeat'] as const;
const OFFENDER = ['offenderAgeBand', 'offenderSex', 'offenderEthnicity'] as const;

const within = (month: string, { from, to }: Period): boolean => month >= from && month <= to;

/** Events of rows that fall in each of the two periods. */
function inPeriods<T extends { readonly month: string; readonly events: number }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { period, before }: EvidenceReading['scope'],
): Map<string, { row: T; now: number; before: number }> {
  const sums = new Map<string, { row: T; now: number; before: number }>();
  for (const row of rows) {
    const key = keyOf(row);
    let held = sums.get(key);
    if (held === undefined) sums.set(key, (held = { row, now: 0, before: 0 }));
    if (within(row.month, period)) held.now += row.events;
    else if (within(row.month, before)) held.before += row.events;
  }
  return sums;
}

/** Every table of evidence, drafted from what was read. */
export function draftEvidence(db: ReadStore, reading: EvidenceReading): EvidenceTable[] {
  const { scope, recordMonths, measures, neighbourhoods } = reading;
  const wanted = { measure: CRIME, from: scope.before.from, to: scope.period.to };
  const beforeHeld = allHeld(recordMonths, scope.before);
  const nowHeld = allHeld(recordMonths, scope.period);
  const places = placeKindCounts(db, wanted);
  const now = places.filter(({ month }) => within(month, scope.period));
  const kinds = [...inPeriods(places, ({ group }) => group ?? 'Not grouped', scope)].map(
    ([name, sums]): KindCounts => ({ name, now: nowHeld ? sums.now : null, before: beforeHeld ? sums.before : null }),
  );
  const crime = measures.find(({ measure }) => measure.id === CRIME)?.series;
  const total = {
    now: crime === undefined ? null : sumOver(crime, scope.period),
    before: crime === undefined ? null : sumOver(crime, scope.before),
  };
  const compared = offencesFor(db, scope.period);
  const { cityPopulation, populationYear } = neighbourhoods;
  const lookup = placedByLookup(db, CRIME, wanted.from, wanted.to);
  const areas = areasOf(db, reading, beforeHeld, lookup.notes);
  const fieldsOf = (names: readonly RecordField[]): FieldCounts[] =>
    names.flatMap((field): FieldCounts[] => {
      const counts = [
        ...inPeriods(fieldMonthCounts(db, field, wanted), ({ value }) => value ?? '', scope).values(),
      ].map(({ row, now, before }) => ({ value: row.value, now, before }));
      const filled = counts.some(({ value, now }) => !saysNothing(value) && now > 0);
      return filled ? [{ field, name: FIELD_NAMES[field], counts }] : [];
    });
  const victims = fieldsOf(VICTIM);
  const offenders = fieldsOf(OFFENDER);
  const outcomes = fieldsOf(['outcome']);
  const when = whenCounts(db, { measure: CRIME, ...scope.period });
  const seriesScope = scopeOfSeries(reading, { monthly: false });
  const series = measures.map(({ measure, series: held }) => ({
    measure: measure.id,
    name: measure.shortName,
    monthly: measure.cadence === 'month',
    valueOf: (period: Period) => sumOver(held, period),
  }));
  const partly = nowHeld ? [] : [`Records are not held for every month of ${scopeInSentence(scope.period)}.`];
  const kindsNote =
    beforeHeld || kinds.length === 0
      ? []
      : [`By kind of offence the records of ${scopeInSentence(scope.before)} are not all held, so no change is given.`];
  const tables = [
    crimeSummary({
      scope,
      total,
      kinds,
      compared: compared !== null && compared.whole ? compared.table.rows : [],
      residents: cityPopulation === null ? null : { count: cityPopulation, year: populationYear },
      notes: [
        ...partly,
        ...kindsNote,
        ...(compared === null || compared.whole
          ? []
          : [
              `The group’s average and rank are held for ${compared.table.periodInWords} only: see «Beside the most similar group».`,
            ]),
      ],
    }),
    threeYearSeries(scopeOfSeries(reading, { monthly: true }), 'by-month', series),
    threeYearSeries(seriesScope, 'by-quarter', series),
    neighbourhoodEvidence(areas, 'all'),
    neighbourhoodEvidence(areas, 'priority'),
    profileEvidence('victims', { scope, fields: victims, beforeHeld, notes: partly }),
    profileEvidence('offenders', { scope, fields: offenders, beforeHeld, notes: partly }),
    profileEvidence('outcomes', { scope, fields: outcomes, beforeHeld, notes: partly }),
    groupEvidence({ scope, table: compared?.table ?? null, wholePeriod: compared?.whole ?? false }),
    whenEvidence({ scope, counts: when, notes: partly }),
    placeEvidence({
      scope,
      counts: now.map(({ area, group, events }) => ({ area, kind: group, events })),
      notes: [
        ...partly,
        ...(lookup.notes.length === 0
          ? []
          : ['Records that only a lookup of small areas places stand under «Not placed» here.']),
      ],
    }),
    costEvidence({
      scope,
      costs: unitCostsHeld(db)?.costs ?? null,
      counts: now.flatMap(({ group, offence, events }) => (group === null ? [] : [{ group, offence, events }])),
    }),
    knowledgeGaps({
      scope: seriesScope,
      measures: knownMeasures(reading),
      fields: knownFields([...victims, ...offenders, ...outcomes], when, now),
      unplaced:
        areas.areas.length === 0
          ? null
          : {
              records: areas.unplaced.now,
              of: areas.unplaced.now + areas.areas.reduce((sum, one) => sum + one.now, 0),
            },
      hasComparison: compared?.whole === true,
      hasCosts: unitCostsHeld(db) !== null,
      hasResidents: neighbourhoods.populations.length > 0,
      beforeHeld,
    }),
  ];
  return tables.map(withoutEmptyColumns);
}

/** The comparison over exactly the period, else the latest span held within it. */
function offencesFor(db: ReadStore, period: Period): { table: OffenceTable; whole: boolean } | null {
  const tableOf = (span: Period): OffenceTable | null => {
    try {
      return gatherOffences(db, span, {});
    } catch (error) {
      if (error instanceof FigureRefusal) return null;
      throw error;
    }
  };
  const whole = tableOf(period);
  if (whole !== null) return { table: whole, whole: true };
  const [latest] = spansHeld(db, 'partnership')
    .map((span): Period => ({ from: span.from as Month, to: span.to as Month }))
    .filter(({ from, to }) => from >= period.from && to <= period.to)
    .sort((a, b) => (a.to === b.to ? lengthInMonths(b) - lengthInMonths(a) : a.to < b.to ? 1 : -1));
  if (latest === undefined) return null;
  const table = tableOf(latest);
  return table === null ? null : { table, whole: samePeriod(latest, period) };
}

function areasOf(
  db: ReadStore,
  { scope, neighbourhoods, recordMonths }: EvidenceReading,
  beforeHeld: boolean,
  notes: readonly string[],
): NeighbourhoodInput {
  const { names, populations, priority, cityPopulation, populationYear, illustrative } = neighbourhoods;
  const months = monthsByArea(db, names, scope.before.from, scope.period.to);
  const sumOf = (period: Period, of: (month: (typeof months)[number]) => number): number =>
    months.filter(({ month }) => within(month, period)).reduce((sum, month) => sum + of(month), 0);
  const named = [
    ...new Set([...populations.map(({ name }) => name), ...months.flatMap(({ byArea }) => [...byArea.keys()])]),
  ];
  return {
    scope: { ...scope, illustrative: scope.illustrative || illustrative },
    areas:
      recordMonths.size === 0
        ? []
        : named.map((name) => ({
            name,
            residents: populations.find((one) => one.name === name)?.residents ?? null,
            priority: priority.includes(name),
            now: sumOf(scope.period, ({ byArea }) => byArea.get(name) ?? 0),
            before: beforeHeld ? sumOf(scope.before, ({ byArea }) => byArea.get(name) ?? 0) : null,
          })),
    unplaced: {
      now: sumOf(scope.period, ({ unplaced }) => unplaced),
      before: beforeHeld ? sumOf(scope.before, ({ unplaced }) => unplaced) : null,
    },
    city: { residents: cityPopulation, populationYear },
    notes: [
      ...neighbourhoods.notes,
      ...notes,
      ...(allHeld(recordMonths, scope.period)
        ? []
        : [`Records are not held for every month of ${scopeInSentence(scope.period)}.`]),
      ...(beforeHeld
        ? []
        : [`The records of ${scopeInSentence(scope.before)} are not all held, so no change is given.`]),
    ],
  };
}

/** The scope of what the Board's measures say over three years: their own files; `monthly`: of those held by month alone. */
function scopeOfSeries(
  { scope, measures: all }: EvidenceReading,
  { monthly }: { readonly monthly: boolean },
): EvidenceReading['scope'] {
  const measures = all.filter(({ measure }) => !monthly || measure.cadence === 'month');
  const [first] = threeYears(scope.period.to, 'by-month');
  const used = measures.flatMap(({ series }) =>
    [...series.values.values()].filter(
      ({ period, value }) => value !== null && period.to >= (first?.from ?? '') && period.to <= scope.period.to,
    ),
  );
  return {
    ...scope,
    sources: filesOf(used.flatMap(({ from }) => from.map((origin) => ({ origin })))),
    dataTo:
      used
        .map(({ period }) => period.to)
        .sort()
        .at(-1) ?? null,
    illustrative: used.some(({ illustrative }) => illustrative),
  };
}

const knownMeasures = ({ measures, scope }: EvidenceReading) =>
  measures.map(({ measure, series }) => {
    const known = [...series.values.values()].filter(({ value }) => value !== null);
    const asked = [
      ...monthsFrom(scope.before.from, scope.before.to),
      ...monthsFrom(scope.period.from, scope.period.to),
    ];
    const inQuarter = (month: Month): boolean =>
      known.some(({ period }) => period.from <= month && month <= period.to && lengthInMonths(period) <= 3);
    return {
      name: measure.shortName,
      owner: measure.owner,
      source: measure.source,
      dataTo:
        known
          .map(({ period }) => period.to)
          .sort()
          .at(-1) ?? null,
      missing: [...new Set(asked)].filter((month) => sumOver(series, onePeriod(month)) === null && !inQuarter(month)),
    };
  });

/** How often each side of the records is blank. */
function knownFields(
  filled: readonly FieldCounts[],
  when: ReturnType<typeof whenCounts>,
  places: readonly { readonly group: string | null; readonly events: number }[],
) {
  const of = places.reduce((sum, { events }) => sum + events, 0);
  const blankIn = (field: RecordField): number =>
    filled
      .find((one) => one.field === field)
      ?.counts.reduce((sum, { value, now }) => sum + (saysNothing(value) ? now : 0), 0) ?? of;
  const say = (field: RecordField): string =>
    FIELD_NAMES[field].slice(0, 1).toLowerCase() + FIELD_NAMES[field].slice(1);
  return [
    ...[...VICTIM, ...OFFENDER, 'outcome' as const].map((field) => ({ name: say(field), blank: blankIn(field), of })),
    {
      name: 'time of day',
      blank: when.reduce((sum, { time, events }) => sum + (time === null || hourOf(time) === null ? events : 0), 0),
      of,
    },
    {
      name: 'kind of offence',
      blank: places.reduce((sum, { group, events }) => sum + (group === null ? events : 0), 0),
      of,
    },
  ];
}
