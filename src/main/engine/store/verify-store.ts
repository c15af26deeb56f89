import type { Database } from 'better-sqlite3';
import { connect } from './connect.ts';
import type { Secret, StoreKey } from './key-file.ts';
import { listBackups } from './backups.ts';
import { migrations } from './migrations/index.ts';
import { kindOf, unlockStore } from './open-store.ts';
import { countTables, faultsIn, type Counts } from './store-checks.ts';
import { nameOf, StoreRefusal } from './store-refusal.ts';
import { verifyAudit } from './verify-audit.ts';

/** What `store verify` found. It changes nothing, and works on a store that can no longer be opened. */
export interface StoreCheck {
  readonly encrypted: boolean;
  readonly cipher: string | null;
  readonly schema: number | null;
  readonly faults: readonly string[];
  readonly counts: Counts;
  readonly auditEntries: number;
  readonly backups: number;
  readonly latestBackup: string | null;
}

/** The key of the store at a path; null when it is plain. Throws {@link StoreRefusal} when there is none to open. */
export function keyOf(path: string, secret: Secret | null): StoreKey | null {
  const kind = kindOf(path);
  if (kind === 'none') throw new StoreRefusal(`There is no store ${nameOf(path)}. Nothing was changed.`);
  if (kind === 'other') {
    throw new StoreRefusal(
      `${nameOf(path)} is no store that can be read: it is damaged at its start, or its key file is missing. It was left as it is.`,
    );
  }
  return kind === 'plain' ? null : unlockStore(path, secret);
}

/** Looks a store over: every page, every reference, the audit trail; counts its rows and its backups. */
export function verifyStore(path: string, secret: Secret | null): StoreCheck {
  const key = keyOf(path, secret);
  const db = connect(path, key, { readonly: true });
  try {
    return checkOpenStore(path, db, key);
  } finally {
    db.close();
  }
}

/** The same of a store that is open. */
export function checkOpenStore(path: string, db: Database, key: StoreKey | null): StoreCheck {
  const backups = listBackups(path);
  const faults = faultsIn(db, 'whole');
  const base = {
    encrypted: key !== null,
    cipher: key?.cipher ?? null,
    backups: backups.length,
    latestBackup: backups[0]?.madeAt ?? null,
  };
  try {
    const schema = Number(db.pragma('user_version', { simple: true }));
    const counts = countTables(db);
    const trail = 'audit' in counts && schema <= migrations.length ? verifyAudit(path, db, key) : null;
    return {
      ...base,
      schema,
      counts,
      auditEntries: trail?.entries ?? 0,
      faults: [...faults, ...(trail?.faults ?? [])],
    };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { ...base, schema: null, counts: {}, auditEntries: 0, faults: [...new Set([...faults, says])] };
  }
}
