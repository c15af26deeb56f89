import { columnName } from '../../core/intake/grid.ts';
import { personalWords } from '../../core/words/personal-words.ts';
import type { ImportSummary, SheetReport } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { heldAs, keepFile, NO_CHANGES, previewFile, sayHeld, type FilePreview } from '../engine/import/import-file.ts';
import { fingerprintFile } from '../engine/import/read-file.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { passwordFrom } from './password.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

interface ImportOutcome {
  readonly file: string;
  readonly sha256: string;
  readonly outcome: 'kept' | 'would-keep' | 'refused' | 'already-held';
  readonly importId: number | null;
  readonly reason: string | null;
  readonly sheets: readonly SheetReport[];
  readonly changes: FilePreview['changes'];
}

/** Reads and keeps in one go: the command line asks nobody in between. A dry run only looks. */
async function importOne(
  engine: Engine,
  file: string,
  dryRun: boolean,
  password: { password?: string },
): Promise<ImportOutcome> {
  await ask(engine, 'file.offer', { path: file });
  if (dryRun) {
    const found = await previewFile(engine.store, file, password);
    const outcome =
      found.outcome === 'ready' ? 'would-keep' : found.outcome === 'already-held' ? found.outcome : 'refused';
    const { sha256, sheets, changes, reason, heldAs } = found;
    return { file, sha256, outcome, importId: heldAs, reason, sheets, changes };
  }
  const { sha256 } = await fingerprintFile(file);
  const held = heldAs(engine.store, sha256);
  if (held !== null) {
    return {
      file,
      sha256,
      outcome: 'already-held',
      importId: held.importId,
      reason: sayHeld(held),
      sheets: [],
      changes: NO_CHANGES,
    };
  }
  const { summary, sheets, changes } = await engine.inTurn(() => keepFile(engine.store, file, sha256, password));
  return { file, sha256, outcome: 'kept', importId: summary.importId, reason: null, sheets, changes };
}

/** `import FILE…`: each file in its own transaction; a refused one does not stop the others. */
export async function importCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  if (line.words.length === 0) throw new UsageError('«import» needs at least one file');
  const password = passwordFrom(line, surroundings);
  const imports: ImportOutcome[] = [];
  for (const file of line.words) {
    const outcome = await importOrRefuse(engine, file, line.dryRun, password);
    imports.push(outcome);
    if (!line.json) surroundings.out(sayOutcome(outcome));
  }
  if (line.json) surroundings.out(JSON.stringify({ imports }, null, 2));
  return imports.some(({ outcome }) => outcome === 'refused') ? EXIT.refused : EXIT.done;
}

async function importOrRefuse(
  engine: Engine,
  file: string,
  dryRun: boolean,
  password: { password?: string },
): Promise<ImportOutcome> {
  try {
    return await importOne(engine, file, dryRun, password);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      file,
      sha256: '',
      outcome: 'refused',
      importId: null,
      reason: error.message,
      sheets: [],
      changes: NO_CHANGES,
    };
  }
}

const OUTCOME_WORDS: Record<ImportOutcome['outcome'], string> = {
  kept: 'Kept',
  'would-keep': 'Would keep',
  refused: 'Refused',
  'already-held': 'Already held',
};

/** The most refusals and warnings of a sheet that are printed; all of them are in the JSON and in the window. */
const MOST_LINES = 5;

function sayOutcome({ outcome, importId, file, reason, sheets }: ImportOutcome): string {
  const number = importId === null ? '' : ` (import ${String(importId)})`;
  const lines = [`${OUTCOME_WORDS[outcome]}: ${file}${number}`];
  if (reason !== null) lines.push(`  ${reason}`);
  for (const sheet of sheets) {
    lines.push(`  ${sheet.sheet}: ${sheet.says} ${sheet.observations.toLocaleString('en-GB')} kept.`);
    for (const line of sayPeople(sheet)) lines.push(`    ${line}`);
    for (const { found, kept, rows } of sheet.spellings)
      lines.push(`    «${found}» read as «${kept}» (${String(rows)} rows)`);
    for (const { cell, found, why } of sheet.refusals.slice(0, MOST_LINES))
      lines.push(`    ${cell} «${found}»: ${why}`);
    if (sheet.refusals.length > MOST_LINES)
      lines.push(`    … ${String(sheet.refusals.length)} cells in all were not taken`);
    for (const { cells, says } of sheet.warnings.slice(0, MOST_LINES)) lines.push(`    ${cells}: ${says}`);
  }
  return lines.join('\n');
}

/** What was left out because it is about people, and what was kept on the officer's word. */
function sayPeople({ aboutPeople }: SheetReport): string[] {
  const named = ({ column, heading, kind }: SheetReport['aboutPeople'][number]) =>
    `${columnName(column)} «${heading}» (${personalWords(kind)})`;
  const out = aboutPeople.filter(({ keptAs }) => keptAs === null);
  const kept = aboutPeople.filter(({ keptAs }) => keptAs !== null);
  return [
    ...(out.length === 0 ? [] : [`Left out, being about people: ${out.map(named).join(', ')}.`]),
    ...kept.map((one) => `Kept as you decided: ${named(one)}, because: ${one.reason ?? ''}`),
  ];
}

const sayImport = (one: ImportSummary): string =>
  `${String(one.importId).padStart(4)}  ${one.state.padEnd(9)}  ${one.fileName}  ${one.about}`;

/** `imports`: what is held, withdrawn ones included. */
export async function importsCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const imports = await ask(engine, 'import.list', {});
  out(line.json ? JSON.stringify({ imports }, null, 2) : imports.map(sayImport).join('\n') || 'Nothing is held yet.');
  return EXIT.done;
}

/** `withdraw IMPORT`: takes an import back; the figures before it return by themselves. */
export async function withdrawCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const [word = ''] = line.words;
  if (!/^\d{1,9}$/.test(word)) throw new UsageError('«withdraw» needs the number of an import, as «imports» lists it');
  const reason = line.value('reason') ?? '';
  const withdrawn = await ask(engine, 'import.withdraw', { importId: Number(word), reason });
  out(line.json ? JSON.stringify({ import: withdrawn }, null, 2) : `Withdrawn: ${withdrawn.fileName} (import ${word})`);
  return EXIT.done;
}
