import type { Month } from '../time/month.ts';
import { lengthInMonths, periodInWords, type Period } from '../time/period.ts';
import type { GroupView } from './group-view.ts';
import { notLikeForLike } from './like-for-like.ts';
import { sayNumber } from './say-number.ts';

/** The own area and its group at one period. */
export interface GroupMoment {
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly count: number | null;
  readonly ratePerThousand: number | null;
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly average: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly rank: number | null;
  readonly of: number;
  readonly verdict: GroupView['verdict'];
  /** What an earlier release said of the same period, where it was revised, and the file that revised it. */
  readonly revisedFrom: number | null;
  readonly revisedIn: string | null;
}

/** What a later release changed: the count before, and the file that brought the one shown. */
export interface Revision {
  readonly from: number;
  readonly file: string;
}

/** Rank and rate of the own area over time, against its group's average and range. */
export interface GroupOverTime {
  readonly measure: string;
  readonly measureName: string;
  readonly area: string | null;
  readonly group: GroupView['group'];
  readonly moments: readonly GroupMoment[];
  readonly limitsWords: string | null;
  readonly populationYear: string | null;
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  /** Membership changes crossed, periods that are not like for like, revisions. */
  readonly warnings: readonly string[];
  readonly notes: readonly string[];
}

const periodOf = (view: GroupView): Period => ({ from: view.from as Month, to: view.to as Month });

/** Puts comparisons of one measure in order of time. `revisionOf` says what a later release changed of the same period. */
export function makeGroupOverTime(
  views: readonly GroupView[],
  revisionOf: (view: GroupView) => Revision | null = () => null,
): GroupOverTime | null {
  const ordered = [...views].sort((a, b) => a.to.localeCompare(b.to) || a.from.localeCompare(b.from));
  const last = ordered.at(-1);
  if (last === undefined) return null;
  const own = (view: GroupView) => view.areas.find((area) => area.own) ?? null;
  const moments = ordered.map((view): GroupMoment => {
    const area = own(view);
    const rates = view.areas.flatMap(({ ratePerThousand }) => ratePerThousand ?? []);
    const revision = revisionOf(view);
    return {
      from: view.from,
      to: view.to,
      words: periodInWords(periodOf(view)),
      count: area?.count ?? null,
      ratePerThousand: area?.ratePerThousand ?? null,
      lower95: area?.lower95 ?? null,
      upper95: area?.upper95 ?? null,
      average: view.averageUsed,
      lowest: rates.length === 0 ? null : Math.min(...rates),
      highest: rates.length === 0 ? null : Math.max(...rates),
      rank: view.rank,
      of: view.of,
      verdict: view.verdict,
      revisedFrom: revision?.from ?? null,
      revisedIn: revision?.file ?? null,
    };
  });
  return {
    measure: last.measure,
    measureName: last.measureName,
    area: own(last)?.name ?? null,
    group: last.group,
    moments,
    limitsWords: last.limits?.words ?? null,
    populationYear: last.populationYear,
    source: last.source,
    provisional: ordered.some((view) => view.provisional),
    illustrative: ordered.some((view) => view.illustrative),
    warnings: [...membershipChanges(ordered), ...unlike(ordered), ...overlap(ordered), ...revisions(moments)],
    notes: last.notes,
  };
}

/** A sentence for each time the group was re-made between two moments. */
export function membershipChanges(views: readonly GroupView[]): string[] {
  return views.slice(1).flatMap((view, at) => {
    const before = views[at]?.group ?? null;
    const now = view.group;
    if (before === null || now === null || before.validFrom === now.validFrom) return [];
    return [
      `The group «${now.name}» changed in ${periodInWords({ from: now.validFrom as Month, to: now.validFrom as Month })}: ` +
        'ranks and averages before and after are of different areas.',
    ];
  });
}

/** `Year to June 2025: revised from 25,700 to 25,767 in the release «…».` for every period a later release changed. */
function revisions(moments: readonly GroupMoment[]): string[] {
  return moments.flatMap(({ words, count, revisedFrom, revisedIn }) =>
    revisedFrom === null || revisedIn === null
      ? []
      : [
          `${words}: revised from ${sayNumber(revisedFrom)} to ${count === null ? 'not known' : sayNumber(count)} in the release «${revisedIn}».`,
        ],
  );
}

function unlike(views: readonly GroupView[]): string[] {
  const warnings = views.slice(1).flatMap((view, at) => {
    const before = views[at];
    return before === undefined ? [] : (notLikeForLike(periodOf(before), periodOf(view)) ?? []);
  });
  return warnings.length <= 2
    ? warnings
    : [warnings[0] ?? '', `${String(warnings.length - 1)} more neighbouring periods are not like for like.`];
}

function overlap(views: readonly GroupView[]): string[] {
  const overlapping = views.slice(1).some((view, at) => view.from <= (views[at]?.to ?? ''));
  const months = views[0] === undefined ? 0 : lengthInMonths(periodOf(views[0]));
  return overlapping
    ? [
        `Neighbouring points share months (${String(months)} months rolling): they move together, and are no separate evidence.`,
      ]
    : [];
}
