import type { Origin } from '../../../core/provenance/origin.ts';
import type { ScoredClient } from '../../../core/performance/distance-travelled.ts';
import type { ReadStore } from './open-store.ts';

/** One client's scores with the cells they were read from. */
export interface ScoredClientHeld extends ScoredClient {
  readonly illustrative: boolean;
  readonly from: readonly Origin[];
}

interface ScoreRow {
  client: string;
  domain: string;
  entry: number | null;
  exit: number | null;
  closedOn: string | null;
  satisfied: 0 | 1 | null;
  importId: number;
  file: string;
  sheet: string;
  cell: string;
  illustrative: 0 | 1;
}

/** Clients scored for a measure: of several live imports that hold a client the latest speaks for that client. */
export function scoredClients(db: ReadStore, measure: string): ScoredClientHeld[] {
  const rows = db
    .prepare<[string], ScoreRow>(
      `SELECT c.client, c.domain, c.entry, c.exit, c.closed_on AS closedOn, c.satisfied, c.import_id AS importId,
        i.file_name AS file, s.sheet, c.cell, s.illustrative
       FROM score c
       JOIN live_import USING (import_id)
       JOIN import i USING (import_id)
       JOIN import_sheet s ON s.import_id = c.import_id AND s.position = c.position
       WHERE s.measure_id = ?
       ORDER BY c.import_id, c.score_id`,
    )
    .all(measure);
  const latest = new Map<string, number>();
  for (const { client, importId } of rows) latest.set(client, importId);
  const clients = new Map<string, ScoreRow[]>();
  for (const row of rows) {
    if (latest.get(row.client) !== row.importId) continue;
    const held = clients.get(row.client);
    if (held === undefined) clients.set(row.client, [row]);
    else held.push(row);
  }
  return [...clients].map(([client, scores]) => ({
    client,
    closedOn: scores.find((row) => row.closedOn !== null)?.closedOn ?? null,
    satisfied: scores[0]?.satisfied === null ? null : scores[0]?.satisfied === 1,
    domains: scores.map(({ domain, entry, exit }) => ({ domain, entry, exit })),
    illustrative: scores.some((row) => row.illustrative === 1),
    from: scores.map(({ importId, file, sheet, cell }) => ({ importId, file, sheet, cell })),
  }));
}
