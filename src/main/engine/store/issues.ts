import type { AgreedPriorities } from '../../../core/risk/agreed-priorities.ts';
import type { RiskScheme } from '../../../core/risk/scheme.ts';
import type { IssueKind } from '../../../core/risk/score-issue.ts';
import { problemsOf, type WorkshopScore } from '../../../core/risk/workshop.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** An issue of the register as it stands now. */
export interface IssueHeld {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly kind: IssueKind;
  readonly description: string;
  readonly state: 'open' | 'closed';
}

/** The register: the latest version of every issue, by name. */
export const listIssues = (db: ReadStore): IssueHeld[] =>
  db
    .prepare<[], IssueHeld>(
      `SELECT issue_id AS id, version, name, kind, description, state FROM issue i
       WHERE version = (SELECT max(version) FROM issue WHERE issue_id = i.issue_id) ORDER BY name, id`,
    )
    .all();

function issueHeld(db: ReadStore, id: string): IssueHeld {
  const found = listIssues(db).find((one) => one.id === id);
  if (found === undefined) throw new FigureRefusal(`There is no issue «${id}» in the register.`);
  return found;
}

const idOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60) || 'issue';

export interface IssueToSave extends Omit<IssueHeld, 'id' | 'version'> {
  /** Null: a new issue. */
  readonly id: string | null;
}

/** Saves an issue: a new one, or the next version of one there is. Two issues never bear one name. */
export function saveIssue(db: WriteStore, issue: IssueToSave): IssueHeld {
  const held = listIssues(db);
  const same = held.find((one) => one.name.toLowerCase() === issue.name.toLowerCase() && one.id !== issue.id);
  if (same !== undefined) throw new FigureRefusal(`There is an issue «${same.name}» already.`);
  let id = issue.id;
  if (id === null) {
    const stem = idOf(issue.name);
    id = stem;
    for (let next = 2; held.some((one) => one.id === id); next++) id = `${stem}-${String(next)}`;
  } else issueHeld(db, id);
  db.prepare(
    `INSERT INTO issue (issue_id, version, name, kind, description, state, saved_at)
     SELECT @id, coalesce(max(version), 0) + 1, @name, @kind, @description, @state, @savedAt
     FROM issue WHERE issue_id = @id`,
  ).run({ ...issue, id, savedAt: new Date().toISOString() });
  return issueHeld(db, id);
}

interface ScoreRow extends Omit<WorkshopScore, 'evidence'> {
  readonly evidence: string;
}

/** The scores of a year under one scheme that stand: the latest of each scorer on each dimension of each issue. */
export const scoresOf = (db: ReadStore, year: string, scheme: RiskScheme): WorkshopScore[] =>
  db
    .prepare<[{ year: string; id: string; version: string }], ScoreRow>(
      `SELECT issue_id AS issue, dimension, scorer, level, reason, evidence, scored_on AS scoredOn FROM issue_score
       WHERE level IS NOT NULL AND issue_score_id IN (
         SELECT max(issue_score_id) FROM issue_score WHERE year = @year AND scheme_id = @id AND scheme_version = @version
         GROUP BY issue_id, dimension, scorer)
       ORDER BY issue_score_id`,
    )
    .all({ year, id: scheme.id, version: scheme.version })
    .map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as string[] }));

/** Keeps scores, all or none. Throws {@link FigureRefusal} with everything that keeps them from being complete. */
export function keepScores(db: WriteStore, year: string, scheme: RiskScheme, scores: readonly WorkshopScore[]): void {
  const insert = db.prepare(
    `INSERT INTO issue_score (year, issue_id, scheme_id, scheme_version, dimension, scorer, level, reason, evidence,
      scored_on)
     VALUES (@year, @issue, @schemeId, @schemeVersion, @dimension, @scorer, @level, @reason, @evidence, @scoredOn)`,
  );
  const problems = new Set<string>();
  for (const score of scores) {
    issueHeld(db, score.issue);
    const dimension = scheme.dimensions.find(({ id }) => id === score.dimension);
    if (score.level === null && dimension !== undefined) {
      if (score.reason.trim() === '') problems.add(`Say why the score of ${dimension.name} is taken back.`);
    } else {
      for (const problem of problemsOf(scheme, score)) problems.add(`${dimension?.name ?? 'Score'}: ${problem}`);
    }
  }
  if (problems.size > 0) throw new FigureRefusal([...problems].join(' '));
  for (const score of scores) {
    insert.run({
      ...score,
      evidence: JSON.stringify(score.evidence.map((link) => link.trim()).filter((link) => link !== '')),
      year,
      schemeId: scheme.id,
      schemeVersion: scheme.version,
    });
  }
}

/** What a workshop settled of one issue: levels by dimension, and how sure it is. */
export interface Settled {
  readonly levels: Readonly<Record<string, number | null>>;
  readonly confidence: string | null;
}

/** What was settled of an issue in a year under one scheme; the latest of each stands. */
export function settledOf(db: ReadStore, year: string, scheme: RiskScheme, issue: string): Settled {
  const rows = db
    .prepare<
      [string, string, string, string],
      { dimension: string | null; level: number | null; confidence: string | null }
    >(
      `SELECT dimension, level, confidence FROM issue_settled
       WHERE year = ? AND scheme_id = ? AND scheme_version = ? AND issue_id = ? ORDER BY issue_settled_id`,
    )
    .all(year, scheme.id, scheme.version, issue);
  const levels = Object.fromEntries(
    rows.flatMap(({ dimension, level }) => (dimension === null ? [] : [[dimension, level] as const])),
  );
  return { levels, confidence: rows.findLast(({ dimension }) => dimension === null)?.confidence ?? null };
}

export interface ToSettle {
  readonly issue: string;
  /** Null: how sure the workshop is, in `confidence`. */
  readonly dimension: string | null;
  readonly level: number | null;
  readonly confidence: string | null;
  readonly reason: string;
  readonly settledOn: string;
}

/** Keeps what a workshop settled; a null level or confidence takes back what was settled before. */
export function settle(db: WriteStore, year: string, scheme: RiskScheme, one: ToSettle): void {
  issueHeld(db, one.issue);
  const dimension = scheme.dimensions.find(({ id }) => id === one.dimension);
  if (one.dimension !== null) {
    if (dimension === undefined) throw new FigureRefusal(`${scheme.name} has no dimension «${one.dimension}».`);
    if (one.level !== null && !dimension.levels.some(({ value }) => value === one.level)) {
      throw new FigureRefusal(`${dimension.name} has no level ${String(one.level)}.`);
    }
  } else if (one.confidence !== null && !scheme.confidence.some(({ grade }) => grade === one.confidence)) {
    throw new FigureRefusal(`${scheme.name} has no grade of confidence «${one.confidence}».`);
  }
  db.prepare(
    `INSERT INTO issue_settled (year, issue_id, scheme_id, scheme_version, dimension, level, confidence, reason,
      settled_on)
     VALUES (@year, @issue, @schemeId, @schemeVersion, @dimension, @level, @confidence, @reason, @settledOn)`,
  ).run({
    ...one,
    level: one.dimension === null ? null : one.level,
    confidence: one.dimension === null ? one.confidence : null,
    year,
    schemeId: scheme.id,
    schemeVersion: scheme.version,
  });
}

/** The priorities agreed for a year, as the latest meeting left them; null: none yet. */
export function agreedOf(db: ReadStore, year: string): AgreedPriorities | null {
  const row = db
    .prepare<[string], { agreedOn: string; meeting: string; issues: string; reasons: string }>(
      `SELECT agreed_on AS agreedOn, meeting, issues, reasons FROM agreed_priorities
       WHERE year = ? ORDER BY agreed_priorities_id DESC LIMIT 1`,
    )
    .get(year);
  // `null`: what was agreed first was taken back.
  return row === undefined || row.issues === 'null'
    ? null
    : {
        agreedOn: row.agreedOn,
        meeting: row.meeting,
        issues: JSON.parse(row.issues) as string[],
        reasons: JSON.parse(row.reasons) as Record<string, string>,
      };
}

/** Keeps the priorities a meeting agreed; whether they are complete is for the caller to ask first. */
export function keepAgreed(db: WriteStore, year: string, agreed: AgreedPriorities): void {
  db.prepare(
    `INSERT INTO agreed_priorities (year, agreed_on, meeting, issues, reasons, saved_at) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    year,
    agreed.agreedOn,
    agreed.meeting,
    JSON.stringify(agreed.issues),
    JSON.stringify(agreed.reasons),
    new Date().toISOString(),
  );
}
