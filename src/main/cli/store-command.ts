import { listBackups, makeBackup, type Backup } from '../engine/store/backups.ts';
import type { Secret } from '../engine/store/key-file.ts';
import { openStore, type Store } from '../engine/store/open-store.ts';
import { changePassphrase, reencryptStore, renewRecoveryKey } from '../engine/store/rekey-store.ts';
import { previewRestore, restoreStore, type Restored, type RestorePreview } from '../engine/store/restore-store.ts';
import { keyOf, verifyStore } from '../engine/store/verify-store.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { newPassphraseFrom, secretFrom, showRecoveryKey } from './secret.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

interface Asked {
  readonly line: CommandLine;
  readonly path: string;
  readonly secret: Secret | null;
  readonly surroundings: Surroundings;
}

const COMMANDS: Readonly<Record<string, (asked: Asked) => number>> = { verify, backup, backups, restore, rekey };

/** `store verify|backup|backups|restore|rekey --store FILE`: keeps the store itself safe. */
export function storeCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const [word = ''] = line.words;
  const run = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
  if (run === undefined) throw new UsageError(`«store» takes one of: ${Object.keys(COMMANDS).join(', ')}`);
  return Promise.resolve(
    run({ line, surroundings, path: line.needed('store'), secret: secretFrom(line, surroundings) }),
  );
}

const answer = ({ line, surroundings }: Asked, value: object, says: string): void => {
  surroundings.out(line.json ? JSON.stringify(value, null, 2) : says);
};

/** Changes nothing; exit 1 when something is wrong. */
function verify(asked: Asked): number {
  const check = verifyStore(asked.path, asked.secret);
  const rows = Object.values(check.counts).reduce((sum, n) => sum + n, 0);
  const lines = [
    check.encrypted ? `Encrypted (${check.cipher ?? ''}).` : 'Not encrypted.',
    check.faults.length === 0
      ? `Sound: ${rows.toLocaleString('en-GB')} rows read and checked, ${check.auditEntries.toLocaleString('en-GB')} entries in the audit trail.`
      : ['Not sound:', ...check.faults.map((fault) => `  ${fault}`)].join('\n'),
    check.latestBackup === null
      ? 'There is no backup.'
      : `${String(check.backups)} backups, the latest of ${check.latestBackup}.`,
  ];
  answer(asked, check, lines.join('\n'));
  return check.faults.length === 0 ? EXIT.done : EXIT.refused;
}

const withoutPath = ({ name, kind, madeAt, bytes }: Backup) => ({ name, kind, madeAt, bytes });

function withStore<T>({ path, secret }: Asked, work: (store: Store) => T): T {
  keyOf(path, secret); // a store that is not there is not made by looking after it
  const store = openStore(path, { secret });
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function backup(asked: Asked): number {
  const made = withStore(asked, ({ path, write, key, clock }) =>
    makeBackup({ path, db: write, key }, 'by-hand', clock()),
  );
  answer(asked, { backup: withoutPath(made) }, `Backup made and verified: ${made.name}`);
  return EXIT.done;
}

function backups(asked: Asked): number {
  const held = listBackups(asked.path).map(withoutPath);
  const lines = held.map(
    ({ name, bytes }) => `${name}  ${(bytes / 1024).toLocaleString('en-GB', { maximumFractionDigits: 0 })} KB`,
  );
  answer(asked, { backups: held }, lines.join('\n') || 'There is no backup.');
  return EXIT.done;
}

function restore(asked: Asked): number {
  const { line, path, secret } = asked;
  const [, named] = line.words;
  if (named === undefined)
    throw new UsageError('«store restore» needs the name of a backup, as «store backups» lists it');
  if (line.dryRun) {
    const preview = previewRestore(path, named, secret);
    answer(asked, preview, sayPreview(preview));
    return EXIT.done;
  }
  const done: Restored = restoreStore(path, named, secret, () => new Date());
  const aside = done.keptAside === null ? '' : `\nThe store that was there is kept as ${done.keptAside}`;
  answer(asked, done, `${sayPreview(done)}\nRestored.${aside}`);
  return EXIT.done;
}

function sayPreview({ backup, madeAt, storeReads, goes, comes, changes }: RestorePreview): string {
  const said = (lines: readonly { importId: number; fileName: string }[], what: string) =>
    lines.map(({ importId, fileName }) => `  ${what} import ${String(importId)}: ${fileName}`);
  const lines = [
    ...said(goes, 'goes:'),
    ...said(comes, 'comes back:'),
    ...changes.map((one) => `  becomes ${one.becomes}: import ${String(one.importId)}: ${one.fileName}`),
  ];
  return [
    `Backup ${backup}${madeAt === null ? '' : ` of ${madeAt}`}`,
    ...(storeReads ? [] : ['The store as it is now cannot be read.']),
    ...(lines.length === 0 ? ['  No import would go or come.'] : lines),
  ].join('\n');
}

/** Another passphrase for the same key; with `--full`, or for a plain store, the whole file under a new key. */
function rekey(asked: Asked): number {
  const { line, path, secret, surroundings } = asked;
  const passphrase = newPassphraseFrom(line, surroundings);
  const key = keyOf(path, secret);
  if (key !== null && line.newRecovery) {
    showRecoveryKey(withStore(asked, renewRecoveryKey), surroundings);
    answer(
      asked,
      { changed: 'recovery-key' },
      'The recovery key was renewed; the one before no longer opens the store.',
    );
    return EXIT.done;
  }
  if (key === null || line.full) {
    const next = passphrase ?? (key !== null && secret !== null && 'passphrase' in secret ? secret.passphrase : null);
    if (next === null) throw new UsageError('«store rekey» needs --new-passphrase-env NAME');
    withStore(asked, () => undefined); // brought up to date first
    const done = reencryptStore({ path, key, passphrase: next, clock: () => new Date() });
    showRecoveryKey(done.recoveryKey, surroundings);
    const gone = done.plainBackupsRemoved;
    answer(
      asked,
      { changed: 'everything', plainBackupsRemoved: gone },
      `The store is encrypted under a new key.${gone === 0 ? '' : ` ${String(gone)} plain backups were removed after an encrypted one had been made.`}`,
    );
    return EXIT.done;
  }
  if (passphrase === null)
    throw new UsageError('«store rekey» needs --new-passphrase-env NAME, --full or --new-recovery');
  withStore(asked, (store) => {
    changePassphrase(store, passphrase);
  });
  answer(asked, { changed: 'passphrase' }, 'The passphrase was changed.');
  return EXIT.done;
}
