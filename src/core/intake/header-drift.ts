import { columnName } from './grid.ts';
import type { HeaderPrint, Heading } from './header-print.ts';

/** How a header differs from the one that was kept. */
export interface Drift {
  /** Plain sentences: «The table moved one column left. «Crime type» stands where «Offence type» stood.» */
  readonly says: string;
  /** Kept headings (as keys) that are nowhere any more. */
  readonly lost: readonly string[];
}

interface Pair {
  readonly kept: Heading;
  readonly now: Heading;
}

/** Says how headers moved or changed since they were kept; null when nothing did. */
export function driftFrom(kept: readonly HeaderPrint[], now: readonly HeaderPrint[]): Drift | null {
  const sentences: string[] = [];
  const lost: string[] = [];
  kept.forEach((before, index) => {
    const after = now[index];
    if (after === undefined) {
      lost.push(...before.headings.map(({ key }) => key));
      sentences.push(`The table whose headings stood in row ${String(before.row)} is gone.`);
      return;
    }
    const pairs = pairUp(before.headings, after.headings);
    const gone = before.headings.filter((one) => !pairs.some((pair) => pair.kept === one));
    const fresh = after.headings.filter((one) => !pairs.some((pair) => pair.now === one));
    sentences.push(...sayMoved(pairs, before.row, after.row), ...sayChanged(pairs, gone, fresh));
    lost.push(...gone.map(({ key }) => key));
  });
  return sentences.length === 0 ? null : { says: sentences.join(' '), lost };
}

/** The same heading then and now; where one stands several times, in order. */
function pairUp(kept: readonly Heading[], now: readonly Heading[]): Pair[] {
  const left = [...now];
  return kept.flatMap((one) => {
    const at = left.findIndex(({ key }) => key === one.key);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found === undefined ? [] : [{ kept: one, now: found }];
  });
}

function sayMoved(pairs: readonly Pair[], rowThen: number, rowNow: number): string[] {
  const steps = pairs.map(({ kept, now }) => now.column - kept.column);
  const [first = 0] = steps;
  const together = steps.length > 0 && steps.every((step) => step === first);
  const across =
    together && first !== 0 ? `The table moved ${manyColumns(Math.abs(first))} ${first < 0 ? 'left' : 'right'}.` : null;
  const down =
    rowThen === rowNow ? null : `Its headings stand in row ${String(rowNow)} instead of row ${String(rowThen)}.`;
  return [across, down].filter((sentence) => sentence !== null);
}

const manyColumns = (count: number): string => (count === 1 ? 'one column' : `${String(count)} columns`);

function sayChanged(pairs: readonly Pair[], gone: readonly Heading[], fresh: readonly Heading[]): string[] {
  const renamed = gone.flatMap((before) => {
    const after = fresh.find((one) => placeAfter(one, pairs, 'now') === placeAfter(before, pairs, 'kept'));
    return after === undefined ? [] : [{ before, after }];
  });
  const lost = gone.filter((one) => !renamed.some(({ before }) => before === one));
  const added = fresh.filter((one) => !renamed.some(({ after }) => after === one));
  const order = pairs.map(({ now }) => now.column);
  const swapped = order.some((column, index) => index > 0 && column < (order[index - 1] ?? 0));
  return [
    ...renamed.map(({ before, after }) => `«${after.heading}» stands where «${before.heading}» stood.`),
    ...(lost.length === 0 ? [] : [`${named(lost)} ${lost.length === 1 ? 'is' : 'are'} gone.`]),
    ...(added.length === 0
      ? []
      : [
          `${named(added)} ${added.length === 1 ? 'is' : 'are'} new, in ${added.map(({ column }) => columnName(column)).join(', ')}.`,
        ]),
    ...(swapped ? ['The columns stand in another order.'] : []),
  ];
}

/** The heading just before a column, to tell a renamed one by its place. */
function placeAfter(one: Heading, pairs: readonly Pair[], side: 'kept' | 'now'): string {
  const before = pairs
    .filter((pair) => pair[side].column < one.column)
    .toSorted((a, b) => a[side].column - b[side].column)
    .at(-1);
  return before === undefined ? '' : `${before.kept.key} ${String(before.kept.column)}`;
}

const named = (headings: readonly Heading[]): string => {
  const all = headings.map(({ heading }) => `«${heading}»`);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
};
