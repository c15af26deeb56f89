const TAKEN_BACK = 'Taken back: ';

/** What takes back something said: that it is taken back; and what takes that back: the thing itself, said again. */
export const takenBack = (said: string): string =>
  said.startsWith(TAKEN_BACK) ? said.slice(TAKEN_BACK.length) : `${TAKEN_BACK}${said}`;

/** Of notes in the order they were said those that stand: one that was taken back is left out, with its taking back. */
export function standing<T extends { readonly note: string }>(notes: readonly T[]): T[] {
  const left: T[] = [];
  for (const one of notes) {
    const back = left.findLastIndex(({ note }) => one.note === `${TAKEN_BACK}${note}`);
    if (back < 0) left.push(one);
    else left.splice(back, 1);
  }
  return left;
}
