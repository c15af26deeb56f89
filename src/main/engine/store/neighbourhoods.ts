import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import type { ReadStore } from './open-store.ts';

/** Neighbourhoods, their residents and which of them are priority, from the population imports in force. */
export interface NeighbourhoodsHeld {
  readonly names: ReadonlyMap<number, string>;
  readonly populations: readonly {
    readonly name: string;
    readonly residents: number | null;
    readonly origin: Origin;
  }[];
  readonly cityPopulation: number | null;
  readonly populationYear: string | null;
  readonly priority: readonly string[];
  readonly illustrative: boolean;
  readonly origins: readonly Origin[];
  readonly notes: readonly string[];
}

interface PopulationRow {
  areaId: number;
  name: string;
  kind: string;
  residents: number | null;
  year: string;
  importId: number;
  file: string;
  sheet: string;
  cell: string;
  illustrative: 0 | 1;
}

const originOf = ({ importId, file, sheet, cell }: PopulationRow): Origin => ({ importId, file, sheet, cell });

/** What is held about neighbourhoods: of several population imports the latest live one speaks. */
export function neighbourhoodsHeld(db: ReadStore): NeighbourhoodsHeld {
  const rows = db
    .prepare<[], PopulationRow>(
      `SELECT o.area_id AS areaId, a.name, a.kind, o.value AS residents, o.period_from AS year, o.import_id AS importId,
        i.file_name AS file, s.sheet, o.cell, s.illustrative
       FROM observation o
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = o.import_id AND s.position = o.position
       JOIN area a USING (area_id)
       WHERE o.measure_id = 'population' AND o.quantity = 'population' AND s.layout IN ('populations', 'crosstab')
         AND a.kind IN ('city', 'neighbourhood')
         AND o.symbol_meaning IS NOT 'gone'
         -- A table of every district in the country also names the city: only one of its neighbourhoods speaks here.
         AND EXISTS (
           SELECT 1 FROM observation n JOIN area na ON na.area_id = n.area_id
           WHERE n.import_id = o.import_id AND n.position = o.position AND na.kind = 'neighbourhood')
       ORDER BY o.import_id, o.period_from, o.observation_id`,
    )
    .all();
  const inForce = new Map<number, PopulationRow>();
  for (const row of rows) inForce.set(row.areaId, row);
  const held = [...inForce.values()];
  const city = held.find((row) => row.kind === 'city');
  const areas = held.filter((row) => row.kind === 'neighbourhood');
  const names = db
    .prepare<[], { id: number; name: string }>("SELECT area_id AS id, name FROM area WHERE kind = 'neighbourhood'")
    .all();
  const priority = db
    .prepare<[], { name: string }>(
      `SELECT a.name FROM priority_area JOIN area a USING (area_id)
       WHERE import_id = (SELECT max(p.import_id) FROM priority_area p JOIN live_import USING (import_id)) ORDER BY a.name`,
    )
    .all()
    .map(({ name }) => name);
  const sum = areas.reduce((total, row) => total + (row.residents ?? 0), 0);
  const cityPopulation = city?.residents ?? null;
  const differs = cityPopulation !== null && areas.length > 0 && sum !== cityPopulation;
  return {
    names: new Map(names.map(({ id, name }) => [id, name])),
    populations: areas.map((row) => ({ name: row.name, residents: row.residents, origin: originOf(row) })),
    cityPopulation,
    populationYear:
      held.length === 0
        ? null
        : `mid-${held.reduce((year, row) => (row.year > year ? row.year : year), '').slice(0, 4)}`,
    priority,
    illustrative: held.some((row) => row.illustrative === 1),
    origins: joinOrigins(held.map((row) => [originOf(row)])),
    notes: differs
      ? [
          `Neighbourhoods hold ${sum.toLocaleString('en-GB')} residents; the city total is ${cityPopulation.toLocaleString('en-GB')}.`,
        ]
      : [],
  };
}
