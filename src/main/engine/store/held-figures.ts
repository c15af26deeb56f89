import type { ComparedFigure } from '../../../core/intake/compare.ts';
import { draftKey } from '../../../core/intake/draft-key.ts';
import type { Month } from '../../../core/time/month.ts';
import { RECORDS_IN_FORCE } from './held-counts.ts';
import type { ReadStore } from './open-store.ts';

/** Every figure in force of one dataset, by key: tables by their cells, records by their monthly counts. */
export function heldFigures(db: ReadStore, dataset: string): Map<string, ComparedFigure> {
  const held = new Map<string, ComparedFigure>();
  const rows = db
    .prepare<[string], ComparedFigure & { meaning: string | null }>(
      `SELECT o.measure_id AS measure, CASE WHEN a.kind = 'city' THEN NULL ELSE a.name END AS area, a.kind AS areaKind,
        o.period_from AS "from", o.period_to AS "to", o.quantity, o.value, o.symbol, o.symbol_meaning AS meaning
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE s.dataset = ?
       ORDER BY o.import_id, o.observation_id`,
    )
    .all(dataset);
  for (const { meaning, ...figure } of rows) {
    if (meaning === 'gone') held.delete(draftKey(figure));
    else held.set(draftKey(figure), figure);
  }
  const months = db
    .prepare<[string], { measure: string | null; month: Month; value: number }>(
      `SELECT measure_id AS measure, month, sum(events) AS value
       FROM (${RECORDS_IN_FORCE}) WHERE dataset = ? GROUP BY measure_id, month`,
    )
    .all(dataset);
  for (const { measure, month, value } of months) {
    const figure: ComparedFigure = {
      measure: measure ?? dataset,
      area: null,
      areaKind: 'city',
      from: month,
      to: month,
      quantity: 'count',
      value,
      symbol: null,
    };
    held.set(draftKey(figure), figure);
  }
  return held;
}
