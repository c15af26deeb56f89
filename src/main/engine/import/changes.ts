import { allNew, compareDrafts, type ComparedFigure, type DraftComparison } from '../../../core/intake/compare.ts';
import { draftKey } from '../../../core/intake/draft-key.ts';
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
  const compared = [...said].map(([dataset, { figures, covers }]) => compareWith(held.get(dataset), figures, covers));
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

/** A dataset that comes for the first time is all new, and needs no keys. */
function compareWith(
  held: ReadonlyMap<string, ComparedFigure> | undefined,
  sheets: Said['figures'],
  covers: Said['covers'],
): DraftComparison {
  const [only = [], ...others] = sheets.filter((figures) => figures.length > 0);
  if ((held === undefined || held.size === 0) && others.length === 0) return allNew(only);
  const read = new Map<string, ComparedFigure>();
  for (const figures of sheets) {
    for (const { measure, area, areaKind, from, to, quantity, value, symbol } of figures) {
      const named = areaKind === 'city' ? null : area;
      const figure = { measure, area: named, areaKind, from, to, quantity, value, symbol: symbol?.found ?? null };
      read.set(draftKey(figure), figure);
    }
  }
  return compareDrafts(held ?? new Map<string, ComparedFigure>(), read, covers, LISTED);
}

function line(
  one: ComparedFigure,
  after: number | null,
  kind: 'changed' | 'gone',
): Preview['changes']['largest'][number] {
  const what = [one.measure, one.area, one.quantity === 'count' ? null : one.quantity].filter((part) => part !== null);
  return { what: what.join(', '), period: periodId(one), before: one.value, after, kind };
}
