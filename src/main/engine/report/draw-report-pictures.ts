import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import { markPicture } from '../../../core/picture/mark-picture.ts';
import { measurePicture } from '../../../core/picture/measure-picture.ts';
import { neighbourhoodPicture } from '../../../core/picture/neighbourhood-picture.ts';
import { hasSharePicture, sharePicture } from '../../../core/picture/share-picture.ts';
import type { Picture } from '../../../core/picture/picture.ts';
import { drawPng } from '../picture/draw-picture.ts';
import { pictureName, type ReportContent, type ReportPicture } from './report-content.ts';

const ACROSS_THE_PAGE = 1080;
const BESIDE_A_TABLE = 640;
const BESIDE_NEIGHBOURHOODS = 590;
/** Low enough to share a page with its table. */
const GAP_HEIGHT = 380;

/** The chart of every view of a report, as it is set in the workbook. */
export async function drawReportPictures(
  views: Pick<ReportContent, 'tables' | 'shares' | 'gap' | 'comparisons' | 'marking'>,
): Promise<ReportPicture[]> {
  const wanted: [string, Picture][] = [
    ...views.tables.map((table): [string, Picture] => [
      pictureName.measure(table.measure),
      measurePicture(table, { width: ACROSS_THE_PAGE }),
    ]),
    ...views.shares
      .filter(hasSharePicture)
      .map((view): [string, Picture] => [
        pictureName.share(view.measure),
        sharePicture(view, { width: ACROSS_THE_PAGE }),
      ]),
    ...views.comparisons.map((view): [string, Picture] => [
      pictureName.comparison(view),
      comparisonPicture(view, { width: BESIDE_A_TABLE }),
    ]),
  ];
  if (views.gap !== null) {
    wanted.push([pictureName.gap, gapPicture(views.gap, { width: ACROSS_THE_PAGE, height: GAP_HEIGHT })]);
    wanted.push([pictureName.neighbourhoods, neighbourhoodPicture(views.gap, { width: BESIDE_NEIGHBOURHOODS })]);
  }
  const pictures: ReportPicture[] = [];
  for (const [name, picture] of wanted) {
    const { bytes } = await drawPng(markPicture(picture, views.marking));
    pictures.push({ name, png: bytes, width: picture.width, height: picture.height });
  }
  return pictures;
}
