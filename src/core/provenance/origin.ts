/** Where a number came from: the file as it arrived, the sheet, and the cell or block of cells. */
export interface Origin {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string;
  /** `G7`, a block `A5:L1616`, or a difference `G7 − F7` when a month was taken out of a cumulative row. */
  readonly cell: string;
}

/** The origins of several figures, each once, in order of first appearance. */
export function joinOrigins(parts: readonly (readonly Origin[])[]): Origin[] {
  const seen = new Map<string, Origin>();
  for (const origin of parts.flat()) {
    const key = `${String(origin.importId)}\u0000${origin.sheet}\u0000${origin.cell}`;
    if (!seen.has(key)) seen.set(key, origin);
  }
  return [...seen.values()];
}
