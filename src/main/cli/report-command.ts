import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

/** `report --as-at MONTH --out FILE.xlsx`: the Board's workbook. */
export async function reportCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const file = line.needed('out');
  if (!file.toLowerCase().endsWith('.xlsx')) throw new UsageError('--out needs a file that ends in .xlsx');
  await mkdir(dirname(resolve(file)), { recursive: true });
  const written = await ask(engine, 'report.write', { asAt: line.needed('as-at'), path: file });
  out(line.json ? JSON.stringify(written, null, 2) : `Report: ${file} (${String(written.sheets.length)} sheets)`);
  return EXIT.done;
}
