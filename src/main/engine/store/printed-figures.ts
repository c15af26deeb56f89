import type { PrintedFigure } from '../../../core/disclosure/earlier-packs.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** Whether a pack left the desk: one that never did is no earlier pack for those after it. */
export type PackStanding = 'handed-over' | 'set-aside';

/** What a pack printed and withheld, figure by figure, kept with the pack. */
type FigureKept = readonly [key: string, held: number, printed: number | null];

/** Keeps what a pack printed and which packs before it were minded; once for each pack. */
export function keepPrinted(
  db: WriteStore,
  packId: number,
  minded: readonly number[],
  figures: ReadonlyMap<string, PrintedFigure>,
): void {
  const kept = [...figures].map(([key, { held, printed }]): FigureKept => [key, held, printed]);
  db.prepare(
    `INSERT INTO pack_printed (pack_id, minded, printed) SELECT @packId, @minded, @printed
     WHERE NOT EXISTS (SELECT 1 FROM pack_printed WHERE pack_id = @packId)`,
  ).run({ packId, minded: JSON.stringify(minded), printed: JSON.stringify(kept) });
}

/** What a pack printed; null for one that was written before this was kept. */
export function printedOf(db: ReadStore, packId: number): Map<string, PrintedFigure> | null {
  const row = db
    .prepare<[number], { printed: string }>('SELECT printed FROM pack_printed WHERE pack_id = ?')
    .get(packId);
  if (row === undefined) return null;
  const kept = JSON.parse(row.printed) as FigureKept[];
  return new Map(kept.map(([key, held, printed]) => [key, { held, printed }]));
}

/** The packs that were minded when a pack was made; none for one of before. */
export function mindedBy(db: ReadStore, packId: number): number[] {
  const row = db.prepare<[number], { minded: string }>('SELECT minded FROM pack_printed WHERE pack_id = ?').get(packId);
  return row === undefined ? [] : (JSON.parse(row.minded) as number[]);
}

/** Numbers of the packs that left the desk, the first first. */
export const packsHandedOver = (db: ReadStore): number[] =>
  db
    .prepare<[], { packId: number }>(
      `SELECT pack_id AS packId FROM pack p WHERE coalesce(
        (SELECT standing FROM pack_standing WHERE pack_id = p.pack_id ORDER BY pack_standing_id DESC LIMIT 1),
        'handed-over') = 'handed-over' ORDER BY pack_id`,
    )
    .all()
    .map(({ packId }) => packId);

/** Says of a pack that it left the desk, or that it never did. */
export function sayPackStanding(db: WriteStore, packId: number, standing: PackStanding): void {
  db.prepare('INSERT INTO pack_standing (pack_id, standing, said_at) VALUES (?, ?, ?)').run(
    packId,
    standing,
    new Date().toISOString(),
  );
}
