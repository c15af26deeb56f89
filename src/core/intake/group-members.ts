import { addMonths, monthOf, readMonthId, type Month } from '../time/month.ts';
import { areaKey, isOwnCity } from './area-names.ts';
import { cellName, type CellValue, type Grid } from './grid.ts';
import { blockAround, gridCells, type GridCells } from './grid-cells.ts';
import { findHeadedTable, type HeadedTable } from './headed-table.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { monthFound, readMonthText } from './read-month.ts';
import { newDrafts, readingOf, refuseRest } from './table-draft.ts';
import { isBlank, shownText, slugOf, tidyLabel } from './tidy-text.ts';

/** What the columns of a list of members may be, by the words of their headings. */
export const GROUP_WORDS = {
  groupName: /^(?:group|family|msg|msf|most similar group)(?: name)?$/,
  area: /^(?:area|member|partnership|csp|force|police force|name)\b/,
  from: /^(?:valid )?(?:from|start)\b/,
  to: /^(?:valid )?(?:to|until|end)\b/,
  own: /^own(?: area)?\b/,
  source: /^source\b/,
};

/** One group as a sheet lists it, with its dates. */
export interface GroupListed {
  readonly name: string;
  readonly kind: 'partnership' | 'force' | 'own-choice';
  readonly ownArea: string;
  readonly validFrom: Month;
  readonly validTo: Month | null;
  readonly source: string;
  readonly members: readonly string[];
}

/** The mapping of the layout `group-members`: the groups themselves, and the rows that could not be taken. */
export interface GroupMembersMapping {
  readonly columns: Readonly<Record<string, number>>;
  readonly groups: readonly GroupListed[];
}

/** Members of most-similar groups: Group | Area | Valid from | Valid to | Source. Null when the sheet is no such list. */
export function planGroupMembers(grid: Grid, context: IntakeContext): SheetPlan | null {
  const table = findHeadedTable(grid, GROUP_WORDS, NEEDED);
  return table === null ? null : groupMembersPlan(grid, context, table);
}

const NEEDED = ['groupName', 'area', 'from'];

/** The plan of a list of members with these headings; null where a column it cannot do without is missing. */
export function groupMembersPlan(grid: Grid, context: IntakeContext, table: HeadedTable): SheetPlan | null {
  const columns = Object.fromEntries(
    Object.keys(GROUP_WORDS).flatMap((name) => {
      const column = table.columns[name];
      return column === undefined ? [] : [[name, column] as const];
    }),
  );
  if (NEEDED.some((name) => columns[name] === undefined)) return null;
  const cells = gridCells(grid);
  const rows = grid.rows
    .map(({ row }) => row)
    .filter((row) => row > table.headerRow && !isBlank(cells.cell(row, columns['area'] ?? 0)));
  const groups = groupsOf(rows, columns, cells, context);
  const mapping: GroupMembersMapping = { columns, groups };
  const names = [...new Set(groups.map(({ name }) => name))];
  return {
    sheet: grid.sheet,
    layout: 'group-members',
    measure: null,
    dataset: 'group-members',
    says: `Members of ${names.length === 1 ? `the group «${names[0] ?? ''}»` : `${String(names.length)} groups`}, with their dates.`,
    headerRows: [table.headerRow],
    block: blockAround(rows, Object.values(columns)),
    totalRows: [],
    fingerprint: table.fingerprint,
    illustrative: false,
    mapping,
    warnings: tooSmall(groups),
  };
}

/** The month of a cell: a date, `2024-10` or `Oct 2024`; null where it is none. */
function monthIn(content: CellValue): Month | null {
  if (content !== null && typeof content === 'object' && content.kind === 'day')
    return readMonthId(content.day.slice(0, 7));
  if (typeof content === 'number' && Number.isInteger(content) && content >= 1990 && content <= 2100)
    return monthOf(content, 1);
  const text = shownText(content).trim();
  return readMonthId(text) ?? readMonthId(text.slice(0, 7)) ?? monthFound(readMonthText(text));
}

const at = (cells: GridCells, row: number, column: number | undefined): CellValue =>
  column === undefined ? null : cells.cell(row, column);

interface Member {
  readonly group: string;
  readonly area: string;
  readonly from: Month;
  readonly to: Month | null;
  readonly own: boolean;
  readonly source: string;
}

/** One row as a member, or null where its group, area or first month is missing. */
function memberOf(row: number, columns: GroupMembersMapping['columns'], cells: GridCells): Member | null {
  const text = (column: number | undefined) => (column === undefined ? '' : tidyLabel(cells.text(row, column)));
  const group = text(columns['groupName']);
  const area = text(columns['area']);
  const from = monthIn(at(cells, row, columns['from']));
  const until = at(cells, row, columns['to']);
  const to = isBlank(until) ? null : monthIn(until);
  if (group === '' || area === '' || from === null || (to === null && !isBlank(until)) || (to !== null && to < from))
    return null;
  const own = /^(?:y|yes|true|own|x|✓)$/i.test(shownText(at(cells, row, columns['own'])));
  return { group, area, from, to, own, source: text(columns['source']) };
}

function groupsOf(
  rows: readonly number[],
  columns: GroupMembersMapping['columns'],
  cells: GridCells,
  { city, areas }: IntakeContext,
): GroupListed[] {
  const members = rows.flatMap((row) => memberOf(row, columns, cells) ?? []);
  const forces = new Set(areas.filter(({ kind }) => kind === 'force').map(({ name }) => areaKey(name)));
  return [...new Set(members.map(({ group }) => group))].flatMap((name) => {
    const own = members.filter((member) => member.group === name);
    // A group is re-made wherever a member joins or leaves: each span between has a membership of its own.
    const starts = [
      ...new Set(own.flatMap(({ from, to }) => (to === null ? [from] : [from, addMonths(to, 1)]))),
    ].sort();
    return starts.flatMap((validFrom, index): GroupListed[] => {
      const next = starts[index + 1];
      const inside = own.filter(({ from, to }) => from <= validFrom && (to === null || to >= validFrom));
      if (inside.length === 0) return [];
      const marked =
        inside.find((member) => member.own)?.area ?? inside.find(({ area }) => isOwnCity(area, city))?.area;
      const isForce = inside.filter(({ area }) => forces.has(areaKey(area))).length * 2 > inside.length;
      return [
        {
          name,
          kind: isForce ? 'force' : 'partnership',
          ownArea: marked ?? inside[0]?.area ?? '',
          validFrom,
          validTo: next === undefined ? null : addMonths(next, -1),
          source: inside.find(({ source }) => source !== '')?.source ?? '',
          members: [...new Map(inside.map(({ area }) => [areaKey(area), area])).values()],
        },
      ];
    });
  });
}

function tooSmall(groups: readonly GroupListed[]) {
  return groups
    .filter(({ members }) => members.length < 3)
    .map(({ name, members }) => ({
      check: 'small-group',
      cells: '',
      says: `«${name}» has only ${String(members.length)} areas: too few for limits.`,
    }));
}

/** Reads a list of members: every row is a member of its group or a refusal. */
export function readGroupMembers(grid: Grid, plan: SheetPlan, { city }: IntakeContext): TableReading {
  const { columns, groups } = plan.mapping as GroupMembersMapping;
  const cells = gridCells(grid);
  const drafts = newDrafts();
  let rowsRead = 0;
  for (let row = plan.block?.top ?? 1; row <= (plan.block?.bottom ?? 0); row++) {
    if (cells.row(row) === undefined) continue;
    rowsRead += 1;
    const member = memberOf(row, columns, cells);
    if (member === null) continue;
    for (const column of Object.values(columns)) drafts.taken.add(cellName(row, column));
    const listed = groups.find(({ name, validFrom }) => name === member.group && validFrom >= member.from);
    const own = isOwnCity(member.area, city);
    drafts.observations.push({
      kind: 'observation',
      measure: `group-member/${slugOf(member.group)}`,
      area: own ? null : member.area,
      areaKind: own ? 'city' : listed?.kind === 'force' ? 'force' : 'partnership',
      from: member.from,
      to: member.to ?? member.from,
      quantity: 'member',
      value: 1,
      symbol: null,
      cell: cellName(row, columns['area'] ?? 0),
      minus: null,
    });
  }
  refuseRest(plan.block, cells, drafts, plan.headerRows, () => 'its row names no group, no area, or no first month');
  return readingOf(drafts, rowsRead, null);
}
