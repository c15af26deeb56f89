import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

const FOLDER = '../shared/oracle';

/** Whether the tables of published and independently computed values are beside this clone. */
export const hasOracle = existsSync(FOLDER);

export type OracleRow = Record<string, string>;

/** Rows of one table by column name; every cell as text, quotes taken off. */
export function oracleRows(file: string): OracleRow[] {
  const [header = [], ...rows] = readFileSync(`${FOLDER}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) =>
      (line.trim().match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '').replaceAll('"', '')),
    );
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

/** A cell's text; a column the table does not have is a mistake of the test. */
export function cell(row: OracleRow, name: string): string {
  const found = row[name];
  if (found === undefined) throw new Error(`no column ${name}`);
  return found;
}

/** A number of the table; null where it is blank or NA. */
export function number(row: OracleRow, name: string): number | null {
  const text = cell(row, name);
  return text === '' || text === 'NA' ? null : Number(text);
}

/** Rows by a key, in order. */
export function grouped(rows: readonly OracleRow[], key: (row: OracleRow) => string): Map<string, OracleRow[]> {
  const groups = new Map<string, OracleRow[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return groups;
}

/** Equal to so much of the expected value (of 1 below 1e-12); null must meet null. */
export function expectClose(actual: number | null, expected: number | null, relative: number, what = ''): void {
  if (expected === null || actual === null) {
    expect(actual, what).toBe(expected);
    return;
  }
  if (actual === expected) return;
  const scale = Math.abs(expected) < 1e-12 ? 1 : Math.abs(expected);
  expect(Math.abs(actual - expected) / scale, `${what}: ${String(actual)} for ${String(expected)}`).toBeLessThanOrEqual(
    relative,
  );
}
