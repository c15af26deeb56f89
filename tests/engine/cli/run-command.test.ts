import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/main/cli/run-command.ts';
import { extractsOf, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';

const GAP = join(SAMPLE, 'police/Closing the gap return to June 2015.xlsx');
const ASB = join(SAMPLE, 'partner/Anti-social behaviour incidents to June 2015.xls');

/** Runs a command line as the officer would; answers its exit code and what it printed. */
async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand(args, { out: (text) => out.push(text), err: (text) => err.push(text), env: {} });
  return {
    code,
    out: out.join('\n'),
    err: err.join('\n'),
    json: () => JSON.parse(out.join('\n')) as Record<string, unknown>,
  };
}

const store = () => join(temporaryFolder(), 'store.sqlite');

describe('the command line', () => {
  it('imports with every key the README promises, and says «already held» the second time', async () => {
    const at = store();
    const first = await run('import', GAP, '--store', at, '--json');
    expect(first.code).toBe(0);
    const [one] = first.json()['imports'] as Record<string, unknown>[];
    expect(one).toMatchObject({ file: GAP, outcome: 'kept', importId: 1 });
    expect(one?.['sha256']).toMatch(/^[0-9a-f]{64}$/);
    const [sheet] = one?.['sheets'] as Record<string, unknown>[];
    expect(sheet).toMatchObject({ sheet: 'Gap', layout: 'wide-months', measure: 'gap', observations: 65 });
    expect((sheet?.['refusals'] as { cell: string }[]).map(({ cell }) => cell)).toContain('H7');
    expect((sheet?.['warnings'] as { check: string }[]).map(({ check }) => check)).toContain('future-period-filled');
    const again = await run('import', GAP, '--store', at, '--json');
    expect(again.code).toBe(0);
    expect((again.json()['imports'] as Record<string, unknown>[])[0]).toMatchObject({
      outcome: 'already-held',
      importId: 1,
    });
  });

  it('counts on a dry run the records dated outside the period the title states, as JSON', async () => {
    const extract = join(temporaryFolder(), 'crimes.csv');
    const rows = ['A/1,01/04/2015,Theft,Keyham', 'A/2,30/06/2015,Theft,Keyham', 'A/3,01/07/2015,Theft,Keyham'];
    const lines = ['Crimes recorded 1 April 2015 to 30 June 2015', 'Crime Number,Date Recorded,HO Group,Neighbourhood'];
    writeFileSync(extract, [...lines, ...rows].join('\n'));
    const { json } = await run('import', extract, '--dry-run', '--store', store(), '--json');
    const [one] = json()['imports'] as { sheets: { quality: unknown }[] }[];
    expect(one?.sheets[0]?.quality).toMatchObject({
      kept: 3,
      outsidePeriod: { rows: 1, stated: { from: '2015-04-01', to: '2015-06-30' }, first: 'B5' },
      farFromOthers: { rows: 0, months: [] },
    });
  });

  it('says which columns it left out because they are about people, in words and as JSON', async () => {
    const extract = join(temporaryFolder(), 'crimes.csv');
    writeFileSync(
      extract,
      'Crime Number,Date Recorded,HO Group,Neighbourhood,Victim Name,DOB\nA/1,01/04/2015,Theft,Keyham,Ann Nance,02/03/1961',
    );
    const words = await run('import', extract, '--dry-run', '--store', store());
    expect(words.out).toContain('Left out, being about people: E «Victim Name» (names), F «DOB» (dates of birth).');
    const kept = await run('import', extract, '--store', store(), '--json');
    const [one] = kept.json()['imports'] as { sheets: { aboutPeople: unknown[] }[] }[];
    expect(one?.sheets[0]?.aboutPeople).toMatchObject([
      { column: 4, heading: 'Victim Name', kind: 'name', keptAs: null },
      { column: 5, heading: 'DOB', kind: 'birth', keptAs: null },
    ]);
    expect(kept.out).not.toMatch(/Nance|1961/);
  });

  it('keeps nothing on a dry run', async () => {
    const at = store();
    const dry = await run('import', GAP, '--dry-run', '--store', at, '--json');
    expect((dry.json()['imports'] as Record<string, unknown>[])[0]).toMatchObject({
      outcome: 'would-keep',
      importId: null,
    });
    expect((await run('imports', '--store', at, '--json')).json()).toEqual({ imports: [] });
  });

  it('ends with 1 when a file is refused, keeps the others, and says which and why', async () => {
    const at = store();
    const letter = join(temporaryFolder(), 'letter.xlsx');
    writeFileSync(letter, 'Dear officer');
    const { code, json } = await run('import', letter, ASB, '--store', at, '--json');
    expect(code).toBe(1);
    const outcomes = json()['imports'] as { outcome: string; reason: string | null }[];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'kept']);
    expect(outcomes[0]?.reason).toBeTruthy();
  });

  it('counts what the sheets of a file hold, for comparison with any other reader, and needs no store', async () => {
    const { code, json } = await run('sheets', ASB, '--json');
    expect(code).toBe(0);
    const { format, sheets } = json() as { format: string; sheets: Record<string, unknown>[] };
    expect(format).toBe('xls');
    const keys = ['name', 'state', 'rows', 'columns', 'cells', 'numbers', 'sum', 'dates', 'errors', 'merges'];
    expect(sheets.map((sheet) => Object.keys(sheet).toSorted())).toEqual(sheets.map(() => keys.toSorted()));
    expect(sheets[0]).toMatchObject({ state: 'visible', errors: 0 });
    expect(sheets[0]?.['numbers']).toBeGreaterThan(24);
    expect((await run('sheets', join(temporaryFolder(), 'gone.xlsx'))).code).toBe(2);
  });

  it('ends with 2 on a wrong command line and says what is expected', async () => {
    for (const args of [
      [],
      ['fly'],
      ['import'],
      ['measure', '--store', store()],
      ['measures', '--store', store(), '--loud'],
    ]) {
      const { code, err } = await run(...args);
      expect(code, args.join(' ')).toBe(2);
      expect(err).toMatch(/Usage/);
    }
  });

  it('ends with 3 when the store cannot be opened, and leaves it as it was', async () => {
    const folder = temporaryFolder();
    const at = join(folder, 'notes.txt');
    writeFileSync(at, 'not a store');
    const { code } = await run('measures', '--store', at);
    expect(code).toBe(3);
    expect(readFileSync(at, 'utf8')).toBe('not a store');
    const directory = join(folder, 'folder');
    mkdirSync(directory);
    expect((await run('measures', '--store', directory)).code).toBe(3);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('takes the sample month from extracts to figures, chart and workbook, and back by withdrawing', async () => {
    const at = store();
    const folder = temporaryFolder();
    expect((await run('import', ...extractsOf(SAMPLE), '--store', at)).code).toBe(0);
    const measures = (await run('measures', '--store', at, '--json')).json()['measures'] as { id: string }[];
    expect(measures.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'all-crime',
        'domestic-abuse',
        'da-referrals',
        'dash-training',
        'asb',
        'hate',
        'serious-acquisitive-crime',
      ]),
    );
    const asb = (await run('measure', 'asb', '--year', '2015/16', '--store', at, '--json')).json();
    expect(asb).toMatchObject({ measure: 'asb', unit: 'incidents', direction: 'less-is-better', dataTo: '2015-06' });
    expect(asb['status']).toMatchObject({ tier: 'some-concerns', against: 'linear' });
    const gap = (await run('gap', '--year', '2014/15', '--store', at, '--json')).json();
    expect(gap['areas']).toHaveLength(10);
    const chart = join(folder, 'msg.png');
    const asked = ['--measure', 'all-crime', '--from', '2015-04', '--to', '2015-06'];
    const compared = await run('compare', ...asked, '--chart', chart, '--store', at, '--json');
    expect(compared.json()).toMatchObject({ of: 15 });
    expect(readFileSync(chart).subarray(1, 4).toString()).toBe('PNG');
    const book = join(folder, 'board.xlsx');
    expect((await run('report', '--as-at', '2015-06', '--out', book, '--store', at)).code).toBe(0);
    expect(statSync(book).size).toBeGreaterThan(100_000);
    const imports = (await run('imports', '--store', at, '--json')).json()['imports'] as {
      importId: number;
      fileName: string;
    }[];
    const sheet = imports.find(({ fileName }) => fileName.startsWith('Anti-social'));
    expect((await run('withdraw', String(sheet?.importId), '--store', at)).code).toBe(0);
    const after = (await run('measure', 'asb', '--year', '2015/16', '--store', at, '--json')).json();
    expect(after).toMatchObject({ dataTo: null });
    expect((await run('withdraw', '999', '--store', at)).code).toBe(1);
  });

  it('refuses to write a report where it may not, and leaves nothing behind', async () => {
    const at = store();
    await run('import', ASB, '--store', at);
    const folder = temporaryFolder();
    const { code, err } = await run('report', '--as-at', '2015-06', '--out', join(folder, 'book.pptx'), '--store', at);
    expect(code).toBe(2);
    expect(err).toMatch(/\.xlsx/);
    expect(existsSync(join(folder, 'book.pptx'))).toBe(false);
  });
});
