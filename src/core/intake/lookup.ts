import { withoutCapitals } from './area-names.ts';
import type { LookupDraft } from './draft.ts';
import { cellName, type Grid, type Row } from './grid.ts';
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
  const columns = columnsOf(header, body);
  // Figures beside the codes make it a table of small areas.
  if (columns === null) return null;
  const code = columns.find(({ texts }) => mostly(texts, SMALL_AREA_CODE));
  if (code === undefined || new Set(code.texts).size < Math.min(3, body.length)) return null;
  const codeName = columns.find(({ texts }) => mostly(texts, SMALL_AREA_NAME));
  const names = columns.filter((one) => one !== code && one !== codeName && !mostly(one.texts, AREA_CODE));
  const area =
    names.find(({ heading }) => NEIGHBOURHOOD.test(heading)) ??
    names.find(({ heading }) => WARD.test(heading)) ??
    (names.length === 1 ? names[0] : undefined);
  if (area === undefined) return null;
  const areaKind = WARD.test(area.heading) && !NEIGHBOURHOOD.test(area.heading) ? 'ward' : 'neighbourhood';
  const mapping: LookupMapping = {
    code: code.column,
    codeName: codeName?.column ?? null,
    area: area.column,
    areaKind,
  };
  const areas = new Set(area.texts).size;
  return {
    sheet: grid.sheet,
    layout: 'lookup',
    measure: null,
    dataset: `lookup/${areaKind}`,
    says: `The ${areaKind} of each LSOA (${String(code.texts.length)} LSOAs in ${String(areas)} ${areaKind}s). Records that name an LSOA and no neighbourhood are placed by it.`,
    headerRows: [header.row],
    block: blockAround(
      body.map(({ row }) => row),
      [code.column, area.column],
    ),
    totalRows: [],
    fingerprint: headingsOf(header).join(' | '),
    illustrative: saysIllustrative(textsBetween(grid, 1, header.row)),
    mapping,
    warnings: [],
  };
}

/** The columns with their texts; null where one of them holds figures. */
function columnsOf(header: Row, body: readonly Row[]): Column[] | null {
  const widest = Math.max(header.cells.length, ...body.slice(0, 50).map(({ cells }) => cells.length));
  const columns: Column[] = [];
  for (let column = 0; column < widest; column++) {
    const filled = body.flatMap(({ cells }) => (isBlank(cells[column]) ? [] : [cells[column] ?? null]));
    if (filled.filter((cell) => typeof cell !== 'string').length * 2 > filled.length) {
      // Row numbers of a database («FID», «OBJECTID») say nothing.
      if (!/id$/i.test(textOf(header.cells[column]))) return null;
      continue;
    }
    const heading = tidyLabel(textOf(header.cells[column]));
    if (filled.length > 0) columns.push({ column, heading, texts: filled.map(textOf) });
  }
  return columns;
}

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
