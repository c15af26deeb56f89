import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { auditEntries, FIRST_HASH, hashOf } from './audit.ts';
import { reaches, readAnchor } from './audit-anchor.ts';
import { listBackups } from './backups.ts';
import { keyRing, type StoreKey } from './key-file.ts';

/** What `audit verify` found. `faults` is empty when the trail is whole. */
export interface AuditCheck {
  readonly entries: number;
  readonly hash: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Anchors outside the store that the trail was held against: its own and those of its backups. */
  readonly anchors: number;
  /** Times the clock stood before the entry before. */
  readonly clockSetBack: number;
  readonly faults: readonly string[];
}

/** Holds the audit trail against itself, its anchors and the imports the store holds. */
export function verifyAudit(path: string, db: Database, key: StoreKey | null): AuditCheck {
  const faults: string[] = [];
  let last = { entry: 0, at: '', hash: FIRST_HASH };
  let from: string | null = null;
  let clockSetBack = 0;
  for (const { previousHash, hash, ...entry } of auditEntries(db)) {
    from ??= entry.at;
    const number = String(entry.entry);
    if (entry.entry !== last.entry + 1) faults.push(`Before entry ${number} an entry is missing.`);
    if (previousHash !== last.hash) faults.push(`Entry ${number} does not follow the entry before it.`);
    if (hashOf(previousHash, entry) !== hash) faults.push(`Entry ${number} is not as it was written.`);
    if (entry.at < last.at) faults.push(`Entry ${number} is earlier than the entry before it.`);
    if (entry.clockAt !== null) clockSetBack += 1;
    last = { entry: entry.entry, at: entry.at, hash };
  }
  if (last.entry === 0) faults.push('The audit trail is empty.');
  const anchors = faultsOfAnchors(path, db, key, faults);
  faults.push(...unspokenFor(db));
  return {
    entries: last.entry,
    hash: last.hash,
    from,
    to: last.at === '' ? null : last.at,
    anchors,
    clockSetBack,
    faults,
  };
}

function faultsOfAnchors(path: string, db: Database, key: StoreKey | null, faults: string[]): number {
  const keys = keyRing(path, key);
  const places = [
    { at: path, name: 'beside the store' },
    ...listBackups(path).map((backup) => ({ at: backup.path, name: `of backup ${backup.name}` })),
  ];
  let held = 0;
  for (const { at, name } of places) {
    const anchor = readAnchor(at, keys);
    if (anchor === null) {
      if (at === path)
        faults.push(`The anchor ${name} is missing: whether entries at the end are missing cannot be said.`);
      continue;
    }
    held += 1;
    if (anchor === 'forged') faults.push(`The anchor ${name} was not written by the workbench.`);
    else if (!reaches(db, anchor, key !== null && (at === path || existsSync(`${at}.key`)))) {
      faults.push(
        `The trail does not reach the anchor ${name} (entry ${String(anchor.entries)}): entries at its end are missing or were replaced.`,
      );
    }
  }
  return held;
}

/** Imports and what happened to them, without the entry that each of them has written since the trail began. */
function unspokenFor(db: Database): string[] {
  const begun = db
    .prepare<[], { imports: number | null; at: string }>(
      `SELECT coalesce(after ->> 'imports', 0) AS imports, at FROM audit WHERE audit_id = 1`,
    )
    .get();
  if (begun === undefined) return [];
  const imports = db
    .prepare<[number], { importId: number }>(
      `SELECT import_id AS importId FROM import WHERE import_id > coalesce(
         (SELECT import_id FROM import ORDER BY import_id LIMIT 1 OFFSET ?) - 1, 9e15)
       AND NOT EXISTS (SELECT 1 FROM audit WHERE what = 'import.kept' AND subject = 'import ' || import.import_id
         AND after ->> 'sha256' = import.sha256) ORDER BY import_id`,
    )
    .all(begun.imports ?? 0);
  const events = db
    .prepare<[{ at: string }], { importId: number }>(
      `SELECT DISTINCT import_id AS importId FROM import_event e WHERE event_at > @at
       AND (SELECT count(*) FROM import_event o WHERE o.import_id = e.import_id AND o.event = e.event AND o.event_at > @at)
         > (SELECT count(*) FROM audit WHERE what = 'import.' || e.event AND subject = 'import ' || e.import_id)`,
    )
    .all({ at: begun.at });
  return [
    ...imports.map(({ importId }) => `Import ${String(importId)} has no entry in the trail.`),
    ...events.map(
      ({ importId }) => `Import ${String(importId)} was withdrawn or reinstated without an entry in the trail.`,
    ),
  ];
}
