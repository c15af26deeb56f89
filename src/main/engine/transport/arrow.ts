import { Float64, makeVector, Table, tableToIPC, vectorFromArray, type Vector } from 'apache-arrow';

/** A column of a large table: texts or numbers, null where not known. */
export type Column =
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly kind: 'number'; readonly values: readonly (number | null)[] };

/** A table as an Arrow IPC stream: one buffer that crosses to the window without being taken apart. */
export function arrowBytes(columns: readonly Column[]): Uint8Array {
  const vectors: Record<string, Vector> = {};
  for (const column of columns) {
    vectors[column.name] = column.kind === 'text' ? vectorFromArray([...column.values]) : numberVector(column.values);
  }
  return tableToIPC(new Table(vectors), 'stream');
}

/** Numbers without a null go as they are; with one, as Arrow marks what is not known. */
function numberVector(values: readonly (number | null)[]): Vector {
  return values.includes(null)
    ? vectorFromArray([...values], new Float64())
    : makeVector(Float64Array.from(values as number[]));
}
