import { figureKey } from '../../../core/provenance/figure-key.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

export interface FigureNote {
  /** The figure it is about, as {@link figureKey} writes it. */
  readonly figure: string;
  readonly note: string;
  readonly notedAt: string;
}

/** Every note there is, the latest first. */
export function listFigureNotes(db: ReadStore): FigureNote[] {
  return db
    .prepare<[], FigureNote>('SELECT figure, note, noted_at AS notedAt FROM figure_note ORDER BY noted_at DESC, figure')
    .all();
}

/** Notes something about a figure in place of what was noted before; nothing said takes the note away. */
export function noteFigure(
  db: WriteStore,
  figure: Readonly<Record<string, string | number | undefined>>,
  note: string,
  at: Date,
): void {
  const key = figureKey(figure);
  const said = note.trim();
  if (said === '') {
    db.prepare('DELETE FROM figure_note WHERE figure = ?').run(key);
    return;
  }
  db.prepare(
    `INSERT INTO figure_note (figure, note, noted_at) VALUES (?, ?, ?)
     ON CONFLICT (figure) DO UPDATE SET note = excluded.note, noted_at = excluded.noted_at`,
  ).run(key, said, at.toISOString());
}
