import { RECORDS_IN_FORCE } from './held-counts.ts';
import type { ReadStore } from './open-store.ts';

/** One record as the window lists it. */
export interface RecordRow {
  readonly id: number;
  readonly row: number;
  readonly month: string;
  readonly day: string | null;
  readonly area: string | null;
  readonly offenceGroup: string | null;
  readonly offence: string | null;
  readonly outcome: string | null;
  readonly events: number;
}

export interface RecordsWanted {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly area: string | null;
}

interface Sheet {
  readonly importId: number;
  readonly position: number;
  readonly month: string;
  readonly records: number;
}

/** Sheets and months that speak for the records wanted, with how many each holds (in the area asked for). */
const sheetsOf = (db: ReadStore, { measure, from, to, area }: RecordsWanted): Sheet[] =>
  db
    .prepare<[string, string, string, string | null, string | null], Sheet>(
      `SELECT import_id AS importId, position, month, sum(records) AS records
       FROM (${RECORDS_IN_FORCE}) c
       WHERE measure_id = ? AND month BETWEEN ? AND ?
         AND (? IS NULL OR area_id = (SELECT area_id FROM area WHERE kind = 'neighbourhood' AND name = ?))
       GROUP BY 1, 2, 3`,
    )
    .all(measure, from, to, area, area);

/** Up to so many records after one of them, in order of keeping, and how many there are in all. */
export function recordRows(
  db: ReadStore,
  wanted: RecordsWanted,
  after: number,
  limit: number,
): { readonly rows: readonly RecordRow[]; readonly of: number } {
  const sheets = sheetsOf(db, wanted);
  const of = sheets.reduce((sum, sheet) => sum + sheet.records, 0);
  if (of === 0) return { rows: [], of };
  const places = JSON.stringify([
    ...new Set(sheets.map(({ importId, position, month }) => `${String(importId)} ${String(position)} ${month}`)),
  ]);
  const rows = db
    .prepare<[number, string, string, string | null, string | null, string, number], RecordRow>(
      `SELECT r.record_id AS id, r.sheet_row AS row, r.month, r.day, a.name AS area, o.offence_group AS offenceGroup,
        o.offence, w.word AS outcome, r.events
       FROM record r
       LEFT JOIN area a ON a.area_id = r.area_id
       LEFT JOIN offence o ON o.offence_id = r.offence_id
       LEFT JOIN word w ON w.word_id = r.outcome_id
       WHERE r.record_id > ? AND r.month BETWEEN ? AND ?
         AND (? IS NULL OR a.name = ?)
         AND (r.district_id IS NULL OR r.district_id IN (
           SELECT word_id FROM word JOIN area ON area.name = word.word WHERE area.kind = 'city'))
         AND r.import_id || ' ' || r.position || ' ' || r.month IN (SELECT value FROM json_each(?))
       ORDER BY r.record_id LIMIT ?`,
    )
    .all(after, wanted.from, wanted.to, wanted.area, wanted.area, places, limit);
  return { rows, of };
}
