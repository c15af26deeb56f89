import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableFromIPC } from 'apache-arrow';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { keepFile } from '../../../src/main/engine/import/import-file.ts';
import { ask, emptyEngine, engineWithMonth, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const square = (x: number, y: number) => [
  [x, y],
  [x + 1, y],
  [x + 1, y + 1],
  [x, y + 1],
  [x, y],
];
const feature = (name: string, at: number) => ({
  type: 'Feature',
  properties: { id: at, NM: name },
  geometry: { type: 'Polygon', coordinates: [square(at, 50)] },
});

async function keep(engine: Engine, content: string, name = 'Neighbourhoods') {
  const path = join(temporaryFolder(), 'outlines.geojson');
  writeFileSync(path, content);
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return ask(engine, 'boundary.keep', { file, name });
}

describe('a map from the officer’s own boundary file', () => {
  it('is joined by name, however it is spelt, and lists what has no partner', async () => {
    const engine = await engineWithMonth(SAMPLE, join(temporaryFolder(), 'store.sqlite'));
    const collection = {
      type: 'FeatureCollection',
      features: [feature('GREENBANK AND UNIVERSITY', 1), feature('Stonehouse', 2), feature('Atlantis', 3)],
    };
    const kept = await keep(engine, JSON.stringify(collection));
    expect(kept).toMatchObject({ name: 'Neighbourhoods', outlines: 3 });
    const asked = {
      boundaryId: kept.boundaryId,
      measure: 'all-crime',
      from: '2015-04',
      to: '2015-06',
      of: 'neighbourhoods',
    };
    const map = await ask(engine, 'map.show', asked);
    expect(map.areas.map(({ name, count }) => [name, count === null])).toEqual([
      ['GREENBANK AND UNIVERSITY', false],
      ['Stonehouse', false],
      ['Atlantis', true],
    ]);
    expect(map.withoutFigure).toEqual(['Atlantis']);
    expect(map.withoutOutline).toHaveLength(37);
    const gap = await ask(engine, 'gap.show', { year: '2015/16' });
    const stonehouse = gap.neighbourhoods.find(({ name }) => name === 'Stonehouse');
    expect(map.areas[1]).toMatchObject({ value: stonehouse?.ratePerThousand, marked: true });
    const { measure, from, to, of } = asked;
    const explained = async (figure: string) =>
      ask(engine, 'figure.explain', { view: 'map', measure, from, to, of, area: 'Greenbank & University', figure });
    const [count, rate, residents] = [await explained('count'), await explained('rate'), await explained('residents')];
    expect([count.value, rate.value]).toEqual([map.areas[0]?.count, map.areas[0]?.value]);
    expect(count.inputs.map(({ name }) => name)).toEqual(['April 2015', 'May 2015', 'June 2015']);
    expect(count.inputs.reduce((sum, { value }) => sum + Number(value), 0)).toBe(count.value);
    expect(count.from.map(({ file }) => file)).toEqual(Array(3).fill('Recorded crime April 2014 to June 2015.xlsx'));
    for (const [at, { cell }] of count.from.entries())
      expect(cell).toMatch(new RegExp(`^${String(count.inputs[at]?.value)} of the rows [\\d,]+ to [\\d,]+$`));
    expect(residents.from).toEqual([
      expect.objectContaining({
        file: 'Neighbourhood populations mid-2014.xlsx',
        cell: expect.stringMatching(/^B\d+$/) as string,
      }),
    ]);
    expect(rate.from).toEqual([...count.from, ...residents.from]);
    expect((rate.value ?? 0) * (residents.value ?? 0)).toBeCloseTo((count.value ?? 0) * 1000, 6);
    const { bytes } = await ask(engine, 'chart.draw', { chart: { view: 'map', ...asked }, format: 'svg' });
    expect(new TextDecoder().decode(bytes)).toMatch(/3 outlines/);
    await ask(engine, 'boundary.remove', { boundaryId: kept.boundaryId });
    expect(await ask(engine, 'boundary.list', {})).toEqual([]);
    engine.store.close();
  });

  it('shows street records by small area, of the months and measure that are held', async () => {
    const engine = emptyEngine();
    const path = join(temporaryFolder(), '2020-01-devon-and-cornwall-street.csv');
    const head =
      'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context';
    const row = (id: string, code: string, name: string) =>
      `${id},2020-01,Devon & Cornwall Police,Devon & Cornwall Police,-4.1,50.4,On or near Street,${code},${name},Burglary,Under investigation,`;
    const rows = [
      row('a', 'E01015001', 'Plymouth 001A'),
      row('b', 'E01015001', 'Plymouth 001A'),
      row('c', 'E01015002', 'Plymouth 001B'),
      // Anti-social behaviour has no reference: two alike are two incidents.
      row('', 'E01015002', 'Plymouth 001B'),
      row('', 'E01015002', 'Plymouth 001B'),
    ];
    writeFileSync(path, [head, ...rows].join('\n'));
    await keepFile(engine.store, path, null, {});
    const [street, ...others] = await ask(engine, 'map.measures', {});
    expect(others).toEqual([]);
    expect(street).toMatchObject({ from: '2020-01', to: '2020-01', placed: false });
    const outline = (code: string, at: number) => ({
      ...feature(code, at),
      properties: { LSOA11CD: code },
    });
    const collection = { type: 'FeatureCollection', features: [outline('E01015001', 1), outline('E01015002', 2)] };
    const kept = await keep(engine, JSON.stringify(collection), 'LSOAs');
    const map = await ask(engine, 'map.show', {
      boundaryId: kept.boundaryId,
      measure: street?.measure,
      from: street?.from,
      to: street?.to,
      of: 'small-areas',
    });
    expect(map.areas.map(({ name, count }) => [name, count])).toEqual([
      ['E01015001', 2],
      ['E01015002', 3],
    ]);
    const found = await ask(engine, 'figure.explain', {
      view: 'map',
      measure: street?.measure,
      from: street?.from,
      to: street?.to,
      of: 'small-areas',
      area: map.areas[1]?.held,
      figure: 'count',
    });
    expect(found).toMatchObject({ value: 3, inputs: [{ name: 'January 2020', value: '3' }] });
    expect(found.from).toEqual([expect.objectContaining({ file: basename(path), cell: '3 of the rows 2 to 6' })]);
  });

  it('counts records by ward once a lookup of wards is held, says how many it could not place, and leads to their rows', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const crimes = join(folder, 'crimes.csv');
    const lsoas = ['E01015001', 'E01015001', 'E01015002', 'E01015003', 'E01015009', ''];
    const lines = lsoas.map((lsoa, at) => `CR/${String(at)},0${String(at + 1)}/04/2015,Theft,Other theft,Ford,${lsoa}`);
    writeFileSync(
      crimes,
      ['Crime Number,Date Recorded,HO Group,HO Sub Group,Neighbourhood,LSOA code', ...lines].join('\n'),
    );
    await keepFile(engine.store, crimes, null, {});
    const collection = { type: 'FeatureCollection', features: [feature('Ham', 1), feature('Peverell', 2)] };
    const { boundaryId } = await keep(engine, JSON.stringify(collection), 'Wards');
    const asked = { measure: 'all-crime', from: '2015-04', to: '2015-04', of: 'wards' } as const;
    await expect(ask(engine, 'map.show', { boundaryId, ...asked })).rejects.toThrow(
      /No lookup of wards is held. Bring/,
    );

    const lookup = join(folder, 'wards.csv');
    const places = ['E01015001,Plymouth 001A,Ham', 'E01015002,Plymouth 001B,Ham', 'E01015003,Plymouth 002A,Peverell'];
    writeFileSync(lookup, ['LSOA code,LSOA name,Ward', ...places].join('\n'));
    await keepFile(engine.store, lookup, null, {});
    const map = await ask(engine, 'map.show', { boundaryId, ...asked });
    expect(map.areas.map(({ name, count, population }) => [name, count, population])).toEqual([
      ['Ham', 3, null],
      ['Peverell', 1, null],
    ]);
    expect(map.title).toBe('All crime by ward, 1 April to 30 April 2015');
    expect(map.notes[0]).toMatch(
      /^Each record is in the ward of its LSOA, by the lookup «wards.csv» \(import 2, kept on /,
    );
    expect(map.notes).toContain(
      '2 records name no small area that the lookup places in a ward and are not on the map.',
    );
    const { value, from } = await ask(engine, 'figure.explain', {
      view: 'map',
      ...asked,
      area: 'Ham',
      figure: 'count',
    });
    expect(value).toBe(3);
    expect(from.map(({ file, cell }) => [file, cell])).toEqual([
      ['crimes.csv', '3 of the rows 2 to 7'],
      ['wards.csv', 'A2:C4'],
    ]);
  });

  it('refuses what is no GeoJSON and keeps nothing', async () => {
    const engine = await engineWithMonth(SAMPLE, join(temporaryFolder(), 'store.sqlite'));
    for (const [content, why] of [
      ['no json', /not readable/],
      ['{"type":"Topology","objects":{}}', /TopoJSON/],
      ['{"features":[{"geometry":{"type":"Point","coordinates":[1,2]}}]}', /No area outlines/],
      ['[]', /no list of features/],
    ] as const) {
      await expect(keep(engine, content)).rejects.toThrow(why);
    }
    expect(await ask(engine, 'boundary.list', {})).toEqual([]);
    engine.store.close();
  });

  it('lists the records behind it as Arrow, page by page, as many as the month counts', async () => {
    const engine = await engineWithMonth(SAMPLE, join(temporaryFolder(), 'store.sqlite'));
    const asked = { measure: 'all-crime', from: '2015-06', to: '2015-06', rows: 1000 };
    const first = await ask(engine, 'record.table', asked);
    expect(first).toMatchObject({ rows: 1000, of: 4799 - 3368 });
    const second = await ask(engine, 'record.table', { ...asked, after: first.last });
    expect(first.rows + second.rows).toBe(first.of);
    const table = tableFromIPC(second.bytes);
    expect(table.numRows).toBe(second.rows);
    expect([...new Set(table.getChild('month')?.toArray() as string[])]).toEqual(['2015-06']);
    engine.store.close();
  });
});
