import { percentChange } from '../performance/change.ts';
import type { MeasureRow, MeasureTable } from '../performance/measure-table.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { directionWords, gradeOf } from './direction-words.ts';
import { sayPeriod, sayPeriodYearBefore } from './period-words.ts';
import { saySignedPercent } from './say-count.ts';

interface Step {
  readonly period: string;
  readonly now: number;
  readonly before: number;
  readonly difference: number;
}

/** More earlier periods than this are counted, not listed. */
const LISTED = 5;

/** Periods known in both years, up to and with the last one of the running total. */
function stepsOf(rows: readonly MeasureRow[]): Step[] {
  return rows.flatMap(({ period, actual, lastYear, cumulative }) =>
    actual === null || lastYear === null || cumulative === null
      ? []
      : [{ period, now: actual, before: lastYear, difference: actual - lastYear }],
  );
}

const size = (step: Step, decimals: number): string => sayNumber(Math.abs(step.difference), decimals);

/** `April and May were above last year, by 56 and 12`; many periods are counted: `6 of the 8 before it were above`. */
function sayEarlier(steps: readonly Step[], decimals: number): string {
  const groups = (['above', 'below', 'the same'] as const).map((side) => ({
    side,
    steps: steps.filter((step) => (directionWords(step.difference)?.side ?? 'the same') === side),
  }));
  const found = groups.filter((group) => group.steps.length > 0);
  const parts = found.map(({ side, steps: group }, index) => {
    const names =
      steps.length > LISTED
        ? `${String(group.length)} of the ${String(steps.length)} earlier periods`
        : sayList(group.map((step) => sayPeriod(step.period)));
    const verb = index > 0 ? '' : group.length === 1 ? ' was' : ' were';
    if (side === 'the same') return index === 0 ? `${names}${verb} the same as last year` : `${names} the same`;
    const by = steps.length > LISTED ? '' : ` by ${sayList(group.map((step) => size(step, decimals)))}`;
    return index === 0 ? `${names}${verb} ${side} last year${by}` : `${names} ${side} it${by}`;
  });
  return sayList(parts);
}

/** `769, 254 fewer than June 2014 (−24.8%)`. */
function sayAlone(step: Step, table: MeasureTable): string {
  const words = directionWords(step.difference);
  const then = sayPeriodYearBefore(step.period, table.year);
  const now = sayNumber(step.now, table.decimals);
  if (words === null) return `${now}, the same as ${then}`;
  const percent = percentChange(step.before, step.now);
  const shown = percent === null ? '' : ` (${saySignedPercent(percent)})`;
  return `${now}, ${size(step, table.decimals)} ${words.comparative} than ${then}${shown}`;
}

/** What to call the difference so far: `the rise` only where the evidence is good. */
function differenceNoun(now: number, before: number): string {
  const grade = gradeOf(now, before)?.grade;
  const words = directionWords(now - before);
  return words !== null && (grade === 'strong' || grade === 'some') ? `the ${words.noun}` : 'the difference';
}

/**
 * Since when the year differs from last year: which months or quarters were above and below it, and the last one alone,
 * named as such. Null with fewer than two periods known in both years.
 */
export function saySinceWhen(table: MeasureTable): string | null {
  const steps = stepsOf(table.periods);
  const last = steps.at(-1);
  if (last === undefined || steps.length < 2) return null;
  const earlier = steps.slice(0, -1);
  const whole = steps.reduce((sum, step) => sum + step.difference, 0);
  const alone = sayAlone(last, table);
  const name = sayPeriod(last.period);
  const lastMakesIt =
    whole !== 0 &&
    Math.sign(last.difference) === Math.sign(whole) &&
    earlier.every((step) => step.difference === 0 || Math.sign(step.difference) !== Math.sign(whole));
  if (lastMakesIt) {
    const totals = steps.reduce((sum, step) => ({ now: sum.now + step.now, before: sum.before + step.before }), {
      now: 0,
      before: 0,
    });
    const noun = differenceNoun(totals.now, totals.before);
    return `${sayEarlier(earlier, table.decimals)}; ${noun} came in ${name} alone: ${alone}.`;
  }
  return `${sayEarlier(earlier, table.decimals)}; ${name} alone was ${alone}.`;
}
