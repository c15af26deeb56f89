import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readOutlines } from '../../../core/performance/map-view.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Parsed } from '../../../preload/contract.ts';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { gatherGapExplored, type GapChoice } from '../gather/gap-explore.ts';
import { namesOf } from '../gather/group.ts';
import { gatherMap, type MapOf } from '../gather/map.ts';
import { yearAsked } from '../gather/year-asked.ts';
import {
  areSmallAreasCounted,
  countSmallAreas,
  listBoundaries,
  mappedMeasures,
  removeBoundary,
  saveBoundary,
} from '../store/boundaries.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { lookupInForce } from '../store/lookups.ts';
import { changing } from './groups.ts';

/** The largest boundary file taken: the outlines of a county's small areas are a few megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;

type PlaceCommands = Pick<Handlers, Extract<keyof Handlers, 'gap.explore' | `boundary.${string}` | `map.${string}`>>;

/** What was asked of the gap, with its years checked. */
export const gapChoice = ({ baselineYear, ...asked }: Omit<Parsed<'gap.explore'>, 'year'>): GapChoice => ({
  ...asked,
  baselineYear: baselineYear === undefined ? undefined : yearAsked(baselineYear),
});

/** Makes the counts a map of small areas is drawn from, where a new import has none yet. */
export async function readyForMap(engine: Engine, of: MapOf): Promise<void> {
  if (of === 'neighbourhoods' || areSmallAreasCounted(engine.store.read)) return;
  const { write } = engine.store;
  await engine.inTurn(() => {
    write
      .transaction(() => {
        countSmallAreas(write);
      })
      .immediate();
    return Promise.resolve();
  });
}

async function keepBoundary(engine: Engine, file: string, name: string) {
  const path = engine.files.get(file);
  if (path === undefined) throw new FigureRefusal('This file is no longer offered. Choose it again.');
  const { size } = await stat(path);
  if (size > MOST_BYTES)
    throw new FigureRefusal(`${basename(path)} is larger than 64 MB: too large for a boundary file.`);
  const bytes = await readFile(path);
  const geometry = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const outlines = readOutlines(geometry);
  if ('cannot' in outlines) throw new FigureRefusal(`${basename(path)}: ${outlines.says}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return changing(engine, ['boundaries'], (db) => {
    const id = saveBoundary(db, { name, fileName: basename(path), sha256, geometry });
    const kept = listBoundaries(db).find(({ boundaryId }) => boundaryId === id);
    if (kept === undefined) throw new Error('the boundary just kept is not there');
    return { ...kept, outlines: outlines.length };
  });
}

export const placeCommands: PlaceCommands = {
  'gap.explore': ({ year, ...asked }, { store: { read } }) =>
    gatherGapExplored(read, yearAsked(year), gapChoice(asked)),

  'boundary.list': (_input, { store: { read } }) => listBoundaries(read),

  'boundary.keep': ({ file, name }, engine) => keepBoundary(engine, file, name),

  'boundary.remove': async ({ boundaryId }, engine) => {
    await changing(engine, ['boundaries'], (db) => {
      removeBoundary(db, boundaryId);
    });
    return {};
  },

  'map.measures': (_input, { store: { read } }) => {
    const named = namesOf(read);
    const lookup = lookupInForce(read) !== null;
    return mappedMeasures(read).map(({ placed, ...one }) => ({
      ...one,
      name: named(one.measure).name,
      placed: placed || lookup,
    }));
  },

  'map.show': async ({ boundaryId, measure, from, to, of }, engine) => {
    await readyForMap(engine, of);
    return gatherMap(engine.store.read, boundaryId, measure, { from: from as Month, to: to as Month }, of);
  },
};
