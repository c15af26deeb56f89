import type { Output } from '../../../preload/contract.ts';
import { GROUPS_ROOM } from '../../words/groups-room.ts';

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
    ...(draft.name.trim() === '' ? [GROUPS_ROOM.aName] : []),
    ...(month.test(draft.validFrom) ? [] : [GROUPS_ROOM.theMonthItIs]),
    ...(draft.validTo === '' || (month.test(draft.validTo) && draft.validTo >= draft.validFrom)
      ? []
      : [GROUPS_ROOM.aLastMonthThat]),
    ...(draft.source.trim() === '' ? [GROUPS_ROOM.whereTheListComes] : []),
    ...(draft.ownArea === '' ? [GROUPS_ROOM.whichAreaIsOurs] : []),
    ...(all.size < 3 ? [GROUPS_ROOM.atLeastThreeAreas] : []),
  ];
}
