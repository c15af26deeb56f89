/**
 * Writes a realistic extract of ROWS x 14 as .xlsx, for the benchmark only: a small streaming writer that shares no code
 * with the reader. `shared` puts texts in the shared table, `inline` in the cells.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { crc32, createDeflateRaw } from 'node:zlib';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD =
  'Crime Reference,Reported Date,Start Date/Time,Offence Group,Offence Subgroup,Ward,LSOA Code,Beat,Outcome,Victim Age Band,Count,Easting,Northing,DA Flag'.split(
    ',',
  );
const GROUPS = ['Violence against the person', 'Theft offences', 'Criminal damage & arson', 'Public order offences'];
const WARDS = ['Abbey', 'Bishop’s Hill', 'Docklands', 'Old Town', 'Park End', 'Ynys-y-bŵl', 'St. Anne’s', 'Quayside'];
const OUTCOMES = ['Under investigation', 'Investigation complete; no suspect identified', 'Charged/Summonsed'];
const AGES = ['0-9', '10-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65-74', '75+'];

/** Rows of plain values: text, numbers, `{ day }` for a date serial, true or false, null for blank. */
export function* extractRows(count) {
  let state = 20240607;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = (list) => list[below(list.length)];
  yield HEAD;
  for (let at = 1; at <= count; at++) {
    const day = 43556 + below(1826);
    const place = below(50) > 0;
    yield [
      `42${one(['A', 'B', 'C', 'D'])}/${String(at).padStart(6, '0')}/${String(day % 100).padStart(2, '0')}`,
      { day },
      { day: day - below(14400) / 1440, time: true },
      one(GROUPS),
      `${one(GROUPS)} - ${String(below(24))}`,
      one(WARDS),
      `E0100${String(below(800) + 1000)}`,
      String(below(700)).padStart(4, '0'),
      below(100) < 8 ? null : one(OUTCOMES),
      below(4) === 0 ? null : one(AGES),
      below(100) < 97 ? 1 : 2 + below(3),
      place ? 520000 + below(40000) : null,
      place ? 100000 + below(150000) + (below(10) === 0 ? 0.5 : 0) : null,
      below(100) < 17,
    ];
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function cellXml(value, column, row, texts) {
  if (value === null) return '';
  const name = `r="${String.fromCharCode(65 + column)}${String(row)}"`;
  if (typeof value === 'number') return `<c ${name}><v>${String(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c ${name} t="b"><v>${value ? '1' : '0'}</v></c>`;
  if (typeof value === 'object') return `<c ${name} s="${value.time ? '2' : '1'}"><v>${String(value.day)}</v></c>`;
  if (texts === null) return `<c ${name} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  let index = texts.get(value);
  if (index === undefined) texts.set(value, (index = texts.size));
  return `<c ${name} t="s"><v>${String(index)}</v></c>`;
}

class ZipWriter {
  constructor(path) {
    this.out = createWriteStream(path);
    this.at = 0;
    this.directory = [];
  }

  async write(bytes) {
    this.at += bytes.length;
    if (!this.out.write(bytes)) await once(this.out, 'drain');
  }

  async part(name, pieces) {
    const nameBytes = Buffer.from(name);
    const headerAt = this.at;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 2); // sizes and checksum follow the data
    fields.writeUInt16LE(8, 4);
    fields.writeUInt16LE(nameBytes.length, 22);
    await this.write(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, nameBytes]));
    const deflate = createDeflateRaw({ level: 6 });
    const packedAt = this.at;
    const packing = (async () => {
      for await (const piece of deflate) await this.write(piece);
    })();
    let sum = 0;
    let size = 0;
    for (const text of pieces) {
      const bytes = Buffer.from(text);
      sum = crc32(bytes, sum);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, 'drain');
    }
    deflate.end();
    await packing;
    const packed = this.at - packedAt;
    const tail = Buffer.alloc(16);
    tail.write('PK\x07\x08', 'latin1');
    tail.writeUInt32LE(sum, 4);
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(size, 12);
    await this.write(tail);
    fields.writeUInt32LE(sum, 10);
    fields.writeUInt32LE(packed, 14);
    fields.writeUInt32LE(size, 18);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(headerAt, 10);
    this.directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, nameBytes]));
  }

  async close() {
    const list = Buffer.concat(this.directory);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(this.directory.length, 8);
    end.writeUInt16LE(this.directory.length, 10);
    end.writeUInt32LE(list.length, 12);
    end.writeUInt32LE(this.at, 16);
    await this.write(Buffer.concat([list, end]));
    this.out.end();
    await once(this.out, 'close');
  }
}

/** Writes the workbook; texts go in the shared table unless `isInline`. */
export async function makeWorkbook(path, rows, isInline) {
  const zip = new ZipWriter(path);
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const relations = (inner) => [`<Relationships xmlns="${PACKAGE}">${inner}</Relationships>`];
  await zip.part('_rels/.rels', relations(relation('r', 'officeDocument', 'xl/workbook.xml')));
  await zip.part('xl/workbook.xml', [
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Crime extract" sheetId="1" r:id="a"/></sheets></workbook>`,
  ]);
  await zip.part(
    'xl/_rels/workbook.xml.rels',
    relations(
      relation('a', 'worksheet', 'worksheets/sheet1.xml') +
        relation('b', 'styles', 'styles.xml') +
        (isInline ? '' : relation('c', 'sharedStrings', 'sharedStrings.xml')),
    ),
  );
  await zip.part('[Content_Types].xml', [
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${isInline ? '' : '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'}</Types>`,
  ]);
  await zip.part('xl/styles.xml', [
    `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ]);
  const texts = isInline ? null : new Map();
  // The shared table stands before the sheet, as Excel writes it: exceljs's stream reader needs it so.
  if (texts !== null) {
    for (const row of extractRows(rows)) {
      for (const value of row) if (typeof value === 'string' && !texts.has(value)) texts.set(value, texts.size);
    }
    await zip.part('xl/sharedStrings.xml', sharedPieces(texts));
  }
  await zip.part('xl/worksheets/sheet1.xml', sheetPieces(rows, texts));
  await zip.close();
}

function* sharedPieces(texts) {
  yield `<sst xmlns="${MAIN}" uniqueCount="${String(texts.size)}">`;
  for (const text of texts.keys()) yield `<si><t>${escaped(text)}</t></si>`;
  yield '</sst>';
}

function* sheetPieces(rows, texts) {
  yield `<worksheet xmlns="${MAIN}"><sheetData>`;
  let number = 0;
  for (const row of extractRows(rows)) {
    number++;
    const cells = row.map((value, column) => cellXml(value, column, number, texts)).join('');
    yield `<row r="${String(number)}">${cells}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/** A day as text files write it. */
const dayText = (serial) => {
  const [day, time] = new Date(Math.round((serial - 25_569) * 86_400) * 1000).toISOString().split('T');
  return day.split('-').reverse().join('/') + (Number.isInteger(serial) ? '' : ` ${time.slice(0, 5)}`);
};

/** The same rows as a .csv. */
export async function makeCsv(path, rows) {
  const out = createWriteStream(path);
  for (const row of extractRows(rows)) {
    const cells = row.map((value) => (value === null ? '' : typeof value === 'object' ? dayText(value.day) : value));
    if (!out.write(`${cells.map((cell) => (/[",]/.test(String(cell)) ? `"${cell}"` : String(cell))).join(',')}\r\n`))
      await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
