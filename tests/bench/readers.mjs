/** One reader reads one file in a process of its own and prints its time and its peak memory as JSON. */
import { existsSync, readFileSync } from 'node:fs';
import { rawRows } from './raw-rows.mjs';

/** Where Linux says how much memory a program had at most. */
const STATUS = '/proc/self/status';
const [reader = '', file = '', bundle = '', into = ''] = process.argv.slice(2);

const asText = (value) => (value instanceof Date ? value.toISOString() : value);

/** The whole import as the officer has it: read, map, check, compare, keep with every origin. */
async function wholeImport() {
  const { runCommand } = await import(bundle);
  const said = [];
  await runCommand(['import', file, '--store', into, '--json'], {
    out: (text) => said.push(text),
    err: () => {},
    env: {},
  });
  const [{ sheets, reason }] = JSON.parse(said.join('')).imports;
  if (sheets.length === 0) throw new Error(reason);
  return sheets.reduce((sum, sheet) => sum + sheet.observations, 0);
}

const READERS = {
  async ours(onRow) {
    const { openWorkbook } = await import(bundle);
    const book = await openWorkbook(file);
    const plain = (value) => {
      if (typeof value !== 'object' || value === null) return value;
      if (value.kind === 'day') return value.time === null ? value.day : `${value.day} ${value.time}`;
      return value.kind === 'percent' ? value.value : null;
    };
    await book.readSheet(0, ({ row, cells }) => onRow(row, cells, plain));
    book.close();
  },
  async floor(onRow) {
    const { readRows } = await import(bundle);
    await readRows(file, { fresh: true }, (cells, row) => onRow(row, cells, (value) => value));
  },
  async exceljs(onRow) {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.stream.xlsx.WorkbookReader(file, {
      sharedStrings: 'cache',
      styles: 'cache',
      worksheets: 'emit',
      hyperlinks: 'ignore',
      entries: 'ignore',
    });
    for await (const sheet of book) for await (const row of sheet) onRow(row.number, row.values.slice(1), asText);
  },
  async sheetjs(onRow) {
    const XLSX = await import('@e965/xlsx');
    const book = XLSX.read(readFileSync(file), { dense: true, cellDates: true });
    const sheet = book.Sheets[book.SheetNames[0]];
    for (const [at, row] of (sheet['!data'] ?? []).entries())
      onRow(
        at + 1,
        row.map((cell) => cell?.v),
        asText,
      );
  },
};

/** The most memory of this program; `maxRSS` also counts that of the one that started it. */
function peakMb() {
  const kilobytes = existsSync(STATUS) ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined;
  return Number(kilobytes ?? process.resourceUsage().maxRSS) / 1024;
}

const started = performance.now();
if (reader === 'import') {
  const kept = await wholeImport();
  const seconds = (performance.now() - started) / 1000;
  console.log(
    JSON.stringify({
      reader,
      seconds,
      peakMb: peakMb(),
      rows: kept,
      cells: 0,
      kept: true,
    }),
  );
  process.exit();
}
const sink = into === '' ? null : rawRows(into);
let rows = 0;
let cells = 0;
await READERS[reader]((row, values, plain) => {
  rows++;
  for (const value of values) if (value !== null && value !== undefined) cells++;
  sink?.add(row, values, plain);
});
sink?.close();
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ reader, seconds, peakMb: peakMb(), rows, cells, kept: into === '' || existsSync(into) }));
