import { utils, write } from '@e965/xlsx';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blocksNamed } from '../../../src/core/check/cells-named.ts';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { MOST_CELLS_COPIED } from '../../../src/main/engine/store/sheet-copies.ts';
import { ask, emptyEngine, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

async function keep(engine: Engine, path: string) {
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return ask(engine, 'import.commit', { preview: (await ask(engine, 'import.preview', { file })).preview });
}

const sample = (part: string, starts: RegExp): string => {
  const name = readdirSync(join(SAMPLE, part)).find((one) => starts.test(one));
  if (name === undefined) throw new Error(`no ${String(starts)} in ${part}`);
  return join(SAMPLE, part, name);
};

function workbook(rows: readonly (readonly unknown[])[]): string {
  const path = join(temporaryFolder(), 'long.xlsx');
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  writeFileSync(
    path,
    write({ SheetNames: ['ASB'], Sheets: { ASB: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  );
  return path;
}

describe('the sheet a figure came from', () => {
  it('shows in the very cell a figure names the number that was kept', async () => {
    const engine = emptyEngine();
    await keep(engine, sample('partner', /social|asb/i));
    const asked = { view: 'measure', measure: 'asb', year: '2015/16', period: '2015-06', column: 'actual' } as const;
    const explained = await ask(engine, 'figure.explain', asked);
    const [origin] = explained.from;
    if (origin === undefined) throw new Error('no cell');
    const copy = await ask(engine, 'import.cells', { importId: origin.importId, sheet: origin.sheet });
    const [block] = blocksNamed(origin.cell);
    const row = copy.rows?.find((one) => one.row === block?.top);
    expect(Number(row?.cells[block?.left ?? -1]?.replace(/,/g, ''))).toBe(explained.value);
  });

  it('keeps no copy of a list of records', async () => {
    const engine = emptyEngine();
    const kept = await keep(engine, sample('police', /^recorded crime/i));
    const { sheets } = await ask(engine, 'import.show', { importId: kept.importId });
    const records = sheets.find(({ layout }) => layout === 'records');
    const copy = await ask(engine, 'import.cells', { importId: kept.importId, sheet: records?.sheet ?? '' });
    expect(copy).toMatchObject({ rows: null, why: 'list-of-records' });
  });

  it('keeps no copy of a very long sheet, and says so', async () => {
    const engine = emptyEngine();
    const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
    const filler = Array.from({ length: MOST_CELLS_COPIED / 13 + 1 }, () => Array.from({ length: 13 }, () => 'note'));
    const table = [['Anti-social behaviour incidents'], [null, ...months], ['Actual 2015 - 2016', 864, 894, 769]];
    const kept = await keep(engine, workbook([...table, ...filler]));
    expect(await ask(engine, 'import.cells', { importId: kept.importId, sheet: 'ASB' })).toMatchObject({
      rows: null,
      why: 'not-copied',
    });
  });
});
