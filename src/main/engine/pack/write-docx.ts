import { Document, Packer, PageOrientation, type ISectionOptions } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { madeOn, wordProperties } from '../report/made-by.ts';
import { writeWhole } from '../report/write-whole.ts';
import { composePack } from './compose-pack.ts';
import { fixFonts, readPackFonts } from './font-parts.ts';
import type { PackContent, PaperHeads } from './pack-content.ts';
import { A4, FONT, MARGINS } from './pack-look.ts';
import { areContentsClose, contentsOf, type PackPart } from './pack-parts.ts';
import { plainText } from './plain-text.ts';
import { settleZip } from './settle-zip.ts';
import { packFooter, packHeader } from './running-heads.ts';
import { wordBlock } from './word-blocks.ts';
import { wordStyles } from './word-styles.ts';

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
    children: part.children.map((block, at, all) => wordBlock(block, all[at + 1] ?? null)),
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
    styles: wordStyles(areContentsClose(contentsOf(parts).length)),
    fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold }],
    // The contents are right when the file is opened, without Word being asked to update anything.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: parts.map((part) => pagesOf(content, part)),
  });
  const title = plainText(`${content.partnership}: ${content.title}`);
  const properties = wordProperties({ title, made: madeOn(content) });
  const written = await Packer.toBuffer(document, false, [properties, fixFonts(document)]);
  return settleZip(new Uint8Array(written), 'word/document.xml', renumbered);
}

/** Writes the Board pack whole or not at all. */
export async function writeWordPack(path: string, content: PackContent): Promise<void> {
  await writeWhole(path, await wordPackBytes(content));
}
