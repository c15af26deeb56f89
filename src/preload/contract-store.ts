import { z } from 'zod';
import { Nothing, num, question } from './contract-parts.ts';

/* The store itself: opening it, keeping it safe, and the trail of who changed what. */

const Passphrase = z.string().min(1).max(1024);
const BackupName = z.string().min(1).max(300);

export const BackupShape = z.object({
  name: z.string(),
  kind: z.enum(['daily', 'before-update', 'by-hand']),
  madeAt: z.string(),
  bytes: z.number(),
});

const ImportLine = z.object({
  importId: z.number(),
  fileName: z.string(),
  importedAt: z.string(),
  state: z.enum(['kept', 'withdrawn']),
});

const restore = {
  backup: z.string(),
  madeAt: z.string().nullable(),
  storeReads: z.boolean(),
  goes: z.array(ImportLine),
  comes: z.array(ImportLine),
  changes: z.array(ImportLine.extend({ becomes: z.enum(['kept', 'withdrawn']) })),
  auditEntriesNow: num,
  auditEntriesThen: z.number(),
};
export const RestorePreviewShape = z.object(restore);
export const RestoredShape = z.object({ ...restore, keptAside: z.string().nullable() });

export const StoreCheckShape = z.object({
  encrypted: z.boolean(),
  cipher: z.string().nullable(),
  schema: num,
  faults: z.array(z.string()),
  counts: z.record(z.string(), z.number()),
  auditEntries: z.number(),
  backups: z.number(),
  latestBackup: z.string().nullable(),
});

export const AuditEntryShape = z.object({
  entry: z.number(),
  at: z.string(),
  /** What the clock said where it stood before the entry before. */
  clockAt: z.string().nullable(),
  who: z.string(),
  what: z.string(),
  subject: z.string(),
  /** JSON text. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  why: z.string(),
  appVersion: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

export const AuditCheckShape = z.object({
  entries: z.number(),
  hash: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  anchors: z.number(),
  clockSetBack: z.number(),
  faults: z.array(z.string()),
});

const Saved = z.object({ saved: z.string().nullable() });
const Opened = z.object({ opened: z.boolean(), recoveryKey: z.string().nullable() });

/** A backup by name; the passphrase only while the store is not open. */
const BackupAsked = z.strictObject({ backup: BackupName, passphrase: Passphrase.optional() });

export const storeContract = {
  /** What the store needs before anything else can be asked. `closed`: it cannot be opened, and `says` tells why. */
  'store.opening': question(
    'window',
    'engine',
    Nothing,
    z.object({
      state: z.enum(['open', 'locked', 'new', 'closed']),
      says: z.string(),
      encrypted: z.boolean(),
      backups: z.array(BackupShape),
    }),
  ),
  /** Starts the engine anew: the way forward when a disk or share has come back. */
  'store.reopen': question('window', 'shell', Nothing, Nothing),
  /** Copies a recovery key; the clipboard forgets it after a minute. */
  'store.copy-recovery': question(
    'window',
    'shell',
    z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
    Nothing,
  ),
  /** Answered before the store is open; afterwards they say that it is. */
  'store.unlock': question(
    'window',
    'engine',
    z.union([
      z.strictObject({ passphrase: Passphrase }),
      z.strictObject({ recoveryKey: z.string().min(1).max(200), newPassphrase: Passphrase }),
    ]),
    Opened,
  ),
  /** A passphrase, or null for a store that is not encrypted. The recovery key is answered this once. */
  'store.create': question('window', 'engine', z.strictObject({ passphrase: Passphrase.nullable() }), Opened),
  'store.status': question(
    'window',
    'engine',
    Nothing,
    z.object({
      encrypted: z.boolean(),
      cipher: z.string().nullable(),
      auditEntries: z.number(),
      backups: z.array(BackupShape),
      notes: z.array(z.string()),
    }),
  ),
  'store.backup': question('window', 'engine', Nothing, BackupShape),
  'store.verify': question('window', 'engine', Nothing, StoreCheckShape),
  'store.preview-restore': question('window', 'engine', BackupAsked, RestorePreviewShape),
  'store.restore': question('window', 'engine', BackupAsked, RestoredShape),
  'store.change-passphrase': question(
    'window',
    'engine',
    z.strictObject({ passphrase: Passphrase, newPassphrase: Passphrase }),
    z.object({ changed: z.boolean() }),
  ),
  'store.renew-recovery': question(
    'window',
    'engine',
    z.strictObject({ passphrase: Passphrase }),
    z.object({ recoveryKey: z.string() }),
  ),
  /** Encrypts a plain store (passphrase null), or an encrypted one under a new key. */
  'store.encrypt': question(
    'window',
    'engine',
    z.strictObject({ passphrase: Passphrase.nullable(), newPassphrase: Passphrase }),
    z.object({ recoveryKey: z.string(), plainBackupsRemoved: z.number() }),
  ),

  'audit.list': question(
    'window',
    'engine',
    z.strictObject({ most: z.number().int().min(1).max(10_000) }),
    z.array(AuditEntryShape),
  ),
  'audit.verify': question('window', 'engine', Nothing, AuditCheckShape),
  'audit.save': question('window', 'shell', z.strictObject({ format: z.enum(['csv', 'json']) }), Saved),
  'audit.write': question(
    'shell',
    'engine',
    z.strictObject({ path: z.string().min(1), format: z.enum(['csv', 'json']) }),
    z.object({ entries: z.number() }),
  ),

  /** What a report for support says, word for word; saving it writes just that. */
  'support.show': question('window', 'engine', Nothing, z.object({ report: z.string() })),
  'support.save': question('window', 'shell', z.strictObject({ report: z.string().max(200_000) }), Saved),
} as const;
