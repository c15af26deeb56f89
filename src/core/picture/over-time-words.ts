import type { GroupMoment, GroupOverTime } from '../performance/group-over-time.ts';
import { numberInWords } from './number-in-words.ts';

const NO_OWN_AREA = 'No own area is chosen: only the average of the areas and their range are shown.';

/** `Devon & Cornwall: 102,827 in January to December 2019.` */
export function sayLastCount({ area, moments }: GroupOverTime): string {
  const last = moments.findLast(({ count }) => count !== null);
  return last === undefined ? NO_OWN_AREA : `${area ?? 'The own area'}: ${numberInWords(last.count)} in ${last.words}.`;
}

/** `Plymouth: 7 of 15 (1 is lowest) in April to June 2015.` */
export function sayLast(view: GroupOverTime): string {
  const last = view.moments.at(-1);
  if (view.area === null) return NO_OWN_AREA;
  if (last?.rank == null) return `${view.area} has no rate in the last of these periods.`;
  return `${view.area}: ${String(last.rank)} of ${String(last.of)} (1 is lowest) in ${last.words}.`;
}

/** `98.0 per 1,000 (25,767)`; the count alone where there is no rate. */
function ownWords({ ratePerThousand, count }: GroupMoment): string {
  if (ratePerThousand === null) return count === null ? 'not known' : numberInWords(count);
  return `${numberInWords(ratePerThousand, 1)} per 1,000${count === null ? '' : ` (${numberInWords(count)})`}`;
}

/** What a pointer over one period shows. */
export function hintOf(view: GroupOverTime, at: number): string {
  const moment = view.moments[at];
  if (moment === undefined) return '';
  const revised =
    moment.revisedFrom === null
      ? ''
      : `\nrevised from ${numberInWords(moment.revisedFrom)}${moment.revisedIn === null ? '' : ` in ${moment.revisedIn}`}`;
  return [
    moment.words,
    `${view.area ?? 'own area'}: ${ownWords(moment)}${revised}`,
    ...(moment.ratePerThousand === null && moment.average === null
      ? []
      : [
          `average ${numberInWords(moment.average, 1)}, range ${numberInWords(moment.lowest, 1)} to ${numberInWords(moment.highest, 1)}`,
          `rank ${String(moment.rank ?? 'not known')} of ${String(moment.of)}`,
        ]),
  ].join('\n');
}
