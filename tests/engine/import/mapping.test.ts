import { utils, write } from '@e965/xlsx';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/main/engine/engine.ts';
import { recordCounts } from '../../../src/main/engine/store/held-counts.ts';
import type { Output } from '../../../src/preload/contract.ts';
import { ask, emptyEngine, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

type Cells = readonly (readonly (string | number | null)[])[];
type Reading = Output<'import.preview'>['readings'][number];

function sheetFile(folder: string, name: string, sheets: Readonly<Record<string, Cells>>): string {
  const path = join(folder, name);
  const book = {
    SheetNames: Object.keys(sheets),
    Sheets: Object.fromEntries(
      Object.entries(sheets).map(([sheet, rows]) => [sheet, utils.aoa_to_sheet(rows.map((row) => [...row]))]),
    ),
  };
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return path;
}

/** A noise log with headings the workbench knows nothing of. */
const noiseLog = (month: string, count: number, headings = ['Wann', 'Wo', 'Was', 'Meldung']): Cells => [
  ['Noise log'],
  headings,
  ...Array.from({ length: count }, (_, at) => [
    `${String((at % 28) + 1).padStart(2, '0')}/${month}/2015`,
    at % 2 === 0 ? 'Ford' : 'Ham',
    'Noise',
    `N${String(at)}`,
  ]),
];

async function offer(engine: Engine, path: string): Promise<string> {
  return (await ask(engine, 'file.offer', { path }, 'shell')).file;
}
const look = async (engine: Engine, path: string, choices?: unknown) =>
  ask(engine, 'import.preview', { file: await offer(engine, path), ...(choices === undefined ? {} : { choices }) });

const field = (column: number, heading: string, name: string) => ({
  column,
  heading,
  is: { kind: 'field', field: name },
});

/** What the officer says of the noise log. */
const NOISE = {
  leaveOut: false,
  layout: 'records',
  measure: 'asb',
  period: null,
  tables: [
    {
      headerRow: 2,
      columns: [
        field(0, 'Wann', 'day'),
        field(1, 'Wo', 'area'),
        field(2, 'Was', 'offence'),
        field(3, 'Meldung', 'reference'),
      ],
      rows: [],
    },
  ],
};
const only = (found: { readings: readonly Reading[] }): Reading => {
  const [reading] = found.readings;
  if (reading === undefined) throw new Error('no reading');
  return reading;
};

/** June’s log, read as the officer says, kept for next month and kept as an import. */
async function withJuneKept(engine: Engine, folder: string) {
  const june = sheetFile(folder, 'Noise log June 2015.xlsx', { Log: noiseLog('06', 30) });
  const found = await look(engine, june, [{ position: 0, choice: NOISE }]);
  await ask(engine, 'mapping.keep', { preview: found.preview, position: 0 });
  return ask(engine, 'import.commit', { preview: found.preview });
}

describe('telling the workbench what a sheet means', () => {
  it('reads a sheet with unknown headings after the officer’s choice, and keeps what was shown', async () => {
    const engine = emptyEngine();
    const june = sheetFile(temporaryFolder(), 'Noise log June 2015.xlsx', { Log: noiseLog('06', 30) });
    const before = await look(engine, june);
    expect(before).toMatchObject({ outcome: 'refused' });
    expect(only(before)).toMatchObject({
      layout: 'not-recognised',
      by: 'workbench',
      headerRows: [2],
      lastRow: 32,
      lastColumn: 3,
    });
    const after = await look(engine, june, [{ position: 0, choice: NOISE }]);
    expect(after).toMatchObject({ outcome: 'ready' });
    expect(after.sheets[0]).toMatchObject({ layout: 'records', measure: 'asb', observations: 30 });
    expect(only(after)).toMatchObject({ by: 'officer', says: 'Read as you say.', worthKeeping: true });
    expect(only(after).meanings.at(-1)).toMatchObject({ top: 2, meaning: 'header' });
    const kept = await ask(engine, 'import.commit', { preview: after.preview });
    expect(kept.observations).toBe(30);
  });

  it('takes nothing from dates that are bare numbers, says why, and reads them as days once that is accepted', async () => {
    const engine = emptyEngine();
    const path = join(temporaryFolder(), 'Crimes April 2018.csv');
    const lines = ['CR/1,43191,Theft,Ford', 'CR/2,43220.5,Theft,Ham', 'CR/3,43221,Burglary,Ham', 'CR/4,soon,Theft,Ham'];
    writeFileSync(path, ['Crime Number,Date Recorded,HO Group,Neighbourhood', ...lines].join('\n'));
    const found = await look(engine, path);
    expect(found.outcome).toBe('refused');
    expect(found.reason).toContain(
      'Column B «Date Recorded» holds bare numbers such as 43191, not dates. They look like Excel’s own day numbers (43191 would be 01/04/2018), so nothing is taken until you say whether they are: choose «Read them as days» under «The sheet», or save the file again with its dates shown as dates.',
    );
    const { offered, offers } = only(found);
    expect(offers).toBe('day-numbers');
    const empty = [{ headerRow: 1, columns: [], rows: [] }];
    const asked = { ...NOISE, layout: 'lookup', measure: null, tables: empty };
    const unread = await look(engine, path, [{ position: 0, choice: asked }]);
    expect(only(unread).says).toBe('Not read yet.');
    expect(unread.reason).toMatch(/until you say which column holds the codes of the LSOAs, .* beside them\.$/);
    const read = await look(engine, path, [{ position: 0, choice: offered }]);
    expect(read).toMatchObject({ outcome: 'ready', sheets: [{ layout: 'records', observations: 3 }] });
    expect(read.sheets[0]?.refusals.map(({ cell }) => cell)).toEqual(['B5']);
    expect(only(read).choice.tables[0]?.columns[1]).toMatchObject({ is: { field: 'dayNumber' } });
    await ask(engine, 'mapping.keep', { preview: read.preview, position: 0 });
    await ask(engine, 'import.commit', { preview: read.preview });
    expect(recordCounts(engine.store.read, 'all-crime', null).map(({ from, value }) => [from, value])).toEqual([
      ['2018-04', 2],
      ['2018-05', 1],
    ]);
    // Next month's file is read so without a word.
    writeFileSync(path, ['Crime Number,Date Recorded,HO Group,Neighbourhood', 'CR/9,43252,Theft,Ford'].join('\n'));
    expect(only(await look(engine, path))).toMatchObject({ by: 'kept', layout: 'records' });
  });

  it('reads cohorts and scores for measures the officer made, which have no figures of another’s', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const { measure: cohort } = await ask(engine, 'measure.show', { measure: 'crc-licence-cohort' });
    const { measure: star } = await ask(engine, 'measure.show', { measure: 'asb-outcome-star' });
    const make = async (like: object, id: string, name: string) =>
      ask(engine, 'measure.save', {
        measure: { ...like, id, name, shortName: name, targets: [] },
        inForceFrom: null,
        why: 'asked for by the Board',
      });
    await make(cohort, 'caution-cohort', 'Conditional cautions');
    await make(star, 'da-star', 'Domestic abuse star');
    const read = async (name: string, rows: Cells, measure: string) => {
      const choice = { leaveOut: false, layout: null, measure, period: null, tables: [] };
      const found = await look(engine, sheetFile(folder, name, { Sheet: rows }), [{ position: 0, choice }]);
      expect(found.sheets[0]).toMatchObject({ measure, refusals: [] });
      await ask(engine, 'import.commit', { preview: found.preview });
    };
    await read(
      'cautions.xlsx',
      [
        ['Quarter', 'Cohort', 'Returned to court'],
        ['2015/16 Q1', 80, 20],
      ],
      'caution-cohort',
    );
    await read(
      'ASB victims star.xlsx',
      [
        ['Client', 'Closed', 'Entry – Safety', 'Entry – Health', 'Exit – Safety', 'Exit – Health'],
        ['a', '12/05/2015', 2, 3, 4, 4],
      ],
      'asb-outcome-star',
    );
    const shares = async (measure: string) => (await ask(engine, 'share.show', { measure, year: '2015/16' })).toDate;
    expect(await shares('caution-cohort')).toMatchObject({ part: 60, whole: 80, percent: 75 });
    expect(await shares('crc-licence-cohort')).toMatchObject({ part: null, whole: null });
    expect(await shares('asb-outcome-star')).toMatchObject({ part: 1, whole: 1 });
    expect(await shares('da-star')).toMatchObject({ part: null, whole: null });
    await read(
      'DA service star.xlsx',
      [
        ['Client', 'Closed', 'Entry – Safety', 'Entry – Health', 'Exit – Safety', 'Exit – Health'],
        ['b', '02/06/2015', 2, 3, 4, 4],
        ['c', '03/06/2015', 4, 4, 3, 3],
      ],
      'da-star',
    );
    expect(await shares('da-star')).toMatchObject({ part: 1, whole: 2 });
    expect(await shares('asb-outcome-star')).toMatchObject({ part: 1, whole: 1 });
  });

  it('reads next month’s file as decided without a further word, and says since when', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const first = await withJuneKept(engine, folder);
    const july = await look(engine, sheetFile(folder, 'Noise log July 2015.xlsx', { Log: noiseLog('07', 12) }));
    expect(july).toMatchObject({ outcome: 'ready' });
    expect(july.sheets[0]).toMatchObject({ layout: 'records', measure: 'asb', observations: 12 });
    expect(only(july)).toMatchObject({ by: 'kept', kept: { version: 1 }, worthKeeping: false, offered: null });
    expect(only(july).says).toMatch(/^Read as you decided on \d+ \w+ \d{4}\.$/);
    const second = await ask(engine, 'import.commit', { preview: july.preview });
    expect(
      engine.store.read.prepare('SELECT import_id, position, mapping_id FROM import_mapping ORDER BY import_id').all(),
    ).toEqual([first.importId, second.importId].map((id) => ({ import_id: id, position: 0, mapping_id: 1 })));
  });

  it('follows a table that moved one column right, and says so', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await withJuneKept(engine, folder);
    const moved = noiseLog('07', 12).map((row) => [null, ...row]);
    const july = await look(engine, sheetFile(folder, 'Noise log July 2015.xlsx', { Log: moved }));
    expect(july.sheets[0]).toMatchObject({ observations: 12, refusals: [] });
    expect(only(july).says).toMatch(/^The table moved one column right\. Read as you decided on /);
  });

  it('does not follow a decision whose column was renamed, says so, and offers what still fits', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await withJuneKept(engine, folder);
    const renamed = noiseLog('07', 12, ['Wann', 'Ort', 'Was', 'Meldung']);
    const july = await look(engine, sheetFile(folder, 'Noise log July 2015.xlsx', { Log: renamed }));
    expect(july.outcome).toBe('refused');
    const reading = only(july);
    expect(reading).toMatchObject({ by: 'workbench', layout: 'not-recognised' });
    expect(reading.says).toMatch(
      /^«Ort» stands where «Wo» stood\. So what you decided on .* is not followed by itself\.$/,
    );
    const again = await look(engine, join(folder, 'Noise log July 2015.xlsx'), [
      { position: 0, choice: reading.offered },
    ]);
    expect(again.sheets[0]).toMatchObject({ layout: 'records', measure: 'asb', observations: 12 });
  });

  it('reads as the workbench sees it where the officer asks for that, whatever was kept', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await withJuneKept(engine, folder);
    const july = sheetFile(folder, 'Noise log July 2015.xlsx', { Log: noiseLog('07', 12) });
    const found = await look(engine, july, [{ position: 0, choice: null }]);
    expect(only(found)).toMatchObject({ by: 'workbench', layout: 'not-recognised', says: null });
  });

  it('leaves a sheet out, this month and the next', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const months = [null, 'Apr', 'May', 'Jun', 'Jul'];
    const sheets = {
      ASB: [['ASB'], months, ['Actual 2015 - 2016', 1, 2, 3]],
      Draft: [['Hate'], months, ['Actual 2015 - 2016', 7, 8, 9]],
    };
    const june = sheetFile(folder, 'return June 2015.xlsx', sheets);
    const out = { leaveOut: true, layout: null, measure: null, period: null, tables: [] };
    const found = await look(engine, june, [{ position: 1, choice: out }]);
    expect(found.sheets.map(({ layout, observations }) => [layout, observations])).toEqual([
      ['wide-months', 3],
      ['left-out', 0],
    ]);
    await ask(engine, 'mapping.keep', { preview: found.preview, position: 1 });
    const july = await look(
      engine,
      sheetFile(folder, 'return July 2015.xlsx', {
        ...sheets,
        ASB: [['ASB'], months, ['Actual 2015 - 2016', 1, 2, 3, 4]],
      }),
    );
    expect(july.sheets.map(({ layout, observations }) => [layout, observations])).toEqual([
      ['wide-months', 4],
      ['left-out', 0],
    ]);
  });

  it('never gives one measure’s decision to another sheet with the same months across', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    const months = [null, 'Apr', 'May', 'Jun', 'Jul'];
    const rows = (title: string): Cells => [[title], months, ['Actual 2015 - 2016', 1, 2, 3], ['Plan', 4, 5, 6]];
    const asb = sheetFile(folder, 'ASB June 2015.xlsx', { Sheet1: rows('Anti-social behaviour') });
    const shown = only(await look(engine, asb));
    const choice = structuredClone(shown.choice);
    for (const row of choice.tables[0]?.rows ?? []) if (row.label === 'Plan') row.is = 'target';
    const found = await look(engine, asb, [{ position: 0, choice }]);
    expect(found.sheets[0]?.observations).toBe(6);
    await ask(engine, 'mapping.keep', { preview: found.preview, position: 0 });
    const hate = await look(engine, sheetFile(folder, 'Hate June 2015.xlsx', { Sheet1: rows('Hate incidents') }));
    expect(only(hate)).toMatchObject({ by: 'workbench' });
    expect(hate.sheets[0]?.observations).toBe(3);
    const july = await look(engine, sheetFile(folder, 'ASB July 2015.xlsx', { Sheet1: rows('Anti-social behaviour') }));
    expect(only(july)).toMatchObject({ by: 'kept' });
    expect(july.sheets[0]?.observations).toBe(6);
  });

  it('keeps each decision as a version, lists the ones in force, and forgets them', async () => {
    const engine = emptyEngine();
    const folder = temporaryFolder();
    await withJuneKept(engine, folder);
    const july = sheetFile(folder, 'Noise log July 2015.xlsx', { Log: noiseLog('07', 12) });
    const again = await look(engine, july, [{ position: 0, choice: { ...NOISE, measure: 'hate' } }]);
    await ask(engine, 'mapping.keep', { preview: again.preview, position: 0 });
    const list = await ask(engine, 'mapping.list', {});
    expect(list).toEqual([
      expect.objectContaining({
        version: 2,
        source: 'noise log',
        sheet: 'log',
        layout: 'records',
        measure: 'hate',
        state: 'kept',
        headings: [['Wann', 'Wo', 'Was', 'Meldung']],
        uses: 1,
        lastUsed: expect.objectContaining({ fileName: 'Noise log June 2015.xlsx' }) as unknown,
      }),
    ]);
    const [one] = list;
    expect(one?.columns).toHaveLength(4);
    const forgotten = await ask(engine, 'mapping.forget', { mapping: one?.mapping });
    expect(forgotten).toEqual([expect.objectContaining({ mapping: one?.mapping, state: 'forgotten' })]);
    expect(only(await look(engine, july))).toMatchObject({ by: 'workbench', layout: 'not-recognised' });
    expect(engine.store.read.prepare('SELECT count(*) AS n FROM mapping').get()).toEqual({ n: 3 });

    const again2 = await ask(engine, 'mapping.keep-again', { mapping: one?.mapping });
    expect(again2).toEqual([expect.objectContaining({ version: 4, measure: 'hate', state: 'kept' })]);
    expect(only(await look(engine, july))).toMatchObject({ by: 'kept', layout: 'records' });
    await ask(engine, 'mapping.keep-again', { mapping: again2[0]?.mapping });
    expect(engine.store.read.prepare('SELECT count(*) AS n FROM mapping').get()).toEqual({ n: 4 });
    expect(() => engine.store.write.prepare('UPDATE mapping SET choice = NULL').run()).toThrow(/never edited/);
  });

  it('has nothing to keep where nothing was decided', async () => {
    const engine = emptyEngine();
    const found = await look(engine, join(SAMPLE, 'partner/Hate incidents to June 2015.csv'));
    expect(only(found)).toMatchObject({ by: 'workbench', worthKeeping: false });
    await expect(ask(engine, 'mapping.keep', { preview: found.preview, position: 0 })).rejects.toThrow(
      /nothing to keep/,
    );
  });

  it('decides about a long list from its first rows, and reads all of them so', async () => {
    const engine = emptyEngine();
    const long = sheetFile(temporaryFolder(), 'Noise log June 2015.xlsx', { Log: noiseLog('06', 2500) });
    const found = await look(engine, long, [{ position: 0, choice: NOISE }]);
    expect(found.sheets[0]).toMatchObject({ layout: 'records', observations: 2500 });
    expect(only(found).lastRow).toBe(2502);
    expect((await ask(engine, 'import.commit', { preview: found.preview })).observations).toBe(2500);
  });
});
