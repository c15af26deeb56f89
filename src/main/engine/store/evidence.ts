import type { UnitCosts } from '../../../core/assessment/unit-costs.ts';
import type { EvidenceEdit } from '../../../core/assessment/evidence-edit.ts';
import { OWN_DISTRICT, RECORDS_IN_FORCE } from './held-counts.ts';
import { assertRecordsHeld } from './retention.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** Records of a measure and of a run of months. */
export interface RecordsOf {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
}

/** The sheets that speak for each month. */
const HELD = `SELECT DISTINCT import_id, position, month FROM (${RECORDS_IN_FORCE})
  WHERE measure_id = @measure AND month BETWEEN @from AND @to`;
const OWN = `(district_id IS NULL OR district_id ${OWN_DISTRICT})`;

/** Fields of records that describe people and outcomes, by the column that holds each. */
export const RECORD_FIELDS = {
  ageBand: 'age_band_id',
  sex: 'sex_id',
  ethnicity: 'ethnicity_id',
  relationship: 'relationship_id',
  repeat: 'repeat_id',
  offenderAgeBand: 'offender_age_band_id',
  offenderSex: 'offender_sex_id',
  offenderEthnicity: 'offender_ethnicity_id',
  outcome: 'outcome_id',
} as const;
export type RecordField = keyof typeof RECORD_FIELDS;

/** How often each word stands in one field, month by month; `value` null: blank. */
export const fieldMonthCounts = (
  db: ReadStore,
  field: RecordField,
  wanted: RecordsOf,
): { readonly month: string; readonly value: string | null; readonly events: number }[] => {
  assertRecordsHeld(db, wanted);
  return db
    .prepare<[RecordsOf], { month: string; value: string | null; events: number }>(
      `SELECT month, word AS value, events FROM (
         SELECT month, ${RECORD_FIELDS[field]} AS word_id, sum(events) AS events FROM record
         WHERE (import_id, position, month) IN (${HELD}) AND ${OWN} GROUP BY 1, 2)
       LEFT JOIN word USING (word_id) ORDER BY month, value`,
    )
    .all(wanted);
};

/** Records by day of the week (0: Sunday) and the time as written; null where a record says neither. */
export const whenCounts = (
  db: ReadStore,
  wanted: RecordsOf,
): { readonly weekday: number | null; readonly time: string | null; readonly events: number }[] => {
  assertRecordsHeld(db, wanted);
  return db
    .prepare<[RecordsOf], { weekday: number | null; time: string | null; events: number }>(
      `SELECT CAST(strftime('%w', day) AS INTEGER) AS weekday, time, sum(events) AS events FROM record
       WHERE (import_id, position, month) IN (${HELD}) AND ${OWN} GROUP BY 1, 2`,
    )
    .all(wanted);
};

/** Records by neighbourhood and offence, whole and in one; null where a record names none. */
export const placeKindCounts = (
  db: ReadStore,
  wanted: RecordsOf,
): {
  readonly month: string;
  readonly area: string | null;
  readonly group: string | null;
  readonly offence: string | null;
  readonly events: number;
}[] =>
  db
    .prepare<
      [RecordsOf],
      { month: string; area: string | null; group: string | null; offence: string | null; events: number }
    >(
      `SELECT c.month, a.name AS area, nullif(o.offence_group, '') AS "group", nullif(o.offence, '') AS offence, sum(c.events) AS events
       FROM record_count c LEFT JOIN area a ON a.area_id = c.area_id LEFT JOIN offence o ON o.offence_id = c.offence_id
       WHERE (c.import_id, c.position, c.month) IN (${HELD}) AND ${OWN.replaceAll('district_id', 'c.district_id')}
       GROUP BY 1, 2, 3, 4`,
    )
    .all(wanted);

/** What the officer made of one table. */
export interface EvidenceEditHeld extends EvidenceEdit {
  readonly evidence: string;
  readonly version: number;
  /** Fingerprint of the figures it was written on. */
  readonly figures: string;
  readonly savedAt: string;
}

/** The latest edit of every table of a year; `null` stands for one that was taken back. */
export const evidenceEdits = (db: ReadStore, year: string): EvidenceEditHeld[] =>
  db
    .prepare<[string], { evidence: string; version: number; edit: string; figures: string; savedAt: string }>(
      `SELECT evidence, version, edit, figures, saved_at AS savedAt FROM evidence_edit e
       WHERE year = ? AND edit <> 'null'
         AND version = (SELECT max(version) FROM evidence_edit WHERE year = e.year AND evidence = e.evidence)`,
    )
    .all(year)
    .map(({ edit, ...row }) => ({ ...row, ...(JSON.parse(edit) as EvidenceEdit) }));

/** Saves what the officer made of a table as its next version. */
export function saveEvidenceEdit(
  db: WriteStore,
  one: { readonly year: string; readonly evidence: string; readonly edit: EvidenceEdit; readonly figures: string },
): void {
  db.prepare(
    `INSERT INTO evidence_edit (year, evidence, version, edit, figures, saved_at)
     SELECT @year, @evidence, coalesce(max(version), 0) + 1, @edit, @figures, @savedAt
     FROM evidence_edit WHERE year = @year AND evidence = @evidence`,
  ).run({ ...one, edit: JSON.stringify(one.edit), savedAt: new Date().toISOString() });
}

/** The list of unit costs in force. */
export interface UnitCostsHeld {
  readonly costs: UnitCosts;
  readonly version: number;
  /** Null: typed in the workbench. */
  readonly fileName: string | null;
  readonly savedAt: string;
}

/** The latest list of unit costs; null where none was ever kept, or the first was taken back. */
export function unitCostsHeld(db: ReadStore): UnitCostsHeld | null {
  const row = db
    .prepare<[], { costs: string; version: number; fileName: string | null; savedAt: string }>(
      'SELECT costs, version, file_name AS fileName, saved_at AS savedAt FROM unit_costs ORDER BY version DESC LIMIT 1',
    )
    .get();
  return row === undefined || row.costs === 'null' ? null : { ...row, costs: JSON.parse(row.costs) as UnitCosts };
}

/** Keeps a list of unit costs as the next version. */
export function keepUnitCosts(db: WriteStore, costs: UnitCosts, fileName: string | null): void {
  db.prepare(
    `INSERT INTO unit_costs (version, costs, file_name, saved_at)
     SELECT coalesce(max(version), 0) + 1, @costs, @fileName, @savedAt FROM unit_costs WHERE true`,
  ).run({ costs: JSON.stringify(costs), fileName, savedAt: new Date().toISOString() });
}
