const ENTITY = /&(?:#x([0-9a-f]{1,8})|#(\d{1,10})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of an XML part as a reader sees it: entities put back, line ends as one `\n`. */
export function unescapeXml(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(ENTITY, (whole, hexadecimal?: string, decimal?: string, named?: string) => {
    if (hexadecimal !== undefined) return character(Number.parseInt(hexadecimal, 16), whole);
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10), whole);
    return NAMED[named?.toLowerCase() ?? ''] ?? whole;
  });
}

const character = (code: number, whole: string): string => (code <= 0x10ffff ? String.fromCodePoint(code) : whole);

/** Cell text also escapes characters XML cannot hold, as `_x000D_` (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
export function unescapeCellText(text: string): string {
  const plain = unescapeXml(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
