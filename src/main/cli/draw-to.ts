import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Input } from '../../preload/contract.ts';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';

type Chart = Input<'chart.draw'>['chart'];

/** Draws a picture into the file `--chart` names; the line that says so, or none where no file is named. */
export async function drawTo(line: CommandLine, engine: Engine, chart: Chart): Promise<string[]> {
  const file = line.value('chart');
  if (file === null) return [];
  const format = extname(file).slice(1).toLowerCase();
  if (format !== 'png' && format !== 'svg') throw new UsageError('--chart needs a file that ends in .png or .svg');
  const { bytes } = await ask(engine, 'chart.draw', { chart, format });
  await writeFile(file, bytes);
  return [`Chart: ${file}`];
}
