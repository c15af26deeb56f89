import type { Statement } from 'better-sqlite3';
import type { RecordDraft } from '../../../core/intake/draft.ts';
import { TextMap } from '../../../core/intake/text-map.ts';
import type { HashReference } from '../store/reference-hash.ts';
import type { Registry } from '../store/registry.ts';
import type { WriteStore } from '../store/open-store.ts';
import { CountTable } from './count-table.ts';

/** Records of a wider extract that could not be placed in any district. */
const NOT_PLACED = '(not placed)';

/** District, area and offence as one number (0: none), so that counting a record needs no text. */
const IDS = 100_000;
const slotOf = (district: number, area: number, offence: number): number => (district * IDS + area) * IDS + offence;
const partsOf = (slot: number): number[] => [Math.floor(slot / IDS / IDS), Math.floor(slot / IDS) % IDS, slot % IDS];

/** What may be said of a record, in the order of {@link RecordWriter.add}. */
const COLUMNS = [
  ...['sheet_row', 'events', 'reference', 'day', 'month', 'time', 'area_id', 'offence_id', 'outcome_id', 'age_band_id'],
  ...[
    'sex_id',
    'flag_id',
    'beat_id',
    'lsoa_id',
    'district_id',
    'easting',
    'northing',
    'ethnicity_id',
    'relationship_id',
  ],
  ...['repeat_id', 'offender_age_band_id', 'offender_sex_id', 'offender_ethnicity_id'],
];

/** District and small area as one number, likewise. */
const SMALL_AREAS = 100_000_000;

/** Rows of one statement: eight were the fastest of those measured (one, eight, 32 to 128). */
const AT_ONCE = 8;

/** A month's records by {@link slotOf}, and those without a neighbourhood by small area. */
interface CountsOfMonth {
  readonly placed: CountTable;
  readonly unplaced: CountTable;
}

/** Import and sheet stand in the statement: what is the same for every row is not handed over with each. */
const insertRows = (rows: number, columns: readonly string[], importId: number, position: number): string => {
  const row = `(${String(importId)}, ${String(position)}${', ?'.repeat(columns.length)})`;
  return `INSERT INTO record (import_id, position, ${columns.join(', ')}) VALUES ${new Array(rows).fill(row).join(', ')}`;
};

/** Writes records and, in step with them, their monthly counts by district, area and offence. */
export class RecordWriter {
  private readonly importId: number;
  private readonly registry: Registry;
  private readonly hash: HashReference;
  private readonly db: WriteStore;
  /**
   * Which of {@link COLUMNS} the sheet being written has said anything of, and its two statements. Handing a value over
   * costs more than writing it, so that columns an extract lacks are left to be null.
   */
  private said: number[] = [];
  private readonly isSaid = new Uint8Array(COLUMNS.length);
  private insertMany: Statement | null = null;
  private insertOne: Statement | null = null;
  private position = -1;
  private readonly insertCount;
  private readonly row: (string | number | null)[] = new Array<null>(COLUMNS.length).fill(null);
  private waiting: (string | number | null)[] = [];
  private readonly insertUnplaced;
  private months = new TextMap<CountsOfMonth>();

  constructor(db: WriteStore, importId: number, registry: Registry, hash: HashReference) {
    this.importId = importId;
    this.registry = registry;
    this.hash = hash;
    this.db = db;
    this.insertCount = db.prepare(
      `INSERT INTO record_count (import_id, position, month, district_id, area_id, offence_id, records, events,
        first_row, last_row) VALUES (?,?,?,?,?,?,?,?,?,?)`,
    );
    this.insertUnplaced = db.prepare(
      `INSERT INTO unplaced_count (import_id, position, month, district_id, lsoa_id, records, events)
        VALUES (?,?,?,?,?,?,?)`,
    );
  }

  add(position: number, draft: RecordDraft): void {
    const { registry } = this;
    const area = draft.area === null ? null : registry.area(draft.area, 'neighbourhood');
    const offence = registry.offence(draft.offenceGroup, draft.offence);
    const district = draft.district === undefined ? null : registry.word(draft.district ?? NOT_PLACED);
    const lsoa = registry.word(draft.lsoa);
    const { row } = this;
    row[0] = draft.row;
    row[1] = draft.events;
    row[2] = draft.reference === null ? null : this.hash('record', draft.reference);
    row[3] = draft.day;
    row[4] = draft.month;
    row[5] = draft.time;
    row[6] = area;
    row[7] = offence;
    row[8] = registry.word(draft.outcome);
    row[9] = registry.word(draft.ageBand);
    row[10] = registry.word(draft.sex);
    row[11] = registry.word(draft.flag);
    row[12] = registry.word(draft.beat);
    row[13] = lsoa;
    row[14] = district;
    row[15] = draft.easting;
    row[16] = draft.northing;
    if (draft.people === undefined) row.fill(null, 17);
    else {
      row[17] = registry.word(draft.people.ethnicity);
      row[18] = registry.word(draft.people.relationship);
      row[19] = registry.word(draft.people.repeat);
      row[20] = registry.word(draft.people.offenderAgeBand);
      row[21] = registry.word(draft.people.offenderSex);
      row[22] = registry.word(draft.people.offenderEthnicity);
    }
    this.write(position);
    const { month } = draft;
    const { placed, unplaced } =
      this.months.get(month) ?? this.months.set(month, { placed: new CountTable(), unplaced: new CountTable() });
    placed.add(slotOf(district ?? 0, area ?? 0, offence ?? 0), draft.row, draft.events);
    // Records without a neighbourhood by small area, for a lookup held now or later.
    if (area === null && lsoa !== null) unplaced.add((district ?? 0) * SMALL_AREAS + lsoa, draft.row, draft.events);
  }

  /** Hands the row at hand over, eight at once; a column it is the first to say anything of is written from here on. */
  private write(position: number): void {
    const { row, isSaid } = this;
    let isNew = position !== this.position;
    for (let at = 0; at < row.length; at++) {
      if (row[at] === null || isSaid[at] === 1) continue;
      isSaid[at] = 1;
      isNew = true;
    }
    if (isNew) this.use(position);
    for (const at of this.said) this.waiting.push(row[at] ?? null);
    if (this.waiting.length < AT_ONCE * this.said.length) return;
    // One by one: an array would be asked for each of its elements from outside, which takes longer.
    this.insertMany?.run(...this.waiting);
    this.waiting.length = 0;
  }

  private use(position: number): void {
    this.flush();
    this.position = position;
    this.said = [...COLUMNS.keys()].filter((at) => this.isSaid[at] === 1);
    const columns = this.said.map((at) => COLUMNS[at] ?? '');
    this.insertMany = this.db.prepare(insertRows(AT_ONCE, columns, this.importId, position));
    this.insertOne = this.db.prepare(insertRows(1, columns, this.importId, position));
  }

  private flush(): void {
    const width = this.said.length;
    for (let at = 0; at < this.waiting.length; at += width) this.insertOne?.run(...this.waiting.slice(at, at + width));
    this.waiting.length = 0;
  }

  /** Writes what still waits, and the sheet's counts. */
  endSheet(position: number): void {
    this.flush();
    this.position = -1;
    this.isSaid.fill(0);
    for (const [month, { placed, unplaced }] of this.months.entries()) {
      for (const { key, records, events, first, last } of placed.entries()) {
        const parts = partsOf(key).map((id) => (id === 0 ? null : id));
        this.insertCount.run(this.importId, position, month, ...parts, records, events, first, last);
      }
      for (const { key, records, events } of unplaced.entries()) {
        const [district, lsoa] = [Math.floor(key / SMALL_AREAS), key % SMALL_AREAS];
        this.insertUnplaced.run(this.importId, position, month, district, lsoa, records, events);
      }
    }
    this.months = new TextMap();
  }
}
