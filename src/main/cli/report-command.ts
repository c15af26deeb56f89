import { mkdir } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

/** `report --as-at MONTH --out FILE.xlsx`: the Board's workbook; FILE.docx: the Board's paper. */
export async function reportCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const file = line.needed('out');
  const format = extname(file).slice(1).toLowerCase();
  if (format !== 'xlsx' && format !== 'docx') throw new UsageError('--out needs a file that ends in .xlsx or .docx');
  const template = line.value('template') ?? 'board';
  if (template !== 'board') throw new UsageError(`there is no template «${template}»: the template is board`);
  await mkdir(dirname(resolve(file)), { recursive: true });
  const written = await ask(engine, 'report.write', {
    asAt: line.needed('as-at'),
    path: file,
    format,
    marking: line.value('marking'),
  });
  out(
    line.json
      ? JSON.stringify(written, null, 2)
      : `Report: ${file}${format === 'xlsx' ? ` (${String(written.sheets.length)} sheets)` : ''}`,
  );
  return EXIT.done;
}
