import type { Origin } from '../../../core/provenance/origin.ts';
import { partnership } from './measures.ts';
import type { ReadStore } from './open-store.ts';

/** A comparison that can be shown: one measure over one period. */
export interface ComparisonHeld {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
}

/** Comparisons held, the latest period first. */
export const comparisonsHeld = (db: ReadStore): ComparisonHeld[] =>
  db
    .prepare<[], ComparisonHeld>(
      `SELECT DISTINCT o.measure_id AS measure, o.period_from AS "from", o.period_to AS "to"
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       WHERE s.layout = 'comparison' AND o.quantity IN ('count', 'rate') AND o.symbol_meaning IS NOT 'gone'
       ORDER BY o.period_to DESC, o.period_from DESC, o.measure_id`,
    )
    .all();

interface ComparisonRow {
  importId: number;
  areaId: number;
  name: string;
  quantity: string;
  value: number | null;
  file: string;
  sheet: string;
  cell: string;
  illustrative: 0 | 1;
}

/** One area of a comparison as held, with the cells it came from. */
export interface ComparedAreaHeld {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly printedRate: number | null;
  readonly from: readonly Origin[];
}

/** The areas of one comparison from the latest live import that holds it. */
export function comparedAreas(
  db: ReadStore,
  { measure, from, to }: ComparisonHeld,
): { areas: ComparedAreaHeld[]; file: string | null; illustrative: boolean } {
  const rows = db
    .prepare<[string, string, string], ComparisonRow>(
      `SELECT o.import_id AS importId, o.area_id AS areaId, a.name, o.quantity, o.value, i.file_name AS file, s.sheet,
        o.cell, s.illustrative
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE s.layout = 'comparison' AND (o.measure_id = ? OR o.quantity = 'population') AND o.period_from = ? AND o.period_to = ?
         AND o.symbol_meaning IS NOT 'gone'
       ORDER BY o.import_id, o.observation_id`,
    )
    .all(measure, from, to);
  const latest = rows.at(-1)?.importId ?? null;
  const { cityId } = partnership(db);
  const areas = new Map<number, { -readonly [K in keyof ComparedAreaHeld]: ComparedAreaHeld[K] }>();
  for (const row of rows.filter(({ importId }) => importId === latest)) {
    let area = areas.get(row.areaId);
    if (area === undefined) {
      area = { name: row.name, own: row.areaId === cityId, count: null, population: null, printedRate: null, from: [] };
      areas.set(row.areaId, area);
    }
    if (row.quantity === 'count') area.count = row.value;
    if (row.quantity === 'population') area.population = row.value;
    if (row.quantity === 'rate') area.printedRate = row.value;
    area.from = [...area.from, { importId: row.importId, file: row.file, sheet: row.sheet, cell: row.cell }];
  }
  const [first] = rows.slice(-1);
  return { areas: [...areas.values()], file: first?.file ?? null, illustrative: first?.illustrative === 1 };
}
