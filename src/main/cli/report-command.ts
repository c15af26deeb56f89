import { extname } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { ask } from './ask.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { folderFor } from './folder-for.ts';

const FORMATS = ['xlsx', 'docx', 'pdf'] as const;

/** What a file's ending says it is. Throws {@link UsageError} where a pack cannot be that. */
function formatOf(file: string): (typeof FORMATS)[number] {
  const ending = extname(file).slice(1).toLowerCase();
  const format = FORMATS.find((one) => one === ending);
  if (format === undefined) throw new UsageError('--out needs a file that ends in .xlsx, .docx or .pdf');
  return format;
}

/** `report --as-at MONTH --out FILE.xlsx`: the Board's workbook; FILE.docx or .pdf: the Board's paper. */
export async function reportCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const file = line.needed('out');
  const format = formatOf(file);
  const title = line.value('title');
  folderFor(file);
  const written = await ask(engine, 'report.write', {
    asAt: line.needed('as-at'),
    path: file,
    format,
    template: line.value('template') ?? 'board',
    ...(title === null ? {} : { title }),
    meeting: line.value('meeting'),
    marking: line.value('marking'),
  });
  out(
    line.json
      ? JSON.stringify(written, null, 2)
      : `Report: ${file}${format === 'xlsx' ? ` (${String(written.sheets.length)} sheets)` : ''}`,
  );
  return EXIT.done;
}

/** `packs`: every pack and every assessment handed over, the latest first. */
export async function packsCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const packs = await ask(engine, 'pack.list', {});
  const say = (pack: (typeof packs)[number]): string =>
    `${String(pack.packId).padStart(4)}  to ${pack.asAt}  ${pack.madeAt.slice(0, 10)}  ${pack.files.map(({ fileName }) => fileName).join(', ')}`;
  const assessments = await ask(engine, 'assessment.written', {});
  const written = assessments.map(
    (one) =>
      `      ${one.title}, ${one.periodFrom} to ${one.periodTo}  ${one.writtenAt.slice(0, 10)}  ${one.fileName} (${String(one.imports.length)} imports; ${one.scheme})`,
  );
  out(
    line.json
      ? JSON.stringify({ packs, assessments }, null, 2)
      : [...packs.map(say), ...written].join('\n') || 'No pack has been handed over yet.',
  );
  return EXIT.done;
}

/** `pack NUMBER --out FILE`: an earlier pack written again from the imports, definitions and words it was made with. */
export async function packCommand(line: CommandLine, engine: Engine, { out }: Surroundings): Promise<number> {
  const [word = ''] = line.words;
  if (!/^\d{1,9}$/.test(word)) throw new UsageError('«pack» needs the number of a pack, as «packs» lists it');
  const path = line.needed('out');
  const format = formatOf(path);
  folderFor(path);
  const written = await ask(engine, 'pack.write-again', { packId: Number(word), path, format });
  const same = written.same ? 'every figure as it was' : 'SOME FIGURES DIFFER from when it was made';
  out(line.json ? JSON.stringify(written, null, 2) : `Pack ${word} again: ${path} (${same})`);
  return written.same ? EXIT.done : EXIT.refused;
}
