import { LIMITS } from './limits.ts';
import type { SheetInfo } from './open-workbook.ts';
import { damaged, notAWorkbook, tooLarge } from './refusals.ts';
import { readRelationships } from './relationships.ts';
import { xmlTags, type XmlTag } from './xml-elements.ts';
import { xmlText } from './xml-encoding.ts';
import type { ZipArchive } from './zip-archive.ts';
import type { ZipEntry } from './zip-directory.ts';

export interface WorksheetPart extends SheetInfo {
  readonly entry: ZipEntry;
}

/** What a workbook part says: its worksheets in tab order and where their cells, texts and styles lie. */
export interface WorkbookPart {
  readonly sheets: readonly WorksheetPart[];
  readonly is1904: boolean;
  readonly sharedStrings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  readonly hasMacros: boolean;
  /** Sheets that hold no cells: charts, dialogs and macro sheets. */
  readonly otherSheets: number;
}

/** The name of the workbook part; null when the zip is not an Office workbook. */
export function workbookPartName(zip: ZipArchive): string | null {
  for (const { type, target } of readRelationships(zip, '').values()) {
    if (type === 'officeDocument') return zip.find(target)?.name ?? null;
  }
  return zip.find('xl/workbook.xml')?.name ?? zip.find('xl/workbook.bin')?.name ?? null;
}

export function readWorkbookPart(zip: ZipArchive, name: string): WorkbookPart {
  const entry = zip.find(name);
  if (entry === null) throw damaged('its list of sheets is missing');
  const related = readRelationships(zip, name);
  const sheets: WorksheetPart[] = [];
  let is1904 = false;
  let otherSheets = 0;
  let isWorkbook = false;
  for (const tag of xmlTags(xmlText(zip.whole(entry)))) {
    if (tag.isEnd) continue;
    if (tag.name === 'workbook') isWorkbook = true;
    if (tag.name === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(tag.attribute('date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const relation = related.get(tag.attribute('id') ?? '');
    if (relation !== undefined && relation.type !== 'worksheet') {
      otherSheets++;
      continue;
    }
    const part = relation === undefined ? null : zip.find(relation.target);
    if (part === null) throw damaged('one of its sheets is missing from the file');
    sheets.push({ name: tag.attribute('name') ?? '', state: stateOf(tag), entry: part });
    if (sheets.length > LIMITS.sheets) {
      throw tooLarge('This workbook has more than 1,000 sheets. Save the sheets you need as a workbook of their own.');
    }
  }
  if (!isWorkbook) throw notAWorkbook('This is an Office file, but not a workbook. Choose the workbook itself.');
  const partOf = (type: string): ZipEntry | null => {
    for (const relation of related.values()) if (relation.type === type) return zip.find(relation.target);
    return null;
  };
  const hasMacros = [...related.values()].some(({ type }) => type === 'vbaProject');
  return { sheets, is1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), hasMacros, otherSheets };
}

function stateOf(tag: XmlTag): SheetInfo['state'] {
  const state = tag.attribute('state');
  return state === 'veryHidden' ? 'very-hidden' : state === 'hidden' ? 'hidden' : 'visible';
}
