import type { Workbook } from 'exceljs';
import type PDFDocument from 'pdfkit';

/** What every document says made it: the program. No names of people, no paths. */
const CREATOR = 'Safer Workbench';

export interface MadeBy {
  readonly title: string;
  readonly made: Date;
}

/** When a paper was made; where that is not known, the first day of the month it speaks for. */
export function madeOn({ madeAt, asAt }: { madeAt: string; asAt: string }): Date {
  const time = Date.parse(madeAt);
  return new Date(Number.isNaN(time) ? `${asAt}-01T00:00:00Z` : time);
}

/** Who, what and when, for a workbook. */
export function signBook(book: Workbook, { title, made }: MadeBy): void {
  Object.assign(book, { creator: CREATOR, lastModifiedBy: CREATOR, created: made, modified: made, title });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who, what and when, for a Word document, in place of the writer's own part, which would name the hour of writing. */
export function wordProperties({ title, made }: MadeBy): { path: string; data: string } {
  const time = `${made.toISOString().slice(0, 19)}Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return {
    path: 'docProps/core.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escaped(title)}</dc:title>` +
      `<dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy>` +
      `<cp:revision>1</cp:revision>${stamp('created')}${stamp('modified')}<dc:language>en-GB</dc:language>` +
      '</cp:coreProperties>',
  };
}

/** Who, what and when, for a PDF; tagged, in English, its title in the window's bar. */
export const pdfOptions = ({
  title,
  made,
  author,
}: MadeBy & { author?: string }): NonNullable<ConstructorParameters<typeof PDFDocument>[0]> => ({
  autoFirstPage: false,
  tagged: true,
  displayTitle: true,
  lang: 'en-GB',
  pdfVersion: '1.7',
  info: {
    Title: title,
    ...(author === undefined ? {} : { Author: author }),
    Creator: CREATOR,
    Producer: CREATOR,
    CreationDate: made,
    ModDate: made,
  },
});
