import type { ByteSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { WorkbookRefusal, type OpenOptions, type OpenWorkbook, type SheetInfo } from './open-workbook.ts';
import { damaged, notAWorkbook, tooLarge } from './refusals.ts';
import type { ZipArchive } from './zip-archive.ts';
import type { ZipEntry } from './zip-directory.ts';
import { readableMembers } from './zip-members.ts';

/** Refusals of one member that stop the whole; after any other the rest is read and a note says what was left out. */
const WHOLE_ZIP: ReadonlySet<string> = new Set(['needs-password', 'wrong-password', 'cancelled']);

interface MemberSheet extends SheetInfo {
  readonly member: ZipEntry;
  readonly index: number;
}

/**
 * Opens a zip of several files as one workbook with all their sheets, named `file.csv` or `file.xlsx › Sheet1`. A
 * member is unpacked when it is read and let go afterwards; a zip within the zip is not opened.
 */
export async function openZipOfFiles(
  source: ByteSource,
  zip: ZipArchive,
  options: OpenOptions,
  openBytes: (name: string, bytes: Buffer, options: OpenOptions) => Promise<OpenWorkbook>,
): Promise<OpenWorkbook> {
  const open = async (member: ZipEntry): Promise<OpenWorkbook> => {
    const book = await openBytes(member.name, zip.whole(member, LIMITS.fileBytes), options);
    if (book.format === 'zip') throw notAWorkbook('This zip holds another zip. Unpack it and choose the files inside.');
    return book;
  };
  const sheets: MemberSheet[] = [];
  const notes: string[] = [];
  let refused: WorkbookRefusal | null = null;
  for (const member of readableMembers(zip)) {
    let book: OpenWorkbook;
    try {
      book = await openNamed(member, open);
    } catch (reason) {
      if (!(reason instanceof WorkbookRefusal) || WHOLE_ZIP.has(reason.kind)) throw reason;
      refused ??= reason;
      notes.push(reason.message);
      continue;
    }
    for (const [index, { name, state }] of book.sheets.entries()) {
      sheets.push({ name: book.format === 'csv' ? member.name : `${member.name} › ${name}`, state, member, index });
    }
    notes.push(...book.notes.map((note) => `${member.name}: ${note}`));
    book.close();
    if (sheets.length > LIMITS.sheets)
      throw tooLarge('The files in this zip have more than 1,000 sheets. Unpack it and choose the files you need.');
  }
  if (sheets.length === 0 && refused !== null) throw refused;
  return {
    format: 'zip',
    sheets: sheets.map(({ name, state }) => ({ name, state })),
    notes,
    async readSheet(index, onRow, readOptions) {
      const sheet = sheets[index];
      if (sheet === undefined) throw damaged('a sheet that was asked for is not there');
      const book = await openNamed(sheet.member, open);
      try {
        return await book.readSheet(sheet.index, onRow, readOptions);
      } finally {
        book.close();
      }
    },
    close: () => {
      source.close();
    },
  };
}

/** A refusal of one member says which. */
async function openNamed(member: ZipEntry, open: (member: ZipEntry) => Promise<OpenWorkbook>): Promise<OpenWorkbook> {
  try {
    return await open(member);
  } catch (reason) {
    if (!(reason instanceof WorkbookRefusal)) throw reason;
    throw new WorkbookRefusal(reason.kind, `${member.name}: ${reason.message}`);
  }
}
