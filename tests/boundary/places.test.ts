import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { besideArchive, makeDataFolder, nodeIn, storePathFrom } from '../../src/main/shell/places.ts';

it('closes the data folder to everyone but its owner, also one that stood open', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-places-'));
  makeDataFolder(join(folder, 'a/b'));
  makeDataFolder(folder);
  expect([folder, join(folder, 'a/b')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
  rmSync(folder, { recursive: true });
});

it.each([
  [['electron', '.'], '/data/workbench.sqlite'],
  [['electron', '.', '--store', 'out/w.sqlite'], '/here/out/w.sqlite'],
  [['electron', '.', '--store=/abs/w.sqlite', '--no-sandbox'], '/abs/w.sqlite'],
  [['electron', '.', '--store'], '/data/workbench.sqlite'],
])('finds the store from %j', (args, path) => {
  expect(storePathFrom(args, '/data', '/here')).toBe(path);
});

it('opens a store that was double-clicked, where it is there, and neither another file nor one that --store overrides', () => {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-places-'));
  const [store, other] = [join(folder, 'Board.workbench'), join(folder, 'notes.txt')];
  for (const path of [store, other]) writeFileSync(path, '');
  const opens = (...words: string[]): string => storePathFrom(['/opt/safer-workbench', ...words], '/data', folder);
  expect(opens(store)).toBe(store);
  expect(opens('--no-sandbox', 'Board.workbench')).toBe(store);
  expect(opens('--store', '/abs/w.sqlite', store)).toBe('/abs/w.sqlite');
  for (const word of [other, 'gone.workbench', 'https://example.org/x.workbench', '--x=Board.workbench'])
    expect(opens(word)).toBe('/data/workbench.sqlite');
  rmSync(folder, { recursive: true });
});

it('runs a packaged app’s engine on nothing that its surroundings name', () => {
  const asked = { appFolder: '/opt/w/resources/app.asar', named: '/tmp/evil' };
  expect(nodeIn({ ...asked, packagedIn: '/opt/w/resources' })).toBe('/opt/w/resources/node/node');
  expect(nodeIn({ ...asked, packagedIn: null })).toBe('/tmp/evil');
});

it('finds beside the archive what only Electron could read inside it, and changes no other path', () => {
  expect(besideArchive('/opt/w/resources/app.asar/dist/main/engine.js')).toBe(
    '/opt/w/resources/app.asar.unpacked/dist/main/engine.js',
  );
  expect(besideArchive('/home/me/w/dist/main/engine.js')).toBe('/home/me/w/dist/main/engine.js');
});
