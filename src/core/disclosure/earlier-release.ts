import type { CountCell, DisclosureTable } from './disclosure-table.ts';

/** A figure of an earlier pack that differs from one of this table only by some places or months. */
export interface EarlierFigure {
  readonly id: string;
  /** «Wards A, B and C, pack of July 2015». */
  readonly label: string;
  readonly value: number;
  /** The cell of this table it is compared with. */
  readonly beside: string;
  /** Which of the two covers more. */
  readonly wider: 'earlier' | 'now';
  /** What lies between them, in words: «ward C». */
  readonly between: string;
  /** The earlier pack left it out: nobody has it, and it must not come back by what is printed now. */
  readonly withheld?: boolean;
}

/**
 * A table together with what earlier packs printed: the difference between an earlier figure and today's is a count
 * that nobody prints and everybody can work out. Only figures of the same data belong here: a revised figure differs
 * for another reason.
 */
export function withEarlierFigures(table: DisclosureTable, earlier: readonly EarlierFigure[]): DisclosureTable {
  const values = new Map(table.counts.map((cell) => [cell.id, cell.value]));
  const counts: CountCell[] = [...table.counts];
  const relations = [...table.relations];
  for (const one of earlier) {
    const now = values.get(one.beside) ?? null;
    const difference = now === null ? null : one.wider === 'earlier' ? one.value - now : now - one.value;
    const between = `${one.id}-between`;
    counts.push(
      { id: one.id, label: one.label, value: one.value, standing: one.withheld === true ? 'unprinted' : 'public' },
      { id: between, label: one.between, value: difference, standing: 'unprinted' },
    );
    const [total, part] = one.wider === 'earlier' ? [one.id, one.beside] : [one.beside, one.id];
    relations.push({ total, parts: [part, between], says: `${one.label} differs only by ${one.between}` });
  }
  return { ...table, counts, relations };
}

/** Marks cells that an earlier pack printed with the same figure: hiding them now would protect nothing. */
export const alreadyPublic = (table: DisclosureTable, ids: ReadonlySet<string>): DisclosureTable => ({
  ...table,
  counts: table.counts.map((cell) => (ids.has(cell.id) ? { ...cell, standing: 'public' } : cell)),
  derived: table.derived.map((cell) => (ids.has(cell.id) ? { ...cell, standing: 'public' } : cell)),
});

/** Adds what is left of a whole after a part («not satisfied»): printed nowhere, yet worked out at once. */
export function withRemainder(table: DisclosureTable, whole: string, part: string, label: string): DisclosureTable {
  const valueOf = (id: string) => table.counts.find((cell) => cell.id === id)?.value ?? null;
  const [all, some] = [valueOf(whole), valueOf(part)];
  const id = `${whole}-less-${part}`;
  const value = all === null || some === null ? null : all - some;
  return {
    ...table,
    counts: [...table.counts, { id, label, value, standing: 'unprinted' }],
    relations: [...table.relations, { total: whole, parts: [part, id], says: `${label} is what is left` }],
  };
}
