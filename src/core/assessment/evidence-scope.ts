import type { ExceptionalPeriod } from '../statistics/exceptional.ts';
import type { Month } from '../time/month.ts';
import { lengthInMonths, periodInWords, type Period } from '../time/period.ts';

/** A month from which a measure is recorded in another way, with the reason. */
export interface RecordingChange {
  readonly measure: string;
  readonly month: Month;
  readonly reason: string;
}

/** What every table of evidence is drafted for and must carry along. */
export interface EvidenceScope {
  readonly period: Period;
  /** The same months a year before. */
  readonly before: Period;
  readonly exceptional: readonly (ExceptionalPeriod & { readonly measure: string })[];
  readonly recording: readonly RecordingChange[];
  readonly sources: readonly string[];
  readonly dataTo: string | null;
  readonly provisional: boolean;
  readonly illustrative: boolean;
}

const touches = (one: { from: string; to: string }, period: Period): boolean =>
  one.from <= period.to && period.from <= one.to;

/** Whether the earlier months are not compared with, by the officer's choice for this measure. */
export const beforeLeftOut = ({ exceptional, before }: EvidenceScope, measure: string): boolean =>
  exceptional.some((one) => one.measure === measure && one.leftOutOf.includes('last-year') && touches(one, before));

/** Sentences for every exceptional period and recording change that touches what a table shows. */
export function marksOf(scope: EvidenceScope, measures: readonly string[]): string[] {
  const { period, before, exceptional, recording } = scope;
  const shown = exceptional.filter(
    (one) => measures.includes(one.measure) && (touches(one, period) || touches(one, before)),
  );
  const said = shown.map((one) => {
    const left = one.leftOutOf.includes('last-year') && touches(one, before);
    return `${periodInWords(one)} is marked as exceptional: ${one.reason.replace(/\.$/, '')}.${left ? ' It is left out of «last year» by choice, so no change is given.' : ''}`;
  });
  const changed = recording
    .filter(({ measure, month }) => measures.includes(measure) && before.from < month && month <= period.to)
    .map(
      ({ month, reason }) =>
        `Recording changed from ${periodInWords({ from: month, to: month })}: ${reason.replace(/\.$/, '')}. Figures before and after are not like for like.`,
    );
  return [...new Set([...said, ...changed])];
}

/** `the 12 months to June 2015`, inside a sentence; any other length by its months. */
export const scopeInSentence = (period: Period): string =>
  `${lengthInMonths(period) === 12 ? 'the ' : ''}${scopeInWords(period)}`;

/** `12 months to June 2015`; any other length by its months. */
export const scopeInWords = (period: Period): string =>
  lengthInMonths(period) === 12
    ? `12 months to ${periodInWords({ from: period.to, to: period.to })}`
    : periodInWords(period);
