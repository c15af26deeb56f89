import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workbench } from '../cli/workbench.ts';
import { ask, emptyEngine } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const sheet = (values: string) => `Anti-social behaviour\r\n,Apr,May,Jun\r\nActual 2015 - 2016,${values}\r\n`;

/** A month's folder: two files that will be kept, a new one in a folder inside, and what does not belong. */
function monthsFolder() {
  const folder = join(temporaryFolder(), 'June returns');
  mkdirSync(join(folder, 'police'), { recursive: true });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  return {
    folder,
    held: write('asb.csv', sheet('864,894,769')),
    changed: write('asb again.csv', sheet('864,894,770')),
    rewrite: () => write('asb again.csv', sheet('864,894,771')),
    fill: () => {
      write('police/new.csv', sheet('1,2,3'));
      write('letter.docx', 'Dear colleague');
      write('empty.csv', '');
      write('~$asb.xlsx', 'lock');
      write('.hidden.csv', sheet('4,5,6'));
    },
  };
}

describe('looking in a folder', () => {
  it('tells what is new, held, changed since and withdrawn, and what is not read here and why', async () => {
    const engine = emptyEngine();
    const month = monthsFolder();
    const ids: number[] = [];
    for (const path of [month.held, month.changed]) {
      const { file } = await ask(engine, 'file.offer', { path }, 'shell');
      const { preview } = await ask(engine, 'import.preview', { file });
      ids.push((await ask(engine, 'import.commit', { preview })).importId);
    }
    month.rewrite();
    month.fill();
    const look = await ask(engine, 'folder.look', { path: month.folder }, 'shell');
    expect(look).toMatchObject({ name: 'June returns', more: 0 });
    expect(look.files.map(({ name, within, state, importId }) => [within, name, state, importId])).toEqual([
      ['', 'asb again.csv', 'changed', ids[1]],
      ['', 'asb.csv', 'held', ids[0]],
      ['', 'empty.csv', 'not-readable', null],
      ['', 'letter.docx', 'not-readable', null],
      ['police', 'new.csv', 'new', null],
    ]);
    expect(look.files.filter(({ file }) => file === null).map(({ says }) => says)).toEqual([
      'An empty file',
      'Not a kind of file that is read here (.docx)',
    ]);
    await ask(engine, 'import.withdraw', { importId: ids[0] ?? 0, reason: 'wrong month' });
    const again = await ask(engine, 'folder.look-again', { folder: look.folder });
    expect(again.files.find(({ name }) => name === 'asb.csv')).toMatchObject({ state: 'withdrawn', importId: ids[0] });
    const fresh = again.files.find(({ name }) => name === 'new.csv');
    expect(await ask(engine, 'import.preview', { file: fresh?.file ?? '' })).toMatchObject({ outcome: 'ready' });
  });

  it('is never asked for by a path of the window’s own, and says plainly when the folder is gone', async () => {
    const engine = emptyEngine();
    const path = join(temporaryFolder(), 'nowhere');
    await expect(ask(engine, 'folder.look', { path })).rejects.toThrow(/window may not ask/);
    await expect(ask(engine, 'folder.look', { path }, 'shell')).rejects.toThrow(/nowhere is not there/);
  });

  it('comes from the command line too', async () => {
    const month = monthsFolder();
    month.fill();
    const store = join(temporaryFolder(), 'store.sqlite');
    const { exit, out } = await workbench('look', month.folder, '--store', store);
    expect(exit).toBe(0);
    expect(out).toMatch(/police › new\.csv +\d+ +New/);
    const { out: json } = await workbench('look', month.folder, '--store', store, '--json');
    const { files } = JSON.parse(json) as { files: { file: string; state: string }[] };
    expect(files.filter(({ state }) => state === 'new').map(({ file }) => file)).toEqual([
      'asb again.csv',
      'asb.csv',
      'new.csv',
    ]);
    expect((await workbench('look', '--store', store)).exit).toBe(2);
  });
});
