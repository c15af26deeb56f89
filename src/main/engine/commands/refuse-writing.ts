import { FigureRefusal } from '../store/figure-refusal.ts';

/** The system will not let a file be written; the officer can do something about it. */
export function refuseWriting(error: unknown, path: string): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EACCES', 'EPERM', 'EBUSY', 'EROFS', 'ENOSPC', 'ENOENT', 'EISDIR'].includes(code)) {
    throw new FigureRefusal(
      `${path} could not be written (${code}). Is it open in Excel or Word, or the folder read-only or full? Nothing was changed.`,
    );
  }
  throw error;
}
