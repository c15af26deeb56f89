import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Output } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { offer, refusalLines } from './risk-command.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { tierWords } from './text-table.ts';
import { folderFor } from './folder-for.ts';

const FORMATS = ['pdf', 'docx', 'xlsx', 'png', 'svg'] as const;

/** `plan [--year 2016/17] [--out FILE.pdf|.docx|.xlsx|.png|.svg]`: the plan on a page. `plan import FILE`: a plan from a sheet. */
export async function planCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const [verb, file] = line.words;
  if (verb === 'import') return importPlan(file, line, engine, surroundings);
  if (verb !== undefined) throw new UsageError(`«plan» knows «import FILE» and nothing, not «${verb}»`);
  const year = line.value('year');
  const asked = year === null ? {} : { year };
  const out = line.value('out');
  if (out !== null) await writePlan(engine, out, asked);
  const view = await ask(engine, 'plan.show', asked);
  if (line.json) surroundings.out(JSON.stringify(view, null, 2));
  else if (out !== null) surroundings.out(`Plan: ${out}`);
  else surroundings.out(view === null ? 'There is no plan yet.' : said(view));
  return EXIT.done;
}

function said({ plan, lights }: NonNullable<Output<'plan.show'>>): string {
  const rows = plan.rows.flatMap((row, at) => {
    const light = lights[at];
    return [
      `${row.band.toUpperCase()}  ${row.weWill}`,
      `  So that: ${row.soThat}`,
      `  And ultimately: ${row.ultimately}`,
      `  Measured by: ${row.measuredBy}`,
      `  Accountable: ${row.accountable ?? 'not yet named'}`,
      ...(light === undefined ? [] : [`  ${tierWords(light.tier)}. ${light.why}`]),
    ];
  });
  return [`${plan.title}, ${plan.year}`, plan.vision, '', ...rows, '', plan.note].join('\n').trimEnd();
}

async function writePlan(engine: Engine, file: string, asked: { year?: string }): Promise<void> {
  const format = extname(file).slice(1).toLowerCase();
  const known = FORMATS.find((one) => one === format);
  if (known === undefined) throw new UsageError(`--out needs a file that ends in .${FORMATS.join(', .')}`);
  const { bytes } = await ask(engine, 'plan.draw', { ...asked, format: known });
  folderFor(file);
  await writeFile(file, bytes);
}

async function importPlan(
  file: string | undefined,
  line: CommandLine,
  engine: Engine,
  { out, err }: Surroundings,
): Promise<number> {
  if (file === undefined) throw new UsageError('«plan import» needs a file');
  const { view, refusals } = await ask(engine, 'plan.import', { file: await offer(engine, file) });
  if (line.json) out(JSON.stringify({ view, refusals }, null, 2));
  else if (view === null) err(`${refusalLines(refusals)}\nNothing was kept.`);
  else out(`Kept: ${view.plan.title}, ${view.plan.year}, ${String(view.plan.rows.length)} rows.`);
  return view === null ? EXIT.refused : EXIT.done;
}
