/** Why a backup was made, as the list says it. */
export const BACKUP_KINDS = {
  daily: 'daily',
  'before-update': 'before an update of the workbench',
  'by-hand': 'made by hand',
} as const;

const CIPHERS: Readonly<Record<string, string>> = {
  aegis: 'AEGIS-256',
  chacha20: 'ChaCha20',
  sqlcipher: 'SQLCipher (AES-256)',
};

/** How the store is kept, from the name of its cipher; null: it is plain. */
export const cipherInWords = (cipher: string | null): string =>
  cipher === null
    ? 'not encrypted: anyone with the file can read it'
    : `encrypted with ${CIPHERS[cipher] ?? cipher}; opened with your passphrase`;
