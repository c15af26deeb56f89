import type { IssueKind } from './score-issue.ts';

/** What an issue is about, as the register says it. */
export const KIND_WORDS: Readonly<Record<IssueKind, string>> = {
  victims: 'Individuals: victims',
  offenders: 'Individuals: offenders',
  communities: 'Communities',
  'key-issue': 'Key issues',
};
