import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import officeCrypto from 'officecrypto-tool';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropFiles } from './drop-files.ts';
import { goTo, sampleFile } from './officer.ts';
import { executable, newFolder, openWorkbench, removeFolder, root, type Opened } from './open-workbench.ts';
import { callsBeyond, canTrace, tracedElectron } from './traced-electron.ts';

const PASSPHRASE = 'tamar lantern ninety pilchards';
const PASSWORD = 'Perranuthnoe-7';
const WORDS = 'Nancledra paragraph';
/** Marks nothing else would write: figure, person, file, crime number, place, postcode, passphrase, password, own words. */
const MARKS = [
  ...['87654321', 'Trembath', 'Zennor-extract', 'ZENNOR/15/', 'Zennorquarter', 'PL4 8ZZ', 'pilchards'],
  ...[PASSWORD, WORDS],
];

const folder = newFolder();
const outside = newFolder();
const tracing = canTrace();
const traced = tracedElectron(outside, executable());
let opened: Opened;

function markedExtracts(): string[] {
  const records = join(outside, 'Zennor-extract of crimes.csv');
  const rows = Array.from(
    { length: 60 },
    (_, at) =>
      `ZENNOR/15/${String(at)},${String((at % 28) + 1).padStart(2, '0')}/04/2015,Theft,Zennorquarter,Ann Trembath,PL4 8ZZ`,
  );
  const head = 'Crime Number,Date Recorded,HO Group,Neighbourhood,Victim Name,Postcode';
  writeFileSync(records, ['Recorded crime, Plymouth', head, ...rows].join('\n'));
  const table = join(outside, 'Zennor-extract of incidents.csv');
  const months = [
    'Reduce Anti-social Behaviour incidents',
    ',Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec,Jan,Feb,Mar',
    'Actual 2014 - 2015,808,882,1023,1056,915,982,850,755,682,639,642,831',
    'Actual 2015 - 2016,87654321,894,769,,,,,,,,,',
  ];
  writeFileSync(table, months.join('\n'));
  const locked = join(outside, 'Zennor-extract, locked.xlsx');
  const plain = readFileSync(sampleFile('partner/DASH training quarter 1 2015-16.xlsx'));
  writeFileSync(locked, officeCrypto.encrypt(plain, { password: PASSWORD }));
  return [records, table, locked];
}

describe('a whole session on an encrypted store', () => {
  beforeAll(async () => {
    const cli = join(root, 'dist/main/cli.js');
    const store = ['--store', join(folder, 'workbench.sqlite'), '--passphrase-env', 'BOARD'];
    execFileSync(process.execPath, [cli, 'imports', ...store], {
      env: { ...process.env, BOARD: PASSPHRASE },
      stdio: 'ignore',
    });
    const before = process.env['WORKBENCH_ELECTRON_PATH'];
    if (tracing) process.env['WORKBENCH_ELECTRON_PATH'] = traced.executable;
    opened = await openWorkbench(folder, 'as-it-is');
    if (before === undefined) delete process.env['WORKBENCH_ELECTRON_PATH'];
    else process.env['WORKBENCH_ELECTRON_PATH'] = before;
    opened.page.setDefaultTimeout(30_000);
  });
  afterAll(() => {
    removeFolder(folder);
    removeFolder(outside);
  });

  it('shows which columns are about people and leaves them out', async () => {
    const { page } = opened;
    await page.getByLabel('Passphrase').fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    await goTo(page, 'Extracts');
    await dropFiles(page, page.getByText('Drop the month’s extracts here'), markedExtracts());
    await page.getByRole('button', { name: /Ready: 60 records/ }).click();
    const people = page.getByRole('region', { name: 'Columns about people' });
    await people.getByText('2 columns about people left out').waitFor();
    expect(await people.innerText()).toMatch(/E «Victim Name» names/);
    await people.getByRole('button', { name: 'Keep F «Postcode» with a reason' }).click();
    expect(await people.getByRole('button', { name: 'Read again with it' }).isDisabled()).toBe(true);
    await people.getByRole('button', { name: 'Leave it out', exact: true }).click();
    await page.getByRole('button', { name: /Locked/ }).click();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Keep all 3 ready files' }).click();
    await expect.poll(() => page.getByRole('button', { name: /Kept: / }).count()).toBe(3);
  });

  it('keeps words of the officer’s own', async () => {
    const { page } = opened;
    await goTo(page, 'Measures');
    await page.getByRole('button', { name: /Anti-social behaviour$/ }).click();
    await page.getByRole('tab', { name: 'Words and definition' }).click();
    await page.getByRole('button', { name: 'Edit the words' }).click();
    await page.getByLabel('The paragraph').fill(WORDS);
    await page.getByRole('button', { name: 'Save the words' }).click();
    await page.getByText('The words are saved.').waitFor();
  });

  it('goes through the rooms, and ends', { timeout: 180_000 }, async () => {
    const { page } = opened;
    for (const room of ['Measures', 'The gap', 'Comparison', 'Packs', 'Assessment', 'This month']) {
      await goTo(page, room);
      await page.getByRole('main').waitFor();
    }
    expect(await opened.troubles()).toEqual([]);
    await opened.close();
  });

  it.skipIf(!tracing)('opens no connection, looks no name up and sends no packet beyond this computer', () => {
    const calls = readFileSync(traced.log, 'utf8');
    // Watched it was: the window's own sockets are there.
    expect(calls).toMatch(/sa_family=AF_UNIX/);
    expect(callsBeyond(traced.log)).toEqual([]);
  });

  it('leaves no figure, name, file name or passphrase in its profile, window state, store, log or temporary files', () => {
    const every = (within: string): string[] =>
      readdirSync(within, { recursive: true, encoding: 'utf8' })
        .map((name) => join(within, name))
        .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
    const temporary = readdirSync(tmpdir())
      .filter((name) => /chromium|electron|etilqs|safer|scoped_dir/i.test(name))
      .flatMap((name) =>
        statSync(join(tmpdir(), name)).isDirectory() ? every(join(tmpdir(), name)) : [join(tmpdir(), name)],
      );
    const files = [...every(folder), ...temporary];
    const marks = MARKS.flatMap((mark) => [
      Buffer.from(mark),
      Buffer.from(mark, 'utf16le'),
      Buffer.from(Buffer.from(mark).toString('base64').slice(0, -4)),
    ]);
    const told = files.flatMap((path) => {
      const bytes = readFileSync(path);
      return marks.filter((mark) => bytes.includes(mark)).map((mark) => `${path}: ${mark.toString()}`);
    });
    expect(files.length).toBeGreaterThan(10);
    expect(files.some((path) => path.includes('data'))).toBe(true);
    expect(told).toEqual([]);
  });
});
