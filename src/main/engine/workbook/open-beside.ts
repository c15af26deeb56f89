import { openWorkbook } from './open-file.ts';
import type { OpenOptions, OpenWorkbook } from './open-workbook.ts';
import { ReadingThread } from './reading-beside.ts';

/**
 * The unfolded sheet from which on a thread of its own is worth its 40 MB: 100,000 rows of 14 columns, or about a second's
 * import. Of less there is little to save.
 */
const WORTH_A_THREAD_BYTES = 48 * 1024 * 1024;

/**
 * Opens a file as {@link openWorkbook} does. A large sheet whose texts stand in the workbook's own table is unpacked and
 * scanned in a thread of its own, by the same reader, so that a second core does that while this one understands and keeps
 * the rows. Where no thread can be started it is read here.
 */
export async function openBeside(path: string, options: OpenOptions = {}): Promise<OpenWorkbook> {
  const book = await openWorkbook(path, options);
  const from = options.besideFromBytes ?? WORTH_A_THREAD_BYTES;
  // A locked workbook would be unlocked twice, and its unlocked bytes held twice.
  if (options.password !== undefined || !book.sheets.some((_, index) => (book.bytesOf?.(index) ?? 0) >= from))
    return book;
  let thread: ReadingThread | null = null;
  return {
    ...book,
    async readSheet(index, onRow, read = {}) {
      if ((book.bytesOf?.(index) ?? 0) < from) return book.readSheet(index, onRow, read);
      if (thread?.isOver !== false) thread = await ReadingThread.start(path, read.signal);
      return (thread ?? book).readSheet(index, onRow, read);
    },
    close() {
      void thread?.end();
      book.close();
    },
  };
}
