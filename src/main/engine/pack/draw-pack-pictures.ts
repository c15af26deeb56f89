import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import { markPicture } from '../../../core/picture/mark-picture.ts';
import { measurePicture } from '../../../core/picture/measure-picture.ts';
import { neighbourhoodPicture } from '../../../core/picture/neighbourhood-picture.ts';
import { hasSharePicture, sharePicture } from '../../../core/picture/share-picture.ts';
import type { Picture } from '../../../core/picture/picture.ts';
import { drawPng } from '../picture/draw-picture.ts';
import { pictureName, type ReportContent, type ReportPicture } from '../report/report-content.ts';

/** Laid out at the size they are set, so that their words are as large as the page's own notes. */
const UNDER_A_MEASURE = { width: 980, height: 276 };
const UNDER_A_SHARE = { width: 980, height: 300 };
const UNDER_THE_GAP = { width: 980, height: 274 };
const UPRIGHT = { width: 627, height: 390 };
const NEIGHBOURHOODS = { width: 627, height: 760 };

/** The chart of every view of a pack, each at the size it has on its page. */
export async function drawPackPictures(
  views: Pick<ReportContent, 'tables' | 'shares' | 'gap' | 'comparisons' | 'marking'>,
): Promise<ReportPicture[]> {
  const { tables, shares, gap, comparisons } = views;
  const wanted: [string, Picture][] = [
    ...tables
      .filter((table) => table.dataTo !== null)
      .map((table): [string, Picture] => [pictureName.measure(table.measure), measurePicture(table, UNDER_A_MEASURE)]),
    ...shares
      .filter(hasSharePicture)
      .map((view): [string, Picture] => [pictureName.share(view.measure), sharePicture(view, UNDER_A_SHARE)]),
    ...comparisons.map((view): [string, Picture] => [pictureName.comparison(view), comparisonPicture(view, UPRIGHT)]),
  ];
  if (gap !== null) {
    wanted.push([pictureName.gap, gapPicture(gap, UNDER_THE_GAP)]);
    wanted.push([pictureName.neighbourhoods, neighbourhoodPicture(gap, NEIGHBOURHOODS)]);
  }
  const pictures: ReportPicture[] = [];
  for (const [name, picture] of wanted) {
    const { bytes } = await drawPng(markPicture(picture, views.marking));
    pictures.push({ name, png: bytes, width: picture.width, height: picture.height });
  }
  return pictures;
}
