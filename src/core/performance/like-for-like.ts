import { monthNumber } from '../time/month.ts';
import { longPeriod } from '../time/period-in-words.ts';
import { lengthInMonths, periodInWords, yearBefore, type Period } from '../time/period.ts';

/**
 * Why two pictures are not like for like, in one sentence with what to compare instead; null when they are. Periods of
 * different length are not; nor are different months of the year, unless both are whole years: January to March beside
 * April to June shows the season as much as any change.
 */
export function notLikeForLike(earlier: Period, later: Period): string | null {
  const [first, second] = [lengthInMonths(earlier), lengthInMonths(later)];
  const [before, after] = [periodInWords(earlier), periodInWords(later)];
  if (first !== second) {
    return `${before} (${months(first)}) and ${after} (${months(second)}) are not like for like: one covers more months.`;
  }
  if (first % 12 === 0 || monthNumber(earlier.from) === monthNumber(later.from)) return null;
  return `${before} and ${after} are different months of the year, so season may look like change. Like for like: ${periodInWords(yearBefore(later))}.`;
}

const months = (count: number): string => `${String(count)} month${count === 1 ? '' : 's'}`;

/** Why months and a group's dates do not lie together; null when they do. */
export function crossesChange(
  group: { readonly name: string; readonly validFrom: string; readonly validTo: string | null } | null,
  from: string,
  to: string,
): string | null {
  if (group === null) return null;
  const { name, validFrom, validTo } = group;
  const says = (what: string): string =>
    `«${name}» ${what}, inside these months: this chart crosses a membership change.`;
  if (from < validFrom && validFrom <= to) return says(`was made in ${longPeriod(validFrom)}`);
  if (validTo !== null && from <= validTo && validTo < to) return says(`ended in ${longPeriod(validTo)}`);
  return null;
}
