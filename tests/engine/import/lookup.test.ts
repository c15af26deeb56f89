import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { gatherGap } from '../../../src/main/engine/gather/gap.ts';
import { financialYearFrom } from '../../../src/core/time/financial-year.ts';
import { areaMonthCounts } from '../../../src/main/engine/store/held-counts.ts';
import { recordRows } from '../../../src/main/engine/store/record-rows.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

async function keep(engine: Engine, name: string, lines: readonly string[]) {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, lines.join('\r\n'));
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  const { preview } = await ask(engine, 'import.preview', { file });
  return ask(engine, 'import.commit', { preview });
}

/** Twelve crimes of April 2015: four name their neighbourhood, six only an LSOA, two nothing. */
const CRIMES = [
  'Crime Number,Date Recorded,HO Group,HO Sub Group,Neighbourhood,LSOA code',
  ...Array.from({ length: 12 }, (_, at) => {
    const place = at < 4 ? 'Ford,E01015003' : at < 7 ? ',E01015001' : at < 10 ? ',E01015003' : ',';
    return `CR/${String(at)},${String(at + 1).padStart(2, '0')}/04/2015,Theft,Other theft,${place}`;
  }),
];
const POPULATION = [
  'Residents by neighbourhood mid-2013',
  'Neighbourhood,Residents,Priority neighbourhood',
  'Ford,1000,Yes',
  'Keyham,2000,No',
  'Plymouth,3000,',
];
const lookupOf = (first: string) => [
  'LSOA code,LSOA name,Neighbourhood',
  `E01015001,Plymouth 001A,${first}`,
  'E01015002,Plymouth 001B,Keyham',
  'E01015003,Plymouth 002A,Ford',
];

const placed = (engine: Engine) => {
  const { read } = engine.store;
  const names = new Map(
    (read.prepare('SELECT area_id AS id, name FROM area').all() as { id: number; name: string }[]).map((one) => [
      one.id,
      one.name,
    ]),
  );
  return Object.fromEntries(
    areaMonthCounts(read, 'all-crime', '2015-04', '2015-04').map(({ areaId, events }) => [
      areaId === null ? 'nowhere' : (names.get(areaId) ?? '?'),
      events,
    ]),
  );
};

describe('records that name an LSOA and no neighbourhood', () => {
  it('are placed by a lookup kept later, without importing them again; those that name their own stay there', async () => {
    const engine = emptyEngine();
    await keep(engine, 'crimes.csv', CRIMES);
    expect(placed(engine)).toEqual({ Ford: 4, nowhere: 8 });
    const lookup = await keep(engine, 'lookup.csv', lookupOf('Keyham'));
    expect(lookup.about).toContain('3 LSOAs');
    expect(placed(engine)).toEqual({ Ford: 7, Keyham: 3, nowhere: 2 });
  });

  it('follow the latest live lookup, and the one before it once that is withdrawn', async () => {
    const engine = emptyEngine();
    await keep(engine, 'crimes.csv', CRIMES);
    await keep(engine, 'lookup.csv', lookupOf('Keyham'));
    const newer = await keep(engine, 'lookup-2016.csv', lookupOf('Stoke'));
    expect(placed(engine)).toEqual({ Ford: 7, Stoke: 3, nowhere: 2 });
    await ask(engine, 'import.withdraw', { importId: newer.importId, reason: 'wrong year' });
    expect(placed(engine)).toEqual({ Ford: 7, Keyham: 3, nowhere: 2 });
  });

  it('count in the gap, which says how many were placed, by which lookup, and names it among its sources', async () => {
    const engine = emptyEngine();
    await keep(engine, 'population.csv', POPULATION);
    await keep(engine, 'crimes.csv', CRIMES);
    await keep(engine, 'lookup.csv', lookupOf('Keyham'));
    const gap = gatherGap(engine.store.read, financialYearFrom(2015));
    expect(gap.view.neighbourhoods.map(({ name, count }) => [name, count])).toEqual([
      ['Ford', 7],
      ['Keyham', 3],
    ]);
    expect(gap.view.notes.join(' ')).toContain(
      '6 records without a neighbourhood were placed by their LSOA, by the lookup «lookup.csv» (import 3, kept on',
    );
    expect(gap.populations.map(({ file }) => file)).toContain('lookup.csv');
  });

  it('are listed under the neighbourhood they were placed in', async () => {
    const engine = emptyEngine();
    await keep(engine, 'crimes.csv', CRIMES);
    await keep(engine, 'lookup.csv', lookupOf('Keyham'));
    const april = { measure: 'all-crime', from: '2015-04', to: '2015-04' };
    const keyham = recordRows(engine.store.read, { ...april, area: 'Keyham' }, 0, 100);
    expect([keyham.of, keyham.rows.map(({ area }) => area)]).toEqual([3, ['Keyham', 'Keyham', 'Keyham']]);
    expect(recordRows(engine.store.read, { ...april, area: null }, 0, 100)).toMatchObject({ of: 12 });
  });
});
