import { measureCellId } from '../disclosure/from-measure-table.ts';
import { FIGURES_WITHHELD } from '../disclosure/withhold-in-measure-table.ts';
import { percentChange } from '../performance/change.ts';
import type { MeasureRow, MeasureTable, Status } from '../performance/measure-table.ts';
import { sayAgainstProfile, sayYearToDate } from '../performance/say-finding.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { yearInOnePeriod } from '../performance/year-in-one-period.ts';
import { readPeriodId } from '../time/period-in-words.ts';
import type { Month } from '../time/month.ts';
import { directionWords, gradeOf, sayChance } from './direction-words.ts';
import { sayDrivenBy, type Contributions } from './driven-by.ts';
import type { Paragraph, Sentence, SentenceAbout } from './paragraph.ts';
import { sayPeriod, previousYearText } from './period-words.ts';
import { sayCount, saySignedPercent, sayThereWere } from './say-count.ts';
import { saySinceWhen } from './since-when.ts';
import { PROFILE_WORDS, sayRule, statusLine } from './status-words.ts';

/** What a paragraph may be told beyond its table. */
export interface ParagraphExtras {
  /** The month the paper speaks for: periods up to it that are not known are said. */
  readonly asAt?: Month;
  /** Named only where the whole moved by more than chance makes likely: parts of chance are chance. */
  readonly contributions?: Contributions | readonly Contributions[];
  /** Cells of the table that were left out as small numbers. */
  readonly hidden?: { readonly has: (cell: string) => boolean };
}

/** The sentence for a measure whose figures have not come, as the Board is used to reading it. */
export const NOT_READY = 'No figures have come for this measure yet; it will be ready for reporting at the next board.';

export const PROVISIONAL = 'These figures are provisional and may still change.';

/** Percent below which a change is «very slight», and below which it is «slight». */
const VERY_SLIGHT = 1;
const SLIGHT = 5;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** From the first period of the year to the one given: `in quarter one`, `from April to May 2015`. */
function yearToDate(table: MeasureTable, row: MeasureRow): string {
  const first = readPeriodId(table.periods[0]?.period ?? '');
  const last = readPeriodId(row.period);
  return first === null || last === null ? `in ${row.period}` : sayYearToDate({ from: first.from, to: last.to });
}

/** The year to date against the same time last year, with the change in percent where the base carries one. */
function sayWhatHappened(table: MeasureTable, row: MeasureRow, now: number): Sentence[] {
  const { unit, decimals } = table;
  const when = capital(yearToDate(table, row));
  const before = row.lastYearCumulative;
  const plain = `${when} ${sayThereWere(now, unit, decimals)}`;
  if (before === null) {
    return [{ about: 'what-happened', says: `${plain}; there is no figure for the same period last year.` }];
  }
  const copied = yearInOnePeriod(table);
  if (copied !== null) {
    const says =
      `${plain}. Last year’s figure for the same period is given as ${sayNumber(before, decimals)}, but last year’s ` +
      `${table.cadence}s sum to ${sayNumber(copied.value, decimals)}, the same as this year’s ` +
      `${sayPeriod(copied.period)}: the two should not be compared until the source has been asked.`;
    return [{ about: 'caution', says }];
  }
  const words = directionWords(now - before);
  if (words === null) return [{ about: 'what-happened', says: `${plain}, the same as in the same period last year.` }];
  const percent = percentChange(before, now);
  const shown = percent === null ? '' : ` (${saySignedPercent(percent)})`;
  const small = percent !== null && Math.abs(percent) < SLIGHT;
  const slight = !small ? '' : Math.abs(percent) < VERY_SLIGHT ? 'a very slight ' : 'a slight ';
  const difference = `${sayNumber(Math.abs(now - before), decimals)} ${words.comparative} than the ${sayNumber(before, decimals)} in the same period last year${shown}`;
  const says = small
    ? `${when} there was ${slight}${words.change}: ${sayCount(now, unit, decimals)}, ${difference}.`
    : `${plain}, ${difference}.`;
  const chance = sayChance(now, before);
  return [{ about: 'what-happened', says }, ...(chance === null ? [] : [{ about: 'chance' as const, says: chance }])];
}

/** Where the year stands against the profile its status is told from, and what the rule makes of it. */
function sayTarget(table: MeasureTable, status: Status, row: MeasureRow): Sentence[] {
  if (status.tier === 'monitoring-only') {
    return [{ about: 'status', says: 'There is no target for it: it is watched, not judged.' }];
  }
  const standing = sayAgainstProfile(status, table.direction, table.decimals);
  if (standing === null || status.against === null || table.annualTarget === null) return [];
  const target = `${sayNumber(table.annualTarget, table.decimals)} for ${table.year}`;
  const says = `At the end of ${sayPeriod(row.period)} the year to date is ${standing} (${PROFILE_WORDS[status.against]}, ${target}).`;
  const rule = sayRule(status, table.tolerancePercent);
  return [{ about: 'against-target', says }, ...(rule === null ? [] : [{ about: 'status' as const, says: rule }])];
}

/** Periods that should be known by now and are not: holes, the end that has not come, and what stands in place of a number. */
function sayNotKnown(table: MeasureTable, { asAt, hidden }: ParagraphExtras): string[] {
  const last = table.periods.findLastIndex((row) => row.actual !== null);
  const due = (row: MeasureRow, index: number): boolean => {
    const end = readPeriodId(row.period)?.to;
    return index < last || (asAt !== undefined && end !== undefined && end <= asAt);
  };
  const isHidden = (row: MeasureRow): boolean =>
    hidden?.has(measureCellId.actual(table.periods.indexOf(row) + 1)) === true;
  const leftOut = table.periods.filter((row) => row.actual === null && isHidden(row));
  const missing = table.periods.filter((row, index) => row.actual === null && !isHidden(row) && due(row, index));
  const says = missing
    .filter((row) => row.symbol !== null)
    .map((row) => `For ${sayPeriod(row.period)} the source says “${row.symbol ?? ''}”, which is not added.`);
  if (leftOut.length > 0) {
    const verb = leftOut.length === 1 ? 'is' : 'are';
    says.push(
      `${capital(sayList(leftOut.map((row) => sayPeriod(row.period))))} ${verb} left out: a small number could be worked out.`,
    );
  }
  const hole = table.periods.slice(0, Math.max(0, last)).find((row) => row.actual === null);
  if (hole?.symbol === null)
    says.push(`${capital(sayPeriod(hole.period))} is not known, so the year to date stops before it.`);
  const awaited = missing.filter((row) => row.symbol === null && table.periods.indexOf(row) > last);
  if (awaited.length > 0) {
    const names = capital(sayList(awaited.map((row) => sayPeriod(row.period))));
    const verb = awaited.length === 1 ? 'is' : 'are';
    says.push(
      `${names} ${verb} not known yet, so ${awaited.length === 1 ? 'it is' : 'they are'} not in these figures.`,
    );
  }
  const lastYear = table.periods.slice(0, last + 1).filter((row) => row.lastYear === null);
  if (lastYear.length > 0 && lastYear.length <= last) {
    const names = sayList(lastYear.map((row) => sayPeriod(row.period)));
    says.push(`For ${previousYearText(table.year)}, ${names} ${lastYear.length === 1 ? 'is' : 'are'} not known.`);
  }
  return says;
}

const all = (about: SentenceAbout, says: readonly string[]): Sentence[] => says.map((one) => ({ about, says: one }));

/**
 * The Board's paragraph on one measure, drafted by rules from its table: what happened against last year, whether it
 * could be chance, since when, what drives it, where it stands against its target and by which rule, where the two
 * profiles disagree, and what is not known.
 */
export function exceptionParagraph(table: MeasureTable, extras: ParagraphExtras = {}): Paragraph {
  const { status, tolerancePercent } = table;
  const head = { heading: table.name, tier: status.tier, statusLine: statusLine(status, tolerancePercent) };
  const notKnown = all('not-known', sayNotKnown(table, extras));
  if (table.sentence === FIGURES_WITHHELD)
    return { ...head, sentences: [{ about: 'caution', says: FIGURES_WITHHELD }] };
  if (table.periods.every((row) => row.actual === null)) {
    const symbols = table.periods.some((row) => row.symbol !== null) ? notKnown : [];
    const statusAwaited = statusLine({ tier: 'not-yet-known' }, tolerancePercent);
    const sentences: Sentence[] = [{ about: 'not-known', says: NOT_READY }, ...symbols];
    return { ...head, tier: 'not-yet-known', statusLine: statusAwaited, sentences };
  }
  const row = table.periods.findLast((one) => one.cumulative !== null);
  if (row === undefined || row.cumulative === null) {
    const says = `There is no running total for ${table.year} yet.`;
    return { ...head, sentences: [{ about: 'what-happened', says }, ...notKnown] };
  }
  const before = row.lastYearCumulative;
  const comparable = before !== null && yearInOnePeriod(table) === null;
  const since = comparable ? saySinceWhen(table) : null;
  const difference = comparable && movedBeyondChance(table) ? row.cumulative - before : null;
  const driven = [extras.contributions ?? []]
    .flat()
    .flatMap((one) => (difference === null ? [] : (sayDrivenBy(difference, one) ?? [])));
  const cautions = [
    ...(table.provisional ? [PROVISIONAL] : []),
    ...(table.illustrative ? ['These figures are illustrative.'] : []),
  ];
  return {
    ...head,
    sentences: [
      ...sayWhatHappened(table, row, row.cumulative),
      ...all('since-when', since === null ? [] : [since]),
      ...all('driven-by', driven),
      ...sayTarget(table, status, row),
      ...all('disagreement', table.disagreement === null ? [] : [table.disagreement]),
      ...notKnown,
      ...all('caution', cautions),
    ],
  };
}

/** True where a measure without a target moved by more than chance makes likely: the Board should see it first. */
export function movedBeyondChance(table: MeasureTable): boolean {
  const row = table.periods.findLast((one) => one.cumulative !== null);
  if (row === undefined || row.cumulative === null || row.lastYearCumulative === null) return false;
  if (yearInOnePeriod(table) !== null) return false;
  const grade = gradeOf(row.cumulative, row.lastYearCumulative)?.grade;
  return grade === 'strong' || grade === 'some';
}
