import type { Worksheet } from 'exceljs';
import type { Direction } from '../../../core/measure/measure.ts';
import type { Status } from '../../../core/performance/measure-table.ts';
import { sayAgainstProfile } from '../../../core/performance/say-finding.ts';
import { put, putSentence, putStatus } from './place-cells.ts';
import { COLOUR } from './report-look.ts';

export interface Standing {
  readonly direction: Direction;
  readonly status: Status;
  readonly statusLinear: Status;
  readonly statusLastYearShare: Status;
  readonly disagreement: string | null;
}

/** The marks that must not be missed: data to, provisional, illustrative, source and owner, in one muted line. */
export function putMarks(sheet: Worksheet, row: number, across: { from: number; to: number }, marks: string[]): void {
  putSentence(sheet, row, across, marks.join('  ·  '), { font: { size: 9, color: { argb: COLOUR.muted } } });
}

/** Where the measure stands by each of the two ways of sharing out its target; answers the first free row. */
export function putStandings(
  sheet: Worksheet,
  top: number,
  last: number,
  standing: Standing,
  decimals: number,
): number {
  const { direction, statusLinear, statusLastYearShare } = standing;
  const lines: [string, Status][] = [
    ['By target (linear)', statusLinear],
    ['By target (last year’s share)', statusLastYearShare],
  ];
  let row = top;
  for (const [label, status] of lines) {
    if (status.target === null) continue;
    put(sheet, row, 1, label);
    putStatus(sheet, row, 2, status.tier);
    sheet.mergeCells(row, 2, row, 4);
    const finding = sayAgainstProfile(status, direction, decimals);
    put(sheet, row, 5, finding === null ? null : `${finding.charAt(0).toUpperCase()}${finding.slice(1)}`, {
      alignment: { indent: 1 },
    });
    sheet.getRow(row).height = 17;
    row += 1;
  }
  if (standing.disagreement !== null) {
    putSentence(sheet, row, { from: 1, to: last }, standing.disagreement, { font: { bold: true } });
    row += 1;
  }
  return row;
}

/** Notes under a table, one a row; answers the first free row. */
export function putNotes(sheet: Worksheet, top: number, last: number, notes: readonly string[]): number {
  notes.forEach((note, index) => {
    putSentence(sheet, top + index, { from: 1, to: last }, `Note. ${note}`, {
      font: { size: 9, color: { argb: COLOUR.muted } },
    });
  });
  return top + notes.length;
}
