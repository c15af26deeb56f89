import type { Origin } from '../../../core/provenance/origin.ts';
import { OWN_DISTRICT, PLACED_BY_LOOKUP, RECORDS_IN_FORCE, rowsInWords, type PlacedWanted } from './held-counts.ts';
import { lookupHeld, lookupInForce } from './lookups.ts';
import type { ReadStore } from './open-store.ts';

/** The records of one area in one month of one sheet, and the rows they stand in. */
export interface AreaRecords {
  readonly month: string;
  readonly events: number;
  readonly origin: Origin;
}

interface Row {
  readonly month: string;
  readonly events: number;
  readonly records: number;
  readonly first: number;
  readonly last: number;
  readonly importId: number;
  readonly file: string;
  readonly sheet: string;
}

interface Wanted {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly area: string;
}

const withOrigin = (row: Row): AreaRecords => ({
  month: row.month,
  events: row.events,
  origin: { importId: row.importId, file: row.file, sheet: row.sheet, cell: rowsInWords(row) },
});

/** Records in force of a neighbourhood, those that only the lookup of small areas places in it too. */
export function recordsOfNeighbourhood(db: ReadStore, wanted: Wanted): AreaRecords[] {
  const area = `(SELECT area_id FROM area WHERE kind = 'neighbourhood' AND name = @area)`;
  return db
    .prepare<[Wanted & PlacedWanted], Row>(
      `SELECT month, sum(events) AS events, sum(records) AS records, min(first_row) AS first, max(last_row) AS last,
        import_id AS importId, file_name AS file, sheet
       FROM (
         SELECT import_id, position, month, events, records, first_row, last_row, file_name, sheet FROM (${RECORDS_IN_FORCE})
         WHERE measure_id = @measure AND month BETWEEN @from AND @to AND area_id = ${area}
         UNION ALL
         SELECT p.import_id, p.position, p.month, p.events, p.records, m.first_row, m.last_row, i.file_name, s.sheet
         FROM (${PLACED_BY_LOOKUP}) p
         JOIN (SELECT import_id, position, month, min(first_row) AS first_row, max(last_row) AS last_row FROM month_count
               WHERE area_id = 0 AND district_id ${OWN_DISTRICT} GROUP BY 1, 2, 3) m USING (import_id, position, month)
         JOIN import i USING (import_id) JOIN import_sheet s USING (import_id, position)
         WHERE p.area_id = ${area})
       GROUP BY month, import_id, position ORDER BY month, import_id, position`,
    )
    .all({ ...wanted, lookup: lookupInForce(db) })
    .map(withOrigin);
}

/**
 * Records in force of a small area. They are counted by month, not by row: the rows are those of all the month's records,
 * of which so many are this area's.
 */
export const recordsOfSmallArea = (db: ReadStore, wanted: Wanted): AreaRecords[] =>
  recordsBySmallArea(db, wanted, 'c.lsoa_id = (SELECT word_id FROM word WHERE word = @area)');

/** Records in force of a ward: those of the small areas that the lookup in force places in it, told as theirs are. */
export const recordsOfWard = (db: ReadStore, wanted: Wanted): AreaRecords[] =>
  recordsBySmallArea(
    db,
    wanted,
    `c.lsoa_id IN (SELECT l.lsoa_id FROM small_area_lookup l JOIN area a USING (area_id)
      WHERE l.import_id = @lookup AND a.kind = 'ward' AND a.name = @area)`,
  );

const recordsBySmallArea = (db: ReadStore, wanted: Wanted, which: string): AreaRecords[] =>
  db
    .prepare<[Wanted & { lookup: number | null }], Row>(
      `SELECT c.month, sum(c.events) AS events, sum(c.events) AS records, m.first, m.last, c.import_id AS importId, m.file,
        m.sheet
       FROM (SELECT month, import_id, position, file_name AS file, sheet, min(first_row) AS first, max(last_row) AS last
             FROM (${RECORDS_IN_FORCE}) WHERE measure_id = @measure AND month BETWEEN @from AND @to
             GROUP BY month, import_id, position) m
       JOIN small_area_count c ON c.import_id = m.import_id AND c.position = m.position AND c.month = m.month
       WHERE ${which} GROUP BY c.month, c.import_id, c.position ORDER BY c.month, c.import_id, c.position`,
    )
    .all({ ...wanted, lookup: lookupHeld(db, 'ward')?.origin.importId ?? null })
    .map(withOrigin);
