import type { Origin } from '../../../core/provenance/origin.ts';
import type { Quantity } from '../../../core/intake/draft.ts';
import { lookupInForce } from './lookups.ts';
import type { ReadStore } from './open-store.ts';

/** One number in force for a period, and where it came from. `value` null: the source gave a sign instead. */
export interface HeldValue {
  readonly from: string;
  readonly to: string;
  readonly value: number | null;
  readonly symbol: string | null;
  readonly dataset: string;
  readonly illustrative: boolean;
  readonly origin: Origin;
}

interface ObservationRow {
  from: string;
  to: string;
  value: number | null;
  symbol: string | null;
  meaning: string | null;
  dataset: string;
  illustrative: 0 | 1;
  importId: number;
  file: string;
  sheet: string;
  cell: string;
  minus: string | null;
}

const heldValue = (row: ObservationRow): HeldValue => ({
  from: row.from,
  to: row.to,
  value: row.value,
  symbol: row.symbol,
  dataset: row.dataset,
  illustrative: row.illustrative === 1,
  origin: {
    importId: row.importId,
    file: row.file,
    sheet: row.sheet,
    cell: row.minus === null ? row.cell : `${row.cell} − ${row.minus}`,
  },
});

/** Which numbers are wanted. `upTo`: leave out everything that ends after this month («as at»). */
export interface CountsWanted {
  readonly measure: string;
  readonly areaId: number;
  readonly quantity: Quantity;
  readonly upTo: string | null;
}

/**
 * Numbers read from tables that are in force: of several imports of one dataset the latest live one speaks for a
 * period. The one place (with {@link recordCounts}) where withdrawn and superseded imports are left out of figures.
 */
export function tableCounts(db: ReadStore, wanted: CountsWanted): HeldValue[] {
  const rows = db
    .prepare<[string, string, number, string], ObservationRow>(
      `SELECT o.period_from AS "from", o.period_to AS "to", o.value, o.symbol, o.symbol_meaning AS meaning, s.dataset,
        s.illustrative, o.import_id AS importId, i.file_name AS file, s.sheet, o.cell, o.minus_cell AS minus
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       WHERE o.measure_id = ? AND o.quantity = ? AND o.area_id = ? AND o.period_to <= ?
       ORDER BY o.import_id, o.observation_id`,
    )
    .all(wanted.measure, wanted.quantity, wanted.areaId, wanted.upTo ?? '9999-12');
  const inForce = new Map<string, HeldValue>();
  for (const row of rows) {
    const key = `${row.dataset} ${row.from} ${row.to}`;
    if (row.meaning === 'gone') inForce.delete(key);
    else inForce.set(key, heldValue(row));
  }
  return [...inForce.values()];
}

interface RecordRow {
  month: string;
  importId: number;
  dataset: string;
  illustrative: 0 | 1;
  file: string;
  sheet: string;
  records: number;
  events: number;
  first: number;
  last: number;
}

/** The city's own district, or none at all. */
export const OWN_DISTRICT = `IN (SELECT 0 UNION ALL SELECT word_id FROM word JOIN area ON area.name = word.word WHERE area.kind = 'city')`;

/** Counts of live record imports that speak for a month (of several the latest), the city's own district only. */
export const RECORDS_IN_FORCE = `
  SELECT c.import_id, c.position, c.month, nullif(c.area_id, 0) AS area_id, c.records, c.events, c.first_row, c.last_row,
    s.dataset, s.measure_id, s.illustrative, s.sheet, i.file_name
  FROM month_count c
  JOIN live_import USING (import_id)
  JOIN import i USING (import_id)
  JOIN import_sheet s ON s.import_id = c.import_id AND s.position = c.position
  WHERE c.district_id ${OWN_DISTRICT}
    AND NOT EXISTS (
    SELECT 1 FROM import_sheet later JOIN live_import USING (import_id)
    WHERE later.layout = 'records' AND later.dataset = s.dataset AND later.import_id > c.import_id
      AND c.month BETWEEN later.covers_from AND later.covers_to)`;

/**
 * Records in force that name a small area and no neighbourhood, by the neighbourhood the lookup @lookup places them in,
 * for @measure from @from to @to. The months in force come first: small areas are many, months are few.
 */
export const PLACED_BY_LOOKUP = `
  SELECT u.import_id, u.position, u.month, l.area_id, sum(u.records) AS records, sum(u.events) AS events
  FROM (SELECT DISTINCT import_id, position, month FROM (${RECORDS_IN_FORCE})
        WHERE measure_id = @measure AND month BETWEEN @from AND @to) s
  CROSS JOIN unplaced_count u ON u.import_id = s.import_id AND u.position = s.position AND u.month = s.month
  CROSS JOIN small_area_lookup l ON l.import_id = @lookup AND l.lsoa_id = u.lsoa_id
  WHERE u.district_id ${OWN_DISTRICT}
  GROUP BY u.import_id, u.position, u.month, l.area_id`;

/** What is asked of {@link PLACED_BY_LOOKUP}. */
export interface PlacedWanted {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly lookup: number | null;
}

/** Records counted by month for the whole city, placed or not. */
export function recordCounts(db: ReadStore, measure: string, upTo: string | null): HeldValue[] {
  const rows = db
    .prepare<[string, string], RecordRow>(
      `SELECT month, import_id AS importId, dataset, illustrative, file_name AS file, sheet,
        sum(records) AS records, sum(events) AS events, min(first_row) AS first, max(last_row) AS last
       FROM (${RECORDS_IN_FORCE}) WHERE measure_id = ? AND month <= ?
       GROUP BY month, import_id, position ORDER BY month`,
    )
    .all(measure, upTo ?? '9999-12');
  return rows.map((row) => ({
    from: row.month,
    to: row.month,
    value: row.events,
    symbol: null,
    dataset: row.dataset,
    illustrative: row.illustrative === 1,
    origin: { importId: row.importId, file: row.file, sheet: row.sheet, cell: rowsInWords(row) },
  }));
}

/** `rows 5 to 1,616`, or how many rows lie between when the rows are not unbroken. */
export function rowsInWords({ first, last, records }: Pick<RecordRow, 'first' | 'last' | 'records'>): string {
  if (first === last) return `row ${first.toLocaleString('en-GB')}`;
  const span = `${first.toLocaleString('en-GB')} to ${last.toLocaleString('en-GB')}`;
  return last - first + 1 === records ? `rows ${span}` : `${records.toLocaleString('en-GB')} of the rows ${span}`;
}

/** One month's records of one neighbourhood; `areaId` null: not placed. */
export interface AreaMonthCount {
  readonly month: string;
  readonly areaId: number | null;
  readonly events: number;
}

/**
 * Records counted by month and neighbourhood. Records that name none are placed by their small area where a lookup is
 * held: looked up here, so that a later lookup needs nothing imported again.
 */
export function areaMonthCounts(db: ReadStore, measure: string, from: string, to: string): AreaMonthCount[] {
  const named = db
    .prepare<[string, string, string], AreaMonthCount>(
      `SELECT month, area_id AS areaId, sum(events) AS events
       FROM (${RECORDS_IN_FORCE}) WHERE measure_id = ? AND month BETWEEN ? AND ?
       GROUP BY month, area_id ORDER BY month`,
    )
    .all(measure, from, to);
  const lookup = lookupInForce(db);
  if (lookup === null) return named;
  const placed = db
    .prepare<[PlacedWanted], AreaMonthCount & { areaId: number }>(
      `SELECT month, area_id AS areaId, sum(events) AS events FROM (${PLACED_BY_LOOKUP}) GROUP BY month, area_id`,
    )
    .all({ measure, from, to, lookup });
  return movedTo(named, placed);
}

/** Counts with some of the unplaced ones moved to a neighbourhood. */
function movedTo(named: readonly AreaMonthCount[], placed: readonly AreaMonthCount[]): AreaMonthCount[] {
  const counts = new Map<string, AreaMonthCount>();
  const add = (month: string, areaId: number | null, events: number) => {
    const key = `${month} ${String(areaId)}`;
    counts.set(key, { month, areaId, events: (counts.get(key)?.events ?? 0) + events });
  };
  for (const { month, areaId, events } of named) add(month, areaId, events);
  for (const { month, areaId, events } of placed) {
    add(month, areaId, events);
    add(month, null, -events);
  }
  return [...counts.values()].filter(({ events }) => events !== 0).sort((a, b) => a.month.localeCompare(b.month));
}

/** Records counted by month and group of offence; `offenceGroup` null: the record names none. */
export function offenceMonthCounts(
  db: ReadStore,
  measure: string,
  from: string,
  to: string,
): { readonly month: string; readonly offenceGroup: string | null; readonly events: number }[] {
  return db
    .prepare<[string, string, string], { month: string; offenceGroup: string | null; events: number }>(
      `SELECT c.month, o.offence_group AS offenceGroup, sum(c.events) AS events
       FROM record_count c
       JOIN (SELECT DISTINCT import_id, position, month FROM (${RECORDS_IN_FORCE})
         WHERE measure_id = ? AND month BETWEEN ? AND ?) held USING (import_id, position, month)
       LEFT JOIN offence o ON o.offence_id = c.offence_id
       WHERE c.district_id IS NULL OR c.district_id IN (
         SELECT word_id FROM word JOIN area ON area.name = word.word WHERE area.kind = 'city')
       GROUP BY c.month, o.offence_group ORDER BY c.month, o.offence_group`,
    )
    .all(measure, from, to);
}
