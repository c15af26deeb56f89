import { hash as digest } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { SheetReport } from '../../../preload/contract.ts';

/** SHA-256 works on blocks of 64 bytes (FIPS 180-4); the key is padded to one (RFC 2104). */
const BLOCK = 64;
/** Bytes of the longest reference hashed without making room for it anew. */
const LONGEST = 512;

/** Of the hash, 128 bits are kept. */
const KEPT_BYTES = 16;

/** Turns references into their keyed hash. */
export type HashReference = (kind: 'record' | 'client', reference: string) => string;

/**
 * HMAC-SHA-256 (RFC 2104) of a reference under the store's own key, its first 128 bits. The same reference gives the same
 * hash in every import of this store, so that repeats can be counted, and another one in every other store.
 */
export function hasherWith(key: Buffer): HashReference {
  const inner = Buffer.alloc(BLOCK + LONGEST, 0x36);
  const outer = Buffer.alloc(BLOCK + 32, 0x5c);
  const kept = Buffer.alloc(KEPT_BYTES);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return (kind, reference) => {
    const text = `${kind}:${reference}`;
    const fits = text.length * 3 <= LONGEST;
    const message = fits
      ? inner.subarray(0, BLOCK + inner.write(text, BLOCK, LONGEST, 'utf8'))
      : Buffer.concat([inner.subarray(0, BLOCK), Buffer.from(text)]);
    // Digests as text of one sign a byte: as bytes of their own they would be allocated outside the heap, twice as slow.
    outer.write(digest('sha256', message, 'binary'), BLOCK, 'binary');
    kept.write(digest('sha256', outer, 'binary'), 0, kept.length, 'binary');
    return kept.toString('base64url');
  };
}

type StoredReport = Pick<SheetReport, 'layout' | 'refusals' | 'warnings'>;

/** A sheet's report without the references and clients that earlier versions wrote into it. */
function reportWithoutPeople<R extends StoredReport>(report: R): R {
  const warnings = report.warnings.map((one) => ({
    ...one,
    says: one.says
      .replace(/ \(the first is «.*?»\)(?=; each row is kept\.$)/s, '')
      .replace(/^.*(?= also stands in row \d+\.$)/s, 'The same client'),
  }));
  return { ...report, warnings };
}

/** Teaches a connection to hash references: an update of the store turns those kept in plain text into their hash. */
export function teachHash(db: Database): void {
  let known: { readonly key: Buffer; readonly hash: HashReference } | null = null;
  db.function('reference_hash', { deterministic: true }, (kind: unknown, reference: unknown, key: unknown) => {
    if (typeof reference !== 'string' || !Buffer.isBuffer(key)) return null;
    if (known === null || !known.key.equals(key)) known = { key, hash: hasherWith(key) };
    return known.hash(kind === 'client' ? 'client' : 'record', reference);
  });
  db.function('report_without_people', { deterministic: true }, (report: unknown) =>
    typeof report === 'string' ? JSON.stringify(reportWithoutPeople(JSON.parse(report) as StoredReport)) : null,
  );
}

/** The hasher of a store, under the key the store was given when it was made or brought up to date. */
export function storeHasher(db: Database): HashReference {
  const row = db.prepare<[], { key: Buffer }>('SELECT key FROM reference_key').get();
  if (row === undefined) throw new Error('the store has no key for references');
  return hasherWith(row.key);
}
