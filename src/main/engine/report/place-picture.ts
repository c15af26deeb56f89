import type { Workbook, Worksheet } from 'exceljs';
import type { ReportPicture } from './report-content.ts';

const POINTS_PER_PIXEL = 72 / 96;
const USUAL_ROW = 15;

/**
 * Sets a picture with its top left corner at a cell (row and column from 1), at its own size or narrower. Answers the
 * first row under it.
 */
export function placePicture(
  book: Workbook,
  sheet: Worksheet,
  picture: ReportPicture,
  at: { readonly row: number; readonly column: number; readonly width?: number },
): number {
  const scale = at.width === undefined ? 1 : at.width / picture.width;
  const height = picture.height * scale;
  const image = book.addImage({ buffer: Buffer.from(picture.png) as unknown as ArrayBuffer, extension: 'png' });
  sheet.addImage(image, {
    tl: { col: at.column - 1, row: at.row - 1 },
    ext: { width: picture.width * scale, height },
    editAs: 'oneCell',
  });
  let row = at.row;
  for (let left = height * POINTS_PER_PIXEL; left > 0; row += 1) left -= sheet.getRow(row).height || USUAL_ROW;
  return row;
}
