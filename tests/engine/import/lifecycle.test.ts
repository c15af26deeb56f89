import { utils, write } from '@e965/xlsx';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { ask, emptyEngine, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const LAST_YEAR = [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831];

/** A small ASB sheet in the partner's layout. */
function asbFile(folder: string, name: string, thisYear: readonly (number | null)[]): string {
  const rows = [
    ['Reduce Anti-social Behaviour incidents'],
    [null, ...MONTHS],
    ['Actual 2014 - 2015', ...LAST_YEAR],
    ['Actual 2015 - 2016', ...thisYear],
  ];
  const sheet = utils.aoa_to_sheet(rows);
  const path = join(folder, name);
  writeFileSync(
    path,
    write({ SheetNames: ['ASB'], Sheets: { ASB: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  );
  return path;
}

async function preview(engine: Engine, path: string) {
  const { file } = await ask(engine, 'file.offer', { path }, 'shell');
  return ask(engine, 'import.preview', { file });
}

async function keep(engine: Engine, path: string) {
  return ask(engine, 'import.commit', { preview: (await preview(engine, path)).preview });
}

const june = async (engine: Engine) =>
  (await ask(engine, 'measure.table', { measure: 'asb', year: '2015/16' })).periods[2]?.actual;

describe('a month’s file, kept, corrected and withdrawn', () => {
  it('keeps nothing on a preview', async () => {
    const engine = emptyEngine();
    const found = await preview(engine, asbFile(temporaryFolder(), 'asb.xlsx', [864, 894, 769]));
    expect(found).toMatchObject({ outcome: 'ready', changes: { same: 0, changed: 0, gone: 0 } });
    expect(found.changes.new).toBeGreaterThan(0);
    expect(await ask(engine, 'import.list', {})).toEqual([]);
    expect(await june(engine)).toBeNull();
  });

  it('says which rows and columns of what is read the sheet hides, and reads them like the others', async () => {
    const sheet = utils.aoa_to_sheet([
      ['Reduce Anti-social Behaviour incidents'],
      [null, ...MONTHS],
      ['Actual 2014 - 2015', ...LAST_YEAR],
      ['Actual 2015 - 2016', 864, 894, 769],
    ]);
    sheet['!rows'] = [{ hidden: true }, {}, { hidden: true }];
    sheet['!cols'] = [{}, {}, { hidden: true }];
    const path = join(temporaryFolder(), 'hidden.xlsx');
    writeFileSync(
      path,
      write({ SheetNames: ['ASB'], Sheets: { ASB: sheet } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    const { sheets } = await preview(emptyEngine(), path);
    expect(sheets[0]?.observations).toBeGreaterThan(14);
    expect(sheets[0]?.warnings).toContainEqual({
      check: 'hidden-parts',
      cells: 'C3',
      says: '1 hidden row (3) and 1 hidden column (C) lie in what is read; they are read like the others, though whoever looks at the sheet does not see them.',
    });
  });

  it('refuses a sheet of more than four million cells that is no list of records, and says what to do', async () => {
    const path = join(temporaryFolder(), 'far.csv');
    writeFileSync(path, Array.from({ length: 250 }, () => `${','.repeat(16_383)}1`).join('\n'));
    expect(await preview(emptyEngine(), path)).toMatchObject({
      outcome: 'refused',
      reason:
        'Sheet «far» is not a list of records and holds more than 4,000,000 cells. Split it into smaller sheets and try again.',
    });
  });

  it('says «already held» of the very same file, and keeps it once', async () => {
    const engine = emptyEngine();
    const path = asbFile(temporaryFolder(), 'asb.xlsx', [864, 894, 769]);
    const first = await keep(engine, path);
    const again = await preview(engine, path);
    expect(again).toMatchObject({ outcome: 'already-held', heldAs: first.importId });
    await expect(ask(engine, 'import.commit', { preview: again.preview })).rejects.toThrow(/already held/i);
    expect(await ask(engine, 'import.list', {})).toHaveLength(1);
  });

  it('shows what a newer version would change before it is kept, the largest change first', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await keep(engine, asbFile(folder, 'asb.xlsx', [864, 894, 769]));
    const newer = await preview(engine, asbFile(folder, 'asb-july.xlsx', [865, 894, 700, 910]));
    expect(newer.changes).toMatchObject({ new: 1, changed: 2, gone: 0 });
    expect(newer.changes.largest[0]).toMatchObject({ period: '2015-06', before: 769, after: 700, kind: 'changed' });
    expect(await june(engine)).toBe(769);
    await ask(engine, 'import.commit', { preview: newer.preview });
    expect(await june(engine)).toBe(700);
  });

  it('no longer counts a figure that a newer version left out, until that version is withdrawn', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await keep(engine, asbFile(folder, 'asb.xlsx', [864, 894, 769]));
    const shorter = await preview(engine, asbFile(folder, 'asb-without-june.xlsx', [864, 894]));
    expect(shorter.changes).toMatchObject({ changed: 0, gone: 1 });
    expect(shorter.changes.largest).toEqual([
      { what: 'asb', period: '2015-06', before: 769, after: null, kind: 'gone' },
    ]);
    const kept = await ask(engine, 'import.commit', { preview: shorter.preview });
    expect(await june(engine)).toBeNull();
    await ask(engine, 'import.withdraw', { importId: kept.importId, reason: 'June was left out by mistake' });
    expect(await june(engine)).toBe(769);
  });

  it('brings the earlier figures back on withdrawing, and the later ones on reinstating', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await keep(engine, asbFile(folder, 'asb.xlsx', [864, 894, 769]));
    const wrong = await keep(engine, asbFile(folder, 'asb-wrong.xlsx', [864, 894, 7690]));
    expect(await june(engine)).toBe(7690);
    const withdrawn = await ask(engine, 'import.withdraw', { importId: wrong.importId, reason: 'a nought too many' });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawnReason: 'a nought too many' });
    expect(await june(engine)).toBe(769);
    await ask(engine, 'import.reinstate', { importId: wrong.importId });
    expect(await june(engine)).toBe(7690);
  });

  it('lets a newer record extract speak for the months it covers, and only for those', async () => {
    const engine = emptyEngine();
    await keep(engine, join(SAMPLE, 'police/Recorded crime April 2014 to June 2015.xlsx'));
    const rows = [
      ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood'],
      ...Array.from({ length: 30 }, (_, at) => [
        `CR/9${String(at)}`,
        `${String((at % 28) + 1).padStart(2, '0')}/06/2015`,
        'Theft',
        'Other theft',
        'Ford',
      ]),
    ];
    const path = join(temporaryFolder(), 'june again.csv');
    writeFileSync(path, rows.map((row) => row.join(',')).join('\r\n'));
    const found = await preview(engine, path);
    expect(found.changes.largest[0]).toMatchObject({ period: '2015-06', before: 1431, after: 30 });
    await ask(engine, 'import.commit', { preview: found.preview });
    const table = await ask(engine, 'measure.table', { measure: 'all-crime', year: '2015/16' });
    expect(table.periods.slice(0, 3).map(({ actual }) => actual)).toEqual([1662, 1706, 30]);
  });

  it('says before keeping that a month is unlike the months before it, and which months nobody sent', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await keep(engine, asbFile(folder, 'asb.xlsx', [864, 894, 769]));
    const found = await preview(engine, asbFile(folder, 'asb-august.xlsx', [864, 894, 769, null, 96]));
    expect(found.sheets[0]?.warnings.filter(({ check }) => /month/.test(check))).toMatchObject([
      { check: 'unusual-month', cells: 'F4', says: expect.stringContaining('August 2015, 96, is below') as string },
      { check: 'months-missing', says: expect.stringContaining('July 2015 (one month)') as string },
    ]);
    const kept = await ask(engine, 'import.commit', { preview: found.preview });
    const { sheets } = await ask(engine, 'import.show', { importId: kept.importId });
    expect(sheets[0]?.warnings.map(({ check }) => check)).toContain('unusual-month');
  });

  it('compares a street extract of the whole force by the records of the city alone', async () => {
    const engine = emptyEngine();
    const row = (at: number, lsoa: string) => `,2019-01,Devon & Cornwall Police,,E0101${String(at)},${lsoa},Burglary,`;
    const rows = [1, 2, 3, 4, 5].map((at) => row(at, at < 4 ? 'Plymouth 001A' : 'Exeter 002B'));
    const head = 'Crime ID,Month,Reported by,Location,LSOA code,LSOA name,Crime type,Last outcome category';
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'street.csv'), [head, ...rows].join('\n'));
    writeFileSync(join(folder, 'again.csv'), [head, ...rows, row(6, 'Exeter 002B')].join('\n'));
    await keep(engine, join(folder, 'street.csv'));
    const again = await preview(engine, join(folder, 'again.csv'));
    expect(again.changes).toMatchObject({ new: 0, same: 1, changed: 0 });
  });

  it('refuses a file that changed between the look and the keeping', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const looked = await preview(engine, asbFile(folder, 'asb.xlsx', [864, 894, 769]));
    asbFile(folder, 'asb.xlsx', [1, 2, 3]);
    await expect(ask(engine, 'import.commit', { preview: looked.preview })).rejects.toThrow(/has changed since/);
    expect(await ask(engine, 'import.list', {})).toEqual([]);
  });

  it('leaves nothing half-kept when keeping is cancelled', async () => {
    const engine = emptyEngine();
    const found = await preview(engine, join(SAMPLE, 'police/Recorded crime April 2014 to June 2015.xlsx'));
    const keeping = ask(engine, 'import.commit', { preview: found.preview });
    while (engine.running === null) await new Promise((next) => setImmediate(next));
    expect(await ask(engine, 'import.cancel', {})).toEqual({ cancelled: true });
    await expect(keeping).rejects.toThrow(/[Cc]ancelled/);
    expect(await ask(engine, 'import.list', {})).toEqual([]);
    expect(engine.store.read.prepare('SELECT count(*) AS n FROM record').get()).toEqual({ n: 0 });
  });

  it('keeps imports asked for at once one after the other, each whole', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const paths = [1, 2, 3].map((at) => asbFile(folder, `asb-${String(at)}.xlsx`, [864 + at, 894, 769]));
    const previews = await Promise.all(paths.map((path) => preview(engine, path)));
    const kept = await Promise.all(previews.map((one) => ask(engine, 'import.commit', { preview: one.preview })));
    expect(kept.map(({ importId }) => importId)).toEqual([1, 2, 3]);
    expect(await ask(engine, 'import.list', {})).toHaveLength(3);
  });
});
