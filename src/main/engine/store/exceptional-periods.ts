import type { ExceptionalPeriod, LeftOutOf } from '../../../core/statistics/exceptional.ts';
import type { Month } from '../../../core/time/month.ts';
import { FigureRefusal } from './figure-refusal.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** An exceptional period with what each measure leaves it out of. */
export interface ExceptionalHeld {
  readonly periodId: number;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly choices: readonly { readonly measure: string; readonly leftOutOf: readonly LeftOutOf[] }[];
}

/** Every exceptional period, the earliest first. */
export function listExceptional(db: ReadStore): ExceptionalHeld[] {
  const choices = db
    .prepare<[], { periodId: number; measure: string; leftOutOf: LeftOutOf }>(
      `SELECT exceptional_period_id AS periodId, measure_id AS measure, left_out_of AS leftOutOf
       FROM exceptional_choice ORDER BY measure_id, left_out_of`,
    )
    .all();
  return db
    .prepare<[], { periodId: number; from: string; to: string; reason: string }>(
      `SELECT exceptional_period_id AS periodId, month_from AS "from", month_to AS "to", reason
       FROM exceptional_period ORDER BY month_from, exceptional_period_id`,
    )
    .all()
    .map((period) => {
      const own = choices.filter((choice) => choice.periodId === period.periodId);
      const measures = [...new Set(own.map(({ measure }) => measure))];
      return {
        ...period,
        choices: measures.map((measure) => ({
          measure,
          leftOutOf: own.filter((choice) => choice.measure === measure).map(({ leftOutOf }) => leftOutOf),
        })),
      };
    });
}

/** The exceptional periods as one measure sees them: shown always, left out of what was chosen for it. */
export const exceptionalFor = (db: ReadStore, measure: string): ExceptionalPeriod[] =>
  listExceptional(db).map(({ from, to, reason, choices }) => ({
    from: from as Month,
    to: to as Month,
    reason,
    leftOutOf: choices.find((choice) => choice.measure === measure)?.leftOutOf ?? [],
  }));

export interface ExceptionalToSave extends Omit<ExceptionalHeld, 'periodId'> {
  readonly periodId: number | null;
}

/** Saves an exceptional period with the choices made for it. Throws {@link FigureRefusal} on a period upside down. */
export function saveExceptional(db: WriteStore, period: ExceptionalToSave): ExceptionalHeld {
  if (period.to < period.from) throw new FigureRefusal('The period ends before it begins.');
  const row = { from: period.from, to: period.to, reason: period.reason, savedAt: new Date().toISOString() };
  let id = period.periodId;
  if (id === null) {
    id = Number(
      db
        .prepare(
          `INSERT INTO exceptional_period (month_from, month_to, reason, saved_at) VALUES (@from, @to, @reason, @savedAt)`,
        )
        .run(row).lastInsertRowid,
    );
  } else {
    const { changes } = db
      .prepare(
        `UPDATE exceptional_period SET month_from = @from, month_to = @to, reason = @reason, saved_at = @savedAt
         WHERE exceptional_period_id = @id`,
      )
      .run({ ...row, id });
    if (changes === 0) throw new FigureRefusal(`There is no exceptional period ${String(id)}.`);
    db.prepare('DELETE FROM exceptional_choice WHERE exceptional_period_id = ?').run(id);
  }
  const insert = db.prepare(
    'INSERT OR IGNORE INTO exceptional_choice (exceptional_period_id, measure_id, left_out_of) VALUES (?, ?, ?)',
  );
  for (const { measure, leftOutOf } of period.choices) for (const use of leftOutOf) insert.run(id, measure, use);
  const saved = listExceptional(db).find((one) => one.periodId === id);
  if (saved === undefined) throw new Error('the period just saved is not there');
  return saved;
}

/** Takes an exceptional period away. */
export function removeExceptional(db: WriteStore, periodId: number): void {
  const { changes } = db.prepare('DELETE FROM exceptional_period WHERE exceptional_period_id = ?').run(periodId);
  if (changes === 0) throw new FigureRefusal(`There is no exceptional period ${String(periodId)}.`);
}
