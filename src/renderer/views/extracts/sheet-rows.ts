import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';

/** Rows asked for at once. */
export const CHUNK = 200;

interface Loaded {
  readonly rows: ReadonlyMap<number, readonly string[]>;
  readonly failure: Failure | null;
}

const NONE: Loaded = { rows: new Map(), failure: null };

/** The cells of a sheet, by row number, fetched in chunks as they come into sight. Rows without cells are absent. */
export function useSheetRows(preview: string, sheet: string, first: number, last: number): Loaded {
  const [loaded, setLoaded] = useState<Loaded>(NONE);
  const asked = useRef(new Set<string>());
  const from = Math.floor(Math.max(0, first - 1) / CHUNK);
  const to = Math.floor(Math.max(0, last - 1) / CHUNK);
  useEffect(() => {
    for (let chunk = from; chunk <= to; chunk++) {
      const key = `${sheet} ${String(chunk)}`;
      if (asked.current.has(key)) continue;
      asked.current.add(key);
      void ask('import.sheet', { preview, sheet, fromRow: chunk * CHUNK + 1, rows: CHUNK }).then((reply) => {
        if (!reply.ok) {
          asked.current.delete(key);
          setLoaded((before) => ({ ...before, failure: reply.failure }));
          return;
        }
        setLoaded((before) => {
          const rows = new Map(before.rows);
          for (const { row, cells } of reply.value.rows) rows.set(row, cells);
          return { rows, failure: null };
        });
      });
    }
  }, [preview, sheet, from, to]);
  return loaded;
}
