import type { Plan } from '../../../core/plan/plan.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** A plan as kept. */
export interface PlanHeld {
  readonly plan: Plan;
  readonly version: number;
  readonly savedAt: string;
}

interface PlanRowHeld extends Omit<PlanHeld, 'plan'> {
  readonly plan: string;
}

/** The latest version of the plan of every year, the latest year first; `null` stands for a plan that was taken back. */
export const listPlans = (db: ReadStore): PlanHeld[] =>
  db
    .prepare<[], PlanRowHeld>(
      `SELECT plan, version, saved_at AS savedAt FROM plan p
       WHERE version = (SELECT max(version) FROM plan WHERE year = p.year) AND plan <> 'null' ORDER BY year DESC`,
    )
    .all()
    .map((row) => ({ ...row, plan: JSON.parse(row.plan) as Plan }));

/** Keeps a plan as the next version of its year. */
export function keepPlan(db: WriteStore, plan: Plan): void {
  db.prepare(
    `INSERT INTO plan (year, version, plan, saved_at)
     SELECT @year, coalesce(max(version), 0) + 1, @plan, @savedAt FROM plan WHERE year = @year`,
  ).run({ year: plan.year, plan: JSON.stringify(plan), savedAt: new Date().toISOString() });
}
