import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { OdsStyles } from './ods-styles.ts';
import { OdsTable } from './ods-table.ts';
import { WorkbookRefusal, type OpenWorkbook, type SheetInfo } from './open-workbook.ts';
import { checkReading } from './reading-watch.ts';
import { damaged, notAWorkbook, tooLarge } from './refusals.ts';
import { xmlTags } from './xml-elements.ts';
import { xmlText } from './xml-encoding.ts';
import type { ZipArchive } from './zip-archive.ts';

interface TablePart extends SheetInfo {
  /** Where the table's start tag stands in the content. */
  readonly at: number;
}

export const isOpenDocument = (zip: ZipArchive): boolean =>
  zip.find('content.xml') !== null && (zip.find('mimetype') !== null || zip.find('META-INF/manifest.xml') !== null);

/** Opens an OpenDocument spreadsheet (.ods). */
export function openOds(source: ByteSource, zip: ZipArchive): OpenWorkbook {
  refuseLocked(zip);
  const content = partText(zip, 'content.xml');
  const styles = new OdsStyles();
  if (zip.find('styles.xml') !== null) styles.add(partText(zip, 'styles.xml'));
  styles.add(content);
  source.close();
  const tables = tablesIn(content, styles);
  return {
    format: 'ods',
    sheets: tables.map(({ name, state }) => ({ name, state })),
    notes: [],
    readSheet(index, onRow, options = {}) {
      const table = tables[index];
      if (table === undefined) throw damaged('a sheet that was asked for is not there');
      const until = performance.now() + LIMITS.timeMs;
      const reader = new OdsTable(styles, onRow);
      const facts = reader.read(content, table.at, () => {
        checkReading(options.signal, until);
      });
      return Promise.resolve(facts);
    },
    close: () => undefined,
  };
}

function refuseLocked(zip: ZipArchive): void {
  const manifest = zip.find('META-INF/manifest.xml');
  if (manifest === null || !zip.whole(manifest).includes('encryption-data')) return;
  throw new WorkbookRefusal(
    'not-a-workbook',
    'This OpenDocument file is password-protected, which cannot be unlocked here. ' +
      'Open it in LibreOffice or Excel, save it without the password (or as .xlsx) and choose that file.',
  );
}

function partText(zip: ZipArchive, name: string): string {
  const entry = zip.find(name);
  if (entry === null) throw damaged('part of it is missing');
  return xmlText(zip.whole(entry, LIMITS.wholeFileBytes));
}

/** The tables that are sheets: not those within cells, kept changes or links to other files. */
function tablesIn(content: string, styles: OdsStyles): TablePart[] {
  const tables: TablePart[] = [];
  let isSpreadsheet = false;
  let depth = 0;
  let outside: string | null = null;
  for (const tag of xmlTags(content)) {
    if (outside !== null) {
      if (tag.isEnd && tag.name === outside) outside = null;
    } else if (tag.name === 'spreadsheet') {
      isSpreadsheet = true;
    } else if (tag.name === 'tracked-changes' || tag.name === 'dde-links') {
      if (!tag.isEnd && !tag.isEmpty) outside = tag.name;
    } else if (tag.name === 'table' && isSpreadsheet) {
      if (!tag.isEnd && depth === 0) {
        const state = styles.hidesTable(tag.attribute('style-name')) ? 'hidden' : 'visible';
        tables.push({ name: tag.attribute('name') ?? '', state, at: tag.at });
      }
      if (!tag.isEmpty) depth += tag.isEnd ? -1 : 1;
    }
  }
  if (!isSpreadsheet)
    throw notAWorkbook('This is an OpenDocument file, but not a spreadsheet. Ask for the figures as a workbook.');
  if (depth !== 0) throw damaged('one of its sheets ends in the middle');
  if (tables.length === 0) throw damaged('no sheets were found in it');
  if (tables.length > LIMITS.sheets) {
    throw tooLarge('This workbook has more than 1,000 sheets. Save the sheets you need as a workbook of their own.');
  }
  return tables;
}
