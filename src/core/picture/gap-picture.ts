import type { GapView } from '../performance/gap-view.ts';
import { LIGHT_LOOK, type Look } from './look.ts';
import { yearBeforeText } from './measure-picture.ts';
import { numberInWords } from './number-in-words.ts';
import { sinceApril } from '../time/period-in-words.ts';
import type { Picture, PictureSize } from './picture.ts';
import { lieTogether, profileWords, stepsOf, yearPicture } from './year-picture.ts';

/** The title of the gap chart: what the gap is, and the days it covers. */
export function gapTitle(view: GapView): string {
  const days = view.dataTo === null ? view.year : sinceApril(view.year, view.dataTo);
  return `Gap between the priority neighbourhoods and the city, crimes per 1,000 residents, ${days}`;
}

/** Target, areas, population and standing of the figures, each a sentence. */
function footOf(view: GapView, sameLines: boolean): string[] {
  const target =
    view.annualTarget === null
      ? []
      : [`Target for ${view.year}: not more than ${numberInWords(view.annualTarget, 1)}. ${profileWords(sameLines)}`];
  const population = view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`;
  return [
    ...target,
    `Priority neighbourhoods: ${view.areas.join(', ')}.${population}`,
    ...(view.illustrative ? ['Illustrative: the neighbourhood split is made up; the city’s totals are not.'] : []),
  ];
}

/** The gap through its year: cumulative since April against target and last year, and what each month alone adds. */
export function gapPicture(view: GapView, size: PictureSize, look: Look = LIGHT_LOOK): Picture {
  const linear = view.periods.map((row) => row.targetLinear);
  const share = view.periods.map((row) => row.targetLastYearShare);
  const lastYear = view.periods.map((row) => row.lastYearGap);
  const now = view.periods.map((row) => row.gap);
  const sameLines = lieTogether(share, lastYear);
  const before = yearBeforeText(view.year);
  return yearPicture(
    {
      words: { title: gapTitle(view), finding: view.sentence, foot: footOf(view, sameLines) },
      periods: view.periods.map((row) => row.period),
      decimals: 1,
      cumulative: {
        heading: 'Gap since 1 April, per 1,000 residents',
        lines: [
          { kind: 'last-year', name: before, values: lastYear },
          ...(sameLines ? [] : [{ kind: 'other-profile' as const, name: 'target, last year’s share', values: share }]),
          { kind: 'profile', name: 'target, linear', values: linear },
          { kind: 'this-year', name: view.year, values: now },
        ],
      },
      alone: {
        heading: 'Gap in each month alone',
        lines: [
          { kind: 'last-year', name: before, values: stepsOf(lastYear) },
          { kind: 'profile', name: 'target, linear', values: stepsOf(linear) },
          { kind: 'this-year', name: view.year, values: stepsOf(now) },
        ],
      },
    },
    size,
    look,
  );
}
