import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { auditEntries, type ChainedEntry } from '../engine/store/audit.ts';
import { auditAsCsv, auditAsJson } from '../engine/store/audit-file.ts';
import { connect } from '../engine/store/connect.ts';
import { keyOf } from '../engine/store/verify-store.ts';
import { verifyAudit } from '../engine/store/verify-audit.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { secretFrom } from './secret.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

/** `audit verify|list --store FILE`: reads the trail of who changed what; changes nothing. */
export async function auditCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const [word = ''] = line.words;
  if (word !== 'verify' && word !== 'list') throw new UsageError('«audit» takes one of: verify, list');
  const path = line.needed('store');
  const key = keyOf(path, secretFrom(line, surroundings));
  const db = connect(path, key, { readonly: true });
  try {
    if (word === 'list') return await list(line, [...auditEntries(db)], surroundings);
    const check = verifyAudit(path, db, key);
    const back =
      check.clockSetBack === 0 ? [] : [`The clock was set back before ${String(check.clockSetBack)} of them.`];
    const says =
      check.faults.length === 0
        ? [
            `Whole: ${String(check.entries)} entries, held against ${String(check.anchors)} anchors.`,
            `Last hash ${check.hash}`,
          ]
        : ['Tampered with:', ...check.faults.map((fault) => `  ${fault}`)];
    surroundings.out(line.json ? JSON.stringify(check, null, 2) : [...says, ...back].join('\n'));
    return check.faults.length === 0 ? EXIT.done : EXIT.refused;
  } finally {
    db.close();
  }
}

/** Prints the trail, or with `--out` writes it for an auditor as .csv or .json. */
async function list(line: CommandLine, entries: readonly ChainedEntry[], { out }: Surroundings): Promise<number> {
  const file = line.value('out');
  if (file !== null) {
    const ending = extname(file).toLowerCase();
    if (ending !== '.csv' && ending !== '.json') throw new UsageError('--out needs a file that ends in .csv or .json');
    await writeFile(file, ending === '.csv' ? auditAsCsv(entries) : auditAsJson(entries), {
      mode: 0o600,
    });
    out(line.json ? JSON.stringify({ file, entries: entries.length }) : `${String(entries.length)} entries: ${file}`);
    return EXIT.done;
  }
  out(line.json ? JSON.stringify({ entries }, null, 2) : entries.map(sayEntry).join('\n'));
  return EXIT.done;
}

const sayEntry = ({ entry, at, who, what, subject, why }: ChainedEntry): string =>
  [String(entry).padStart(5), at, who, what, subject, why].filter((part) => part !== '').join('  ');
