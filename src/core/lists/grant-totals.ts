import { numberOf, type ListEntry } from './list-form.ts';

/** What was awarded and paid altogether, in pence. Grants whose amount is not known are counted beside, never as nought. */
export interface GrantTotals {
  readonly grants: number;
  readonly awarded: number;
  readonly paid: number;
  readonly notAwarded: number;
  readonly notPaid: number;
}

export const grantTotals = (entries: readonly ListEntry[]): GrantTotals => {
  const known = (field: string): number[] =>
    entries.flatMap(({ values }) => {
      const pence = numberOf(values, field);
      return pence === null ? [] : [pence];
    });
  const sum = (pence: readonly number[]): number => pence.reduce((total, one) => total + one, 0);
  const [awarded, paid] = [known('awarded'), known('paid')];
  return {
    grants: entries.length,
    awarded: sum(awarded),
    paid: sum(paid),
    notAwarded: entries.length - awarded.length,
    notPaid: entries.length - paid.length,
  };
};
