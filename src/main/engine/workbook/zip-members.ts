import { fileSource } from './byte-source.ts';
import { LIMITS } from './limits.ts';
import { notAWorkbook, tooLarge } from './refusals.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';
import type { ZipEntry } from './zip-directory.ts';

/** A file inside a zip that may be a workbook or a text table. */
export interface ZipMember {
  /** As named in the zip, folders and all; never used as a path on disc. */
  readonly name: string;
  readonly bytes: number;
}

const READABLE = /\.(?:xlsx|xlsm|xlsb|xls|ods|csv|tsv|txt|tab)$/i;
/** What computers add by themselves: Mac resource forks, Office lock files. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\._|~\$|\.DS_Store|Thumbs\.db)/i;

/** The members of a zip that can be read, in their order in the zip. */
export function readableMembers(zip: ZipArchive): readonly ZipEntry[] {
  const members = zip.entries.filter(({ name }) => READABLE.test(name) && !SYSTEM_FILE.test(name));
  if (members.length === 0) {
    const hasZip = zip.entries.some(({ name }) => /\.zip$/i.test(name));
    throw notAWorkbook(
      hasZip
        ? 'This zip holds only another zip. Unpack it and choose the files inside.'
        : 'This zip holds no workbook and no .csv file. Unpack it and choose the file with the figures.',
    );
  }
  if (members.reduce((sum, { bytes }) => sum + bytes, 0) > LIMITS.zipMembersBytes) {
    throw tooLarge('The files in this zip come to more than 1 GB. Unpack it and choose the files you need.');
  }
  return members;
}

/** Lists the readable members of a zip file. */
export function listZip(path: string): readonly ZipMember[] {
  const source = fileSource(path);
  try {
    return readableMembers(openZip(source)).map(({ name, bytes }) => ({ name, bytes }));
  } finally {
    source.close();
  }
}

/** One member of a zip file, unpacked in memory. */
export function extractZipMember(path: string, name: string): Buffer {
  const source = fileSource(path);
  try {
    const zip = openZip(source);
    const member = readableMembers(zip).find((entry) => entry.name === name);
    if (member === undefined) throw notAWorkbook('This zip no longer holds that file. Choose the zip again.');
    return zip.whole(member, LIMITS.fileBytes);
  } finally {
    source.close();
  }
}
