import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a written key can be read back by anyone. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_SIGNS = 32;
const CHECK_SIGNS = 4;

const checkOf = (signs: string): string =>
  [...createHash('sha256').update(`recovery ${signs}`).digest().subarray(0, CHECK_SIGNS)]
    .map((byte) => SIGNS[byte % 32] ?? '')
    .join('');

/** A new recovery key to be written down: 160 random bits and a check, in nine groups of four. */
export function newRecoveryKey(): string {
  const signs = [...randomBytes(KEY_SIGNS)].map((byte) => SIGNS[byte % 32] ?? '').join('');
  return [...`${signs}${checkOf(signs)}`.matchAll(/.{4}/g)].map(([group]) => group).join('-');
}

/** A recovery key as typed, in its one form; null when it is none or was written down wrongly. */
export function readRecoveryKey(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (signs.length !== KEY_SIGNS + CHECK_SIGNS) return null;
  const body = signs.slice(0, KEY_SIGNS);
  return checkOf(body) === signs.slice(KEY_SIGNS) ? body : null;
}
