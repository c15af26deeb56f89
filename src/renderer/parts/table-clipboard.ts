import type { TableCell, TableRow, TableValue } from './table-value.ts';

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A real minus is kept for the eye; spreadsheets read only the hyphen. */
const plainMinus = (text: string): string => text.replace(/^−(?=\d)/, '-');

const isNumber = (text: string): boolean => /^[-−+]?[\d,]+(\.\d+)?%?$/.test(text);

/** Text that a spreadsheet would take for a formula is kept as text, and stays in its cell and line. */
const safeText = (text: string): string => {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^ *[=+\-@]/.test(line) && !isNumber(line) ? `'${line}` : line;
};

const CELL = 'border:.5pt solid #8A97A4;padding:2pt 5pt;font-family:Calibri,sans-serif;font-size:10pt';

/** How a cell looks. Office reads the style; LibreOffice only the older attributes and tags, so both say the same. */
interface CellLook {
  readonly side: 'left' | 'right';
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly ground?: string;
}

function htmlCell(tag: 'td' | 'th', text: string, look: CellLook, scope = ''): string {
  const { side, bold = false, italic = false, ground } = look;
  const asText = text === '' || isNumber(text) ? '' : `;mso-number-format:'\\@'`;
  const style = [
    `${CELL};font-weight:${bold ? 'bold' : 'normal'};text-align:${side}`,
    italic ? ';font-style:italic' : '',
    ground === undefined ? '' : `;background:${ground}`,
    side === 'right' && tag === 'td' ? ';white-space:nowrap' : '',
    asText,
  ].join('');
  const older = [
    `align="${side}"`,
    ...(ground === undefined ? [] : [`bgcolor="${ground}"`]),
    ...(side === 'right' && tag === 'td' ? ['nowrap'] : []),
  ].join(' ');
  const said = escape(plainMinus(text));
  const leaning = italic && said !== '' ? `<i>${said}</i>` : said;
  const weighed = bold && said !== '' ? `<b>${leaning}</b>` : leaning;
  return `<${tag}${scope} ${older} style="${style}"><font face="Calibri, sans-serif" size="2">${weighed}</font></${tag}>`;
}

const toneOf = (cell: TableCell, row: TableRow): Pick<CellLook, 'bold' | 'italic'> => {
  const tone = cell.tone ?? row.tone;
  return tone === 'target' ? { italic: true } : { bold: tone !== undefined };
};

/** The table as HTML that Word and Excel lay out alike: borders, bold heads, numbers to the right. */
export function tableHtml(table: TableValue): string {
  const heads = [table.rowHead, ...table.columns.map((column) => [column.head, column.under ?? ''].join(' ').trim())];
  const head = heads
    .map((text, index) => {
      const left = index === 0 || table.columns[index - 1]?.text === true;
      return htmlCell('th', text, { side: left ? 'left' : 'right', bold: true, ground: '#EDF0F3' }, ' scope="col"');
    })
    .join('');
  const body = table.rows.map((row) => {
    const cells = row.cells.map((cell, index) => {
      const side = table.columns[index]?.text === true ? 'left' : 'right';
      return htmlCell('td', cell.text, { ...toneOf(cell, row), side });
    });
    // A cell of its own kind: LibreOffice makes every «th» bold and centred.
    const first = htmlCell('td', row.head, { ...toneOf({ text: '' }, row), side: 'left' }, ' scope="row"');
    return `<tr>${first}${cells.join('')}</tr>`;
  });
  const note = 'font-family:Calibri,sans-serif;font-size:9pt';
  const notes = table.notes.map((text) => `<p style="${note}">${escape(text)}</p>`).join('');
  return (
    (table.caption === ''
      ? ''
      : `<p style="font-family:Calibri,sans-serif;font-size:11pt"><b>${escape(table.caption)}</b></p>`) +
    `<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse"><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>${notes}`
  );
}

/** The table as tab-separated text, for a spreadsheet or an e-mail. */
export function tableText(table: TableValue): string {
  const heads = [table.rowHead, ...table.columns.map((column) => [column.head, column.under ?? ''].join(' ').trim())];
  const rows = table.rows.map((row) => [row.head, ...row.cells.map((cell) => cell.text)]);
  const lines = [heads, ...rows].map((cells) => cells.map((text) => safeText(plainMinus(text))).join('\t'));
  return [...(table.caption === '' ? [] : [table.caption]), ...lines, ...table.notes].join('\n');
}
