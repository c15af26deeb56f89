import type { Measure } from '../measure/measure.ts';
import { monthsOf, previousYear, type FinancialYear } from '../time/financial-year.ts';
import type { Month } from '../time/month.ts';
import { onePeriod, periodInWords } from '../time/period.ts';
import { relativeChange } from './change.ts';
import type { GapView } from './gap-view.ts';
import { gapToDate, ratePerThousand, sharesOfGap, type GapToDate, type MonthByArea } from './gap.ts';
import type { Status } from './measure-table.ts';
import { linearProfile, shareProfile } from './profile.ts';
import { wholeSum } from './running-total.ts';
import { sayDisagreement } from './say-finding.ts';
import { sayGap } from './say-gap.ts';
import { sayNumber } from './say-number.ts';
import { statusOf } from './status.ts';

export interface GapViewInput {
  /** The gap of the catalogue: direction, tolerance, profile and targets. */
  readonly measure: Measure;
  readonly year: FinancialYear;
  /** Names of the priority neighbourhoods. */
  readonly priority: readonly string[];
  readonly populations: readonly { readonly name: string; readonly residents: number | null }[];
  /** The city's residents as the source gives them; null: the sum of the neighbourhoods. */
  readonly cityPopulation: number | null;
  readonly populationYear: string | null;
  readonly thisYear: readonly MonthByArea[];
  readonly lastYear: readonly MonthByArea[];
  readonly illustrative: boolean;
  readonly notes: readonly string[];
}

type Neighbourhood = GapView['neighbourhoods'][number];

/** Months held from April without a hole: what the figures to date are made of. */
function heldToDate(months: readonly Month[], held: readonly MonthByArea[]): MonthByArea[] {
  const first = months.findIndex((month) => !held.some((one) => one.month === month));
  const known: readonly string[] = first < 0 ? months : months.slice(0, first);
  return held.filter((one) => known.includes(one.month));
}

/** Neighbourhoods over the months given, worst rate first; those without a rate last, by name. */
function neighbourhoodsOf(
  input: GapViewInput,
  held: readonly MonthByArea[],
  cityRate: number | null,
): readonly Neighbourhood[] {
  const names = new Set([
    ...input.populations.map((one) => one.name),
    ...held.flatMap((one) => [...one.byArea.keys()]),
  ]);
  const areas = [...names].map((name) => {
    const residents = input.populations.find((one) => one.name === name)?.residents ?? null;
    const count = held.length === 0 ? null : held.reduce((sum, one) => sum + (one.byArea.get(name) ?? 0), 0);
    return { name, priority: input.priority.includes(name), count, residents, rate: ratePerThousand(count, residents) };
  });
  const priority = areas.filter((area) => area.priority);
  const shares = sharesOfGap(priority, cityRate);
  return areas
    .map(({ name, priority: named, count, residents, rate }) => ({
      name,
      priority: named,
      count,
      population: residents,
      ratePerThousand: rate,
      rank: rate === null ? null : 1 + areas.filter((other) => other.rate !== null && other.rate > rate).length,
      shareOfGapPercent: shares[priority.findIndex((area) => area.name === name)] ?? null,
    }))
    .sort((a, b) => (b.ratePerThousand ?? -1) - (a.ratePerThousand ?? -1) || (a.name < b.name ? -1 : 1));
}

function makeSentence(year: FinancialYear, at: GapToDate | undefined, before: GapToDate | undefined, status: Status) {
  if (at === undefined || at.gap === null) return `No gap for ${year} yet.`;
  return sayGap({
    now: at.gap,
    before: before?.gap ?? null,
    at: sayMonth(at.month),
    status,
    direction: 'less-is-better',
  });
}

const sayMonth = (month: string): string => periodInWords(onePeriod(month as Month));

/** Notes the reader needs: crimes that could not be placed, neighbourhoods without residents, names not found. */
function dataNotes(input: GapViewInput, held: readonly MonthByArea[]): string[] {
  const notes: string[] = [];
  const unplaced = held.reduce((sum, one) => sum + one.unplaced, 0);
  if (unplaced > 0) {
    notes.push(`${sayNumber(unplaced)} crimes this year have no neighbourhood: they count for the city only.`);
  }
  const known = new Map(input.populations.map((one) => [one.name, one.residents]));
  for (const name of input.priority) {
    if ((known.get(name) ?? null) === null) notes.push(`The residents of ${name} are not known, so there is no gap.`);
  }
  const counted = new Set(held.flatMap((one) => [...one.byArea.keys()]));
  for (const name of counted) {
    if (!known.has(name)) notes.push(`${name} has crimes but no population: it has no rate.`);
  }
  return notes;
}

/** The gap between the priority neighbourhoods and the city for one financial year, with last year's beside it. */
export function makeGapView(input: GapViewInput): GapView {
  const { measure, year, priority, populations } = input;
  const months = monthsOf(year);
  const lastMonths = monthsOf(previousYear(year));
  const residentsOf = (name: string) => populations.find((one) => one.name === name)?.residents ?? null;
  const listed = populations.length === 0 ? null : wholeSum(populations.map((one) => one.residents));
  const residents = {
    city: input.cityPopulation ?? listed,
    priority: priority.length === 0 ? null : wholeSum(priority.map(residentsOf)),
  };
  const now = gapToDate(months, input.thisYear, priority, residents);
  const before = gapToDate(lastMonths, input.lastYear, priority, residents);

  const annualTarget = measure.targets.find((target) => target.year === year)?.annual ?? null;
  const linear = linearProfile(annualTarget, months.length);
  const share = shareProfile(
    annualTarget,
    before.map((one) => one.gap),
  );
  const at = now.findLastIndex((one) => one.gap !== null);
  const { tolerancePercent, direction } = measure;
  const standing = { actual: now[at]?.gap ?? null, annualTarget, direction, tolerancePercent };
  const statusLinear = statusOf({ ...standing, target: linear[at] ?? null, against: 'linear' });
  const statusLastYearShare = statusOf({ ...standing, target: share[at] ?? null, against: 'last-year-share' });
  const status = measure.profile === 'linear' ? statusLinear : statusLastYearShare;
  const dataTo = now[at]?.month ?? null;
  const held = heldToDate(months, input.thisYear);

  return {
    year,
    areas: priority,
    cityPopulation: residents.city,
    priorityPopulation: residents.priority,
    populationYear: input.populationYear,
    annualTarget,
    dataTo,
    periods: now.map((one, index) => ({
      period: one.month,
      cityCount: one.city,
      priorityCount: one.priority,
      cityRate: one.cityRate,
      priorityRate: one.priorityRate,
      gap: one.gap,
      lastYearGap: before[index]?.gap ?? null,
      targetLinear: linear[index] ?? null,
      targetLastYearShare: share[index] ?? null,
      cumulativeChangePercent: relativeChange(before[index]?.gap ?? null, one.gap),
    })),
    status,
    statusLinear,
    statusLastYearShare,
    disagreement: dataTo === null ? null : sayDisagreement(statusLinear, statusLastYearShare, sayMonth(dataTo), 1),
    sentence: makeSentence(year, now[at], before[at], status),
    neighbourhoods: neighbourhoodsOf(input, held, now[at]?.cityRate ?? null),
    illustrative: input.illustrative,
    notes: [...input.notes, ...dataNotes(input, held)],
  };
}
