import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { newRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { writeDurably } from './write-durably.ts';

/*
 * The store is encrypted with a random key. That key lies in a small file beside it, wrapped twice: by the passphrase
 * and by the written recovery key (scrypt, RFC 7914, then AES-256-GCM). Whoever has neither can do nothing with the file.
 */

/** The ciphers a store may be encrypted with; README says how the first was chosen. */
export const CIPHERS = ['aegis', 'chacha20', 'sqlcipher'] as const;
export type Cipher = (typeof CIPHERS)[number];

/** 128 MB and some tenths of a second for each guess: OWASP's advice for scrypt. */
const COST = { n: 131_072, r: 8, p: 1 } as const;
const MOST_COST = 1 << 20;

interface Sealed {
  readonly nonce: string;
  readonly sealed: string;
}
interface Wrapped extends Sealed {
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

/** The key file. `next`: a re-encryption under way; the store is under one of the two. `earlier`: keys of older backups. */
export interface KeyFile {
  readonly format: 'safer-workbench-key';
  readonly version: 1;
  readonly cipher: Cipher;
  readonly keyId: string;
  readonly passphrase: Wrapped;
  readonly recovery: Wrapped;
  readonly earlier: readonly (Sealed & { readonly keyId: string; readonly cipher: Cipher })[];
  readonly next: KeyFile | null;
}

/** What opens an encrypted store, in memory only. */
export interface StoreKey {
  readonly cipher: Cipher;
  readonly keyId: string;
  readonly bytes: Buffer;
}

/** What the officer types. */
export type Secret = { readonly passphrase: string } | { readonly recoveryKey: string };

export const keyPath = (storePath: string): string => `${storePath}.key`;

function seal(key: Buffer, bytes: Buffer): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** Null when the key is another. */
function unseal(key: Buffer, { nonce, sealed }: Sealed): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 });
  cipher.setAuthTag(bytes.subarray(-16));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(0, -16)), cipher.final()]);
  } catch {
    return null;
  }
}

const stretch = (text: string, salt: Buffer, { n, r, p }: { n: number; r: number; p: number }): Buffer =>
  scryptSync(text.normalize('NFC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r });

function wrap(text: string, bytes: Buffer): Wrapped {
  const salt = randomBytes(16);
  return { ...COST, salt: salt.toString('base64'), ...seal(stretch(text, salt, COST), bytes) };
}

const unwrap = (text: string, wrapped: Wrapped): Buffer | null =>
  unseal(stretch(text, Buffer.from(wrapped.salt, 'base64'), wrapped), wrapped);

/** A key of its own for one purpose, from the store's key. */
export const derivedKey = (key: StoreKey, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key.bytes, Buffer.alloc(0), `safer-workbench ${purpose}`, 32));

export interface NewKey {
  readonly file: KeyFile;
  readonly key: StoreKey;
  /** To be shown once and written down; it is kept nowhere. */
  readonly recoveryKey: string;
}

/** A new random key with its file. `earlier` is the key it takes the place of, so that older backups can be restored. */
export function newKey(passphrase: string, cipher: Cipher, earlier: { key: StoreKey; file: KeyFile } | null): NewKey {
  const key: StoreKey = { cipher, keyId: randomBytes(4).toString('hex'), bytes: randomBytes(32) };
  const recoveryKey = newRecoveryKey();
  const before = earlier === null ? [] : [earlier.key, ...earlierKeys(earlier.file, earlier.key)];
  const ring = derivedKey(key, 'earlier keys');
  return {
    key,
    recoveryKey,
    file: {
      format: 'safer-workbench-key',
      version: 1,
      cipher,
      keyId: key.keyId,
      passphrase: wrap(passphrase, key.bytes),
      recovery: wrap(readRecoveryKey(recoveryKey) ?? '', key.bytes),
      earlier: before.map((one) => ({ keyId: one.keyId, cipher: one.cipher, ...seal(ring, one.bytes) })),
      next: null,
    },
  };
}

/** The keys this store had before, for backups made under them. */
export function earlierKeys(file: KeyFile, key: StoreKey): StoreKey[] {
  const ring = derivedKey(key, 'earlier keys');
  return file.earlier.flatMap(({ keyId, cipher, ...sealed }) => {
    const bytes = unseal(ring, sealed);
    return bytes === null ? [] : [{ keyId, cipher, bytes }];
  });
}

/** The same key under another passphrase: the store itself is not touched. */
export const withPassphrase = (file: KeyFile, key: StoreKey, passphrase: string): KeyFile => ({
  ...file,
  passphrase: wrap(passphrase, key.bytes),
  next: null,
});

/** The same key with a new recovery key; the one written down before no longer opens the store. */
export function withNewRecovery(file: KeyFile, key: StoreKey): { file: KeyFile; recoveryKey: string } {
  const recoveryKey = newRecoveryKey();
  return { file: { ...file, recovery: wrap(readRecoveryKey(recoveryKey) ?? '', key.bytes), next: null }, recoveryKey };
}

/** Every key the secret opens: the file's own and, during a re-encryption, the one under way. None: it is wrong. */
export function unlock(file: KeyFile, secret: Secret): { key: StoreKey; file: KeyFile }[] {
  const found = [file, file.next].flatMap((one) => {
    if (one === null) return [];
    const typed = 'passphrase' in secret ? secret.passphrase : readRecoveryKey(secret.recoveryKey);
    const bytes = typed === null ? null : unwrap(typed, 'passphrase' in secret ? one.passphrase : one.recovery);
    return bytes === null ? [] : [{ key: { cipher: one.cipher, keyId: one.keyId, bytes }, file: one }];
  });
  return found;
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Sealed).nonce === 'string' &&
  typeof (value as Sealed).sealed === 'string';

const isWrapped = (value: unknown): value is Wrapped => {
  if (!isSealed(value)) return false;
  const { n, r, p, salt } = value as Wrapped;
  const whole = [n, r, p].every((one) => Number.isInteger(one) && one > 0);
  return whole && n <= MOST_COST && r <= 16 && p <= 4 && typeof salt === 'string';
};

function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as KeyFile;
  return (
    (file.format as string) === 'safer-workbench-key' &&
    (file.version as number) === 1 &&
    CIPHERS.includes(file.cipher) &&
    /^[0-9a-f]{8}$/.test(file.keyId) &&
    isWrapped(file.passphrase) &&
    isWrapped(file.recovery) &&
    Array.isArray(file.earlier) &&
    file.earlier.every(isSealed) &&
    (file.next === null || isKeyFile(file.next))
  );
}

/** The key file of a store: null when there is none, `damaged` when it cannot be read as one. */
export function readKeyFile(storePath: string): KeyFile | 'damaged' | null {
  if (!existsSync(keyPath(storePath))) return null;
  try {
    const found: unknown = JSON.parse(readFileSync(keyPath(storePath), 'utf8'));
    return isKeyFile(found) ? found : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** The key of a store and those it had before: whatever was signed or encrypted under any of them is this store's. */
export function keyRing(storePath: string, key: StoreKey | null): StoreKey[] {
  if (key === null) return [];
  const file = readKeyFile(storePath);
  return file === null || file === 'damaged' ? [key] : [key, ...earlierKeys(file, key)];
}

export const writeKeyFile = (storePath: string, file: KeyFile): void => {
  writeDurably(keyPath(storePath), `${JSON.stringify(file, null, 1)}\n`);
};
