import type { EarlierPack, PrintedFigure } from '../../../core/disclosure/earlier-packs.ts';
import type { Month } from '../../../core/time/month.ts';
import { gatherFigures } from '../gather/report-content.ts';
import type { ReadStore, Store } from '../store/open-store.ts';
import { packById, storeAt } from '../store/packs.ts';
import { packsHandedOver, printedOf } from '../store/printed-figures.ts';
import type { PackChoices } from './gather-pack.ts';

type Figures = ReadonlyMap<string, PrintedFigure>;

/** What a pack printed never changes, so that it is read once. */
const read = new WeakMap<ReadStore, Map<number, Figures>>();

/** A pack of before printed figures were kept is worked out again as it was: it minded none before it. */
function workOutAgain(store: Store, packId: number): Figures {
  const pack = packById(store.read, packId);
  const { smallNumbers = null } = JSON.parse(pack.choices) as PackChoices;
  const db = storeAt(store, pack);
  try {
    return gatherFigures(db, pack.asAt as Month, pack.madeAt, { smallNumbers }).remembered;
  } finally {
    db.close();
  }
}

/** What the packs of these numbers printed and withheld; without numbers, every pack that left the desk. */
export function earlierPacks(store: Store, packIds: readonly number[] = packsHandedOver(store.read)): EarlierPack[] {
  const known = read.get(store.read) ?? new Map<number, Figures>();
  read.set(store.read, known);
  return packIds.map((packId) => {
    const figures = known.get(packId) ?? printedOf(store.read, packId) ?? workOutAgain(store, packId);
    known.set(packId, figures);
    return { packId, figures };
  });
}
