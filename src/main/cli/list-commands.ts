import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { LIST_FORMS, LIST_IDS } from '../../core/lists/list-forms.ts';
import { sayField } from '../../core/lists/say-field.ts';
import { EVIDENCE_FROM } from '../../core/lists/source-balance.ts';
import { dayDue, sayDue } from '../../core/lists/when-due.ts';
import { CALENDAR_WORDS } from '../../core/lists/year-calendar.ts';
import { financialYearOf } from '../../core/time/financial-year.ts';
import type { Month } from '../../core/time/month.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { offer, refusalLines } from './risk-command.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, textTable } from './text-table.ts';
import { folderFor } from './folder-for.ts';

const yearOf = (line: CommandLine, engine: Engine): string =>
  line.value('year') ?? financialYearOf(engine.store.clock().toISOString().slice(0, 7) as Month);

/** `list NAME`: its entries as they stand. `list NAME import FILE`: entries from a sheet, all of them or none. */
export async function listCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const [name, verb, file] = line.words;
  const list = LIST_IDS.find((id) => id === name);
  if (list === undefined) throw new UsageError(`«list» needs one of ${LIST_IDS.join(', ')}`);
  if (verb === 'import') {
    if (file === undefined) throw new UsageError(`«list ${list} import» needs a file`);
    const read = await ask(engine, 'list.import', { list, file: await offer(engine, file) });
    const refused = read.refusals.length > 0;
    if (line.json) surroundings.out(JSON.stringify(read, null, 2));
    else if (refused) surroundings.err(`${refusalLines(read.refusals)}\nNothing was kept.`);
    else
      surroundings.out(
        [`Kept: ${String(read.kept)} of ${LIST_FORMS[list].name}.`, refusalLines(read.warnings)].join('\n').trim(),
      );
    return refused ? EXIT.refused : EXIT.done;
  }
  if (verb !== undefined) throw new UsageError(`«list ${list}» knows «import FILE» and nothing, not «${verb}»`);
  const shown = await ask(engine, 'list.show', { list });
  if (line.json) surroundings.out(JSON.stringify(shown, null, 2));
  else {
    const told = list === 'recommendations' ? [(await ask(engine, 'recommendation.table', {})).says] : [];
    surroundings.out([...told, shown.entries.length === 0 ? 'The list is empty.' : said(shown)].join('\n'));
  }
  return EXIT.done;
}

function said({ list, entries, today }: Awaited<ReturnType<typeof ask<'list.show'>>>): string {
  const form = LIST_FORMS[list];
  return entries
    .map(({ values, notes }) => {
      const rest = form.fields.flatMap((field) => {
        const words = field.id === form.title ? '' : sayField(field, values[field.id] ?? null);
        return words === '' ? [] : [`${field.words}: ${words}`];
      });
      const day = dayDue(form, values);
      const late = day !== null && day < today ? [`  ${sayDue(today, day)}`] : [];
      const told = notes.map(({ saidOn, note }) => `  ${saidOn}  ${note}`);
      const title = form.fields.find(({ id }) => id === form.title);
      const head = title === undefined ? '' : sayField(title, values[form.title] ?? null);
      return [head, ...rest.map((words) => `  ${words}`), ...late, ...told].join('\n');
    })
    .join('\n');
}

/** `balance [--year 2015/16]`: whose evidence each issue rests on. */
export async function balanceCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const balance = await ask(engine, 'balance.show', { year: yearOf(line, engine) });
  if (line.json) surroundings.out(JSON.stringify(balance, null, 2));
  else if (balance.issues.length === 0) surroundings.out('There is no issue in the register yet.');
  else {
    const heads = ['Issue', ...EVIDENCE_FROM.map(({ words }) => `${words} %`), 'Missing'];
    const rows = balance.issues.map((one) => [
      one.name,
      ...one.shares.map(({ percent }) => number(percent, 0)),
      one.says,
    ]);
    surroundings.out(textTable(heads, rows));
  }
  return EXIT.done;
}

/** `calendar [--year 2015/16] [--out FILE.ics]`: the agenda of a year, or a file that Outlook opens. */
export async function calendarCommand(line: CommandLine, engine: Engine, surroundings: Surroundings): Promise<number> {
  const year = yearOf(line, engine);
  const out = line.value('out');
  if (out !== null) {
    if (extname(out).toLowerCase() !== '.ics') throw new UsageError('--out needs a file that ends in .ics');
    const { bytes } = await ask(engine, 'calendar.draw', { year });
    folderFor(out);
    await writeFile(out, bytes);
  }
  const calendar = await ask(engine, 'calendar.show', { year });
  if (line.json) surroundings.out(JSON.stringify(calendar, null, 2));
  else if (out !== null) surroundings.out(`Calendar: ${out}`);
  else {
    const lines = calendar.months.flatMap(({ lines: days }) =>
      days.map(({ day, kind, what, says }) => [day, CALENDAR_WORDS[kind], what, says]),
    );
    surroundings.out(
      lines.length === 0 ? 'Nothing stands in the calendar.' : textTable(['Day', 'Kind', 'What', ''], lines),
    );
  }
  return EXIT.done;
}
