import { funnelPicture } from '../../../core/picture/funnel-picture.ts';
import { gapExploredPicture, gapPartsPicture } from '../../../core/picture/gap-explored-picture.ts';
import { groupPicture } from '../../../core/picture/group-picture.ts';
import { mapPicture } from '../../../core/picture/map-picture.ts';
import { neighbourhoodPicture } from '../../../core/picture/neighbourhood-picture.ts';
import { overTimePicture } from '../../../core/picture/over-time-picture.ts';
import type { Picture, PictureSize } from '../../../core/picture/picture.ts';
import { seasonPicture } from '../../../core/picture/season-picture.ts';
import { spcPicture } from '../../../core/picture/spc-picture.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Parsed } from '../../../preload/contract.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherGapExplored } from './gap-explore.ts';
import { gatherGap } from './gap.ts';
import { gatherGroup, gatherOverTime } from './group.ts';
import { gatherMap } from './map.ts';
import { gatherSeason, gatherSpc } from './signals.ts';
import { yearAsked } from './year-asked.ts';

type Asked = Parsed<'chart.draw'>['chart'];
export type ComparisonChart = Extract<
  Asked,
  { view: 'group' | 'funnel' | 'over-time' | 'spc' | 'season' | 'gap-explored' | 'neighbourhoods' | 'map' }
>;

const fileName = (text: string): string => text.replaceAll('/', '-');

/** The picture of one view of comparison, change or the gap explored, and a plain name for its file. */
export function comparisonPictureOf(
  db: ReadStore,
  asked: ComparisonChart,
  size: PictureSize,
): { picture: Picture; name: string } {
  switch (asked.view) {
    case 'group':
    case 'funnel': {
      const { view, measure, from, to, ...choice } = asked;
      const made = gatherGroup(db, measure, { from: from as Month, to: to as Month }, choice);
      const picture = view === 'group' ? groupPicture(made, size) : funnelPicture(made, size);
      return { picture, name: fileName(`${view === 'group' ? 'MSG' : 'funnel'} ${measure} ${from} to ${to}`) };
    }
    case 'over-time': {
      const { shows, measure, months, every, ...choice } = asked;
      const made = gatherOverTime(db, measure, choice, { months, every });
      return { picture: overTimePicture(made, shows, size), name: fileName(`${shows} over time ${measure}`) };
    }
    case 'spc':
      return {
        picture: spcPicture(gatherSpc(db, asked.measure, asked.rules ?? null), size),
        name: `process chart ${asked.measure}`,
      };
    case 'season':
      return { picture: seasonPicture(gatherSeason(db, asked.measure), size), name: `season ${asked.measure}` };
    case 'gap-explored': {
      const { shows, year, baselineYear, method, worst, priority, city, names } = asked;
      const made = gatherGapExplored(db, yearAsked(year), {
        method,
        worst,
        priority,
        city,
        names,
        baselineYear: baselineYear === undefined ? undefined : yearAsked(baselineYear),
      });
      const picture = shows === 'parts' ? gapPartsPicture(made, size) : gapExploredPicture(made, size);
      return { picture, name: fileName(`gap ${shows === 'parts' ? 'by neighbourhood' : made.method} ${year}`) };
    }
    case 'neighbourhoods': {
      const { view } = gatherGap(db, yearAsked(asked.year));
      return { picture: neighbourhoodPicture(view, size), name: fileName(`neighbourhoods ${asked.year}`) };
    }
    case 'map': {
      const { boundaryId, measure, from, to, of } = asked;
      const made = gatherMap(db, boundaryId, measure, { from: from as Month, to: to as Month }, of);
      return { picture: mapPicture(made, size), name: `map ${measure} ${from} to ${to}` };
    }
  }
}
