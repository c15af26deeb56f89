import { compareTwoCounts } from '../statistics/two-counts.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { relativeChange } from './change.ts';
import type { GroupView } from './group-view.ts';

/** One offence group of the table officers type by hand: where the own area stands and where it is going. */
export interface OffenceRow {
  readonly measure: string;
  readonly name: string;
  readonly count: number | null;
  readonly population: number | null;
  readonly ratePerThousand: number | null;
  readonly average: number | null;
  /** 1 = lowest. */
  readonly rank: number | null;
  readonly of: number;
  readonly distancePercent: number | null;
  readonly verdict: GroupView['verdict'];
  readonly fewerToAverage: number | null;
  /** Own count over the same months a year earlier; null where that is not held. */
  readonly lastYear: number | null;
  /** `unclear`: it may be chance (p of 0.05 or more); null where last year is not held. */
  readonly direction: 'up' | 'down' | 'unclear' | 'level' | null;
  readonly changePercent: number | null;
}

/** All offence groups at once. */
export interface OffenceTable {
  readonly area: string | null;
  readonly from: string;
  readonly to: string;
  readonly periodInWords: string;
  readonly group: GroupView['group'];
  readonly limitsWords: string | null;
  readonly populationYear: string | null;
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly rows: readonly OffenceRow[];
  readonly notes: readonly string[];
}

/** One row from a comparison and the own area's count a year before. */
export function offenceRow(view: GroupView, lastYear: number | null): OffenceRow {
  const own = view.areas.find((area) => area.own) ?? null;
  const count = own?.count ?? null;
  return {
    measure: view.measure,
    name: view.measureName,
    count,
    population: own?.population ?? null,
    ratePerThousand: own?.ratePerThousand ?? null,
    average: view.averageUsed,
    rank: view.rank,
    of: view.of,
    distancePercent: view.distancePercent,
    verdict: view.verdict,
    fewerToAverage: view.fewerToAverage,
    lastYear,
    direction: directionOf(lastYear, count),
    changePercent: lastYear !== null && lastYear >= 10 ? relativeChange(lastYear, count) : null,
  };
}

/** Up or down only where the exact test of two counts gives p below 0.05. */
function directionOf(before: number | null, after: number | null): OffenceRow['direction'] {
  if (before === null || after === null) return null;
  if (before === after) return 'level';
  const whole = Number.isInteger(before) && Number.isInteger(after) && before >= 0 && after >= 0;
  const evidence = whole ? evidenceOf(compareTwoCounts(after, before).p) : 'chance';
  if (evidence === 'chance' || evidence === 'unclear') return 'unclear';
  return after > before ? 'up' : 'down';
}

/** The table of several comparisons over one period. */
export function makeOffenceTable(
  views: readonly GroupView[],
  lastYears: readonly (number | null)[],
): OffenceTable | null {
  const [first] = views;
  if (first === undefined) return null;
  return {
    area: first.areas.find((area) => area.own)?.name ?? null,
    from: first.from,
    to: first.to,
    periodInWords: first.periodInWords,
    group: first.group,
    limitsWords: first.limits?.words ?? null,
    populationYear: first.populationYear,
    source: first.source,
    provisional: views.some((view) => view.provisional),
    illustrative: views.some((view) => view.illustrative),
    rows: views.map((view, at) => offenceRow(view, lastYears[at] ?? null)),
    notes: [...new Set(views.flatMap((view) => view.notes))],
  };
}
