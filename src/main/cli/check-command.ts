import { existsSync, statSync } from 'node:fs';
import { checkFile, contextWithoutStore, type FileChecked } from '../engine/check/check-file.ts';
import { WorkbookRefusal } from '../engine/workbook/open-workbook.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { passwordFrom } from './password.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

interface Checked extends FileChecked {
  readonly file: string;
  /** Why the file could not be read, or null. */
  readonly refused: string | null;
}

/** `check FILE…`: what does not add up in measure sheets, cell by cell. Needs no store and keeps nothing. */
export async function checkCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  if (line.words.length === 0) throw new UsageError('«check» needs at least one file');
  const password = passwordFrom(line, surroundings);
  const files: Checked[] = [];
  for (const file of line.words) {
    const checked = await checkOne(file, password);
    files.push(checked);
    if (!line.json) surroundings.out(inWords(checked));
  }
  if (line.json) {
    // Every finding of every file first, then each file with its own, how its sheets were read and why it was not.
    const findings = files.flatMap((file) => file.findings);
    surroundings.out(JSON.stringify({ findings, files }, null, 2));
  }
  return files.some(({ refused }) => refused !== null) ? EXIT.refused : EXIT.done;
}

async function checkOne(file: string, password: { password?: string }): Promise<Checked> {
  const refused = (says: string): Checked => ({ file, refused: says, sheets: [], findings: [] });
  if (!existsSync(file) || !statSync(file).isFile()) return refused(`${file} is not there, or is no file.`);
  try {
    return { file, refused: null, ...(await checkFile(file, contextWithoutStore(file), password)) };
  } catch (error) {
    if (error instanceof WorkbookRefusal) return refused(error.message);
    throw error;
  }
}

function inWords({ file, refused, sheets, findings }: Checked): string {
  if (refused !== null) return `Not read: ${file}\n  ${refused}`;
  const lines = [`${file}: ${countInWords(findings.length)}`];
  for (const { sheet, says } of sheets) {
    const own = findings.filter((finding) => finding.sheet === sheet);
    lines.push(`  ${sheet}: ${says}`);
    for (const { cells, says: what, check } of own) lines.push(`    ${cells}: ${what} [${check}]`);
  }
  return lines.join('\n');
}

const countInWords = (count: number): string =>
  count === 0
    ? 'everything adds up'
    : count === 1
      ? '1 thing does not add up'
      : `${String(count)} things do not add up`;
