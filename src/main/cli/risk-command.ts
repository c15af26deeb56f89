import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Output } from '../../preload/contract.ts';
import { financialYearOf } from '../../core/time/financial-year.ts';
import type { Month } from '../../core/time/month.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, textTable } from './text-table.ts';

type Risk = Output<'risk.show'>;

/** `risk [--year 2015/16]`: the issues scored and ranked. `risk import-matrix FILE`: a licensed matrix from a sheet; `risk import-issues FILE --year YEAR`: issues with their scores. */
export async function riskCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const [verb, file] = line.words;
  if (verb === 'import-matrix') return importMatrix(file, line, engine, surroundings);
  if (verb === 'import-issues') return importIssues(file, line, engine, surroundings);
  if (verb === 'agree') return agree(line, engine, surroundings);
  if (verb !== undefined)
    throw new UsageError(
      `«risk» knows «import-matrix FILE», «import-issues FILE», «agree ISSUE…» and nothing, not «${verb}»`,
    );
  const year = line.value('year') ?? financialYearOf(engine.store.clock().toISOString().slice(0, 7) as Month);
  const risk = await ask(engine, 'risk.show', { year });
  surroundings.out(line.json ? JSON.stringify(risk, null, 2) : said(risk));
  return EXIT.done;
}

const HEADS = [
  'Issue',
  'Rank',
  'Risk',
  'Harm',
  'Likelihood',
  'Position',
  'Conf.',
  '±1 level',
  'Band · last year · apart',
];

function said(risk: Risk): string {
  const { decimals } = risk.scheme;
  const rows = risk.table.rows.map((row) => [
    row.name,
    number(row.rank, 0),
    number(row.risk, decimals),
    number(row.harm, 1),
    number(row.likelihood, 1),
    number(row.position, 1),
    row.confidence ?? '',
    row.bestRank === null ? '' : `${number(row.bestRank, 0)}–${number(row.worstRank, 0)}`,
    [
      row.band ?? (row.missing.length > 0 ? `not scored: ${row.missing.join(', ')}` : ''),
      row.movement ?? '',
      row.disagreements === null || row.disagreements.length === 0 ? '' : `⇕ ${row.disagreements.join(', ')}`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  ]);
  const chosen = risk.schemeChosen ? '' : ' (nobody chose a scheme for this year yet)';
  return [
    `Issues ${risk.year}, scored by ${risk.scheme.name} version ${risk.scheme.version}${chosen}. ${risk.scheme.source}`,
    rows.length === 0 ? 'There is no issue in the register yet.' : textTable(HEADS, rows),
    ...agreedLines(risk),
    risk.notice,
  ].join('\n');
}

function agreedLines({ agreed, departures, issues }: Risk): string[] {
  if (agreed === null) return ['No priorities are agreed yet.'];
  const names = agreed.issues.map((id, at) => `${String(at + 1)} ${issues.find((one) => one.id === id)?.name ?? id}`);
  return [
    `Priorities agreed on ${agreed.agreedOn} by ${agreed.meeting}: ${names.join(', ')}.`,
    ...departures.map((one) => `${one.says} Reason: ${one.reason ?? 'not given'}`),
  ];
}

/** `risk agree ISSUE… --year YEAR --on DAY --meeting NAME [--reason «ISSUE: why; ISSUE: why»]`: the priorities, the first first. */
async function agree(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const year = line.needed('year');
  const { issues } = await ask(engine, 'risk.issues', {});
  const idOf = (named: string): string => {
    const found = issues.find(({ name }) => name.toLowerCase() === named.trim().toLowerCase());
    if (found === undefined) throw new UsageError(`There is no issue «${named.trim()}» in the register`);
    return found.id;
  };
  const reasons: [string, string][] = [];
  for (const part of (line.value('reason') ?? '').split(';').filter((one) => one.trim() !== '')) {
    const [named = '', ...why] = part.split(':');
    const last = reasons.at(-1);
    // A reason may have a semicolon of its own.
    if (why.length > 0) reasons.push([idOf(named), why.join(':').trim()]);
    else if (last === undefined) throw new UsageError('--reason needs «ISSUE: why»');
    else last[1] = `${last[1]};${part}`;
  }
  const risk = await ask(engine, 'risk.agree-priorities', {
    year,
    agreedOn: line.needed('on'),
    meeting: line.needed('meeting'),
    issues: line.words.slice(1).map(idOf),
    reasons: Object.fromEntries(reasons),
  });
  out(line.json ? JSON.stringify(risk.agreed, null, 2) : agreedLines(risk).join('\n'));
  return EXIT.done;
}

/** Offers a file of the command line to the engine; answers its token. */
export async function offer(engine: Engine, file: string): Promise<string> {
  if (!existsSync(file)) throw new UsageError(`${file} is not there`);
  return (await ask(engine, 'file.offer', { path: resolve(file) })).file;
}

/** What a sheet's reading refused, one line each. */
export const refusalLines = (refusals: readonly { row: number | null; says: string }[]): string =>
  refusals.map(({ row, says }) => (row === null ? says : `Row ${String(row)}: ${says}`)).join('\n');

async function importIssues(
  file: string | undefined,
  line: CommandLine,
  engine: Engine,
  { out, err }: Surroundings,
): Promise<number> {
  if (file === undefined) throw new UsageError('«risk import-issues» needs a file');
  const read = await ask(engine, 'risk.import-issues', { file: await offer(engine, file), year: line.needed('year') });
  if (line.json) out(JSON.stringify(read, null, 2));
  else if (read.refusals.length > 0) err(`${refusalLines(read.refusals)}\nNothing was kept.`);
  else out(`Kept: ${String(read.kept)} issues with their scores.`);
  return read.refusals.length > 0 ? EXIT.refused : EXIT.done;
}

async function importMatrix(
  file: string | undefined,
  line: CommandLine,
  engine: Engine,
  { out, err }: Surroundings,
): Promise<number> {
  if (file === undefined) throw new UsageError('«risk import-matrix» needs a file');
  const read = await ask(engine, 'risk.import-scheme', { file: await offer(engine, file) });
  if (line.json) out(JSON.stringify(read, null, 2));
  else if (read.scheme === null) err(`${refusalLines(read.refusals)}\nNothing was kept.`);
  else
    out(
      `Kept: ${read.scheme.name} version ${read.scheme.version}, ${String(read.scheme.dimensions.length)} dimensions.`,
    );
  return read.scheme === null ? EXIT.refused : EXIT.done;
}
