import { basename } from 'node:path';
import { checkBook, type SheetLookedAt } from '../../../core/check/check-book.ts';
import { findingOf, type Finding } from '../../../core/check/finding.ts';
import type { IntakeContext } from '../../../core/intake/plan.ts';
import { readInto, type Sink } from '../import/read-file.ts';
import { PARTNERSHIP } from '../store/seed-store.ts';
import { openWorkbook } from '../workbook/open-file.ts';
import type { OpenOptions } from '../workbook/open-workbook.ts';

/** How one sheet was understood by the checker. */
export interface SheetChecked {
  readonly sheet: string;
  readonly state: 'visible' | 'hidden' | 'very-hidden';
  readonly layout: string;
  readonly says: string;
  readonly rowsRead: number;
}

export interface FileChecked {
  readonly sheets: readonly SheetChecked[];
  readonly findings: readonly Finding[];
}

/** What reading leans on where no store is open: the partnership a new store belongs to. */
export const contextWithoutStore = (path: string): IntakeContext => ({
  fileName: basename(path),
  city: { name: PARTNERSHIP.city, kind: 'city', aliases: PARTNERSHIP.aliases },
  areas: [],
});

/**
 * Reads a file as an import would, keeps nothing, and answers what does not add up, sheet by sheet. Throws
 * {@link WorkbookRefusal} where the file cannot be read.
 */
export async function checkFile(path: string, context: IntakeContext, options: OpenOptions): Promise<FileChecked> {
  const workbook = await openWorkbook(path, options);
  try {
    const looked: SheetLookedAt[] = [];
    const sink: Sink = {
      startSheet: () => undefined,
      record: () => undefined,
      table: () => undefined,
      looked: (grid, plan, reading) => {
        looked.push({ grid, plan, reading });
      },
      endSheet: () => undefined,
    };
    const reports = await readInto(workbook, context, sink, options);
    const whole = checkBook(looked);
    const names = new Set(looked.map(({ grid }) => grid.sheet));
    return {
      sheets: reports.map(({ sheet, state, layout, says, rowsRead }) => ({ sheet, state, layout, says, rowsRead })),
      // A list of records is read row by row and not held; what its reader warned of is all there is.
      findings: reports.flatMap(({ sheet, warnings }) =>
        names.has(sheet)
          ? whole.filter((finding) => finding.sheet === sheet)
          : warnings.map((warning) => findingOf(sheet, warning)),
      ),
    };
  } finally {
    workbook.close();
  }
}
