import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetReport } from '../../../src/preload/contract.ts';
import { runCommand } from '../../../src/main/cli/run-command.ts';
import { startEngine } from '../../../src/main/engine/engine.ts';

/** Real tables and hostile workbooks, where this clone has them beside it. */
const FOLDERS = ['data', 'corpus'].map((name) => resolve(import.meta.dirname, '../../../../shared', name));
const DATA = FOLDERS[0] ?? '';
const present = FOLDERS.every((folder) => existsSync(folder));
/** No file may take longer than this to be read or refused. */
const SECONDS = 20;

interface DryRun {
  readonly file: string;
  readonly exit: number;
  readonly seconds: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly sheets: readonly SheetReport[];
}

async function dryRun(file: string, store: string): Promise<DryRun> {
  const out: string[] = [];
  const started = process.cpuUsage();
  const exit = await runCommand(['import', file, '--dry-run', '--json', '--store', store], {
    out: (text) => out.push(text),
    err: () => undefined,
    env: {},
  });
  const seconds = process.cpuUsage(started).user / 1_000_000;
  const { imports } = JSON.parse(out.join('\n')) as { imports: DryRun[] };
  const [one] = imports;
  if (one === undefined) throw new Error(`no answer for ${file}`);
  return { ...one, file, exit, seconds };
}

const made: string[] = [];
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'workbench-'));
  made.push(path);
  return path;
}

/** Sheets of the hostile collection that are tables of the kinds read here: everything else must be refused. */
const TABLES_IN_CORPUS: readonly string[] = [];

describe.skipIf(!present)('a dry run over every real and every hostile file', { timeout: 900_000 }, () => {
  const runs = new Map<string, DryRun>();
  const run = (name: string): DryRun => {
    const found = [...runs.values()].find(({ file }) => file.endsWith(name));
    if (found === undefined) throw new Error(`${name} was not read`);
    return found;
  };
  const sheet = (name: string, part: string): SheetReport => {
    const found = run(name).sheets.find((one) => one.sheet.startsWith(part));
    if (found === undefined) throw new Error(`${name} has no sheet ${part}`);
    return found;
  };

  afterAll(() => {
    for (const path of made) rmSync(path, { recursive: true, force: true });
  });

  beforeAll(async () => {
    const store = join(folder(), 'store.sqlite');
    for (const files of FOLDERS) {
      for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' }).sort()) {
        const path = join(files, name);
        if (statSync(path).isFile()) runs.set(path, await dryRun(path, store));
      }
    }
  }, 900_000);

  it('answers for every file, in time, and either keeps something of it or says why not', () => {
    expect(runs.size).toBeGreaterThan(100);
    const all = [...runs.values()];
    expect(all.filter(({ seconds }) => seconds > SECONDS).map(({ file }) => file)).toEqual([]);
    expect(
      all.filter(({ exit, outcome }) => (exit === 0) !== (outcome === 'would-keep')).map(({ file }) => file),
    ).toEqual([]);
    expect(
      all.filter(({ outcome, reason }) => outcome === 'refused' && (reason ?? '') === '').map(({ file }) => file),
    ).toEqual([]);
    const faults = all.filter(({ reason }) =>
      /went wrong in the workbench|Cannot read|undefined|not a function/.test(reason ?? ''),
    );
    expect(faults.map(({ file, reason }) => `${file}: ${reason ?? ''}`)).toEqual([]);
  });

  it('takes no sheet of the hostile collection for a table', () => {
    const taken = [...runs.values()]
      .filter(({ file }) => !file.startsWith(DATA))
      .flatMap(({ file, sheets }) =>
        sheets
          .filter((one) => one.observations > 0)
          .map((one) => `${file.split('/').at(-1) ?? ''} «${one.sheet}» ${one.layout}`),
      );
    expect(taken).toEqual(TABLES_IN_CORPUS);
  });

  it('reads every street-level month row by row, and takes none for a repeat of another', () => {
    const months = [...runs.values()].filter(({ file }) => file.endsWith('-street.csv'));
    expect(months).toHaveLength(8);
    expect(months.map(({ sheets }) => sheets[0]?.quality?.kept ?? 0).reduce((sum, kept) => sum + kept, 0)).toBe(86_761);
    expect(months.every(({ sheets }) => sheets[0]?.measure === 'street-crime')).toBe(true);
  });

  it('finds the tables and how many figures each holds', () => {
    expect(sheet('policeforceareatablesyejune25final.csv', 'police')).toMatchObject({
      layout: 'crosstab',
      observations: 9154,
      covers: { from: '2024-07', to: '2025-06' },
    });
    expect(sheet('MPS Ward Level Crime (most recent 24 months).csv', 'MPS')).toMatchObject({
      observations: 22_168 * 24,
      covers: { from: '2020-09', to: '2022-08' },
    });
    expect(sheet('police-use-of-force-apr2017-mar2018-hosb3018-tables.ods', 'Table_12').observations).toBe(54);
    expect(sheet('policeforceareatablesyearendingmarch2018v2.xlsx', 'Table P7').measure).toBe('asb');
    expect(sheet('policeforceareatablesyeendingmarch2019.xlsx', 'Table P7').measure).toBe('asb');
    expect(sheet('ukpopestimatesmid2020on2021geography.xls', 'MYE2 - Persons').layout).toBe('populations');
  });

  it('keeps the published totals: each can be asked of the store, and each force equals its parts', async () => {
    const path = join(folder(), 'store.sqlite');
    const files = [
      'ons_pfa/policeforceareatablesyejune25final.csv',
      'ons_pfa/policeforceareatablesyearendingmarch2018v2.xlsx',
      'police_ods/police-use-of-force-apr2017-mar2018-hosb3018-tables.ods',
      'population/ukpopestimatesmid2020on2021geography.xls',
      'london/MPS Ward Level Crime (most recent 24 months).csv',
      'police_street/2019-01-devon-and-cornwall-street.csv',
      'police_street/2020-01-devon-and-cornwall-street.csv',
    ].map((name) => join(DATA, name));
    const exit = await runCommand(['import', ...files, '--json', '--store', path], {
      out: () => undefined,
      err: () => undefined,
      env: {},
    });
    expect(exit).toBe(0);
    const engine = startEngine(path, () => undefined);
    try {
      const one = (sql: string) =>
        Object.values(engine.store.read.prepare<[], Record<string, unknown>>(sql).get() ?? {})[0];
      const figures = (where: string) =>
        one(`SELECT sum(value) FROM observation JOIN area a USING (area_id) WHERE quantity <> 'rate' AND ${where}`);
      const crime2025 = "measure_id = 'all-crime' AND period_from = '2024-07' AND period_to = '2025-06'";
      expect(figures(`${crime2025} AND a.kind = 'city'`)).toBe(25_767);
      expect(figures(`${crime2025} AND a.kind = 'force'`)).toBe(5_195_348);
      expect(figures(`${crime2025} AND a.kind <> 'force' AND a.name <> 'City of London'`)).toBe(5_195_348);
      expect(figures("measure_id = 'asb' AND a.name = 'Devon and Cornwall' AND period_from = '2017-04'")).toBe(42_249);
      expect(figures("measure_id LIKE 'incidents-by%' AND a.area_key = 'englandandwales'")).toBe(313_137);
      expect(
        figures(
          "measure_id = 'population' AND a.kind = 'city' AND period_from = '2020-06' AND import_id = 4 AND position = (SELECT min(position) FROM observation WHERE import_id = 4)",
        ),
      ).toBe(262_839);
      expect(figures("a.kind = 'ward' AND period_from = period_to AND import_id = 5")).toBe(1_586_823);
      const street = (month: string) =>
        one(
          `SELECT sum(events) FROM month_count JOIN word ON word_id = district_id WHERE word = 'Plymouth' AND month = '${month}'`,
        );
      expect([street('2019-01'), street('2020-01')]).toEqual([2254, 2406]);
    } finally {
      engine.store.close();
    }
  });
});
