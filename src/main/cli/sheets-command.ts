import { existsSync } from 'node:fs';
import { passwordFrom } from './password.ts';
import { sheetFacts } from '../engine/workbook/sheet-facts.ts';
import { WorkbookRefusal } from '../engine/workbook/open-workbook.ts';
import { UsageError, type CommandLine } from './arguments.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, textTable } from './text-table.ts';

/** `sheets FILE`: what a file holds, sheet by sheet, counted; for comparison with any other reader. Needs no store. */
export async function sheetsCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const [file] = line.words;
  if (file === undefined) throw new UsageError('«sheets» needs a file');
  if (!existsSync(file)) throw new UsageError(`${file} is not there`);
  try {
    const facts = await sheetFacts(file, passwordFrom(line, surroundings));
    if (line.json) {
      surroundings.out(JSON.stringify({ file, ...facts }, null, 2));
      return EXIT.done;
    }
    const heads = ['Sheet', 'Rows', 'Columns', 'Cells', 'Numbers', 'Sum', 'Dates', 'Errors', 'Merges', 'State'];
    const rows = facts.sheets.map((sheet) => [
      sheet.name,
      ...[
        sheet.rows,
        sheet.columns,
        sheet.cells,
        sheet.numbers,
        sheet.sum,
        sheet.dates,
        sheet.errors,
        sheet.merges,
      ].map((count) => number(count, 0)),
      sheet.state,
    ]);
    surroundings.out([`${file}: ${facts.format}`, ...facts.notes, textTable(heads, rows)].join('\n'));
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    if (line.json)
      surroundings.out(JSON.stringify({ file, refused: error.kind, says: error.message, sheets: [] }, null, 2));
    else surroundings.err(error.message);
    return EXIT.refused;
  }
}
