import * as sheets from '@e965/xlsx';

/** The reader of zips inside the spreadsheet library, which has no types of its own. */
const { CFB } = sheets as unknown as {
  readonly CFB: {
    readonly read: (
      bytes: Buffer,
      how: { type: 'buffer' },
    ) => { readonly FullPaths: readonly string[]; readonly FileIndex: readonly { readonly content?: Uint8Array }[] };
  };
};

/** The parts of a Word document as text, by path. */
export function readParts(bytes: Uint8Array): Map<string, string> {
  const zip = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  return new Map(
    zip.FullPaths.flatMap((path, index) => {
      const content = zip.FileIndex[index]?.content;
      const name = path.replace(/^Root Entry\//, '');
      return content === undefined ? [] : [[name, Buffer.from(content).toString('utf8')] as const];
    }),
  );
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** The text runs of a piece of a document, joined; field codes are not among them. */
export const textOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '').join('')).replaceAll(
    '\u00A0',
    ' ',
  );

export const pieces = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>.*?</w:${tag}>`, 'gs'))].map(([whole]) => whole);

/** A table as rows of cell texts. */
export const cellsOf = (table: string): string[][] =>
  pieces(table, 'tr').map((row) => pieces(row, 'tc').map((cell) => textOf(cell)));

/** The titles of the tables, in the order of the document. */
export const captionsOf = (document: string): string[] =>
  pieces(document, 'p').flatMap((one) => {
    const [, title] = one.includes('"Caption"') ? (/^Table \d+\s+(.*)$/.exec(textOf(one)) ?? []) : [];
    return title === undefined ? [] : [title];
  });

/** The table under the caption that ends with this title. */
export function tableUnder(document: string, title: string): string {
  const paragraph = pieces(document, 'p').find((one) => one.includes('"Caption"') && textOf(one).endsWith(title));
  const at = paragraph === undefined ? -1 : document.indexOf(paragraph);
  const found = /<w:tbl>.*?<\/w:tbl>/s.exec(document.slice(Math.max(0, at)))?.[0];
  if (at < 0 || found === undefined) throw new Error(`no table «${title}»`);
  return found;
}

/** Every field code of a part. */
export const fieldCodes = (xml: string): string[] => [
  ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g)].map(([, code]) => (code ?? '').trim()),
  ...[...xml.matchAll(/<w:fldSimple w:instr="([^"]*)"/g)].map(([, code]) => (code ?? '').trim()),
];
