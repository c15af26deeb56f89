import { readFile } from 'node:fs/promises';
import type { Document } from 'docx';
import { appRoot, resourcePath } from '../picture/app-root.ts';
import { FONT } from './pack-look.ts';

export interface PackFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

/** The bundled Source Sans 3 (SIL Open Font Licence, embedding allowed). */
export async function readPackFonts(root: string = appRoot()): Promise<PackFonts> {
  const [regular, bold] = await Promise.all(
    ['SourceSans3_400Regular.ttf', 'SourceSans3_700Bold.ttf'].map((name) =>
      readFile(resourcePath(root, 'fonts', name)),
    ),
  );
  if (regular === undefined || bold === undefined) throw new Error('the fonts of the pack are not there');
  return { regular, bold };
}

/**
 * Embedded fonts are written under a key (ECMA-376 part 4, 2.8.1). It hides nothing, since it stands beside the font;
 * fixed keys make the same pack the same file.
 */
const KEYS = ['5AFE0000-0000-4000-8000-000000000001', '5AFE0000-0000-4000-8000-000000000002'];

/** Sets the fixed keys, and answers the font table that names them and what to use where fonts may not be embedded. */
export function fixFonts(document: Document): { path: string; data: string } {
  document.FontTable.files.forEach((file, index) => Object.assign(file, { fontKey: KEYS[index] }));
  const [regular = '', bold = ''] = KEYS;
  const data =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<w:font w:name="${FONT}"><w:altName w:val="Calibri"/><w:panose1 w:val="020B0503030403020204"/>` +
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>' +
    `<w:embedRegular r:id="rId1" w:fontKey="{${regular}}"/><w:embedBold r:id="rId2" w:fontKey="{${bold}}"/></w:font>` +
    '</w:fonts>';
  return { path: 'word/fontTable.xml', data };
}
