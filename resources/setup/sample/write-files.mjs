import ExcelJS from 'exceljs';
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sample goes: resources/sample, or the folder named on the command line. */
const ROOT = process.argv[2] ?? join(import.meta.dirname, '..', '..', 'sample');
const WRITTEN = new Date(Date.UTC(2015, 6, 10, 9, 0, 0));

/** Every entry of a zip gets the same date (1 January 2015), so that writing again gives the same bytes. */
function withFixedDates(bytes) {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const fixedDate = ((2015 - 1980) << 9) | (1 << 5) | 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = zip.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      zip.writeUInt16LE(0, place);
      zip.writeUInt16LE(fixedDate, place + 2);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** A sheet from rows; `formats` are number formats by column (from 1); `merges` as Excel writes them. */
export function addSheet(book, name, rows, { widths = [], merges = [], formats = {}, percentRows = [] } = {}) {
  const sheet = book.addWorksheet(name);
  rows.forEach((cells, index) => {
    const row = sheet.addRow(cells);
    if (percentRows.includes(index + 1)) row.numFmt = '0%';
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (const [column, format] of Object.entries(formats)) sheet.getColumn(Number(column)).numFmt = format;
  for (const block of merges) sheet.mergeCells(block);
  return sheet;
}

export async function saveWorkbook(folder, name, build) {
  const book = new ExcelJS.Workbook();
  book.creator = 'Safer Workbench sample';
  book.lastModifiedBy = 'Safer Workbench sample';
  book.created = WRITTEN;
  book.modified = WRITTEN;
  build(book);
  const zip = { compression: 'DEFLATE', compressionOptions: { level: 9 } };
  save(folder, name, withFixedDates(await book.xlsx.writeBuffer({ zip })));
}

export function save(folder, name, bytes) {
  mkdirSync(join(ROOT, folder), { recursive: true });
  writeFileSync(join(ROOT, folder, name), bytes);
  console.log(`${folder}/${name}  ${String(bytes.length)} bytes`);
}
