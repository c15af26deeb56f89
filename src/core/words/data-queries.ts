import { previousYearText } from './period-words.ts';
import type { MeasureTable } from '../performance/measure-table.ts';
import { relativeChange } from '../performance/change.ts';
import { sayNumber, sayPercent } from '../performance/say-number.ts';
import { yearInOnePeriod } from '../performance/year-in-one-period.ts';
import { sayPeriod } from './period-words.ts';

/** Below this two equal counts are no surprise. */
const LARGE_ENOUGH_TO_WONDER = 100;
/** A step between whole years from which a change of recording is worth asking about. */
const BIG_STEP_PERCENT = 25;

/** What in a table is worth asking the source about before the paper goes out. Each is a question, not a verdict. */
export function dataQueries(table: MeasureTable): string[] {
  const { decimals, cadence, year } = table;
  const before = previousYearText(year);
  const queries: string[] = [];
  const copied = yearInOnePeriod(table);
  if (copied !== null) {
    queries.push(
      `The ${cadence}s of ${before} sum to ${sayNumber(copied.value, decimals)}, which is also ` +
        `${sayPeriod(copied.period)} of ${year}: ask whether the ${before} row is this year’s figure broken down.`,
    );
  }
  for (const { period, actual, lastYear } of table.periods) {
    if (actual !== null && actual === lastYear && actual >= LARGE_ENOUGH_TO_WONDER) {
      queries.push(
        `${sayPeriod(period)} is ${sayNumber(actual, decimals)} in both years: chance, or a copy; worth asking.`,
      );
    }
  }
  table.previousYears.forEach(({ year: later, value }, index) => {
    const earlier = table.previousYears[index - 1];
    const step = relativeChange(earlier?.value ?? null, value);
    if (earlier === undefined || step === null || Math.abs(step) < BIG_STEP_PERCENT) return;
    queries.push(
      `From ${earlier.year} to ${later} the whole year ${step > 0 ? 'rose' : 'fell'} by ${sayPercent(step)}: ` +
        'ask whether recording changed.',
    );
  });
  return queries;
}
