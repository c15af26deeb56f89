import type { Part } from './write-zip.ts';
import { zipOf } from './write-zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface WorkbookToWrite {
  /** The inside of each sheet's `sheetData`, or the whole part when it begins with `<?xml` or `<worksheet`. */
  readonly sheets: readonly string[];
  readonly names?: readonly string[];
  readonly states?: readonly string[];
  /** The inside of `sst`. */
  readonly shared?: string;
  /** Number format codes; cell style 1 has the first, style 2 the second. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  /** Parts to add, or to put in place of those of the same name. */
  readonly parts?: readonly Part[];
  readonly without?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An .xlsx of the simplest kind, written as text. */
export const xlsxOf = (book: WorkbookToWrite): Buffer => zipOf(partsOf(book));

export function partsOf(book: WorkbookToWrite): Part[] {
  const { sheets, names, states, shared, formats = [], is1904 = false, parts = [], without = [] } = book;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const all: Part[] = [
    {
      name: '_rels/.rels',
      text: `<Relationships xmlns="${PACKAGE}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr date1904="${is1904 ? '1' : '0'}"/><sheets>${sheets
        .map((_, at) => {
          const state = states?.[at] === undefined ? '' : ` state="${states[at]}"`;
          return `<sheet name="${escaped(names?.[at] ?? `Sheet${String(at + 1)}`)}" sheetId="${String(at + 1)}"${state} r:id="s${String(at)}"/>`;
        })
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `<Relationships xmlns="${PACKAGE}">${sheets
        .map((_, at) => relation(`s${String(at)}`, 'worksheet', `worksheets/sheet${String(at + 1)}.xml`))
        .join(
          '',
        )}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('u', 'styles', '/xl/styles.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', text: stylesOf(formats) },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${String(at + 1)}.xml`,
      text: /^<(?:\?xml|worksheet)/.test(sheet)
        ? sheet
        : `<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    })),
  ];
  if (shared !== undefined) all.push({ name: 'xl/sharedStrings.xml', text: `<sst xmlns="${MAIN}">${shared}</sst>` });
  const replaced = new Set([...parts.map(({ name }) => name), ...without]);
  return [...all.filter(({ name }) => !replaced.has(name)), ...parts];
}

function stylesOf(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${String(200 + at)}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${String(200 + at)}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}
