import type { Measure } from '../../../core/measure/measure.ts';
import { readMonthId } from '../../../core/time/month.ts';
import type { Arrival } from '../../../core/time/usual-day.ts';
import type { ReadStore } from './open-store.ts';

interface Row {
  importedAt: string;
  dataset: string;
  measure: string | null;
  month: string | null;
}

/** When each month's figures of a measure came, by the sheets that feed it; withdrawn imports came all the same. */
export function arrivalsOf(db: ReadStore, measure: Measure): Arrival[] {
  return db
    .prepare<[], Row>(
      `SELECT i.imported_at AS importedAt, s.report ->> '$.dataset' AS dataset, s.report ->> '$.measure' AS measure,
         coalesce(s.report ->> '$.known.to', s.report ->> '$.covers.to') AS month
       FROM import i JOIN import_sheet s ON s.import_id = i.import_id`,
    )
    .all()
    .filter(
      (row) =>
        measure.datasets.includes(row.dataset) &&
        (row.measure === measure.id || (row.measure === null && row.dataset !== 'measure-sheet')),
    )
    .flatMap(({ importedAt, month }) => {
      const known = readMonthId(month ?? '');
      return known === null ? [] : [{ month: known, day: importedAt.slice(0, 10) }];
    });
}
