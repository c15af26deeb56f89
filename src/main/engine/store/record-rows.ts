import { OWN_DISTRICT, PLACED_BY_LOOKUP, RECORDS_IN_FORCE, type PlacedWanted } from './held-counts.ts';
import { lookupInForce } from './lookups.ts';
import { assertRecordsHeld } from './retention.ts';
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
  readonly months: string;
  readonly records: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Sheets that speak for the records wanted, the months each speaks for, and the rows they stand in. */
const sheetsOf = (db: ReadStore, wanted: RecordsWanted, lookup: number | null): Sheet[] =>
  db
    .prepare<[RecordsWanted & PlacedWanted], Sheet>(
      `SELECT import_id AS importId, position, json_group_array(DISTINCT month) AS months, sum(records) AS records,
        min(first_row) AS firstRow, max(last_row) AS lastRow
       FROM (
         SELECT import_id, position, month, area_id, records, first_row, last_row FROM (${RECORDS_IN_FORCE})
         WHERE measure_id = @measure AND month BETWEEN @from AND @to
         UNION ALL
         SELECT import_id, position, month, p.area_id, p.records, m.first_row, m.last_row
         FROM (${PLACED_BY_LOOKUP}) p JOIN month_count m USING (import_id, position, month)
         WHERE @area IS NOT NULL AND m.area_id = 0 AND m.district_id ${OWN_DISTRICT})
       WHERE @area IS NULL OR area_id = (SELECT area_id FROM area WHERE kind = 'neighbourhood' AND name = @area)
       GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all({ ...wanted, lookup });

/** The first record kept at or after a row of a sheet. Records are kept in order of import, sheet and row: bisection finds it. */
function recordAt(db: ReadStore, importId: number, position: number, row: number): number {
  const next = db.prepare<[number], { id: number; importId: number; position: number; row: number }>(
    `SELECT record_id AS id, import_id AS importId, position, sheet_row AS row FROM record
     WHERE record_id >= ? ORDER BY record_id LIMIT 1`,
  );
  let low = 1;
  let high =
    (db.prepare<[], { last: number | null }>('SELECT max(record_id) AS last FROM record').get()?.last ?? 0) + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at = next.get(middle);
    const before = at !== undefined && (at.importId - importId || at.position - position || at.row - row) < 0;
    if (before) low = at.id + 1;
    else high = middle;
  }
  return low;
}

/** Up to so many records after one of them, in order of keeping, and how many there are in all. */
export function recordRows(
  db: ReadStore,
  wanted: RecordsWanted,
  after: number,
  limit: number,
): { readonly rows: readonly RecordRow[]; readonly of: number } {
  assertRecordsHeld(db, wanted);
  const lookup = lookupInForce(db);
  const sheets = sheetsOf(db, wanted, lookup);
  const page = db.prepare<
    [number | null, number, number, number, number, string, string | null, string | null, number],
    RecordRow
  >(
    `SELECT r.record_id AS id, r.sheet_row AS row, r.month, r.day, coalesce(a.name, placed.name) AS area, o.offence_group AS offenceGroup,
      o.offence, w.word AS outcome, r.events
     FROM record r
     LEFT JOIN area a ON a.area_id = r.area_id
     LEFT JOIN small_area_lookup l ON r.area_id IS NULL AND l.import_id = ? AND l.lsoa_id = r.lsoa_id
     LEFT JOIN area placed ON placed.area_id = l.area_id
     LEFT JOIN offence o ON o.offence_id = r.offence_id
     LEFT JOIN word w ON w.word_id = r.outcome_id
     WHERE r.record_id BETWEEN ? AND ? AND r.import_id = ? AND r.position = ?
       AND r.month IN (SELECT value FROM json_each(?))
       AND (? IS NULL OR coalesce(a.name, placed.name) = ?)
       AND (r.district_id IS NULL OR r.district_id IN (
         SELECT word_id FROM word JOIN area ON area.name = word.word WHERE area.kind = 'city'))
     ORDER BY r.record_id LIMIT ?`,
  );
  const rows: RecordRow[] = [];
  for (const { importId, position, months, firstRow, lastRow } of sheets) {
    if (rows.length >= limit) break;
    const first = Math.max(after + 1, recordAt(db, importId, position, firstRow));
    const last = recordAt(db, importId, position, lastRow + 1) - 1;
    if (first > last) continue;
    rows.push(
      ...page.all(lookup, first, last, importId, position, months, wanted.area, wanted.area, limit - rows.length),
    );
  }
  return { rows, of: sheets.reduce((sum, sheet) => sum + sheet.records, 0) };
}
