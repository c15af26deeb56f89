import { compareDrafts, type ComparedFigure } from '../../../core/intake/compare.ts';
import { periodId } from '../../../core/time/period.ts';
import type { Preview } from '../../../preload/contract.ts';
import { heldFigures } from '../store/held-figures.ts';
import type { ReadStore } from '../store/open-store.ts';
import type { Said } from './counting-sink.ts';

/** Changes listed one by one in a preview. */
const LISTED = 200;

/** The figures in force of each dataset a file speaks of. */
export type HeldByDataset = ReadonlyMap<string, ReadonlyMap<string, ComparedFigure>>;

export const heldByDataset = (store: ReadStore, said: ReadonlyMap<string, Said>): HeldByDataset =>
  new Map([...said.keys()].map((dataset) => [dataset, heldFigures(store, dataset)]));

export interface ChangeReport {
  readonly summary: Preview['changes'];
  /** Held figures inside the months this file speaks for that it no longer holds. */
  readonly gone: readonly ComparedFigure[];
}

/** What keeping the file would change: new, same, changed and gone against what is held of the same datasets. */
export function changesAgainstHeld(held: HeldByDataset, said: ReadonlyMap<string, Said>): ChangeReport {
  const compared = [...said].map(([dataset, { figures, covers }]) =>
    compareDrafts(held.get(dataset) ?? new Map<string, ComparedFigure>(), figures, covers, LISTED),
  );
  const sum = (count: 'new' | 'same' | 'changed' | 'gone') => compared.reduce((total, one) => total + one[count], 0);
  const gone = compared.flatMap(({ missing }) => missing);
  return {
    summary: {
      new: sum('new'),
      same: sum('same'),
      changed: sum('changed'),
      gone: sum('gone'),
      largest: [
        ...compared.flatMap(({ largest }) => largest.map((one) => line(one.held, one.read.value, 'changed'))),
        ...gone.map((one) => line(one, null, 'gone')),
      ].slice(0, LISTED),
      byMonth: compared.flatMap(({ byMonth }) => byMonth).sort((a, b) => a.month.localeCompare(b.month)),
    },
    gone,
  };
}

function line(
  one: ComparedFigure,
  after: number | null,
  kind: 'changed' | 'gone',
): Preview['changes']['largest'][number] {
  const what = [one.measure, one.area, one.quantity === 'count' ? null : one.quantity].filter((part) => part !== null);
  return { what: what.join(', '), period: periodId(one), before: one.value, after, kind };
}
