import { monthOf, type Month } from '../time/month.ts';
import { areaKey, isOwnCity, withoutCapitals } from './area-names.ts';
import { dataRows } from './comparison.ts';
import type { ObservationDraft } from './draft.ts';
import { AGE_BANDS, ageColumns, bandOf, type AgeColumn } from './age-bands.ts';
import { blockName, cellName, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { findHeadedTable, isSummaryLabel, type HeadedTable, type HeadingWords } from './headed-table.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { readValue } from './read-value.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';
import { NO_DECISION, type TableDecision } from './table-decision.ts';
import { newDrafts, readingOf, refuseCell, takeCell, type Drafts, type Place } from './table-draft.ts';
import { wordsOfFileName } from './measure-words.ts';

const WORDS = {
  priority: /\bpriority\b/,
  code: /\bcodes?\b/,
  residents: /\bresidents?\b|\bpopulation\b|^all ages$|\bpersons\b/,
  district: /^la name\b|^borough\b/,
  area: /^(?:neighbourhood|area|ward|name|lsoa|msoa|district|local authority)\b/,
};

export const POPULATION_WORDS: HeadingWords = WORDS;

/** The mapping of the layout `populations`. `month` is the estimate's month: June for a mid-year estimate. */
export interface PopulationsMapping {
  readonly area: number;
  readonly residents: number;
  readonly priority: number | null;
  readonly month: Month | null;
  readonly cityRow: number | null;
  readonly areaKind: ObservationDraft['areaKind'];
  /** Column of the district a ward lies in, where the table has one: names of wards repeat over the country. */
  readonly district: number | null;
  readonly measure: string;
  /** Columns of single years of age; kept as age bands of the city and its own parts. */
  readonly ages?: readonly AgeColumn[];
}

/** Residents by area at one time. Null when the sheet is not such a table. */
export function planPopulations(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, POPULATION_WORDS, ['area', 'residents']);
  if (table === null) return null;
  const { area, residents, priority, code, district } = table.columns;
  if (holdsMore(grid, gridCells(grid), table.headerRow, new Set([area, residents, priority, code, district])))
    return null;
  return populationsPlan(grid, context, table, NO_DECISION);
}

/** The plan of residents by area with this header row and these columns; null without areas or residents. */
export function populationsPlan(
  grid: Grid,
  context: IntakeContext,
  table: HeadedTable,
  decided: TableDecision,
): SheetPlan | null {
  const { area, residents, priority, district } = table.columns;
  if (area === undefined || residents === undefined) return null;
  const cells = gridCells(grid);
  const rows = dataRows(grid, cells, table.headerRow, area, [residents]);
  const month =
    decided.period?.to ??
    midYear([
      ...table.titles,
      tidyLabel(cells.text(table.headerRow, residents)),
      grid.sheet,
      wordsOfFileName(context.fileName),
    ]);
  const chosen = decided.rows.find(({ is }) => is === 'own')?.row;
  const open = rows.filter((row) => !decided.rows.some((one) => one.row === row && one.is !== 'own'));
  const cityRow =
    (chosen !== undefined && rows.includes(chosen) ? chosen : undefined) ??
    (district === undefined ? open.findLast((row) => isOwnCity(cells.text(row, area), context.city)) : undefined) ??
    open.findLast((row) => isSummaryLabel(cells.text(row, area))) ??
    null;
  const heading = tidyLabel(cells.text(table.headerRow, area)).toLowerCase();
  const areaKind = heading.startsWith('ward')
    ? 'ward'
    : heading.startsWith('neighbourhood')
      ? 'neighbourhood'
      : 'other';
  const measure = decided.measure ?? measureOfTitle(table.titles.at(-1) ?? grid.sheet);
  const ages = ageColumns(cells.row(table.headerRow));
  const mapping: PopulationsMapping = {
    area,
    residents,
    priority: priority ?? null,
    month,
    cityRow,
    areaKind,
    district: district ?? null,
    measure,
    ...(ages.length === 0 ? {} : { ages }),
  };
  return {
    sheet: grid.sheet,
    layout: 'populations',
    measure,
    dataset: 'populations',
    says: `Residents by ${heading} (${String(rows.length - (cityRow === null ? 0 : 1))} areas)${cityRow === null ? '' : ', with the city’s own row'}.${ages.length === 0 ? '' : ' Single years of age are kept as age bands of the city and its own parts.'}`,
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

/** Residents of one sex are another measure than all residents. */
const measureOfTitle = (title: string): string =>
  /\bfemales\b/i.test(title) ? 'population-females' : /\bmales\b/i.test(title) ? 'population-males' : 'population';

/** True where several other columns hold figures that are not residents by age: then it is another kind of table. */
function holdsMore(grid: Grid, cells: GridCells, headerRow: number, read: ReadonlySet<number | undefined>): boolean {
  const below = grid.rows.filter(({ row }) => row > headerRow).slice(0, 20);
  const others = (cells.row(headerRow)?.cells ?? []).filter((heading, column) => {
    const age = /^(?:age )?\d{1,3}\+?$/i.test(tidyLabel(shownText(heading)));
    return !age && !read.has(column) && below.some(({ cells: own }) => readValue(own[column]).kind === 'number');
  });
  return others.length > 2;
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
    const found = fullName(cells, row, mapping, context);
    const name = known.get(areaKey(found)) ?? (mapping.areaKind === 'neighbourhood' ? withoutCapitals(found) : found);
    const own = row === mapping.cityRow;
    const why = whyNot(found, own, seen, mapping);
    if (why !== null || mapping.month === null) {
      refuseCell(cell, shownText(cells.cell(row, mapping.residents)), why ?? 'no year', drafts);
      continue;
    }
    seen.add(areaKey(found));
    const place = { measure: mapping.measure, from: mapping.month, to: mapping.month };
    const area = own ? null : name;
    const areaKind = own ? ('city' as const) : mapping.areaKind;
    const residents = takeCell(
      { ...place, area, areaKind, quantity: 'population' },
      row,
      mapping.residents,
      cells,
      drafts,
    );
    if (own || isPartOfCity(cells, row, mapping, context))
      takeAgeBands({ ...place, area, areaKind, quantity: 'population' }, row, mapping, residents, cells, drafts);
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
  if (city !== null && parts !== null && seen.size > 1 && parts !== city && isSumRow(mapping, plan)) {
    drafts.warnings.push({
      check: 'total-differs',
      cells: cellName(mapping.cityRow ?? 0, mapping.residents),
      says: `The city’s ${city.toLocaleString('en-GB')} is not the sum of its areas, ${parts.toLocaleString('en-GB')}.`,
    });
  }
  const covers = mapping.month === null ? null : { from: mapping.month, to: mapping.month };
  return { ...readingOf(drafts, rowsRead, covers), priorityAreas };
}

/** A neighbourhood of the city, or a ward of the city's own district. */
function isPartOfCity(cells: GridCells, row: number, mapping: PopulationsMapping, { city }: IntakeContext): boolean {
  if (mapping.areaKind === 'neighbourhood') return true;
  return mapping.district !== null && isOwnCity(tidyLabel(cells.text(row, mapping.district)), city);
}

/** Adds single years of age up to bands; a band with an unknown year is not known. Checks that the ages make the whole. */
function takeAgeBands(
  whole: Place,
  row: number,
  { ages = [] }: PopulationsMapping,
  residents: number | null,
  cells: GridCells,
  drafts: Drafts,
): void {
  const [first, last] = [ages[0], ages.at(-1)];
  if (first === undefined || last === undefined) return;
  const counted = ages.map(({ column, age }) => {
    const found = readValue(cells.cell(row, column));
    return { column, age, value: found.kind === 'number' ? found.value : null };
  });
  for (const band of AGE_BANDS) {
    const within = counted.filter(({ age }) => bandOf(age) === band);
    const [from, to] = [within[0], within.at(-1)];
    const value = sumOf(within.map((one) => one.value));
    if (from === undefined || to === undefined) continue;
    const unknown = within.find((one) => one.value === null);
    if (unknown !== undefined || value === null) {
      drafts.warnings.push({
        check: 'band-not-known',
        cells: cellName(row, (unknown ?? from).column),
        says: `Residents of ${whole.area ?? 'the city'} aged ${band.name} are not known: a year among them is no number.`,
      });
      continue;
    }
    const cell = blockName({ top: row, bottom: row, left: from.column, right: to.column });
    const measure = `${whole.measure}-age-${band.id}`;
    drafts.observations.push({ kind: 'observation', ...whole, measure, value, symbol: null, cell, minus: null });
  }
  const sum = sumOf(counted.map(({ value }) => value));
  if (sum === null || residents === null || sum === residents) return;
  drafts.warnings.push({
    check: 'total-differs',
    cells: blockName({ top: row, bottom: row, left: first.column, right: last.column }),
    says: `The ages of ${whole.area ?? 'the city'} make ${sum.toLocaleString('en-GB')}, not the ${residents.toLocaleString('en-GB')} given for all ages.`,
  });
}

/** Null where one of them is not known. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

/** True where the city's row closes a table of its own parts. */
const isSumRow = (mapping: PopulationsMapping, plan: SheetPlan): boolean =>
  mapping.cityRow !== null && mapping.cityRow === plan.block?.bottom;

/** The area's name, with its district where that is not the partnership's own city. */
function fullName(cells: GridCells, row: number, mapping: PopulationsMapping, { city }: IntakeContext): string {
  const name = tidyLabel(cells.text(row, mapping.area));
  const district = mapping.district === null ? '' : tidyLabel(cells.text(row, mapping.district));
  return name === '' || district === '' || isOwnCity(district, city) ? name : `${name}, ${district}`;
}

function whyNot(found: string, own: boolean, seen: ReadonlySet<string>, mapping: PopulationsMapping): string | null {
  if (mapping.month === null) return 'the title does not say which year this is';
  if (found === '') return 'no area beside it says whose residents these are';
  if (!own && isSummaryLabel(found)) return `«${found}» sums up the areas; not counted as an area`;
  return !own && seen.has(areaKey(found)) ? `«${found}» stands here a second time; only the first is taken` : null;
}
