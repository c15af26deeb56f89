import { readFileSync } from 'node:fs';

/** What an independent reader found in one sheet. */
export interface IndexedSheet {
  readonly name: string;
  readonly state: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  readonly numbers: number;
  readonly sum: number;
  readonly dates: number;
  readonly errors: number;
  readonly merges: number;
}

export interface IndexedFile {
  readonly file: string;
  readonly reading: string;
  readonly sheets: readonly IndexedSheet[];
}

const FILE = /^\| `([^`]+)` \| \d+ \| `[^`]+` \| [^|]* \| ([^|]*) \|/gm;
const SHEET = /(?:^|; )(.*?)(?: \[(\w+)\])? (\d+)x(\d+) c(\d+) n(\d+) sum (\S+) d(\d+) e(\d+) m(\d+)(?=;| \(\+|$)/g;

/** The table of files in the corpus's INDEX.md. */
export function readCorpusIndex(path: string): readonly IndexedFile[] {
  return [...readFileSync(path, 'utf8').matchAll(FILE)].map(([, file = '', reading = '']) => ({
    file,
    reading: reading.trim(),
    sheets: [...reading.trim().matchAll(SHEET)].map(([, name = '', state = 'visible', ...numbers]) => {
      const [rows = 0, columns = 0, cells = 0, count = 0, sum = 0, dates = 0, errors = 0, merges = 0] =
        numbers.map(Number);
      return { name, state, rows, columns, cells, numbers: count, sum, dates, errors, merges };
    }),
  }));
}
