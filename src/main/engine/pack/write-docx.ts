import { rename, rm, writeFile } from 'node:fs/promises';
import { Document, Packer, PageOrientation, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { composePack } from './compose-pack.ts';
import { fixFonts, readPackFonts } from './font-parts.ts';
import type { PackContent, PaperHeads } from './pack-content.ts';
import { A4, FONT, MARGINS, STYLES } from './pack-look.ts';
import type { PackPart } from './pack-parts.ts';
import { plainText } from './plain-text.ts';
import { settleZip } from './settle-zip.ts';
import { packFooter, packHeader } from './running-heads.ts';
import { wordBlock } from './word-blocks.ts';

const CREATOR = 'Safer Workbench';

/** Pages that lie the same way round, with marking and page numbers; each part begins a page. */
function pagesOf(content: PaperHeads, part: PackPart): ISectionOptions {
  const { orientation } = part;
  return {
    properties: {
      page: {
        size: {
          width: A4.short,
          height: A4.long,
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: MARGINS[orientation],
      },
    },
    headers: { default: packHeader(content, orientation) },
    footers: { default: packFooter(content, orientation) },
    children: part.children.map(wordBlock),
  };
}

const escaped = (text: string): string =>
  plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who and when, and nothing else: no names of people, no paths. */
function coreProperties(content: PaperHeads): { path: string; data: string } {
  const time = Date.parse(content.madeAt);
  const made = Number.isNaN(time) ? `${content.asAt}-01T00:00:00Z` : `${new Date(time).toISOString().slice(0, 19)}Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made}</dcterms:${name}>`;
  return {
    path: 'docProps/core.xml',
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
      'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
      'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${escaped(`${content.partnership}: ${content.title}`)}</dc:title>` +
      `<dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy>` +
      `<cp:revision>1</cp:revision>${stamp('created')}${stamp('modified')}<dc:language>en-GB</dc:language>` +
      '</cp:coreProperties>',
  };
}

/** Bookmarks are numbered by the process: numbered anew, the same pack is the same file. */
function renumbered(xml: string): string {
  const seen = new Map<string, string>();
  const own = (id: string): string => {
    const known = seen.get(id) ?? String(seen.size + 1);
    seen.set(id, known);
    return known;
  };
  return xml
    .replace(/((?:w:anchor="|w:name="|PAGEREF )_Toc)(\d+)/g, (_, start: string, id: string) => `${start}${own(id)}`)
    .replace(/(<w:bookmark(?:Start|End) [^>]*?w:id=")(\d+)"/g, (_, start: string, id: string) => `${start}${own(id)}"`);
}

/** The Board pack as a Word document: the same content is the same file. */
export const wordPackBytes = (content: PackContent): Promise<Uint8Array> => wordBytes(content, composePack(content));

/** Any paper as a Word document: its parts, with the same heads and feet. */
export async function wordBytes(content: PaperHeads, parts: readonly PackPart[]): Promise<Uint8Array> {
  const fonts = await readPackFonts();
  const document = new Document({
    title: plainText(`${content.partnership}: ${content.title}`),
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    styles: STYLES,
    fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold }],
    // The contents are right when the file is opened, without Word being asked to update anything.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: parts.map((part) => pagesOf(content, part)),
  });
  const written = await Packer.toBuffer(document, false, [coreProperties(content), fixFonts(document)]);
  return settleZip(new Uint8Array(written), 'word/document.xml', renumbered);
}

/** Writes the Board pack whole or not at all. */
export async function writeWordPack(path: string, content: PackContent): Promise<void> {
  const bytes = await wordPackBytes(content);
  const beside = `${path}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (trouble) {
    await rm(beside, { force: true });
    throw trouble;
  }
}
