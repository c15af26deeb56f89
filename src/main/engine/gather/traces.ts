import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { monthsOf, previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { periodId, periodsOf } from '../../../core/time/period.ts';
import type { Cadence } from '../../../core/time/period.ts';
import { traceKey } from '../report/report-content.ts';
import type { GapGathered } from './gap.ts';
import type { MeasureGathered } from './measure-table.ts';
import type { ShareGathered } from './share.ts';

type Trace = [string, readonly Origin[]];

interface From {
  readonly from: readonly Origin[];
}

const from = (parts: readonly (From | undefined)[]): Origin[] => joinOrigins(parts.map((part) => part?.from ?? []));

const periodIds = (year: FinancialYear, cadence: Cadence): string[] => periodsOf(year, cadence).map(periodId);

/** The cells behind every figure of a measure's table, by column and period. */
export function tracesOfMeasure({ measure, year, thisYear, lastYear, annuals }: MeasureGathered): Trace[] {
  const whole = from(lastYear);
  const of = (what: string, where: string, origins: readonly Origin[]): Trace => [
    traceKey(measure.id, what, where),
    origins,
  ];
  return [
    ...periodIds(year, measure.cadence).flatMap((period, at): Trace[] => {
      const [now, before] = [thisYear[at], lastYear[at]];
      const [toDate, lastToDate] = [thisYear.slice(0, at + 1), lastYear.slice(0, at + 1)];
      return [
        of('actual', period, from([now])),
        of('lastYear', period, from([before])),
        of('cumulative', period, from(toDate)),
        of('lastYearCumulative', period, from(lastToDate)),
        of('targetLastYearShare', period, whole),
        of('changePercent', period, from([now, before])),
        of('cumulativeChangePercent', period, from([...toDate, ...lastToDate])),
      ];
    }),
    of('year', previousYear(year), whole),
    ...annuals.map((annual) => of('year', annual.year, annual.from)),
  ];
}

/** The cells behind n and N of every period of a share. */
export function tracesOfShare({ view, thisYear, lastYear }: ShareGathered): Trace[] {
  const all = from(thisYear);
  return [
    ...view.periods.flatMap(({ period }, at): Trace[] => [
      [traceKey(view.measure, 'share', period), from([thisYear[at]])],
      [traceKey(view.measure, 'lastYear', period), from([lastYear[at]])],
    ]),
    [traceKey(view.measure, 'share', ''), all],
    [traceKey(view.measure, 'lastYear', ''), from(lastYear)],
    [traceKey(view.measure, 'domain', ''), all],
  ];
}

/** The cells behind the gap by month, and behind every neighbourhood to date. */
export function tracesOfGap({ view, records, populations }: GapGathered, year: FinancialYear): Trace[] {
  const upTo = (of: FinancialYear, at: number): Origin[] =>
    joinOrigins([
      ...monthsOf(of)
        .slice(0, at + 1)
        .map((month) => records.get(month) ?? []),
      populations,
    ]);
  const last = view.periods.findIndex(({ period }) => period === view.dataTo);
  return [
    ...view.periods.flatMap(({ period }, at): Trace[] => {
      const [now, before] = [upTo(year, at), upTo(previousYear(year), at)];
      return [
        [traceKey('gap', 'now', period), now],
        [traceKey('gap', 'lastYear', period), before],
        [traceKey('gap', 'both', period), joinOrigins([now, before])],
      ];
    }),
    [traceKey('gap', 'toDate', ''), last < 0 ? [] : upTo(year, last)],
    [traceKey('gap', 'residents', ''), populations],
  ];
}
