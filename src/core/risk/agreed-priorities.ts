import type { RankedIssue } from './rank-issues.ts';

/** What the Board agreed, and why where it departs from the ranking. */
export interface AgreedPriorities {
  /** Day written `2015-07-23`. */
  readonly agreedOn: string;
  readonly meeting: string;
  /** Issues by id, the first priority first. */
  readonly issues: readonly string[];
  /** Reasons by issue id: for one chosen over a higher risk, or a higher risk passed over. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** An issue whose place among the priorities is not the ranking's. */
export interface Departure {
  readonly issue: string;
  readonly name: string;
  readonly rank: number | null;
  /** Place among the priorities, or null where it was passed over. */
  readonly place: number | null;
  readonly reason: string | null;
  readonly says: string;
}

/**
 * Where the Board's priorities depart from the ranking: issues passed over that rank above a chosen one, and chosen
 * ones that rank below as many as were chosen. `reason` null: still to be given.
 */
export function departuresFrom(ranked: readonly RankedIssue[], agreed: AgreedPriorities): Departure[] {
  const chosen = agreed.issues.length;
  return ranked.flatMap(({ issue, rank }): Departure[] => {
    const at = agreed.issues.indexOf(issue.id);
    const place = at < 0 ? null : at + 1;
    const within = rank !== null && rank <= chosen;
    if ((place !== null) === within) return [];
    const reason = agreed.reasons[issue.id]?.trim() ?? '';
    const standing = rank === null ? 'has no rank' : `ranks ${String(rank)}`;
    const says =
      place === null
        ? `${issue.name} ${standing} and is not among the ${String(chosen)} priorities.`
        : `${issue.name} ${standing} and is priority ${String(place)}.`;
    return [{ issue: issue.id, name: issue.name, rank, place, reason: reason === '' ? null : reason, says }];
  });
}

/** What keeps an agreement from being complete, in words; empty when nothing does. */
export function problemsOfAgreement(ranked: readonly RankedIssue[], agreed: AgreedPriorities): string[] {
  const unknown = agreed.issues.filter((id) => !ranked.some((one) => one.issue.id === id));
  return [
    ...(/^\d{4}-\d{2}-\d{2}$/.test(agreed.agreedOn) ? [] : ['The day of the decision is missing.']),
    ...(agreed.meeting.trim() === '' ? ['The meeting that decided is missing.'] : []),
    ...(agreed.issues.length === 0 ? ['No priority is chosen.'] : []),
    ...unknown.map((id) => `There is no issue «${id}» in the ranking.`),
    ...departuresFrom(ranked, agreed)
      .filter((one) => one.reason === null)
      .map((one) => `${one.says} Say why the Board departs from the ranking.`),
  ];
}
