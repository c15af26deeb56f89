import Papa from 'papaparse';

export type Delimiter = string;

const CANDIDATES: readonly Delimiter[] = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;
const SEPARATOR_LINE = /^sep=(.)\n/i;

/** What divides the cells, and where the first row starts (after a `sep=;` line, which Excel writes and obeys). */
export interface Delimiting {
  readonly delimiter: Delimiter;
  readonly from: number;
}

/** Chooses the delimiter under which the most rows have the same number of cells. */
export function delimitingOf(sample: string): Delimiting {
  const [line, stated] = SEPARATOR_LINE.exec(sample) ?? [];
  if (line !== undefined && stated !== undefined) return { delimiter: stated, from: line.length };
  let chosen: Delimiter = ',';
  let best = 0;
  for (const delimiter of CANDIDATES) {
    const score = agreement(sample, delimiter);
    if (score > best) {
      best = score;
      chosen = delimiter;
    }
  }
  return { delimiter: chosen, from: 0 };
}

/** How many sampled rows share the commonest width of two cells or more; wider rows decide between equals. */
function agreement(sample: string, delimiter: Delimiter): number {
  const { data } = Papa.parse<string[]>(sample, { delimiter, newline: '\n', preview: SAMPLE_ROWS });
  const widths = new Map<number, number>();
  for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let best = 0;
  for (const [width, rows] of widths) best = Math.max(best, rows + Math.min(width, 999) / 1000);
  return best;
}
