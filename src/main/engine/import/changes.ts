import { compareDrafts } from '../../../core/intake/compare.ts';
import { periodId } from '../../../core/time/period.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Preview } from '../../../preload/contract.ts';
import { heldNumbers } from '../store/held-numbers.ts';
import type { ReadStore } from '../store/open-store.ts';
import type { Counted, CountingSink } from './counting-sink.ts';

export interface ChangeReport {
  readonly summary: Preview['changes'];
  /** Held numbers inside the months this file speaks for that it no longer holds. */
  readonly gone: readonly Counted[];
}

/** What keeping the file would change: new, same, changed and gone against what is held of the same datasets. */
export function changesAgainstHeld(store: ReadStore, sink: CountingSink): ChangeReport {
  const held = new Map<string, Counted>();
  for (const coverage of sink.coverage) {
    for (const [key, one] of heldNumbers(store, coverage)) held.set(key, one);
  }
  const compared = compareDrafts(held, sink.counted);
  return {
    summary: {
      new: compared.new,
      same: compared.same,
      changed: compared.changed.length,
      gone: compared.gone.length,
      largest: [
        ...compared.changed.map(({ before, after }) => line(before, after.value, 'changed')),
        ...compared.gone.map((before) => line(before, null, 'gone')),
      ].slice(0, 200),
    },
    gone: compared.gone,
  };
}

function line(one: Counted, after: number | null, kind: 'changed' | 'gone'): Preview['changes']['largest'][number] {
  const period = periodId({ from: one.from as Month, to: one.to as Month });
  const what = [one.measure, one.area, one.quantity === 'count' ? null : one.quantity].filter((part) => part !== null);
  return { what: what.join(', '), period, before: one.value, after, kind };
}
