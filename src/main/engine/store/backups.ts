import { chmodSync, copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { auditHead } from './audit.ts';
import { anchorPath, readAnchor, writeAnchor } from './audit-anchor.ts';
import { connect } from './connect.ts';
import { keyPath, keyRing, type StoreKey } from './key-file.ts';
import { makeFolder } from './make-folder.ts';
import { countTables, faultsIn, sameCounts } from './store-checks.ts';
import { StoreTrouble } from './store-refusal.ts';
import { replaceDurably, settle } from './write-durably.ts';

/** Why a backup was made. Those made by hand and before an update are not rotated with the daily ones. */
export type BackupKind = 'daily' | 'before-update' | 'by-hand';

export interface Backup {
  readonly name: string;
  readonly path: string;
  readonly kind: BackupKind;
  readonly madeAt: string;
  readonly bytes: number;
}

/** What a backup is made of: an open connection to a store, where the store is and its key. */
export interface BackupSource {
  readonly path: string;
  readonly db: Database;
  readonly key: StoreKey | null;
}

const DAY = 24 * 60 * 60 * 1000;
const DAILY = 7;
const WEEKLY = 4;
const MONTHLY = 12;
const BEFORE_UPDATE = 3;
const NAME = /^(daily|before-update|by-hand)-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.sqlite$/;

export const backupsFolder = (storePath: string): string => `${storePath}.backups`;

/** A time as part of a file name, to the second. */
export const stampOf = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** Every backup of a store, the latest first. */
export function listBackups(storePath: string): Backup[] {
  const folder = backupsFolder(storePath);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, kind, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (kind === undefined) return [];
      const path = join(folder, name);
      const madeAt = `${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.000Z`;
      return [{ name, path, kind: kind as BackupKind, madeAt, bytes: statSync(path).size }];
    })
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt) || b.name.localeCompare(a.name));
}

/** The ISO week's Monday of a time, as a day. */
function weekOf(madeAt: string): string {
  const day = new Date(madeAt);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** The latest of each of the most recent spans. */
function latestOfEach(backups: readonly Backup[], spanOf: (madeAt: string) => string, spans: number): Backup[] {
  const kept = new Map<string, Backup>();
  for (const one of backups) if (!kept.has(spanOf(one.madeAt))) kept.set(spanOf(one.madeAt), one);
  return [...kept.values()].slice(0, spans);
}

/** Which backups rotation takes away: kept are the last of 7 days, of 4 weeks and of 12 months, and 3 before updates. */
export function toRotate(backups: readonly Backup[]): Backup[] {
  const daily = backups.filter(({ kind }) => kind === 'daily');
  const kept = new Set([
    ...latestOfEach(daily, (at) => at.slice(0, 10), DAILY),
    ...latestOfEach(daily, weekOf, WEEKLY),
    ...latestOfEach(daily, (at) => at.slice(0, 7), MONTHLY),
    ...backups.filter(({ kind }) => kind === 'before-update').slice(0, BEFORE_UPDATE),
    ...backups.filter(({ kind }) => kind === 'by-hand'),
  ]);
  return backups.filter((one) => !kept.has(one));
}

/** The files of one backup: the store, its key file and the anchor of its audit trail. */
const filesOf = (path: string): string[] => [path, keyPath(path), anchorPath(path)];

export function removeBackup({ path }: Backup): void {
  for (const file of filesOf(path)) rmSync(file, { force: true });
}

/** Leftovers of a backup that was interrupted. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const alone = /\.sqlite\.(key|audit)$/.test(name) && !existsSync(path.replace(/\.(key|audit)$/, ''));
    if (alone || /\.part(-journal|-wal|-shm)?$/.test(name)) rmSync(path, { force: true });
  }
}

function freeName(folder: string, kind: BackupKind, now: Date): string {
  const name = `${kind}-${stampOf(now)}`;
  for (let at = 0; ; at++) {
    const path = join(folder, `${name}${at === 0 ? '' : `-${String(at)}`}.sqlite`);
    if (!existsSync(path)) return path;
  }
}

/**
 * Copies a store whole, under the same key, opens the copy, checks it and counts it against the store. Only then does it
 * get its name. A backup is a store: it can be opened by itself, with its own key file beside it.
 */
export function makeBackup({ path, db, key }: BackupSource, kind: BackupKind, now: Date): Backup {
  const folder = backupsFolder(path);
  makeFolder(folder, 0o700);
  chmodSync(folder, 0o700);
  clearLeftovers(folder);
  const into = freeName(folder, kind, now);
  const part = `${into}.part`;
  try {
    for (let tries = 0; ; tries++) {
      rmSync(part, { force: true });
      db.prepare('VACUUM INTO ?').run(part);
      chmodSync(part, 0o600);
      const head = checkCopy(part, db, key);
      if (head === null && tries < 2) continue; // another program wrote in between
      if (head === null)
        throw new StoreTrouble('The backup does not agree with the store and was not kept. Try again.');
      if (key !== null) copyFileSync(keyPath(path), keyPath(into));
      settle(keyPath(into));
      if (head.entries > 0) writeAnchor(into, head, key);
      replaceDurably(part, into);
      break;
    }
  } catch (error) {
    for (const file of [part, keyPath(into), anchorPath(into)]) rmSync(file, { force: true });
    throw error;
  }
  const made = listBackups(path).find((one) => one.path === into);
  if (made === undefined) throw new Error('the backup just made is not there');
  return made;
}

/** Checks a copy and counts it; its audit head when it holds what the store holds, null when it does not. */
function checkCopy(copy: string, db: Database, key: StoreKey | null): { entries: number; hash: string } | null {
  const opened = connect(copy, key, { readonly: true });
  try {
    if (faultsIn(opened, 'whole').length > 0)
      throw new StoreTrouble('The backup could not be verified and was not kept.');
    const counts = countTables(opened);
    if (!sameCounts(countTables(db), counts)) return null;
    return 'audit' in counts ? auditHead(opened) : { entries: 0, hash: '' };
  } finally {
    opened.close();
  }
}

/** Whether a daily backup is due: none within a day of now (before or after: clocks may be wrong), and something new to keep. */
export function backupIsDue({ path, db, key }: BackupSource, now: Date): boolean {
  const { n } = db.prepare('SELECT count(*) AS n FROM import').get() as { n: number };
  if (n === 0) return false;
  const [latest] = listBackups(path);
  const daily = listBackups(path).filter(({ kind }) => kind === 'daily');
  if (daily.some(({ madeAt }) => Math.abs(now.getTime() - Date.parse(madeAt)) < DAY)) return false;
  if (latest === undefined) return true;
  const anchor = readAnchor(latest.path, keyRing(path, key));
  return anchor === null || anchor === 'forged' || anchor.hash !== auditHead(db).hash;
}

/** Makes the daily backup when it is due and takes away those past their time. Answers what it made. */
export function backUpDaily(source: BackupSource, now: Date): Backup | null {
  if (!backupIsDue(source, now)) return null;
  const made = makeBackup(source, 'daily', now);
  for (const one of toRotate(listBackups(source.path))) if (one.name !== basename(made.path)) removeBackup(one);
  return made;
}
