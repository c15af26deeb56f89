import { extname } from 'node:path';
import { editedEvidence } from '../../core/assessment/evidence-edit.ts';
import { evidenceCellText } from '../../core/assessment/evidence-table.ts';
import { periodInWords } from '../../core/time/period.ts';
import type { Month } from '../../core/time/month.ts';
import type { Output } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { offer, refusalLines } from './risk-command.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { textTable } from './text-table.ts';
import { folderFor } from './folder-for.ts';

type Evidence = Output<'evidence.show'>;

/**
 * `assess --year 2015/16 [--from MONTH --to MONTH]`: the tables of evidence. `--out FILE.docx|.xlsx|.pdf`: the whole
 * assessment. `assess import-costs FILE`: unit costs from a sheet.
 */
export async function assessCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const [verb, file] = line.words;
  if (verb === 'import-costs') return importCosts(file, line, engine, surroundings);
  if (verb !== undefined) throw new UsageError(`«assess» knows «import-costs FILE» and nothing, not «${verb}»`);
  const year = line.needed('year');
  const [from, to] = [line.value('from'), line.value('to')];
  if ((from === null) !== (to === null)) throw new UsageError('«assess» needs both --from and --to, or neither');
  if (from !== null && to !== null) await ask(engine, 'evidence.choose-period', { year, period: { from, to } });
  const out = line.value('out');
  if (out === null) {
    const evidence = await ask(engine, 'evidence.show', { year });
    surroundings.out(line.json ? JSON.stringify(evidence, null, 2) : said(evidence));
    return EXIT.done;
  }
  const written = await writeDocument(line, engine, year, out);
  surroundings.out(line.json ? JSON.stringify(written, null, 2) : `Assessment: ${out}`);
  return EXIT.done;
}

async function writeDocument(line: CommandLine, engine: Engine, year: string, path: string) {
  const ending = extname(path).slice(1).toLowerCase();
  const format = (['docx', 'xlsx', 'pdf'] as const).find((one) => one === ending);
  if (format === undefined) throw new UsageError('--out needs a file that ends in .docx, .xlsx or .pdf');
  const title = line.value('title');
  folderFor(path);
  return ask(engine, 'assessment.write', {
    year,
    path,
    format,
    marking: line.value('marking'),
    ...(title === null ? {} : { title }),
  });
}

function said({ year, period, tables }: Evidence): string {
  const inWords = periodInWords({ from: period.from as Month, to: period.to as Month });
  const shown = tables.filter(({ edit }) => !edit.tableLeftOut).map(({ table, edit }) => tableSaid(table, edit));
  return [`Evidence for ${year}: ${inWords}`, ...shown].join('\n\n');
}

function tableSaid(given: Evidence['tables'][number]['table'], edit: Evidence['tables'][number]['edit']): string {
  const table = editedEvidence(given, edit);
  if (table.nothing !== null) return `${table.title.toUpperCase()}\n${table.nothing}`;
  const heads = [
    table.rowHead,
    ...table.columns.map(({ head, under }) => (under === undefined ? head : `${head} (${under})`)),
  ];
  const rows = table.rows.map((row) => [
    row.head,
    ...table.columns.map((column, at) => evidenceCellText(column, row.cells[at] ?? null)),
  ]);
  const marks = [table.provisional ? 'Provisional.' : '', table.illustrative ? 'ILLUSTRATIVE.' : ''].filter(
    (mark) => mark !== '',
  );
  return [table.title.toUpperCase(), table.finding, textTable(heads, rows), ...marks, ...table.notes, edit.words]
    .filter((part) => part !== '')
    .join('\n');
}

async function importCosts(
  file: string | undefined,
  line: CommandLine,
  engine: Engine,
  { out, err }: Surroundings,
): Promise<number> {
  if (file === undefined) throw new UsageError('«assess import-costs» needs a file');
  const read = await ask(engine, 'costs.import', { file: await offer(engine, file) });
  if (line.json) out(JSON.stringify(read, null, 2));
  else if (read.held === null) err(`${refusalLines(read.refusals)}\nNothing was kept.`);
  else
    out(
      `Kept: ${String(read.held.costs.rows.length)} unit costs at ${read.held.costs.pricesOf} prices${read.held.costs.illustrative ? ', illustrative' : ''}.`,
    );
  return read.held === null ? EXIT.refused : EXIT.done;
}
