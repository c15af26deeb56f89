import type { Output } from '../../../preload/contract.ts';

type Kind = Output<'group.list'>[number]['kind'];

/** A group as the form holds it: months are text, an empty «valid to» is «still in force». */
export interface Drafted {
  readonly groupId: number | null;
  readonly name: string;
  readonly kind: Kind;
  readonly ownArea: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly source: string;
  readonly members: readonly string[];
}

export const NEW_GROUP: Drafted = {
  groupId: null,
  name: '',
  kind: 'partnership',
  ownArea: '',
  validFrom: '',
  validTo: '',
  source: '',
  members: [],
};

/** What still stands in the way of keeping it, in the order of the form. */
export function missingIn(draft: Drafted): string[] {
  const month = /^\d{4}-(0[1-9]|1[0-2])$/;
  const all = new Set([...draft.members, draft.ownArea].filter((name) => name !== ''));
  return [
    ...(draft.name.trim() === '' ? ['a name'] : []),
    ...(month.test(draft.validFrom) ? [] : ['the month it is valid from']),
    ...(draft.validTo === '' || (month.test(draft.validTo) && draft.validTo >= draft.validFrom)
      ? []
      : ['a last month that is not before the first']),
    ...(draft.source.trim() === '' ? ['where the list comes from'] : []),
    ...(draft.ownArea === '' ? ['which area is ours'] : []),
    ...(all.size < 3 ? ['at least three areas'] : []),
  ];
}
