import type { RankedIssue } from './rank-issues.ts';

/** One issue this year beside last year. Every null: not known in one of the two years. */
export interface RankMovement {
  readonly issue: string;
  readonly name: string;
  readonly rank: number | null;
  readonly rankLastYear: number | null;
  /** Places gained (above 0) or lost. */
  readonly places: number | null;
  /** Difference of the risks; null too when the two years were scored by different schemes. */
  readonly riskChange: number | null;
  readonly standing: 'new' | 'up' | 'down' | 'same' | 'gone' | 'not-known';
  readonly says: string;
}

const nth = (places: number): string => `${String(places)} ${places === 1 ? 'place' : 'places'}`;

function standingOf(now: RankedIssue | undefined, before: RankedIssue | undefined, places: number | null) {
  if (now === undefined) return 'gone' as const;
  if (before === undefined) return 'new' as const;
  if (places === null) return 'not-known' as const;
  return places > 0 ? ('up' as const) : places < 0 ? ('down' as const) : ('same' as const);
}

function say(standing: RankMovement['standing'], rankLastYear: number | null, places: number | null): string {
  const from = rankLastYear === null ? '' : ` from ${String(rankLastYear)}`;
  switch (standing) {
    case 'new':
      return 'new this year';
    case 'gone':
      return `not scored this year${rankLastYear === null ? '' : `; it was ${String(rankLastYear)}`}`;
    case 'not-known':
      return 'cannot be compared: it has no rank in one of the two years';
    case 'same':
      return 'the same place as last year';
    default:
      return `${standing} ${nth(Math.abs(places ?? 0))}${from}`;
  }
}

/** This year's ranking beside last year's, in this year's order and then those no longer scored. */
export function besideLastYear(
  now: readonly RankedIssue[],
  before: readonly RankedIssue[],
  sameScheme: boolean,
): RankMovement[] {
  const gone = before.filter((one) => !now.some(({ issue }) => issue.id === one.issue.id));
  return [...now, ...gone].map(({ issue }) => {
    const mine = now.find((one) => one.issue.id === issue.id);
    const last = before.find((one) => one.issue.id === issue.id);
    const [rank, rankLastYear] = [mine?.rank ?? null, last?.rank ?? null];
    const places = rank === null || rankLastYear === null ? null : rankLastYear - rank;
    const [risk, riskBefore] = [mine?.score.risk ?? null, last?.score.risk ?? null];
    const riskChange = !sameScheme || risk === null || riskBefore === null ? null : risk - riskBefore;
    const standing = standingOf(mine, last, places);
    return {
      issue: issue.id,
      name: issue.name,
      rank,
      rankLastYear,
      places,
      riskChange: riskChange === null ? null : Math.round(riskChange * 1e6) / 1e6,
      standing,
      says: say(standing, rankLastYear, places),
    };
  });
}
