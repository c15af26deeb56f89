import type { Workbook, Worksheet } from 'exceljs';
import type { GapView } from '../../../core/performance/gap-view.ts';
import { put, widthOf, type CellLook } from './place-cells.ts';
import { placePicture } from './place-picture.ts';
import { pictureName, type ReportContent } from './report-content.ts';
import { COLOUR, fill, hairlineBelow, numberFormat, ruleBelow } from './report-look.ts';

const HEADS = ['Neighbourhood', 'Rank', 'Priority', 'Crimes', 'Residents', 'Rate', '% of gap'];

/** Neighbourhoods from the highest rate, the priority ones marked in words, their dot plot beside; answers the first free row. */
export function putNeighbourhoods(
  book: Workbook,
  sheet: Worksheet,
  top: number,
  content: ReportContent,
  gap: GapView,
): number {
  const right: CellLook['alignment'] = { horizontal: 'right', vertical: 'middle' };
  HEADS.forEach((head, index) => {
    put(sheet, top, index + 1, head, {
      font: { bold: true, size: 9 },
      fill: fill(COLOUR.header),
      border: ruleBelow,
      ...(index === 0 || index === 2 ? {} : { alignment: right }),
    });
  });
  sheet.getRow(top).height = 18;
  gap.neighbourhoods.forEach((area, index) => {
    const row = top + 1 + index;
    const look: CellLook = {
      border: hairlineBelow,
      font: { bold: area.priority, size: 9 },
      ...(area.priority ? { fill: fill(COLOUR.current) } : {}),
    };
    const figure = (decimals: number): CellLook => ({ ...look, format: numberFormat(decimals), alignment: right });
    put(sheet, row, 1, area.name, look);
    put(sheet, row, 2, area.rank, figure(0));
    put(sheet, row, 3, area.priority ? 'priority' : null, look);
    put(sheet, row, 4, area.count, figure(0));
    put(sheet, row, 5, area.population, figure(0));
    put(sheet, row, 6, area.ratePerThousand, figure(1));
    put(sheet, row, 7, area.shareOfGapPercent === null ? null : area.shareOfGapPercent / 100, {
      ...figure(0),
      format: '0%',
    });
    sheet.getRow(row).height = 13.5;
  });
  const after = top + 1 + gap.neighbourhoods.length;
  const said =
    'Rate: crimes per 1,000 residents in the period. Rank: 1 is the highest rate. % of gap: crimes above what the city rate would give.';
  put(sheet, after, 1, said, { font: { size: 9, color: { argb: COLOUR.muted } } });
  const chart = content.pictures.find((one) => one.name === pictureName.neighbourhoods);
  if (chart === undefined) return after;
  const width = Math.min(chart.width, widthOf(sheet, 9, 13));
  return Math.max(after, placePicture(book, sheet, chart, { row: top, column: 9, width }));
}
