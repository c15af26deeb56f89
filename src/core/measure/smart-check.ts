import type { FinancialYear } from '../time/financial-year.ts';
import type { Measure } from './measure.ts';

/** What a measure needs before the Board can hold anybody to it: specific, measurable, agreed, owned and timed. */
export type SmartPart = 'definition' | 'target' | 'owner' | 'date' | 'data';

/** One thing a measure lacks, in a sentence. */
export interface SmartGap {
  readonly part: SmartPart;
  readonly says: string;
}

/**
 * What a measure lacks for a financial year: a definition, a target with its words, somebody who answers for it, a date
 * it is to be reached by, data. A measure that is only watched needs no target. `dataTo` null: no figure has come.
 */
export function smartCheck(measure: Measure, year: FinancialYear, dataTo: string | null): SmartGap[] {
  const gaps: SmartGap[] = [];
  const target = measure.targets.find((one) => one.year === year);
  const judged = measure.direction !== 'monitor';
  if (measure.definition.trim() === '') gaps.push({ part: 'definition', says: 'It does not say what is counted.' });
  if (judged && target === undefined) {
    const last = measure.targets
      .map((one) => one.year)
      .sort()
      .at(-1);
    gaps.push({
      part: 'target',
      says:
        last === undefined
          ? `No target for ${year}: until one is set it can only be watched.`
          : `No target for ${year}; the last was for ${last}.`,
    });
  }
  if (target !== undefined && target.words.trim() === '') {
    gaps.push({ part: 'target', says: `The target for ${year} is not said in the Board’s words.` });
  }
  if (measure.owner.trim() === '') gaps.push({ part: 'owner', says: 'No organisation owns it.' });
  if (measure.accountable.trim() === '') gaps.push({ part: 'owner', says: 'Nobody is named as accountable for it.' });
  if (judged && target === undefined && measure.ends === null) {
    gaps.push({ part: 'date', says: 'No date by which anything is to be reached.' });
  }
  if (measure.source.trim() === '') gaps.push({ part: 'data', says: 'No source is named.' });
  if (dataTo === null) gaps.push({ part: 'data', says: 'No figures have come yet.' });
  return gaps;
}
