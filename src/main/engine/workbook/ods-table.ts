import type { Block, CellValue } from '../../../core/intake/grid.ts';
import { LIMITS } from './limits.ts';
import { odsValue } from './ods-cell.ts';
import type { OdsStyles } from './ods-styles.ts';
import type { OnRow, SheetFacts } from './open-workbook.ts';
import { tooLarge, unsafe } from './refusals.ts';
import { xmlTags, type XmlTag } from './xml-elements.ts';
import { unescapeXml } from './xml-text.ts';

/** Elements whose text is no part of the cell they stand in: comments, drawings and tables within a cell. */
const NOT_CELL_TEXT = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'rect', 'line', 'g', 'forms', 'table']);

/** Reads one `table:table` of an OpenDocument spreadsheet (ODF 1.3 part 3, chapter 9). */
export class OdsTable {
  private readonly styles: OdsStyles;
  private readonly onRow: OnRow;
  private readonly merges: Block[] = [];
  private readonly hiddenRows: number[] = [];
  private readonly hiddenColumns: number[] = [];
  private readonly columnStyles: { readonly until: number; readonly style: string | null }[] = [];

  private row = 1;
  private rowRepeat = 1;
  private isRowHidden = false;
  private rowStyle: string | null = null;
  private cells: CellValue[] = [];
  private formulas: number[] = [];
  private column = 0;
  private rowMerges: { readonly column: number; readonly rows: number; readonly columns: number }[] = [];

  private cell: XmlTag | null = null;
  private text: string | null = null;
  private isInParagraph = false;

  private rows = 0;
  private cellCount = 0;
  private repeated = 0;
  private isStopped = false;

  constructor(styles: OdsStyles, onRow: OnRow) {
    this.styles = styles;
    this.onRow = onRow;
  }

  /** Reads from the table's start tag at `from` to its end tag. */
  read(xml: string, from: number, checkEveryRow: () => void): SheetFacts {
    let textFrom = from;
    let skipped: { readonly name: string; depth: number } | null = null;
    let isInside = false;
    for (const tag of xmlTags(xml, from)) {
      if (this.isInParagraph && skipped === null) this.addText(xml.slice(textFrom, tag.at));
      textFrom = tag.after;
      if (skipped !== null) {
        if (tag.name === skipped.name && !tag.isEmpty) skipped.depth += tag.isEnd ? -1 : 1;
        if (skipped.depth === 0) skipped = null;
      } else if (!isInside) {
        isInside = true;
        if (tag.isEmpty) break;
      } else if (tag.isEnd && tag.name === 'table') {
        break;
      } else if (NOT_CELL_TEXT.has(tag.name) && !tag.isEmpty) {
        skipped = { name: tag.name, depth: 1 };
      } else {
        this.tag(tag, checkEveryRow);
        if (this.isStopped) break;
      }
    }
    const { merges, hiddenRows, hiddenColumns, rows, cellCount } = this;
    return { merges, hiddenRows, hiddenColumns, rows, cells: cellCount };
  }

  private tag(tag: XmlTag, checkEveryRow: () => void): void {
    switch (tag.name) {
      case 'table-column':
        if (!tag.isEnd) this.columns(tag);
        return;
      case 'table-row':
        if (!tag.isEnd) this.openRow(tag);
        if (tag.isEnd || tag.isEmpty) this.closeRow();
        if (tag.isEnd) checkEveryRow();
        return;
      case 'table-cell':
      case 'covered-table-cell':
        if (!tag.isEnd) {
          this.cell = tag;
          this.text = null;
        }
        if (tag.isEnd || tag.isEmpty) this.closeCell();
        return;
      case 'p':
        if (!tag.isEnd) this.text = this.text === null ? '' : `${this.text}\n`;
        this.isInParagraph = !tag.isEnd && !tag.isEmpty;
        return;
      case 's':
        if (!tag.isEnd) this.addExact(' '.repeat(Math.min(count(tag, 'c'), 32_767)));
        return;
      case 'tab':
        if (!tag.isEnd) this.addExact('\t');
        return;
      case 'line-break':
        if (!tag.isEnd) this.addExact('\n');
        return;
      default:
    }
  }

  private addText(raw: string): void {
    if (raw !== '') this.addExact(unescapeXml(raw.replace(/[ \t\r\n]+/g, ' ')));
  }

  private addExact(text: string): void {
    if (this.isInParagraph) this.text = (this.text ?? '') + text;
  }

  private columns(tag: XmlTag): void {
    const start = this.columnStyles.at(-1)?.until ?? 0;
    const until = start + count(tag, 'number-columns-repeated');
    this.columnStyles.push({ until, style: tag.attribute('default-cell-style-name') });
    if (!isHidden(tag)) return;
    for (let column = start; column < Math.min(until, LIMITS.columns); column++) this.hiddenColumns.push(column);
  }

  private openRow(tag: XmlTag): void {
    this.rowRepeat = count(tag, 'number-rows-repeated');
    this.isRowHidden = isHidden(tag);
    this.rowStyle = tag.attribute('default-cell-style-name');
    this.cells = [];
    this.formulas = [];
    this.rowMerges = [];
    this.column = 0;
  }

  private closeCell(): void {
    const { cell, column } = this;
    if (cell === null) return;
    this.cell = null;
    const repeat = count(cell, 'number-columns-repeated');
    const value = odsValue(cell, this.text, this.styles.showsMonthOnly(this.styleOf(cell)));
    const columns = count(cell, 'number-columns-spanned');
    const rows = count(cell, 'number-rows-spanned');
    if (columns > 1 || rows > 1) this.rowMerges.push({ column, rows, columns });
    this.column += repeat;
    if (value === null) return;
    if (this.column > LIMITS.columns) throw unsafe('it asks for more columns than a sheet can have');
    while (this.cells.length < column) this.cells.push(null);
    for (let at = column; at < this.column; at++) {
      this.cells[at] = value;
      this.cellCount += this.rowRepeat;
      if (cell.attribute('formula') !== null) this.formulas.push(at);
    }
    this.repeated += repeat * this.rowRepeat - 1;
    if (this.repeated > LIMITS.repeatedCells) throw unsafe('it asks for the same cell millions of times over');
  }

  private styleOf(cell: XmlTag): string | null {
    if (cell.attribute('value-type') !== 'date') return null;
    const own = cell.attribute('style-name') ?? this.rowStyle;
    return own ?? this.columnStyles.find(({ until }) => this.column < until)?.style ?? null;
  }

  private closeRow(): void {
    const first = this.row;
    this.row += this.rowRepeat;
    for (const { column, rows, columns } of this.rowMerges) {
      this.merges.push({ top: first, left: column, bottom: first + rows - 1, right: column + columns - 1 });
    }
    if (this.cells.length === 0) return;
    if (this.row - 1 > LIMITS.rows)
      throw tooLarge('This file has more rows than Excel allows (1,048,576). Ask for it in smaller pieces.');
    for (let row = first; row < this.row && !this.isStopped; row++) {
      this.rows++;
      if (this.isRowHidden) this.hiddenRows.push(row);
      const cells = this.rowRepeat === 1 ? this.cells : this.cells.slice();
      const answer = this.onRow(this.formulas.length === 0 ? { row, cells } : { row, cells, formulas: this.formulas });
      if (answer === 'stop') this.isStopped = true;
    }
  }
}

function count(tag: XmlTag, attribute: string): number {
  const text = tag.attribute(attribute);
  if (text === null) return 1;
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 ? value : 1;
}

const isHidden = (tag: XmlTag): boolean => ['collapse', 'filter'].includes(tag.attribute('visibility') ?? '');
