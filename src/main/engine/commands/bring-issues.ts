import { basename } from 'node:path';
import { readIssues, type IssuesReading } from '../../../core/risk/read-issues.ts';
import type { FinancialYear } from '../../../core/time/financial-year.ts';
import type { Engine } from '../engine.ts';
import { keepScores, listIssues, saveIssue, settle } from '../store/issues.ts';
import { schemeOfYear } from '../store/schemes.ts';
import { plainRows } from '../workbook/plain-rows.ts';
import { changing } from './groups.ts';

/** Who scored, where a sheet brings what was agreed on paper. */
const SCORER = 'Sheet';

/** Keeps the issues of a sheet and their scores, all or none: an issue of the same name is the same issue. */
export async function bringIssues(
  engine: Engine,
  year: FinancialYear,
  path: string,
): Promise<{ kept: number; refusals: IssuesReading['refusals'] }> {
  const { scheme } = schemeOfYear(engine.store.read, year);
  const { issues, refusals } = readIssues(await plainRows(path), scheme);
  if (refusals.length > 0) return { kept: 0, refusals };
  const scoredOn = engine.store.clock().toISOString().slice(0, 10);
  await changing(engine, ['risk'], (db) => {
    for (const { name, kind, description, levels, confidence, reason, evidence } of issues) {
      const held = listIssues(db).find((one) => one.name.toLowerCase() === name.toLowerCase());
      const issue = saveIssue(db, { id: held?.id ?? null, name, kind, description, state: 'open' }).id;
      const scores = Object.entries(levels).map(([dimension, level]) => ({
        ...{ issue, dimension, scorer: `${SCORER} ${basename(path)}`.slice(0, 120), level, reason },
        ...{ evidence: [evidence], scoredOn },
      }));
      if (scores.length > 0) keepScores(db, year, scheme, scores);
      if (confidence !== null)
        settle(db, year, scheme, { issue, dimension: null, level: null, confidence, reason, settledOn: scoredOn });
    }
  });
  return { kept: issues.length, refusals: [] };
}
