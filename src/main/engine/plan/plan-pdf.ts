import { readFile } from 'node:fs/promises';
import type { DrawnPage, PageShape, TextShape } from '../../../core/picture/page-shapes.ts';
import type { PlanHeld } from '../store/plans.ts';
import { pdfBytesOf } from '../pack/pdf-bytes.ts';
import { pdfText, type Pdf } from '../pack/pdf-page.ts';
import { appRoot, resourcePath } from '../picture/app-root.ts';
import { pdfOptions } from '../report/made-by.ts';

/** Shapes are laid out at 96 pixels to the inch; a PDF counts 72 points. */
const POINTS = 72 / 96;
const FACES = { 400: 'SourceSans3_400Regular.ttf', 600: 'SourceSans3_600SemiBold.ttf' } as const;

function drawText(pdf: Pdf, shape: TextShape): void {
  const said = pdfText(shape.text);
  pdf.font(String(shape.weight)).fontSize(shape.size).fillColor(shape.fill);
  const width = pdf.widthOfString(said);
  const start = shape.anchor === 'middle' ? shape.x - width / 2 : shape.anchor === 'end' ? shape.x - width : shape.x;
  pdf.save();
  if (shape.turned) pdf.rotate(-90, { origin: [shape.x, shape.y] });
  pdf.text(said, start, shape.y, { lineBreak: false, baseline: 'alphabetic' });
  pdf.restore();
}

function drawMark(pdf: Pdf, shape: Exclude<PageShape, TextShape>): void {
  pdf.save();
  if (shape.kind === 'box') {
    if (shape.radius > 0) pdf.roundedRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
    else pdf.rect(shape.x, shape.y, shape.width, shape.height);
    pdf.fill(shape.fill);
  } else {
    pdf.path(shape.path).lineWidth(1.5);
    if (shape.dashed) pdf.dash(2, { space: 2 });
    pdf.fillAndStroke(shape.fill, shape.stroke);
  }
  pdf.restore();
}

/** The plan as one A4 landscape page of a PDF, its words real words in the order they are read. */
export async function planPdf({ plan, savedAt }: PlanHeld, page: DrawnPage): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const title = pdfText(`${plan.title}, ${plan.year}`);
  const pdf: Pdf = new PDFDocument(pdfOptions({ title, made: new Date(savedAt) }));
  const written = pdfBytesOf(pdf);
  for (const [weight, name] of Object.entries(FACES)) {
    pdf.registerFont(weight, await readFile(resourcePath(appRoot(), 'fonts', name)));
  }
  pdf.font('400');
  pdf.addPage({ size: [page.width * POINTS, page.height * POINTS], margin: 0 });
  pdf.scale(POINTS);
  for (const shape of page.shapes) {
    if (shape.kind === 'text') {
      pdf.addStructure(
        pdf.struct('P', {}, () => {
          drawText(pdf, shape);
        }),
      );
    } else {
      pdf.markContent('Artifact', { type: 'Layout' });
      drawMark(pdf, shape);
      pdf.endMarkedContent();
    }
  }
  pdf.end();
  return written;
}
