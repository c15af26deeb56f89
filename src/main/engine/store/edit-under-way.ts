import { AsyncLocalStorage } from 'node:async_hooks';

/** The entries one command has written so far, and the edit it puts back, if it is an undo. */
export interface EditUnderWay {
  readonly entries: number[];
  undoes: number | null;
}

/** Which command is being run: whatever is written to the audit trail meanwhile belongs to its edit. */
export const editUnderWay = new AsyncLocalStorage<EditUnderWay>();
