import type { PaperHeads } from '../pack/pack-content.ts';
import { pdfBytes } from '../pack/write-pdf.ts';
import { writeWhole } from '../report/write-whole.ts';
import type { DocumentContent } from './chapter.ts';
import { composeDocument } from './compose-document.ts';
import { documentWorkbook } from './document-workbook.ts';

export type DocumentFormat = 'docx' | 'xlsx' | 'pdf';

async function bytesOf(content: DocumentContent, format: DocumentFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return documentWorkbook(content);
  const heads = { ...content, meeting: null } as unknown as PaperHeads;
  const parts = composeDocument(content);
  if (format === 'pdf') return pdfBytes(heads, parts);
  // Writers are loaded when they are wanted: reading an extract needs neither their time nor their memory.
  const { wordBytes } = await import('../pack/write-docx.ts');
  return wordBytes(heads, parts);
}

/** Writes the document whole or not at all: the same content is the same file. */
export async function writeDocument(path: string, content: DocumentContent, format: DocumentFormat): Promise<void> {
  await writeWhole(path, await bytesOf(content, format));
}
