import { monthOf, type Month } from '../time/month.ts';
import { areaKey, isOwnCity, withoutCapitals } from './area-names.ts';
import { dataRows } from './comparison.ts';
import type { ObservationDraft } from './draft.ts';
import { cellName, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween } from './grid-cells.ts';
import { findHeadedTable, isSummaryLabel } from './headed-table.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';
import { newDrafts, readingOf, refuseCell, takeCell } from './table-draft.ts';
import { wordsOfFileName } from './measure-words.ts';

const WORDS = {
  priority: /\bpriority\b/,
  residents: /\bresidents?\b|\bpopulation\b|^all ages$|\bpersons\b/,
  area: /^(?:neighbourhood|area|ward|name|lsoa|msoa|district|local authority)\b/,
};

/** The mapping of the layout `populations`. `month` is the estimate's month: June for a mid-year estimate. */
export interface PopulationsMapping {
  readonly area: number;
  readonly residents: number;
  readonly priority: number | null;
  readonly month: Month | null;
  readonly cityRow: number | null;
  readonly areaKind: ObservationDraft['areaKind'];
}

/** Residents by area at one time. Null when the sheet is not such a table. */
export function planPopulations(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, WORDS, ['area', 'residents']);
  if (table === null) return null;
  const { area, residents, priority } = table.columns;
  if (area === undefined || residents === undefined) return null;
  const cells = gridCells(grid);
  const rows = dataRows(grid, cells, table.headerRow, area, [residents]);
  const month = midYear([
    ...table.titles,
    tidyLabel(cells.text(table.headerRow, residents)),
    grid.sheet,
    wordsOfFileName(context.fileName),
  ]);
  const cityRow =
    rows.findLast((row) => isOwnCity(cells.text(row, area), context.city)) ??
    rows.findLast((row) => isSummaryLabel(cells.text(row, area))) ??
    null;
  const heading = tidyLabel(cells.text(table.headerRow, area)).toLowerCase();
  const areaKind = heading.startsWith('ward')
    ? 'ward'
    : heading.startsWith('neighbourhood')
      ? 'neighbourhood'
      : 'other';
  const mapping: PopulationsMapping = { area, residents, priority: priority ?? null, month, cityRow, areaKind };
  return {
    sheet: grid.sheet,
    layout: 'populations',
    measure: 'population',
    dataset: 'populations',
    says: `Residents by ${heading} (${String(rows.length - (cityRow === null ? 0 : 1))} areas)${cityRow === null ? '' : ', with the city’s own row'}.`,
    headerRows: [table.headerRow],
    block: blockAround(rows, [residents]),
    totalRows: cityRow === null ? [] : [cityRow],
    fingerprint: table.fingerprint,
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings:
      month === null
        ? [
            {
              check: 'no-period',
              cells: cellName(table.headerRow, residents),
              says: 'No title says which year these residents were counted in, so none can be taken.',
            },
          ]
        : [],
  };
}

/** June of the year a mid-year estimate is for (30 June, as ONS estimates are). */
function midYear(texts: readonly string[]): Month | null {
  for (const text of texts) {
    const [, year] = /\bmid[- ]?(?:year )?(\d{4})\b/i.exec(text) ?? /\b((?:19|20)\d{2})\b/.exec(text) ?? [];
    if (year !== undefined) return monthOf(Number(year), 6);
  }
  return null;
}

/** Reads residents by area; the city's row is kept as the city and checked against the sum of its parts. */
export function readPopulations(grid: Grid, plan: SheetPlan, context: IntakeContext): TableReading {
  const mapping = plan.mapping as PopulationsMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  const priorityAreas: string[] = [];
  const seen = new Set<string>();
  const known = new Map(context.areas.map((area) => [areaKey(area.name), area.name]));
  let rowsRead = 0;
  let parts: number | null = 0;
  let city: number | null = null;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (isBlank(cells.cell(row, mapping.residents))) continue;
    rowsRead++;
    const cell = cellName(row, mapping.residents);
    const found = tidyLabel(cells.text(row, mapping.area));
    const name = known.get(areaKey(found)) ?? withoutCapitals(found);
    const own = row === mapping.cityRow;
    const why = whyNot(found, own, seen, mapping);
    if (why !== null || mapping.month === null) {
      refuseCell(cell, shownText(cells.cell(row, mapping.residents)), why ?? 'no year', drafts);
      continue;
    }
    seen.add(areaKey(found));
    const place = { measure: 'population', from: mapping.month, to: mapping.month };
    const area = own ? null : name;
    const areaKind = own ? ('city' as const) : mapping.areaKind;
    const residents = takeCell(
      { ...place, area, areaKind, quantity: 'population' },
      row,
      mapping.residents,
      cells,
      drafts,
    );
    if (own) city = residents;
    else parts = parts === null || residents === null ? null : parts + residents;
    if (
      !own &&
      mapping.priority !== null &&
      /^(?:y|yes|true|priority|x|✓)$/i.test(shownText(cells.cell(row, mapping.priority)))
    ) {
      priorityAreas.push(name);
    }
  }
  if (city !== null && parts !== null && seen.size > 1 && parts !== city && mapping.cityRow !== null) {
    drafts.warnings.push({
      check: 'total-differs',
      cells: cellName(mapping.cityRow, mapping.residents),
      says: `The city’s ${city.toLocaleString('en-GB')} is not the sum of its areas, ${parts.toLocaleString('en-GB')}.`,
    });
  }
  const covers = mapping.month === null ? null : { from: mapping.month, to: mapping.month };
  return { ...readingOf(drafts, rowsRead, covers), priorityAreas };
}

function whyNot(found: string, own: boolean, seen: ReadonlySet<string>, mapping: PopulationsMapping): string | null {
  if (mapping.month === null) return 'the title does not say which year this is';
  if (found === '') return 'no area beside it says whose residents these are';
  if (!own && isSummaryLabel(found)) return `«${found}» sums up the areas; not counted as an area`;
  return !own && seen.has(areaKey(found)) ? `«${found}» stands here a second time; only the first is taken` : null;
}
