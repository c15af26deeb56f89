import { longPeriod } from '../../../core/time/period-in-words.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { madeOn, pdfOptions } from '../report/made-by.ts';
import { writeWhole } from '../report/write-whole.ts';
import { composePack } from './compose-pack.ts';
import { readPackFonts } from './font-parts.ts';
import type { PackContent, PaperHeads } from './pack-content.ts';
import { contentsOf, type PackPart } from './pack-parts.ts';
import { COLOUR, type Orientation } from './pack-look.ts';
import { pdfBytesOf } from './pdf-bytes.ts';
import { PdfFlow } from './pdf-flow.ts';
import { BOLD, ink, pdfText, REGULAR, roomOf, sizeOf, type Pdf } from './pdf-page.ts';

const SMALL = 8.5;

/** Head and foot of every page: partnership, marking, meeting; how far the figures go, marking, page of pages. */
function drawHeads(pdf: Pdf, content: PaperHeads, orientations: readonly Orientation[]): void {
  const { partnership, title, meeting, marking, asAt, madeAt } = content;
  orientations.forEach((orientation, index) => {
    pdf.switchToPage(index);
    const { left, right } = roomOf(orientation);
    const [, height] = sizeOf(orientation);
    const width = right - left;
    // With nothing to stand at the end the marking does, and a long title has the room.
    const line = (y: number, start: string, end: string): void => {
      const [share, align] = end === '' ? [0.8, 'right' as const] : [0.45, 'center' as const];
      pdf.font(REGULAR).fontSize(SMALL).fillColor(ink(COLOUR.muted));
      pdf.text(pdfText(start), left, y, {
        width: width * share,
        lineBreak: false,
        height: SMALL * 1.4,
        ellipsis: true,
      });
      pdf.text(pdfText(end), left, y, { width, align: 'right', lineBreak: false });
      if (marking === null) return;
      pdf.font(BOLD).fontSize(9.5).fillColor(ink(COLOUR.ink));
      pdf.text(pdfText(marking), left, y - 0.6, { width, align, lineBreak: false });
    };
    // The foot lies under the text's own room: without this pdfkit would start another page for it.
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    line(32, `${partnership}: ${title}`, meeting ?? '');
    pdf.moveTo(left, 45).lineTo(right, 45).lineWidth(0.5).stroke(ink(COLOUR.hairline));
    line(
      height - 40,
      `Figures to ${longPeriod(asAt)}, made ${dayInWords(madeAt)}`,
      `Page ${String(index + 1)} of ${String(orientations.length)}`,
    );
    pdf.endMarkedContent();
  });
}

/** The Board pack as a PDF: tagged, with bookmarks, the bundled font embedded; the same content is the same file. */
export const pdfPackBytes = (content: PackContent): Promise<Uint8Array> => pdfBytes(content, composePack(content));

/** Any paper as a PDF: its parts, with the same heads and feet. */
export async function pdfBytes(content: PaperHeads, parts: readonly PackPart[]): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const fonts = await readPackFonts();
  const author = pdfText(content.partnership);
  const title = pdfText(`${content.partnership}: ${content.title}`);
  // Heads and feet are drawn last, when the number of pages is known.
  const pdf: Pdf = new PDFDocument({ ...pdfOptions({ title, author, made: madeOn(content) }), bufferPages: true });
  const written = pdfBytesOf(pdf);
  pdf.registerFont(REGULAR, fonts.regular);
  pdf.registerFont(BOLD, fonts.bold);
  const flow = new PdfFlow(pdf, contentsOf(parts).length);
  for (const part of parts) {
    flow.startPage(part.orientation);
    for (const [index, block] of part.children.entries()) flow.put(block, part.children.slice(index + 1));
  }
  flow.fillContents();
  drawHeads(pdf, content, flow.orientations);
  flow.end();
  pdf.end();
  return written;
}

/** Writes the Board pack whole or not at all. */
export async function writePdfPack(path: string, content: PackContent): Promise<void> {
  await writeWhole(path, await pdfPackBytes(content));
}
