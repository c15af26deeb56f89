import type { RecordDraft } from '../../../core/intake/draft.ts';
import type { HashReference } from '../store/reference-hash.ts';
import type { Registry } from '../store/registry.ts';
import type { WriteStore } from '../store/open-store.ts';

/** Records of a wider extract that could not be placed in any district. */
const NOT_PLACED = '(not placed)';

/** District, area and offence as one number (0: none), so that counting a record needs no text. */
const IDS = 100_000;
const slotOf = (district: number, area: number, offence: number): number => (district * IDS + area) * IDS + offence;
const partsOf = (slot: number): number[] => [Math.floor(slot / IDS / IDS), Math.floor(slot / IDS) % IDS, slot % IDS];

const COLUMNS = [
  ...['import_id', 'position', 'sheet_row', 'events', 'reference', 'day', 'month', 'time', 'area_id', 'offence_id'],
  ...['outcome_id', 'age_band_id', 'sex_id', 'flag_id', 'beat_id', 'lsoa_id', 'district_id', 'easting', 'northing'],
];

/** Further columns of extracts that say who the people were. */
const PEOPLE = [
  ...[
    'ethnicity_id',
    'relationship_id',
    'repeat_id',
    'offender_age_band_id',
    'offender_sex_id',
    'offender_ethnicity_id',
  ],
];
const WITH_PEOPLE = [...COLUMNS, ...PEOPLE];

/** District and small area as one number, likewise. */
const SMALL_AREAS = 100_000_000;

/** Rows of one statement: eight were the fastest of those measured (one, eight, 32 to 128). */
const AT_ONCE = 8;

interface MonthCount {
  records: number;
  events: number;
  first: number;
  last: number;
}

const insertRows = (rows: number, columns: readonly string[]): string =>
  `INSERT INTO record (${columns.join(', ')}) VALUES ${new Array(rows).fill(`(${columns.map(() => '?').join(',')})`).join(',')}`;

/** Writes records and, in step with them, their monthly counts by district, area and offence. */
export class RecordWriter {
  private readonly importId: number;
  private readonly registry: Registry;
  private readonly hash: HashReference;
  private readonly db: WriteStore;
  /** The columns of the sheet being written, and its two statements. */
  private columns: readonly string[] = COLUMNS;
  private insertMany;
  private insertOne;
  private readonly insertCount;
  private waiting: unknown[] = [];
  private readonly insertUnplaced;
  private months = new Map<string, Map<number, MonthCount>>();
  private unplaced = new Map<string, Map<number, { records: number; events: number }>>();

  constructor(db: WriteStore, importId: number, registry: Registry, hash: HashReference) {
    this.importId = importId;
    this.registry = registry;
    this.hash = hash;
    this.db = db;
    this.insertMany = db.prepare(insertRows(AT_ONCE, COLUMNS));
    this.insertOne = db.prepare(insertRows(1, COLUMNS));
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
    if ((draft.people === undefined) !== (this.columns === COLUMNS))
      this.use(draft.people === undefined ? COLUMNS : WITH_PEOPLE);
    this.waiting.push(
      this.importId,
      position,
      draft.row,
      draft.events,
      draft.reference === null ? null : this.hash('record', draft.reference),
      draft.day,
      draft.month,
      draft.time,
      area,
      offence,
      registry.word(draft.outcome),
      registry.word(draft.ageBand),
      registry.word(draft.sex),
      registry.word(draft.flag),
      registry.word(draft.beat),
      lsoa,
      district,
      draft.easting,
      draft.northing,
    );
    if (draft.people !== undefined) {
      const { ethnicity, relationship, repeat, offenderAgeBand, offenderSex, offenderEthnicity } = draft.people;
      for (const word of [ethnicity, relationship, repeat, offenderAgeBand, offenderSex, offenderEthnicity])
        this.waiting.push(registry.word(word));
    }
    if (this.waiting.length === AT_ONCE * this.columns.length) {
      this.insertMany.run(this.waiting);
      this.waiting = [];
    }
    this.count(draft, slotOf(district ?? 0, area ?? 0, offence ?? 0));
    if (area === null && lsoa !== null) this.countUnplaced(draft, (district ?? 0) * SMALL_AREAS + lsoa);
  }

  private use(columns: readonly string[]): void {
    this.flush();
    this.columns = columns;
    this.insertMany = this.db.prepare(insertRows(AT_ONCE, columns));
    this.insertOne = this.db.prepare(insertRows(1, columns));
  }

  private flush(): void {
    for (let at = 0; at < this.waiting.length; at += this.columns.length) {
      this.insertOne.run(this.waiting.slice(at, at + this.columns.length));
    }
    this.waiting = [];
  }

  /** Records without a neighbourhood by small area, for a lookup held now or later. */
  private countUnplaced({ month, events }: RecordDraft, slot: number): void {
    let counts = this.unplaced.get(month);
    if (counts === undefined)
      this.unplaced.set(month, (counts = new Map<number, { records: number; events: number }>()));
    const held = counts.get(slot);
    if (held === undefined) counts.set(slot, { records: 1, events });
    else {
      held.records += 1;
      held.events += events;
    }
  }

  private count({ month, row, events }: RecordDraft, slot: number): void {
    let counts = this.months.get(month);
    if (counts === undefined) this.months.set(month, (counts = new Map<number, MonthCount>()));
    const held = counts.get(slot);
    if (held === undefined) counts.set(slot, { records: 1, events, first: row, last: row });
    else {
      held.records += 1;
      held.events += events;
      held.last = row;
    }
  }

  /** Writes what still waits, and the sheet's counts. */
  endSheet(position: number): void {
    this.flush();
    for (const [month, slots] of this.months) {
      for (const [slot, { records, events, first, last }] of slots) {
        const parts = partsOf(slot).map((id) => (id === 0 ? null : id));
        this.insertCount.run(this.importId, position, month, ...parts, records, events, first, last);
      }
    }
    this.months = new Map();
    for (const [month, slots] of this.unplaced) {
      for (const [slot, { records, events }] of slots) {
        const [district, lsoa] = [Math.floor(slot / SMALL_AREAS), slot % SMALL_AREAS];
        this.insertUnplaced.run(this.importId, position, month, district, lsoa, records, events);
      }
    }
    this.unplaced = new Map();
  }
}
