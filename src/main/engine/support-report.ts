import { existsSync, readFileSync, statSync } from 'node:fs';
import { arch, release, type } from 'node:os';
import { auditHead } from './store/audit.ts';
import { listBackups } from './store/backups.ts';
import { migrations } from './store/migrations/index.ts';
import type { Store } from './store/open-store.ts';
import { countTables } from './store/store-checks.ts';
import { APP_VERSION } from './version.ts';

const MOST_FAULTS = 60;
/** A line as `log-fault.ts` writes it. Anything else in the file stays there. */
const FAULT = /^\S+Z fault [0-9a-f]{8} in [\w.-]+: \w+ at [\w.:< -]*$/;

/** The faults written down beside the store, the latest last. */
export function faultsBeside(path: string): string[] {
  const lines = [`${path}.faults.log.1`, `${path}.faults.log`]
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'));
  return lines.filter((line) => FAULT.test(line)).slice(-MOST_FAULTS);
}

/**
 * All that a report for support says: versions, the form of the store, how many rows each table has, and the faults
 * written down. No figure, no name, no path.
 */
export function supportReport({ path, read, key }: Store): string {
  const counts = countTables(read);
  const faults = faultsBeside(path);
  const backups = listBackups(path);
  const schema = String(read.pragma('user_version', { simple: true }));
  return [
    'Safer Workbench: report for support',
    '',
    `Workbench ${APP_VERSION}, Node ${process.versions.node}, SQLite ${sqliteVersion(read)}`,
    `${type()} ${release()} ${arch()}`,
    '',
    `Store: schema ${schema} of ${String(migrations.length)}, ${key === null ? 'not encrypted' : key.cipher}, ${megabytes(path)} MB`,
    `Audit trail: ${String(auditHead(read).entries)} entries`,
    `Backups: ${String(backups.length)}, the latest ${backups[0]?.madeAt.slice(0, 10) ?? 'never'}`,
    '',
    'Rows:',
    ...Object.entries(counts).map(([table, rows]) => `  ${table} ${String(rows)}`),
    '',
    faults.length === 0 ? 'Faults: none written down' : 'Faults (id, command, kind, place in our own code):',
    ...faults.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

const sqliteVersion = (read: Store['read']): string =>
  (read.prepare('SELECT sqlite_version() AS version').get() as { version: string }).version;

const megabytes = (path: string): string => (statSync(path).size / 1_000_000).toFixed(1);
