import { addMonths, monthOfDay, type Month } from '../time/month.ts';

/** How long the records of one kind of extract are kept: so many months after they came, or after the months they cover. */
export interface RetentionRule {
  readonly dataset: string;
  readonly months: number;
  readonly after: 'import' | 'period-end';
}

/** What is known of the records of one sheet that was kept. */
export interface KeptRecords {
  readonly dataset: string;
  /** The day the file was imported. */
  readonly importedOn: string;
  /** The last month the sheet speaks for; null when it is not known. */
  readonly coversTo: Month | null;
}

/**
 * The last month through which records are kept; from the first day of the next they are due to be removed. Null: the
 * rule counts from the end of the period, and that is not known.
 */
export function keepUntil(rule: RetentionRule, kept: KeptRecords): Month | null {
  const from = rule.after === 'import' ? monthOfDay(kept.importedOn) : kept.coversTo;
  return from === null ? null : addMonths(from, rule.months);
}

/** True once the last month of keeping is over. A clock before the import makes nothing due. */
export const isDue = (until: Month | null, today: string): boolean => until !== null && today.slice(0, 7) > until;
