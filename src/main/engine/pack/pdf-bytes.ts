import type { Pdf } from './pdf-page.ts';

/** All of a PDF once it is ended; to be asked for before anything is drawn, since pdfkit hands its bytes over as it goes. */
export function pdfBytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(chunks)));
    });
    pdf.on('error', reject);
  });
}
