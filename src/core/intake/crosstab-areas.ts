import type { ObservationDraft } from './draft.ts';
import type { CellValue, Row } from './grid.ts';
import { isSummaryLabel } from './headed-table.ts';
import { periodOfCell } from './period-list.ts';
import { isBlank, shownText, textOf, tidyLabel } from './tidy-text.ts';

type AreaKind = ObservationDraft['areaKind'];

/** Which columns left of the figures say what. */
export interface AreaColumns {
  /** null: the rows are offences or other categories of the city as a whole. */
  readonly name: number | null;
  readonly nameHeading: string;
  readonly code: number | null;
  /** Every column of codes. */
  readonly codes?: readonly number[];
  /** The column of the larger area the row belongs to (force, region); its own row has no name beside it. */
  readonly group: number | null;
  readonly groupKind: AreaKind;
  /** The district that tells wards of one name apart. */
  readonly district: number | null;
  /** Columns that say what is counted (major and minor offence). */
  readonly categories: readonly number[];
}

/** The area of one row; its name is empty for the city itself. `total`: the row sums up others of the table. */
export interface RowArea {
  readonly name: string;
  readonly kind: AreaKind;
  readonly total: boolean;
  /** Codes beside the name that belong to the area itself, not to a larger one. */
  readonly codes: readonly string[];
}

const CODE = /^[EWKNSL]\d{8}$/;
/** Entity codes of the Office for National Statistics (Register of Geographic Codes): what the first three signs mean. */
const KIND_BY_CODE: Readonly<Record<string, AreaKind>> = {
  E22: 'partnership',
  W14: 'partnership',
  W22: 'partnership',
  E23: 'force',
  W15: 'force',
  E12: 'region',
  W92: 'region',
  E92: 'other',
  E05: 'ward',
  W05: 'ward',
  E06: 'partnership',
  E07: 'partnership',
  E08: 'partnership',
  E09: 'partnership',
  W06: 'partnership',
};
const REGIONS =
  /^(?:north east|north west|yorkshire and the humber|yorkshire & the humber|east midlands|west midlands|east(?: of england)?|london|south east|south west|wales)$/i;
const COUNTRIES = /^(?:united kingdom|great britain|england|england and wales|scotland|northern ireland)\b/i;
const CATEGORY = /\bmajor\b|\bminor\b|\boffence\b|\bcrime\b|\bcategory\b|\boutcome\b|\bmeasure\b|\bindicator\b|text$/i;
/** Headings of columns that name areas. */
export const PLACE =
  /\barea\b|\bforce\b|\bpartnership\b|\bward|\blocal authority\b|\bla\b|\bdistrict\b|\bborough\b|\bregion\b|\bneighbourhood\b|^name$|\bgeography\b|\bauthority\b/i;

/** Tells the columns left of the figures apart; null when none of them names areas or what is counted. */
export function areaColumns(headings: readonly string[], body: readonly Row[], firstValue: number): AreaColumns | null {
  const columns = Array.from({ length: firstValue }, (_, column) => column);
  const held = (column: number): CellValue[] =>
    body.flatMap(({ cells }) => (isBlank(cells[column]) ? [] : [cells[column] ?? null]));
  const isCode = (column: number) => mostly(held(column), (cell) => CODE.test(textOf(cell)));
  // «LookUp_BoroughName» as «Look Up Borough Name».
  const heading = (column: number) =>
    tidyLabel((headings[column] ?? '').replaceAll('_', ' ').replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
  const words = columns.filter(
    (column) =>
      !isCode(column) &&
      mostly(held(column), (cell) => typeof cell === 'string') &&
      // «1977/78» is no area.
      !mostly(held(column).slice(0, 200), (cell) => periodOfCell(cell) !== null),
  );
  const places = words.filter(
    (column) =>
      !/\btype of\b/i.test(heading(column)) && (!CATEGORY.test(heading(column)) || PLACE.test(heading(column))),
  );
  const find = (pattern: RegExp) =>
    places.find((column) => pattern.test(heading(column)) && !/\bcode\b/i.test(heading(column)));
  const name =
    find(/\bcommunity safety\b|\bcsp\b/i) ??
    find(/\bward/i) ??
    find(/\barea name\b|^name$|\bforce\b|\bneighbourhood\b|\blocal authority\b|\bdistrict\b|\bborough\b/i) ??
    places.findLast((column) => heading(column) === '' || PLACE.test(heading(column)));
  const categories = words.filter((column) => !places.includes(column));
  if (name === undefined)
    return categories.length === 0 || categories.length < words.length ? null : { ...NO_AREA, categories };
  const group = places.find((column) => column < name && /\bforce\b|\bregion\b/i.test(heading(column))) ?? null;
  const codes = columns.filter(isCode);
  const district = find(/\bla name\b|\bborough\b|\blocal authority\b|\bdistrict\b/i);
  return {
    name,
    nameHeading: heading(name),
    code: codes.filter((column) => column < name).at(-1) ?? codes.find((column) => column === name + 1) ?? null,
    codes,
    group,
    groupKind: group !== null && /\bforce\b/i.test(heading(group)) ? 'force' : 'region',
    district: /\bward/i.test(heading(name)) && district !== undefined && district !== name ? district : null,
    categories,
  };
}

const NO_AREA = { name: null, nameHeading: '', code: null, group: null, groupKind: 'other', district: null } as const;

const mostly = (cells: readonly CellValue[], test: (cell: CellValue) => boolean): boolean =>
  cells.length > 0 && cells.filter(test).length * 2 > cells.length;

/** Makes a reader of row areas; it remembers which regions it has met, since «West Midlands» is a region and then a force. */
export function rowAreas(columns: AreaColumns, title: string): (row: Row) => RowArea | null {
  const regionsMet = new Set<string>();
  const codeByName = new Map<string, string>();
  const at = (row: Row, column: number | null) => (column === null ? '' : tidyLabel(textOf(row.cells[column])));
  return (row) => {
    if (columns.categories.some((column) => isSummaryLabel(at(row, column)))) return null;
    if (columns.name === null) return { name: '', kind: 'city', total: false, codes: [] };
    const own = at(row, columns.name);
    if (isSummaryLabel(own) && !/^total \S/i.test(own)) return null;
    const group = at(row, columns.group);
    const code = columns.code === null ? '' : shownText(row.cells[columns.code] ?? null);
    if (own === '') return group === '' ? null : { name: group, kind: columns.groupKind, total: true, codes: [] };
    const [, summed] = /^total (?!recorded)(.+)$/i.exec(own) ?? [];
    const bare = summed ?? own;
    const district = at(row, columns.district);
    const kind = kindOf(code, bare, summed !== undefined);
    const name = withCode(district === '' ? bare : `${bare}, ${district}`, kind, code);
    const total = summed !== undefined || kind === 'region' || COUNTRIES.test(bare);
    return { name, kind, total, codes: total ? [] : codesOf(row, kind) };
  };

  /** Codes of partnerships, districts and forces go with the name; wards change theirs with each boundary review. */
  function codesOf(row: Row, kind: AreaKind): string[] {
    if (kind !== 'partnership' && kind !== 'force') return [];
    return (columns.codes ?? []).flatMap((column) => {
      const code = textOf(row.cells[column]);
      return CODE.test(code) && KIND_BY_CODE[code.slice(0, 3)] === kind ? [code] : [];
    });
  }

  /** Two wards of one name in one district (old and new boundaries) are told apart by their codes. */
  function withCode(name: string, kind: AreaKind, code: string): string {
    if (kind !== 'ward' || code === '') return name;
    const first = codeByName.get(name) ?? code;
    codeByName.set(name, first);
    return first === code ? name : `${name} (${code})`;
  }

  function kindOf(code: string, name: string, summed: boolean): AreaKind {
    const known = CODE.test(code) ? KIND_BY_CODE[code.slice(0, 3)] : undefined;
    if (known !== undefined) return known;
    if (COUNTRIES.test(name) || /^unassigned\b|\bunknown\b|british transport/i.test(name) || CODE.test(code))
      return 'other';
    // «Manchester Airport» stands among partnerships, but has no partnership's code.
    if (columns.code !== null && /\bcommunity safety/i.test(columns.nameHeading)) return 'other';
    if (
      REGIONS.test(name) &&
      (summed || !regionsMet.has(name.toLowerCase())) &&
      !/\bward|\bcommunity safety/i.test(columns.nameHeading)
    ) {
      regionsMet.add(name.toLowerCase());
      return 'region';
    }
    if (/\bward/i.test(columns.nameHeading)) return 'ward';
    if (/\bneighbourhood/i.test(columns.nameHeading)) return 'neighbourhood';
    if (/\bcommunity safety|\bpartnership|\blocal authority|\bdistrict|\bborough/i.test(columns.nameHeading))
      return 'partnership';
    return /\bforce\b/i.test(`${columns.nameHeading} ${title}`) ? 'force' : 'other';
  }
}
