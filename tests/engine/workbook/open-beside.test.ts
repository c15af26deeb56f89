import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Row } from '../../../src/core/intake/grid.ts';
import { keepFile, previewFile } from '../../../src/main/engine/import/import-file.ts';
import { openBeside } from '../../../src/main/engine/workbook/open-beside.ts';
import type { OpenOptions, SheetFacts } from '../../../src/main/engine/workbook/open-workbook.ts';
import { SharedRows } from '../../../src/main/engine/workbook/packed-rows.ts';
import { temporaryFolder, temporaryStore } from '../temporary-store.ts';
import { xlsxOf, type WorkbookToWrite } from './write-xlsx.ts';

const BESIDE: OpenOptions = { besideFromBytes: 1 };

function fileOf(book: WorkbookToWrite): string {
  const path = join(temporaryFolder(), 'Recorded crime.xlsx');
  writeFileSync(path, xlsxOf(book));
  return path;
}

/** The threads started from here to the end of the test. */
function threadsStarted(then: (thread: Worker) => void = () => undefined): Worker[] {
  const started: Worker[] = [];
  const note = (thread: Worker): void => {
    started.push(thread);
    then(thread);
  };
  process.on('worker', note);
  onTestFinished(() => {
    process.off('worker', note);
  });
  return started;
}

async function readSheet(path: string, options: OpenOptions, index = 0): Promise<{ rows: Row[]; facts: SheetFacts }> {
  const book = await openBeside(path, options);
  const rows: Row[] = [];
  try {
    const facts = await book.readSheet(index, (row) => rows.push(row), options);
    return { rows, facts };
  } finally {
    book.close();
  }
}

const said = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'it was read',
    (reason: unknown) => String(reason),
  );

const LONG = 'a sentence that goes on '.repeat(40);
const TEXTS = [
  'Theft',
  'Burglary',
  '',
  ' £5 &amp; more ',
  LONG,
  ...Array.from({ length: 2500 }, (_, at) => `CR/${String(at)}`),
];
const shared =
  TEXTS.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('') +
  '<si><r><t>Two </t></r><r><t>runs</t></r></si>';
/** Every kind of cell there is, in rows of several batches. */
const manyKinds = Array.from({ length: 2500 }, (_, at) => {
  const number = [String(at), String(-at), '0.1', '1e300', '268435456', '-268435456', '-0'][at % 7] ?? '';
  const row = String(at + 1 + (at > 1200 ? 7 : 0));
  return (
    `<row r="${row}"${at % 500 === 0 ? ' hidden="1"' : ''}>` +
    `<c t="s"><v>${String(at % 5)}</v></c><c t="s"><v>${String(5 + at)}</v></c><c t="s"><v>2505</v></c><c><v>${number}</v></c>` +
    `<c s="1"><v>${String(42000 + at)}</v></c><c s="1"><v>42000.${String(at)}</v></c><c s="2"><v>0.07</v></c><c s="3"><v>42005</v></c>` +
    `<c t="b"><v>${String(at % 2)}</v></c><c t="e"><v>${at % 2 === 0 ? '#N/A' : '#REF!'}</v></c><c><f>A1</f></c>` +
    `<c t="str"><f>B1</f><v>sum ${String(at % 90)}</v></c>${at % 300 === 0 ? `<c r="ZZ${row}"><v>1</v></c>` : ''}</row>`
  );
}).join('');
const kinds: WorkbookToWrite = {
  sheets: [manyKinds, manyKinds],
  shared,
  formats: ['dd/mm/yyyy hh:mm', '0%', 'mmm-yy'],
};

const HEADS = ['Crime Number', 'Date Recorded', 'HO Group', 'HO Sub Group', 'Neighbourhood'];
const WORDS = [
  ...HEADS,
  'Theft',
  'Other theft',
  'Stoke',
  'not a date',
  ...Array.from({ length: 2500 }, (_, at) => `CR/${String(at)}`),
];
const s = (word: number): string => `<c t="s"><v>${String(word)}</v></c>`;
/** 2,500 records; the date of every 400th cannot be read. */
const records: WorkbookToWrite = {
  shared: WORDS.map((word) => `<si><t>${word}</t></si>`).join(''),
  formats: ['dd/mm/yyyy'],
  sheets: [
    `<row>${HEADS.map((_, at) => s(at)).join('')}</row>` +
      Array.from(
        { length: 2500 },
        (_, at) =>
          `<row>${s(9 + at)}${at % 400 === 399 ? s(8) : `<c s="1"><v>${String(42095 + (at % 60))}</v></c>`}${s(5)}${s(6)}${s(7)}</row>`,
      ).join(''),
  ],
};

describe('a large sheet read in a thread of its own', () => {
  it('gives exactly the rows and facts that one thread gives, sheet after sheet, also after one left in the middle', async () => {
    const path = fileOf(kinds);
    const threads = threadsStarted();
    const here = await readSheet(path, {});
    expect(threads).toEqual([]);
    const book = await openBeside(path, BESIDE);
    const rows: Row[] = [];
    await book.readSheet(0, ({ row }) => (row === 5 ? 'stop' : undefined));
    const facts = await book.readSheet(1, (row) => rows.push(row));
    book.close();
    expect(threads).toHaveLength(1);
    expect(rows).toHaveLength(2500);
    expect({ rows, facts }).toStrictEqual(here);
  });

  it('is kept as the very same records, figures and refusals', { timeout: 20_000 }, async () => {
    const path = fileOf(records);
    const threads = threadsStarted();
    const keep = async (options: OpenOptions) => {
      const store = temporaryStore();
      const { sha256, outcome } = await previewFile(store, path, options);
      const { sheets, changes } = await keepFile(store, path, sha256, options);
      const all = (sql: string) => store.read.prepare(sql).all();
      return {
        outcome,
        sheets,
        changes,
        records: all('SELECT sheet_row, day, month, events, area_id, offence_id FROM record ORDER BY record_id'),
        counts: all('SELECT * FROM record_count'),
      };
    };
    const here = await keep({});
    expect(threads).toEqual([]);
    expect(here.records).toHaveLength(2494);
    expect(await keep(BESIDE)).toEqual(here);
    expect(threads).toHaveLength(2);
  });

  it('is left where it is cancelled, and no thread stays', async () => {
    const path = fileOf(kinds);
    const threads = threadsStarted();
    const stop = new AbortController();
    let rows = 0;
    const book = await openBeside(path, BESIDE);
    const reading = book.readSheet(
      0,
      () => {
        rows++;
        if (rows === 10)
          setImmediate(() => {
            stop.abort();
          });
      },
      { signal: stop.signal },
    );
    expect(await said(reading)).toBe('WorkbookRefusal: Reading was stopped.');
    expect(rows).toBeLessThan(2500);
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
    book.close();
  });

  const broken: readonly (readonly [string, WorkbookToWrite])[] = [
    ['ends in the middle', { ...kinds, sheets: [`<worksheet><sheetData>${manyKinds}`] }],
    ['names a text that is not there', { ...kinds, sheets: [`${manyKinds}<row>${s(4000)}</row>`] }],
    [
      'does not match its checksum',
      {
        ...kinds,
        parts: [
          {
            name: 'xl/worksheets/sheet1.xml',
            text: `<worksheet><sheetData>${manyKinds}</sheetData></worksheet>`,
            crc: 1,
          },
        ],
      },
    ],
  ];
  it.each(broken)('that %s is refused in the same sentence', async (_, book) => {
    const path = fileOf(book);
    const here = await said(readSheet(path, {}));
    expect(here).toMatch(/^WorkbookRefusal: This file is damaged/);
    const threads = threadsStarted();
    expect(await said(readSheet(path, BESIDE))).toBe(here);
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1]);
  });

  it('refuses in a plain sentence when its thread dies, and leaves the store whole and ready', async () => {
    const path = fileOf(records);
    const store = temporaryStore();
    let kills = true;
    threadsStarted((thread) => {
      thread.on('message', ({ says }: { says: string }) => {
        if (says === 'rows' && kills) void thread.terminate();
      });
    });
    expect(await said(keepFile(store, path, null, BESIDE))).toMatch(/Reading this file was cut short/);
    expect(store.read.prepare('SELECT count(*) FROM import').pluck().get()).toBe(0);
    expect(store.read.pragma('integrity_check', { simple: true })).toBe('ok');
    kills = false;
    expect((await keepFile(store, path, null, BESIDE)).summary.observations).toBe(2494);
  });

  it('is read here where no thread can be started', async () => {
    const path = fileOf(kinds);
    const here = await readSheet(path, {});
    threadsStarted((thread) => void thread.terminate());
    expect(await readSheet(path, BESIDE)).toStrictEqual(here);
  });
});

it('does not rest for ever when no more rows are wanted at the very moment it goes to rest', () => {
  const main = new SharedRows();
  const reading = new SharedRows(main.memory);
  const rest = vi.spyOn(Atomics, 'wait').mockImplementation((numbers, at, expected) => {
    // Between its last look and its rest.
    if (!main.isStopped) main.stop();
    if (Atomics.load(numbers, at) === expected) throw new Error('it would rest for ever');
    return 'not-equal';
  });
  try {
    expect(reading.waitForRoom(4)).toBe(0);
    expect(rest).toHaveBeenCalledOnce();
  } finally {
    rest.mockRestore();
  }
});
