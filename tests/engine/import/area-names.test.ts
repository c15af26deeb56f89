import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

/** A record extract of two neighbourhoods, the second now and then mistyped. */
function recordsFile(folder: string, name: string, mistyped: string): string {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const place = at === 7 ? mistyped : at % 2 === 0 ? 'Keyham' : 'Ford';
    return `CR/${name}${String(at)},${String((at % 28) + 1).padStart(2, '0')}/06/2015,Theft,Other theft,${place}`;
  });
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, ['Crime Number,Date Recorded,HO Group,HO Sub Group,Neighbourhood', ...rows].join('\r\n'));
  return path;
}

async function preview(engine: Engine, path: string) {
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return ask(engine, 'import.preview', { file });
}

const counts = (engine: Engine) =>
  engine.store.read
    .prepare(
      'SELECT name, sum(events) AS events FROM record_count JOIN area USING (area_id) GROUP BY name ORDER BY name',
    )
    .all();

describe('a mistyped neighbourhood', () => {
  it('is proposed before anything is kept, and joins its area once the officer keeps it as another name', async () => {
    const engine = emptyEngine();
    const path = recordsFile(temporaryFolder(), 'june', 'Keyhm');
    const [sheet] = (await preview(engine, path)).sheets;
    expect(sheet?.areaProposals).toEqual([
      { found: 'Keyhm', meant: 'Keyham', kind: 'neighbourhood', rows: 1, distance: 1 },
    ]);
    const kept = await ask(engine, 'area.keep-alias', { alias: 'Keyhm', name: 'Keyham', kind: 'neighbourhood' });
    expect(kept).toMatchObject({
      area: { name: 'Keyham', otherNames: [{ alias: 'Keyhm', by: 'officer' }] },
      keptUnderIt: 0,
    });
    const again = await preview(engine, path);
    expect(again.sheets[0]).toMatchObject({
      areaProposals: [],
      spellings: [{ found: 'Keyhm', kept: 'Keyham', rows: 1 }],
    });
    await ask(engine, 'import.commit', { preview: again.preview });
    expect(counts(engine)).toEqual([
      { name: 'Ford', events: 19 },
      { name: 'Keyham', events: 21 },
    ]);
  });

  it('is an area of its own again once the name is taken away, and says what was kept under it before', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await ask(engine, 'area.keep-alias', { alias: 'Keyhm', name: 'Keyham', kind: 'neighbourhood' });
    await ask(engine, 'area.forget-alias', { alias: 'Keyhm' });
    await ask(engine, 'import.commit', {
      preview: (await preview(engine, recordsFile(folder, 'june', 'Keyhm'))).preview,
    });
    expect(counts(engine)).toContainEqual({ name: 'Keyhm', events: 1 });
    const kept = await ask(engine, 'area.keep-alias', { alias: 'KEYHM', name: 'Keyham', kind: 'neighbourhood' });
    expect(kept.keptUnderIt).toBe(1);
  });

  it('cannot be another name of two areas, nor of itself', async () => {
    const engine = emptyEngine();
    await ask(engine, 'area.keep-alias', { alias: 'Keyhm', name: 'Keyham', kind: 'neighbourhood' });
    await expect(
      ask(engine, 'area.keep-alias', { alias: 'keyhm', name: 'Ford', kind: 'neighbourhood' }),
    ).rejects.toThrow(/already another name of «Keyham»/);
    await expect(
      ask(engine, 'area.keep-alias', { alias: 'KEY HAM', name: 'Keyham', kind: 'neighbourhood' }),
    ).rejects.toThrow(/is «Keyham» already/);
    await expect(ask(engine, 'area.forget-alias', { alias: 'Nowhere' })).rejects.toThrow(/No area has/);
  });
});

describe('codes beside the names of areas', () => {
  const table = (name: string) =>
    [
      'Police recorded crime by Community Safety Partnership, year ending June 2025',
      'Area code,Community Safety Partnership name,Total recorded crime,Theft',
      `E22000056,${name},25767,5968`,
      'E22000057,Exeter,13751,4000',
      'E22000058,Torbay,13210,3000',
    ].join('\r\n');

  it('are carried as other names, so that the next table may call the area something else', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const first = join(folder, 'june.csv');
    writeFileSync(first, table('Plymouth'));
    await ask(engine, 'import.commit', { preview: (await preview(engine, first)).preview });
    const { areas } = await ask(engine, 'area.list', {});
    expect(areas[0]).toMatchObject({ name: 'Plymouth', kind: 'city' });
    expect(areas[0]?.otherNames).toContainEqual({ alias: 'E22000056', by: 'extract' });
    const second = join(folder, 'september.csv');
    writeFileSync(second, table('Plymouth City Council area').replace('25767', '25768'));
    const found = await preview(engine, second);
    expect(found.sheets[0]?.spellings).toEqual([{ found: 'Plymouth City Council area', kept: 'Plymouth', rows: 2 }]);
    expect(found.changes).toMatchObject({ new: 0, changed: 1, same: 5, gone: 0 });
  });
});
