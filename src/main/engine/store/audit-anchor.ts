import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { derivedKey, type StoreKey } from './key-file.ts';
import { writeDurably } from './write-durably.ts';

/**
 * How long the audit trail was when last seen, kept outside the store (beside it and beside every backup): a trail cut
 * off at its end no longer reaches its anchor. In an encrypted store the anchor is signed with the store's key.
 */
export interface Anchor {
  readonly entries: number;
  readonly hash: string;
  readonly signature: string | null;
}

export const anchorPath = (storePath: string): string => `${storePath}.audit`;

const signatureOf = (key: StoreKey, { entries, hash }: { entries: number; hash: string }): string =>
  createHmac('sha256', derivedKey(key, 'audit anchor'))
    .update(`${String(entries)} ${hash}`)
    .digest('hex');

/** Writes the anchor of a store or a backup. */
export function writeAnchor(storePath: string, head: { entries: number; hash: string }, key: StoreKey | null): void {
  const anchor: Anchor = { ...head, signature: key === null ? null : signatureOf(key, head) };
  writeDurably(anchorPath(storePath), `${JSON.stringify(anchor)}\n`);
}

/** The anchor beside a store; null when there is none, `forged` when it was not written with one of the store's keys. */
export function readAnchor(storePath: string, keys: readonly StoreKey[]): Anchor | 'forged' | null {
  if (!existsSync(anchorPath(storePath))) return null;
  let anchor: Anchor;
  try {
    anchor = JSON.parse(readFileSync(anchorPath(storePath), 'utf8')) as Anchor;
  } catch {
    return 'forged';
  }
  const { entries, hash, signature } = anchor;
  if (!Number.isInteger(entries) || entries < 0 || !/^[0-9a-f]{64}$/.test(hash)) return 'forged';
  if (keys.length === 0 || signature === null) return anchor;
  const signed = Buffer.from(signature, 'hex');
  const genuine = keys.some((key) => {
    const expected = Buffer.from(signatureOf(key, anchor), 'hex');
    return expected.length === signed.length && timingSafeEqual(expected, signed);
  });
  return genuine ? anchor : 'forged';
}

/**
 * Whether a trail reaches its anchor: the entry is there, or the trail says that a backup was restored in place of one
 * that ended there. An unsigned anchor counts in an encrypted store only as the last one before it was encrypted.
 */
export function reaches(db: Database, { entries, hash, signature }: Anchor, encrypted: boolean): boolean {
  const isThere = db.prepare('SELECT 1 FROM audit WHERE audit_id = ? AND hash = ?').get(entries, hash) !== undefined;
  if (encrypted && signature === null) {
    const next = db.prepare("SELECT 1 FROM audit WHERE audit_id = ? AND what = 'store.encrypted'").get(entries + 1);
    return isThere && next !== undefined;
  }
  if (isThere) return true;
  const restored = db
    .prepare(
      `SELECT 1 FROM audit WHERE what = 'store.restored' AND before ->> 'entries' >= @entries
       AND (before ->> 'entries' > @entries OR before ->> 'hash' = @hash)`,
    )
    .get({ entries, hash });
  return restored !== undefined;
}
