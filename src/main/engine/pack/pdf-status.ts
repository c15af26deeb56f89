import type { Tier } from '../../../core/performance/measure-table.ts';
import { STATUS } from './pack-look.ts';
import { BOLD, ink, pdfText, type Pdf } from './pdf-page.ts';

const EDGE = 4;

/** Points a status takes across: shape, words and the shade around both. */
export const statusWidth = (pdf: Pdf, says: string, size: number): number =>
  pdf.font(BOLD).fontSize(size).widthOfString(pdfText(says)) + size + 3 * EDGE;

/** Draws a tier's shape: the font has none of them, and shapes are what survives a grey printer. */
function drawShape(pdf: Pdf, tier: Tier, x: number, middle: number, half: number): void {
  const colour = ink(STATUS[tier].ink);
  pdf.lineWidth(0.8);
  switch (tier) {
    case 'generally-satisfied':
      pdf.circle(x + half, middle, half).fill(colour);
      return;
    case 'some-concerns':
      pdf.polygon([x + half, middle - half], [x + 2 * half, middle + half], [x, middle + half]).fill(colour);
      return;
    case 'significant-concern':
      pdf
        .polygon(
          [x + half, middle - half - 0.4],
          [x + 2 * half + 0.4, middle],
          [x + half, middle + half + 0.4],
          [x - 0.4, middle],
        )
        .fill(colour);
      return;
    case 'monitoring-only':
      pdf.circle(x + half, middle, half - 0.4).stroke(colour);
      return;
    case 'not-yet-known':
      pdf
        .circle(x + half, middle, half - 0.4)
        .dash(1.2, { space: 1.2 })
        .stroke(colour)
        .undash();
  }
}

/** Draws a status on its shade at a place; answers where it ends. */
export function drawStatus(pdf: Pdf, tier: Tier, says: string, x: number, y: number, size: number): number {
  const width = statusWidth(pdf, says, size);
  const height = size * 1.36;
  const { ink: words, paper } = STATUS[tier];
  pdf.rect(x, y, width, height).fill(ink(paper));
  drawShape(pdf, tier, x + EDGE, y + height / 2, size * 0.33);
  pdf
    .font(BOLD)
    .fontSize(size)
    .fillColor(ink(words))
    .text(pdfText(says), x + 2 * EDGE + size * 0.75, y + size * 0.1, { lineBreak: false });
  return x + width;
}
