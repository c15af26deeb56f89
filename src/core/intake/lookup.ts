import { withoutCapitals } from './area-names.ts';
import type { LookupDraft } from './draft.ts';
import { cellName, type CellValue, type Grid, type Row } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { headingsOf } from './headed-table.ts';
import type { SheetPlan, TableReading } from './plan.ts';
import { newDrafts, readingOf, refuseCell } from './table-draft.ts';
import { isBlank, shownText, textOf, tidyLabel } from './tidy-text.ts';

/** LSOA codes of England and Wales, data zones of Scotland (Register of Geographic Codes). */
const SMALL_AREA_CODE = /^(?:E01|W01|S01)\d{6}$/;
/** «Plymouth 001A»: the name of an LSOA is its district with a number and a letter. */
const SMALL_AREA_NAME = /^\S.* \d{3}[A-Z]$/;
const AREA_CODE = /^[EWNS]\d{8}$/;
const NEIGHBOURHOOD = /\bneighbourhood\b|\bnbhd\b|\blocality\b|\bcommunity area\b/i;
const WARD = /\bward\b|^wd\d\dnm$/i;

/** The mapping of the layout `lookup`: which column (from 0) holds the small area, its name, and the area it lies in. */
export interface LookupMapping {
  readonly code: number;
  readonly codeName: number | null;
  readonly area: number;
  readonly areaKind: 'neighbourhood' | 'ward';
}

interface Column {
  readonly column: number;
  readonly heading: string;
  readonly texts: readonly string[];
}

/** Which neighbourhood or ward each LSOA lies in: one row for each LSOA. Null when the sheet is no such list. */
export function planLookup(grid: Grid): SheetPlan | null {
  const first = grid.rows
    .slice(0, 40)
    .findIndex(({ cells }) => cells.some((cell) => SMALL_AREA_CODE.test(textOf(cell))));
  const header = grid.rows[first - 1];
  if (header === undefined) return null;
  const body = grid.rows.slice(first);
  // Figures beside the codes make it a table of small areas.
  if (hasFigures(header, body)) return null;
  const columns = lookupColumns(header, body);
  const { lsoa } = columns;
  if (lsoa === undefined) return null;
  const codes = new Set(body.map(({ cells }) => textOf(cells[lsoa])).filter((code) => code !== ''));
  return codes.size < Math.min(3, body.length) ? null : lookupPlan(grid, header, columns);
}

/** What the columns of a lookup are: the LSOA's code and name, and the neighbourhood or the ward it lies in. */
export type LookupColumns = Readonly<Partial<Record<string, number>>>;

/** The columns of a lookup as their contents and headings tell them, as far as they do. */
export function lookupColumns(header: Row, body: readonly Row[]): LookupColumns {
  const columns = columnsOf(header, body);
  const code = columns.find(({ texts }) => mostly(texts, SMALL_AREA_CODE));
  const codeName = columns.find(({ texts }) => mostly(texts, SMALL_AREA_NAME));
  const names = columns.filter((one) => one !== code && one !== codeName && !mostly(one.texts, AREA_CODE));
  const area =
    names.find(({ heading }) => NEIGHBOURHOOD.test(heading)) ??
    names.find(({ heading }) => WARD.test(heading)) ??
    (names.length === 1 ? names[0] : undefined);
  const isWard = area !== undefined && WARD.test(area.heading) && !NEIGHBOURHOOD.test(area.heading);
  return {
    ...(code === undefined ? {} : { lsoa: code.column }),
    ...(codeName === undefined ? {} : { lsoaName: codeName.column }),
    ...(area === undefined ? {} : { [isWard ? 'ward' : 'area']: area.column }),
  };
}

/** The plan of a lookup with these columns; null without the LSOA's code, or an area beside it. */
export function lookupPlan(grid: Grid, header: Row, columns: LookupColumns): SheetPlan | null {
  const { lsoa: code, lsoaName, area = columns['ward'] } = columns;
  if (code === undefined || area === undefined) return null;
  const areaKind = columns['area'] === undefined ? 'ward' : 'neighbourhood';
  const body = grid.rows.filter(
    ({ row, cells }) => row > header.row && !(isBlank(cells[code]) && isBlank(cells[area])),
  );
  const mapping: LookupMapping = { code, codeName: lsoaName ?? null, area, areaKind };
  const textsIn = (column: number) => body.map(({ cells }) => textOf(cells[column])).filter((text) => text !== '');
  const areas = new Set(textsIn(area)).size;
  return {
    sheet: grid.sheet,
    layout: 'lookup',
    measure: null,
    dataset: `lookup/${areaKind}`,
    says: `The ${areaKind} of each LSOA (${String(textsIn(code).length)} LSOAs in ${String(areas)} ${areaKind}s). ${areaKind === 'ward' ? 'Records that name an LSOA are mapped by ward with it' : 'Records that name an LSOA and no neighbourhood are placed by it'}.`,
    headerRows: [header.row],
    block: blockAround(
      body.map(({ row }) => row),
      [code, area],
    ),
    totalRows: [],
    fingerprint: headingsOf(header).join(' | '),
    illustrative: saysIllustrative(textsBetween(grid, 1, header.row)),
    mapping,
    warnings: [],
  };
}

/** The columns that hold words, with their texts. */
function columnsOf(header: Row, body: readonly Row[]): Column[] {
  const columns: Column[] = [];
  for (const column of columnNumbers(header, body)) {
    const filled = filledIn(body, column);
    const heading = tidyLabel(textOf(header.cells[column]));
    if (filled.length > 0 && !isFigures(filled)) columns.push({ column, heading, texts: filled.map(textOf) });
  }
  return columns;
}

/** True where a column holds figures. Row numbers of a database («FID», «OBJECTID») say nothing. */
const hasFigures = (header: Row, body: readonly Row[]): boolean =>
  columnNumbers(header, body).some(
    (column) => isFigures(filledIn(body, column)) && !/id$/i.test(textOf(header.cells[column])),
  );

function columnNumbers(header: Row, body: readonly Row[]): number[] {
  const widest = Math.max(header.cells.length, ...body.slice(0, 50).map(({ cells }) => cells.length));
  return Array.from({ length: widest }, (_, column) => column);
}

const filledIn = (body: readonly Row[], column: number): CellValue[] =>
  body.flatMap(({ cells }) => (isBlank(cells[column]) ? [] : [cells[column] ?? null]));

const isFigures = (filled: readonly CellValue[]): boolean =>
  filled.filter((cell) => typeof cell !== 'string').length * 2 > filled.length;

const mostly = (texts: readonly string[], pattern: RegExp): boolean =>
  texts.filter((text) => pattern.test(text)).length * 2 > texts.length;

/** Reads a lookup: each LSOA once, with the area it lies in and the cell that says so. */
export function readLookup(grid: Grid, plan: SheetPlan): TableReading {
  const { code, codeName, area, areaKind } = plan.mapping as LookupMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const lookups: LookupDraft[] = [];
  const cellByCode = new Map<string, string>();
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (isBlank(cells.cell(row, code)) && isBlank(cells.cell(row, area))) continue;
    rowsRead++;
    const found = cells.text(row, code);
    const name = tidyLabel(cells.text(row, area));
    const cell = cellName(row, area);
    const twin = cellByCode.get(found);
    if (!SMALL_AREA_CODE.test(found)) {
      const shown = shownText(cells.cell(row, code));
      refuseCell(cellName(row, code), shown, 'not the code of an LSOA, such as E01015001', drafts);
    } else if (name === '') {
      refuseCell(cellName(row, code), found, `no ${areaKind} stands beside it`, drafts);
    } else if (twin !== undefined) {
      refuseCell(cell, name, `${found} was already placed by ${twin}; only the first counts`, drafts);
    } else {
      cellByCode.set(found, cell);
      const also = codeName === null ? '' : cells.text(row, codeName);
      const kept = areaKind === 'neighbourhood' ? withoutCapitals(name) : name;
      lookups.push({ smallArea: found, also: also === '' ? null : also, area: kept, areaKind, cell });
    }
  }
  return { ...readingOf(drafts, rowsRead, null), lookups };
}
