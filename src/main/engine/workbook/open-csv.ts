import type { ByteSource } from './byte-source.ts';
import { delimitingOf } from './csv-delimiter.ts';
import { CsvRows } from './csv-rows.ts';
import { LIMITS } from './limits.ts';
import type { OnRow, OpenWorkbook, ReadOptions, SheetFacts } from './open-workbook.ts';
import { checkReading } from './reading-watch.ts';
import { decodedPieces, encodingName, encodingOf, type EncodedText } from './text-encoding.ts';

const SAMPLE_CHARACTERS = 64 * 1024;
const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** Opens a text file as a workbook of one sheet. Every cell is text; empty cells are null. */
export async function openCsv(source: ByteSource, name: string): Promise<OpenWorkbook> {
  const encoded = encodingOf(source);
  const { delimiter, from } = delimitingOf(await sampleOf(source, encoded));
  const notes: string[] = [];
  if (/\.xls$/i.test(name)) notes.push('This file is named .xls but holds text, and was read as text.');
  if (encoded.encoding !== 'utf-8') notes.push(`The text was read as ${encodingName(encoded.encoding)}.`);
  if (delimiter !== ',') notes.push(`The cells are divided by ${DELIMITER_NAMES[delimiter] ?? `«${delimiter}»`}.`);
  return {
    format: 'csv',
    sheets: [{ name: sheetName(name), state: 'visible' }],
    notes,
    async readSheet(_index: number, onRow: OnRow, options: ReadOptions = {}): Promise<SheetFacts> {
      let rowNumber = 0;
      let rows = 0;
      let cells = 0;
      const reader = new CsvRows(delimiter, (texts) => {
        rowNumber++;
        const found = cellsOf(texts);
        if (found.count === 0) return undefined;
        rows++;
        cells += found.count;
        return onRow({ row: rowNumber, cells: found.cells });
      });
      const until = performance.now() + LIMITS.timeMs;
      let toSkip = from;
      for await (const text of unixLines(decodedPieces(source, encoded))) {
        checkReading(options.signal, until);
        reader.feed(toSkip > 0 ? text.slice(toSkip) : text);
        toSkip = Math.max(0, toSkip - text.length);
        if (reader.isStopped) break;
        options.onProgress?.(rowNumber, null);
      }
      reader.finish();
      return { merges: [], hiddenRows: [], hiddenColumns: [], rows, cells };
    },
    close: () => {
      source.close();
    },
  };
}

function cellsOf(texts: string[]): { cells: (string | null)[]; count: number } {
  const cells: (string | null)[] = texts;
  let count = 0;
  let length = 0;
  for (let column = 0; column < cells.length; column++) {
    if (cells[column] === '') cells[column] = null;
    else {
      count++;
      length = column + 1;
    }
  }
  if (length < cells.length) cells.length = length;
  return { cells, count };
}

async function sampleOf(source: ByteSource, encoded: EncodedText): Promise<string> {
  let sample = '';
  for await (const text of unixLines(decodedPieces(source, encoded))) {
    sample += text;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  return sample.length > SAMPLE_CHARACTERS ? sample.slice(0, sample.lastIndexOf('\n', SAMPLE_CHARACTERS) + 1) : sample;
}

/** Windows and old Macintosh line ends as `\n`, also where one is cut in two between pieces. */
async function* unixLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let endedWithReturn = false;
  for await (const piece of pieces) {
    const text = endedWithReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') endedWithReturn = piece.endsWith('\r');
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }
}

/** The file's name without folders and ending, as Excel names the one sheet of a text file. */
function sheetName(path: string): string {
  const file = path.split(/[\\/]/).pop() ?? path;
  return file.replace(/\.[A-Za-z]{2,4}$/, '') || file;
}
