import type { Warning } from '../intake/draft.ts';
import { blockOf } from '../intake/wide-future.ts';
import { numberIn, shownNumber, type Line, type Slot } from '../intake/wide-lines.ts';
import { placeKey } from './settled.ts';

/** A cumulative row that stands alone and falls: a running total of counts cannot. Doubted places are added to `doubted`. */
export function checkFalls(line: Line, unknown: ReadonlyMap<string, string>, doubted: Set<string>): Warning[] {
  const known = line.slots.filter((slot) => numberIn(slot) !== null && !unknown.has(slot.cell));
  const value = (at: number): number => numberIn(known[at]) ?? 0;
  const falls = known.flatMap((_, at) => (at > 0 && value(at) < value(at - 1) ? [at] : []));
  const [at] = falls;
  const here = at === undefined ? undefined : known[at];
  const before = at === undefined ? undefined : known[at - 1];
  if (at === undefined || here === undefined || before === undefined) return [];
  const withoutHere = at + 1 >= known.length || value(at + 1) >= value(at - 1);
  const withoutBefore = at < 2 || value(at) >= value(at - 2);
  const suspects: Slot[] =
    falls.length > 1
      ? falls.flatMap((fall) => known[fall] ?? [])
      : withoutHere === withoutBefore
        ? [before, here]
        : [withoutHere ? here : before];
  for (const { place } of suspects) {
    doubted.add(placeKey(line, place));
    doubted.add(placeKey(line, place + 1));
  }
  return [
    {
      check: 'cumulative-falls',
      cells: falls.length > 1 ? blockOf(line, suspects) : suspects.map(({ cell }) => cell).join(', '),
      says: `«${line.row.label}» falls from ${shownNumber(value(at - 1))} to ${shownNumber(value(at))} (${before.cell}, ${here.cell}): a running total cannot, so the period between is not taken out of it.`,
      found: `${shownNumber(value(at - 1))}, ${shownNumber(value(at))}`,
      expected: null,
    },
  ];
}
