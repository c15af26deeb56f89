import { notAWorkbook } from './refusals.ts';

const SAVE_AS = 'Open it in Excel, save it as .xlsx and choose that file.';

/** Beginnings of files that are often sent under a workbook's name. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(?:!doctype html|html|head|body|table|meta|div|p\b)/i, `This is a web page, not a workbook. ${SAVE_AS}`],
  [
    /^\s*<\?xml[^]*?(?:urn:schemas-microsoft-com:office:spreadsheet|Excel\.Sheet)/i,
    `This is an XML spreadsheet of 2003. ${SAVE_AS}`,
  ],
  [/^\s*<\?xml[^]*?office:document/i, `This is a flat OpenDocument file. ${SAVE_AS}`],
  [/^\s*<(?:\?xml|!doctype)/i, 'This is an XML file, not a workbook. Ask for the workbook or a .csv file.'],
  [/^ID;P/, `This is a SYLK file. ${SAVE_AS}`],
  [/^TABLE\r?\n0,1/, `This is a DIF file. ${SAVE_AS}`],
  [/^%PDF-/, 'This is a PDF. Figures cannot be read from it: ask for the workbook it was made from.'],
  [/^\{\\rtf/, 'This is a Word document in RTF. Ask for the figures as a workbook.'],
  [/^\s*\{\s*"/, 'This is a JSON file, not a workbook. Ask for the figures as a workbook or a .csv file.'],
  [
    /^7z\xbc\xaf|^Rar!/,
    'This is a packed archive of a kind that is not read here. Unpack it and choose the workbook inside.',
  ],
  [/^[^ -~]\x8b/, 'This is a packed file (.gz). Unpack it and choose the file inside.'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'This is a picture. Ask for the figures as a workbook.'],
];

/** Refuses what is plainly neither a workbook nor delimited text, and text under a zipped workbook's name. */
export function refuseKnownFormats(head: Buffer, name: string): void {
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\0', '');
  for (const [beginning, says] of BEGINNINGS) if (beginning.test(text)) throw notAWorkbook(says);
  if (/\.(?:xlsx|xlsm|xlsb|ods)$/i.test(name)) {
    throw notAWorkbook(
      'This file has a workbook’s name, but what is in it is not a workbook. Ask for it again; if it is text, rename it to .csv.',
    );
  }
}
