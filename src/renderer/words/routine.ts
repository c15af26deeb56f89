import { howMany } from './numbers.ts';

/** The month's routine, in the officer's words. */
export const ROUTINE_WORDS = {
  title: 'The month’s routine',
  done: (done: number, of: number) => `${String(done)} of ${String(of)} done`,
  come: 'What has come',
  bringIn: 'Bring in extracts',
  keepWaiting: (files: number) => `Keep ${howMany(files, 'file that waits', 'files that wait')}`,
  lookInFolder: 'Look in a folder…',
  overdue: 'What is overdue',
  recordsDue: (records: number) => `Remove ${howMany(records, 'record', 'records')} past their time`,
  recordsDueSays: 'Their retention rule says so; the counts stay.',
  nothingOverdue: 'Nothing: every source is in.',
  changed: 'What changed since last month',
  unchanged: (moved: number, still: number) =>
    still === 0
      ? moved === 0
        ? 'No two months in a row are known yet.'
        : ''
      : moved === 0
        ? 'Nothing by more than chance might do; the season is not taken out.'
        : `${howMany(still, 'other', 'others')} by no more than chance might do; the season is not taken out.`,
  words: 'What needs words',
  noWordsNeeded: 'Nothing is of significant concern, and the profiles agree.',
  wordsWritten: 'Written, from the figures as they stand.',
  figuresChanged: 'The figures have changed since the words were written.',
  packTitle: 'What goes in the pack',
  packWritten: (month: string) => `The pack for ${month} is written; nothing has come since.`,
  packMissing: (month: string) => `Not written for ${month} yet.`,
  packOutOfDate: (month: string, pack: number) => `Extracts came after pack ${String(pack)} for ${month} was written.`,
  writePack: (month: string) => `Write the pack for ${month}`,
  pack: (number: number) => `Pack ${String(number)}`,
  packOf: (month: string, made: string) => `figures to ${month}, made ${made}`,
} as const;
