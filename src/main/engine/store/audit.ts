import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Database } from 'better-sqlite3';
import { APP_VERSION } from '../version.ts';
import { editUnderWay } from './edit-under-way.ts';

/** One entry of the audit trail, as it is hashed. `before` and `after` are JSON text; null: there was none. */
export interface AuditEntry {
  readonly entry: number;
  readonly at: string;
  /** What the clock said, where it stood earlier than the entry before: times never run backwards here. */
  readonly clockAt: string | null;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly why: string;
  readonly appVersion: string;
}
export interface ChainedEntry extends AuditEntry {
  readonly previousHash: string;
  readonly hash: string;
}

export const FIRST_HASH = '0'.repeat(64);

const FIELDS = ['after', 'appVersion', 'at', 'before', 'clockAt', 'entry', 'subject', 'what', 'who', 'why'] as const;

/** SHA-256 of the hash before, a line break, and the entry as JSON with its keys in alphabetical order. */
export function hashOf(previousHash: string, entry: AuditEntry): string {
  const canonical = JSON.stringify(Object.fromEntries(FIELDS.map((field) => [field, entry[field]])));
  return createHash('sha256').update(`${previousHash}\n${canonical}`).digest('hex');
}

const INSERT = `
  INSERT INTO audit (audit_id, at, clock_at, who, what, subject, before, after, why, app_version, previous_hash, hash)
  SELECT made ->> 'entry', made ->> 'at', made ->> 'clockAt', made ->> 'who', made ->> 'what', made ->> 'subject',
    made ->> 'before', made ->> 'after', made ->> 'why', made ->> 'appVersion', made ->> 'previousHash', made ->> 'hash'
  FROM (WITH one(made) AS MATERIALIZED (SELECT audit_entry(
    coalesce((SELECT max(audit_id) FROM audit), 0) + 1,
    coalesce((SELECT at FROM audit ORDER BY audit_id DESC LIMIT 1), ''),
    coalesce((SELECT hash FROM audit ORDER BY audit_id DESC LIMIT 1), '${FIRST_HASH}'),
    @what, @subject, @before, @after, @why)) SELECT made FROM one)`;

/** Where the time and the person of an entry come from. */
export interface AuditSource {
  readonly clock: () => Date;
  readonly who: string;
}

/** Whoever is signed in to this computer. */
export function personHere(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

type SqlText = string | null;

/** Teaches a connection to write the audit trail: times, names and hashes are made here, never by who asks. */
export function prepareAudit(db: Database, { clock, who }: AuditSource): void {
  db.function(
    'audit_entry',
    { directOnly: false },
    (
      entry: number,
      lastAt: string,
      previousHash: string,
      what: string,
      subject: SqlText,
      before: SqlText,
      after: SqlText,
      why: SqlText,
    ) => {
      editUnderWay.getStore()?.entries.push(entry);
      const now = clock().toISOString();
      const made: AuditEntry = {
        entry,
        at: now < lastAt ? lastAt : now,
        clockAt: now < lastAt ? now : null,
        who,
        what,
        subject: subject ?? '',
        before,
        after,
        why: why ?? '',
        appVersion: APP_VERSION,
      };
      return JSON.stringify({ ...made, previousHash, hash: hashOf(previousHash, made) });
    },
  );
  db.function('audit_digest', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? `sha256:${createHash('sha256').update(text).digest('hex')}` : null,
  );
}

/** What is written down of one change. */
export interface AuditedChange {
  readonly what: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string;
}

const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** Writes one entry; to be called inside the transaction of the change itself, so that both are kept or neither. */
export function recordChange(db: Database, { what, subject, before, after, why }: AuditedChange): void {
  db.prepare(INSERT).run({ what, subject, before: asJson(before), after: asJson(after), why });
}

/** Tables that hold what imports brought, or can be made anew from it: the entry of the import speaks for them. */
const SPOKEN_FOR = new Set([
  'audit',
  'edit',
  'area',
  'import',
  'import_event',
  'import_sheet',
  'offence',
  'observation',
  'priority_area',
  'record',
  'record_count',
  'record_purge',
  // A secret is not written into the trail.
  'reference_key',
  'score',
  'set_aside',
  'small_area_count',
  'small_area_counted',
  'wipe_due',
  'word',
]);
/** Larger than an entry should be: its hash stands for it. */
const DIGESTED = new Set(['geometry', 'printed']);
/** Of those, what is set aside when its row goes, so that undo can put it back. */
const SET_ASIDE = 'geometry';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The tables whose every change is an entry of its own: all settings, those of later migrations included. */
export function auditedTables(db: Database): string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name)
    .filter((name) => !SPOKEN_FOR.has(name));
}

/** From now on every row added, changed or removed in a table of settings writes its entry in the same transaction. */
export function watchSettings(db: Database): void {
  for (const table of auditedTables(db)) {
    const columns = db
      .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map(({ name }) => name);
    const row = (which: 'OLD' | 'NEW'): string =>
      `json_object(${columns
        .map((name) => {
          const value = `${which}.${quoted(name)}`;
          return `${literal(name)}, ${DIGESTED.has(name) ? `audit_digest(${value})` : value}`;
        })
        .join(', ')})`;
    const kinds = [
      { when: 'INSERT', what: 'added', before: 'NULL', after: row('NEW') },
      { when: 'UPDATE', what: 'changed', before: row('OLD'), after: row('NEW') },
      { when: 'DELETE', what: 'removed', before: row('OLD'), after: 'NULL' },
    ];
    if (columns.includes(SET_ASIDE)) {
      for (const when of ['UPDATE', 'DELETE']) {
        db.exec(`CREATE TEMP TRIGGER ${quoted(`aside_${table}_${when}`)} BEFORE ${when} ON main.${quoted(table)}
          BEGIN INSERT OR IGNORE INTO set_aside VALUES (audit_digest(OLD.${SET_ASIDE}), OLD.${SET_ASIDE}); END`);
      }
    }
    for (const { when, what, before, after } of kinds) {
      const values: Readonly<Record<string, string>> = {
        what: literal(`${table}.${what}`),
        subject: literal(table),
        before,
        after,
        why: "''",
      };
      // What an import carried along is told by the import's own entry.
      const own = columns.includes('import_id') ? `WHEN ${when === 'DELETE' ? 'OLD' : 'NEW'}.import_id IS NULL` : '';
      const insert = INSERT.replace(/@(\w+)/g, (_all, name: string) => values[name] ?? 'NULL');
      db.exec(`CREATE TEMP TRIGGER ${quoted(`audit_${table}_${what}`)} AFTER ${when} ON main.${quoted(table)} ${own}
        BEGIN ${insert}; END`);
    }
  }
}

const SELECT = `SELECT audit_id AS entry, at, clock_at AS clockAt, who, what, subject, before, after, why,
  app_version AS appVersion, previous_hash AS previousHash, hash FROM audit`;

/** The trail from its beginning, one entry after another. */
export const auditEntries = (db: Database): IterableIterator<ChainedEntry> =>
  db.prepare<[], ChainedEntry>(`${SELECT} ORDER BY audit_id`).iterate();

/** The latest entries first. */
export const latestEntries = (db: Database, most: number): ChainedEntry[] =>
  db.prepare<[number], ChainedEntry>(`${SELECT} ORDER BY audit_id DESC LIMIT ?`).all(most);

/** How long the trail is and its last hash. */
export function auditHead(db: Database): { entries: number; hash: string } {
  return (
    db
      .prepare<[], { entries: number; hash: string }>(
        'SELECT audit_id AS entries, hash FROM audit ORDER BY audit_id DESC LIMIT 1',
      )
      .get() ?? { entries: 0, hash: FIRST_HASH }
  );
}
