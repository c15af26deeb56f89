import { departuresFrom, type AgreedPriorities, type Departure } from '../../../core/risk/agreed-priorities.ts';
import { besideLastYear, type RankMovement } from '../../../core/risk/last-year.ts';
import { MORILE_NOTICE } from '../../../core/risk/morile-notice.ts';
import { rankIssues, type RankedIssue } from '../../../core/risk/rank-issues.ts';
import { matrixView, rankedTable, type MatrixView, type RankedTableView } from '../../../core/risk/risk-views.ts';
import type { RiskScheme } from '../../../core/risk/scheme.ts';
import { sensitivityOf, type Sensitivity } from '../../../core/risk/sensitivity.ts';
import { workshopResults, type Agreement, type WorkshopScore } from '../../../core/risk/workshop.ts';
import { previousYear, type FinancialYear } from '../../../core/time/financial-year.ts';
import { agreedOf, listIssues, scoresOf, settledOf, type IssueHeld } from '../store/issues.ts';
import type { ReadStore } from '../store/open-store.ts';
import { schemeOfYear } from '../store/schemes.ts';

/** The scoring of one year, with all that stands beside it. */
export interface RiskView {
  readonly year: FinancialYear;
  readonly scheme: RiskScheme;
  readonly schemeChosen: boolean;
  readonly notice: string;
  readonly issues: readonly IssueHeld[];
  readonly scorers: readonly string[];
  readonly scores: readonly WorkshopScore[];
  readonly results: readonly {
    readonly issue: string;
    readonly confidence: string | null;
    readonly agreements: readonly Agreement[];
  }[];
  readonly table: RankedTableView;
  readonly matrix: MatrixView;
  readonly sensitivity: readonly Sensitivity[];
  readonly lastYear: {
    readonly year: FinancialYear;
    readonly sameScheme: boolean;
    readonly movement: readonly RankMovement[];
  };
  readonly agreed: AgreedPriorities | null;
  readonly departures: readonly Departure[];
}

/** The workshop of a year: its scheme, its scores and what they make of each issue that is open or was scored. */
function workshopOf(db: ReadStore, year: FinancialYear) {
  const { scheme, chosen } = schemeOfYear(db, year);
  const scores = scoresOf(db, year, scheme);
  const issues = listIssues(db).filter(({ id, state }) => state === 'open' || scores.some(({ issue }) => issue === id));
  const results = workshopResults(
    scheme,
    issues.map(({ id, name, kind }) => {
      const { levels, confidence } = settledOf(db, year, scheme, id);
      return { id, name, kind, confidence, agreed: levels };
    }),
    scores,
  );
  return { scheme, chosen, scores, results, scored: results.map(({ issue }) => issue) };
}

/** The ranking of a year: what priorities are held against. */
export function rankingOf(db: ReadStore, year: FinancialYear): RankedIssue[] {
  const { scheme, scored } = workshopOf(db, year);
  return rankIssues(scheme, scored);
}

/** Everything the scoring of a year shows. */
export function gatherRisk(db: ReadStore, year: FinancialYear): RiskView {
  const { scheme, chosen, scores, results, scored } = workshopOf(db, year);
  const ranked = rankIssues(scheme, scored);
  const before = workshopOf(db, previousYear(year));
  const sameScheme = before.scheme.id === scheme.id && before.scheme.version === scheme.version;
  const scoredBefore = before.scored.filter(({ id }) => before.scores.some(({ issue }) => issue === id));
  const movement =
    scoredBefore.length === 0 ? [] : besideLastYear(ranked, rankIssues(before.scheme, scoredBefore), sameScheme);
  const sensitivity = sensitivityOf(scheme, scored);
  const agreed = agreedOf(db, year);
  return {
    year,
    scheme,
    schemeChosen: chosen,
    notice: MORILE_NOTICE,
    issues: listIssues(db),
    scorers: [...new Set(scores.map(({ scorer }) => scorer))].sort(),
    scores,
    results: results.map(({ issue, agreements }) => ({ issue: issue.id, confidence: issue.confidence, agreements })),
    table: rankedTable(scheme, scored, { sensitivity, movement, workshop: results }),
    matrix: matrixView(scheme, scored),
    sensitivity,
    lastYear: { year: previousYear(year), sameScheme, movement },
    agreed,
    departures: agreed === null ? [] : departuresFrom(ranked, agreed),
  };
}
