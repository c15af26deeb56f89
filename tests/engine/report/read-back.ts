import XLSX from '@e965/xlsx';

export type Cell = string | number | null;

/** A written workbook read by another library than the one that wrote it. */
export interface ReadBack {
  readonly names: string[];
  /** The values of one sheet as rows of cells; empty cells are null. */
  rows(sheet: string): Cell[][];
  /** The cells right of a label, from a column (0 is A). */
  row(sheet: string, label: string, from?: number): Cell[];
  /** The text of every part of the zip whose path ends so. */
  parts(ending: string): { path: string; text: string }[];
  /** The text of one sheet's part, by its place among the sheets. */
  sheetXml(sheet: string): string;
}

/** The part of the library's zip reader that is used here; it has no types of its own. */
interface ZipReader {
  read(
    bytes: Buffer,
    options: { type: 'buffer' },
  ): { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { readonly content?: Uint8Array }[] };
}

const filled = (row: Cell[], from: number, to: number): Cell[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => row[from + index] ?? null);

export function readBack(bytes: Uint8Array): ReadBack {
  const book = XLSX.read(bytes, { type: 'buffer', cellStyles: true });
  const zip = (XLSX.CFB as ZipReader).read(Buffer.from(bytes), { type: 'buffer' });
  const parts = (ending: string) =>
    zip.FullPaths.flatMap((path, index) => {
      const content = zip.FileIndex[index]?.content;
      return path.endsWith(ending) && content !== undefined
        ? [{ path, text: Buffer.from(content).toString('utf8') }]
        : [];
    });
  const rows = (name: string): Cell[][] => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return XLSX.utils.sheet_to_json<Cell[]>(sheet, { header: 1, defval: null, raw: true });
  };
  return {
    names: book.SheetNames,
    rows,
    row(name, label, from = 1) {
      const all = rows(name);
      const found = all.find((cells) => cells[0] === label);
      if (found === undefined) throw new Error(`no row ${label} on ${name}`);
      return filled(found, from, Math.max(...all.map((cells) => cells.length)));
    },
    parts,
    sheetXml: (name) => parts(`xl/worksheets/sheet${String(book.SheetNames.indexOf(name) + 1)}.xml`)[0]?.text ?? '',
  };
}
