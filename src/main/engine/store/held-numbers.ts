import { countedKey, type Counted, type Coverage } from '../import/counting-sink.ts';
import type { ReadStore } from './open-store.ts';

/** Numbers in force of one dataset whose period lies inside the months a new file speaks for. */
export function heldNumbers(db: ReadStore, coverage: Coverage): Map<string, Counted> {
  const held = new Map<string, Counted>();
  const rows = db
    .prepare<[string, string, string], Omit<Counted, 'dataset'> & { meaning: string | null }>(
      `SELECT o.measure_id AS measure, CASE WHEN a.kind = 'city' THEN NULL ELSE a.name END AS area,
        o.period_from AS "from", o.period_to AS "to", o.quantity, o.value, o.symbol, o.symbol_meaning AS meaning
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE s.dataset = ? AND o.period_from >= ? AND o.period_to <= ?
       ORDER BY o.import_id, o.observation_id`,
    )
    .all(coverage.dataset, coverage.from, coverage.to);
  for (const { meaning, ...row } of rows) {
    if (coverage.measure !== null && row.measure !== coverage.measure) continue;
    const one: Counted = { dataset: coverage.dataset, ...row };
    if (meaning === 'gone') held.delete(countedKey(one));
    else held.set(countedKey(one), one);
  }
  const records = db
    .prepare<[string, string, string], { measure: string | null; month: string; importId: number; records: number }>(
      `SELECT s.measure_id AS measure, c.month, c.import_id AS importId, sum(c.records) AS records
       FROM record_count c
       JOIN live_import USING (import_id)
       JOIN import_sheet s ON s.import_id = c.import_id AND s.position = c.position
       WHERE s.dataset = ? AND c.month BETWEEN ? AND ?
       GROUP BY c.import_id, s.measure_id, c.month ORDER BY c.import_id`,
    )
    .all(coverage.dataset, coverage.from, coverage.to);
  for (const { measure, month, records: value } of records) {
    const one: Counted = {
      dataset: coverage.dataset,
      measure: measure ?? coverage.dataset,
      area: null,
      from: month,
      to: month,
      quantity: 'count',
      value,
      symbol: null,
    };
    held.set(countedKey(one), one);
  }
  return held;
}
