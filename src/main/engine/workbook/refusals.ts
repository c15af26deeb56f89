import { WorkbookRefusal } from './open-workbook.ts';

const ASK_AGAIN = 'Ask for the file again, or open it in Excel, save it as a new .xlsx and try that.';

export const damaged = (what: string): WorkbookRefusal =>
  new WorkbookRefusal('damaged', `This file is damaged: ${what}. ${ASK_AGAIN}`);

export const notAWorkbook = (what: string): WorkbookRefusal => new WorkbookRefusal('not-a-workbook', what);

export const tooLarge = (what: string): WorkbookRefusal => new WorkbookRefusal('too-large', what);

export const unsafe = (what: string): WorkbookRefusal =>
  new WorkbookRefusal('unsafe', `This file was not read, to keep this computer safe: ${what}. ${ASK_AGAIN}`);

export const cancelled = (): WorkbookRefusal => new WorkbookRefusal('cancelled', 'Reading was stopped.');

/** Library and system errors become a refusal; a refusal stays as it is. */
export function asRefusal(reason: unknown, what: string): WorkbookRefusal {
  return reason instanceof WorkbookRefusal ? reason : damaged(what);
}
