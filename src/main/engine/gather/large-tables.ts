import { figuresOfSpan, residentsNear, spansHeld, type ComparedKind } from '../store/area-figures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { recordRows, type RecordsWanted } from '../store/record-rows.ts';
import { arrowBytes } from '../transport/arrow.ts';

/** Every area's figures of every measure and span, as one Arrow buffer. */
export function figuresAsArrow(
  db: ReadStore,
  kind: ComparedKind,
  measure: string | null,
): { bytes: Uint8Array; rows: number } {
  const spans = new Map(spansHeld(db, kind, measure).map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  const rows = [...spans.values()].flatMap((span) => {
    const residents = residentsNear(db, kind, span.to);
    return [...figuresOfSpan(db, kind, span, measure).byMeasure].flatMap(([id, areas]) =>
      areas.map((area) => {
        const near = area.population === null ? residents.get(area.key) : undefined;
        const population = area.population ?? near?.residents ?? null;
        return { ...area, ...span, measure: id, population, populationYear: near?.year ?? null };
      }),
    );
  });
  const bytes = arrowBytes([
    { name: 'measure', kind: 'text', values: rows.map((row) => row.measure) },
    { name: 'from', kind: 'text', values: rows.map((row) => row.from) },
    { name: 'to', kind: 'text', values: rows.map((row) => row.to) },
    { name: 'area', kind: 'text', values: rows.map((row) => row.name) },
    { name: 'count', kind: 'number', values: rows.map((row) => row.count) },
    { name: 'population', kind: 'number', values: rows.map((row) => row.population) },
    { name: 'populationYear', kind: 'number', values: rows.map((row) => row.populationYear) },
    { name: 'printedRate', kind: 'number', values: rows.map((row) => row.printedRate) },
  ]);
  return { bytes, rows: rows.length };
}

/** Records of some months as one Arrow buffer; `last` is where the next page starts. */
export function recordsAsArrow(
  db: ReadStore,
  wanted: RecordsWanted,
  after: number,
  limit: number,
): { bytes: Uint8Array; rows: number; of: number; last: number | null } {
  const { rows, of } = recordRows(db, wanted, after, limit);
  const bytes = arrowBytes([
    { name: 'row', kind: 'number', values: rows.map((row) => row.row) },
    { name: 'month', kind: 'text', values: rows.map((row) => row.month) },
    { name: 'day', kind: 'text', values: rows.map((row) => row.day) },
    { name: 'area', kind: 'text', values: rows.map((row) => row.area) },
    { name: 'offenceGroup', kind: 'text', values: rows.map((row) => row.offenceGroup) },
    { name: 'offence', kind: 'text', values: rows.map((row) => row.offence) },
    { name: 'outcome', kind: 'text', values: rows.map((row) => row.outcome) },
    { name: 'events', kind: 'number', values: rows.map((row) => row.events) },
  ]);
  return { bytes, rows: rows.length, of, last: rows.at(-1)?.id ?? null };
}
