import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import { measurePicture } from '../../../core/picture/measure-picture.ts';
import { sharePicture } from '../../../core/picture/share-picture.ts';
import type { Picture } from '../../../core/picture/picture.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Parsed } from '../../../preload/contract.ts';
import { measureById } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { gatherComparison } from './comparison.ts';
import { comparisonPictureOf } from './comparison-pictures.ts';
import { gatherGap } from './gap.ts';
import { gatherMeasure, tableOf } from './measure-table.ts';
import { shareById } from './share.ts';
import { yearAsked } from './year-asked.ts';

/** The width every handed-over picture is laid out at: a Word page between its margins, with room for names. */
export const PICTURE_SIZE = { width: 960 };

/** The picture of one view, and a plain name for its file. */
export function pictureOf(db: ReadStore, asked: Parsed<'chart.draw'>['chart']): { picture: Picture; name: string } {
  switch (asked.view) {
    case 'comparison': {
      const period = { from: asked.from as Month, to: asked.to as Month };
      const { view } = gatherComparison(db, asked.measure, period);
      const name = `MSG ${asked.measure} ${asked.from} to ${asked.to}`;
      return { picture: comparisonPicture(view, PICTURE_SIZE), name };
    }
    case 'measure': {
      const table = tableOf(gatherMeasure(db, measureById(db, asked.measure), yearAsked(asked.year)));
      return { picture: measurePicture(table, PICTURE_SIZE), name: `${asked.measure} ${asked.year.replace('/', '-')}` };
    }
    case 'gap': {
      const { view } = gatherGap(db, yearAsked(asked.year));
      return { picture: gapPicture(view, PICTURE_SIZE), name: `gap ${asked.year.replace('/', '-')}` };
    }
    case 'share': {
      const { view } = shareById(db, asked.measure, yearAsked(asked.year));
      return { picture: sharePicture(view, PICTURE_SIZE), name: `${asked.measure} ${asked.year.replace('/', '-')}` };
    }
    default:
      return comparisonPictureOf(db, asked, PICTURE_SIZE);
  }
}
