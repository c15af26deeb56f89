import type { Refusal, ScoreDraft, Warning } from './draft.ts';
import { blockName, cellName, type CellValue, type Grid } from './grid.ts';
import { blockAround, gridCells, saysIllustrative, textsBetween, type GridCells } from './grid-cells.ts';
import { measureAmong, wordsOfFileName } from './measure-words.ts';
import type { IntakeContext, SheetPlan, TableReading } from './plan.ts';
import { readDay } from './read-day.ts';
import { readValue } from './read-value.ts';
import { isBlank, shownText, tidyLabel } from './tidy-text.ts';
import { monthOfDay } from '../time/month.ts';

/** A domain scored at entry and at exit. */
export interface DomainColumns {
  readonly domain: string;
  readonly entry: number;
  readonly exit: number;
}

/** The mapping of the layout `entry-exit-scores`. */
export interface EntryExitMapping {
  readonly client: number;
  readonly referral: number | null;
  readonly closedOn: number | null;
  readonly satisfied: number | null;
  readonly domains: readonly DomainColumns[];
  readonly rows: readonly number[];
}

const ENTRY = /^(?:at )?(?:entry|initial|start|baseline|first)\b/i;
const EXIT = /^(?:at )?(?:exit|final|end|closing|last)\b/i;

/** Clients with scores at entry and at exit. Null when the sheet is not such a table. */
export function planEntryExit(grid: Grid, context: IntakeContext): SheetPlan | null {
  const cells = gridCells(grid);
  const found = findDomains(grid, cells);
  return found === null
    ? null
    : entryExitPlan(grid, context, found, clientColumns(cells, found.headerRow, found.domains), null);
}

/** The columns that say whose scores they are: client, referral, closing date, satisfied. */
export type ClientColumns = Pick<EntryExitMapping, 'client' | 'referral' | 'closedOn' | 'satisfied'>;

/** What the headings outside the scores say of the client. */
export function clientColumns(cells: GridCells, headerRow: number, domains: readonly DomainColumns[]): ClientColumns {
  const scored = domains.flatMap(({ entry, exit }) => [entry, exit]);
  const headings = (cells.row(headerRow)?.cells ?? []).map((cell) => tidyLabel(shownText(cell)));
  const outside = (pattern: RegExp): number | null => {
    const column = headings.findIndex((heading, index) => !scored.includes(index) && pattern.test(heading));
    return column < 0 ? null : column;
  };
  return {
    client: outside(/\b(?:client|case|ref|reference|id|name)\b/i) ?? 0,
    referral: outside(/\breferral\b|\breferred\b|\bsource\b/i),
    closedOn: outside(/\bclosed\b|\bclosing date\b|\bdate (?:of )?exit\b|\bend date\b/i),
    satisfied: outside(/\bsatisf/i),
  };
}

/** The plan of entry and exit scores with these domains and columns; null where no client has a score. */
export function entryExitPlan(
  grid: Grid,
  context: IntakeContext,
  { headerRow, tierRow, domains }: Domains,
  columns: ClientColumns,
  chosen: string | null,
): SheetPlan | null {
  const cells = gridCells(grid);
  const scored = domains.flatMap(({ entry, exit }) => [entry, exit]);
  const headings = (cells.row(headerRow)?.cells ?? []).map((cell) => tidyLabel(shownText(cell)));
  const rows = grid.rows
    .filter(({ row }) => row > headerRow && !isBlank(cells.cell(row, columns.client)) && isScored(cells, row, scored))
    .map(({ row }) => row);
  if (rows.length === 0) return null;
  const mapping: EntryExitMapping = { ...columns, domains, rows };
  const titles = textsBetween(grid, 1, headerRow - 1).filter((text) => !ENTRY.test(text) && !EXIT.test(text));
  return {
    sheet: grid.sheet,
    layout: 'entry-exit-scores',
    measure: chosen ?? measureAmong([...titles, grid.sheet, wordsOfFileName(context.fileName)]) ?? 'outcome-star',
    dataset: 'entry-exit-scores',
    says: `One row for each client (${String(rows.length)}) with scores in ${String(domains.length)} domains at entry and at exit.`,
    headerRows: tierRow === null ? [headerRow] : [tierRow, headerRow],
    block: blockAround(rows, scored),
    totalRows: [],
    fingerprint: headings.join(' | '),
    illustrative: saysIllustrative(textsBetween(grid, 1, cells.lastRow)),
    mapping,
    warnings: [],
  };
}

const isScored = (cells: GridCells, row: number, columns: readonly number[]): boolean =>
  columns.some((column) => !isBlank(cells.cell(row, column)));

/** Where the scores stand. */
export interface Domains {
  readonly headerRow: number;
  readonly tierRow: number | null;
  readonly domains: readonly DomainColumns[];
}

/** Domain names under «ENTRY» and «EXIT» (merged or at the left of their block), or «Entry – Safety» in one row. */
export function findDomains(grid: Grid, cells: GridCells): Domains | null {
  for (const { row, cells: across } of grid.rows.slice(0, 20)) {
    const entry = across.findIndex((cell) => ENTRY.test(shownText(cell)));
    const exit = across.findIndex((cell) => EXIT.test(shownText(cell)));
    const below = cells.row(row + 1);
    if (entry >= 0 && exit > entry && below !== undefined) {
      const domains = pairUp(cells, row + 1, entry, exit);
      if (domains.length >= 2) return { headerRow: row + 1, tierRow: row, domains };
    }
    const named = pairByName(across.map((cell) => tidyLabel(shownText(cell))));
    if (named.length >= 2) return { headerRow: row, tierRow: null, domains: named };
  }
  return null;
}

function pairUp(cells: GridCells, row: number, entry: number, exit: number): DomainColumns[] {
  const domains: DomainColumns[] = [];
  for (let column = entry; column < exit; column++) {
    const domain = tidyLabel(cells.text(row, column));
    const twin = exit + column - entry;
    if (domain !== '' && tidyLabel(cells.text(row, twin)).toLowerCase() === domain.toLowerCase()) {
      domains.push({ domain, entry: column, exit: twin });
    }
  }
  return domains;
}

function pairByName(headings: readonly string[]): DomainColumns[] {
  const strip = (heading: string, pattern: RegExp) =>
    pattern.test(heading)
      ? heading
          .replace(pattern, '')
          .replace(/^(?:\s*score)?[\s:–-]*/i, '')
          .toLowerCase()
      : null;
  return headings.flatMap((heading, entry) => {
    const domain = strip(heading, ENTRY);
    if (domain === null || domain === '') return [];
    const exit = headings.findIndex((other) => strip(other, EXIT) === domain);
    return exit < 0 ? [] : [{ domain, entry, exit }];
  });
}

/** Reads each client's scores domain by domain. A score outside 1 to 10 (the Outcomes Star's scale) is refused. */
export function readEntryExit(grid: Grid, plan: SheetPlan): TableReading {
  const mapping = plan.mapping as EntryExitMapping;
  const cells = gridCells(grid);
  const scores: ScoreDraft[] = [];
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  const seen = new Map<string, number>();
  for (const row of mapping.rows) {
    const client = shownText(cells.cell(row, mapping.client));
    const closedOn =
      mapping.closedOn === null
        ? null
        : readClosed(cells.cell(row, mapping.closedOn), cellName(row, mapping.closedOn), refusals);
    const satisfied = mapping.satisfied === null ? null : yesOrNo(shownText(cells.cell(row, mapping.satisfied)));
    const referral = mapping.referral === null ? null : shownText(cells.cell(row, mapping.referral)) || null;
    const twin = seen.get(client);
    if (twin !== undefined) {
      warnings.push({
        check: 'client-twice',
        cells: cellName(row, mapping.client),
        says: `The same client also stands in row ${String(twin)}.`,
      });
    }
    seen.set(client, row);
    for (const { domain, entry, exit } of mapping.domains) {
      const entryScore = readScore(cells, row, entry, refusals);
      const exitScore = readScore(cells, row, exit, refusals);
      if (entryScore === null && exitScore === null) continue;
      const cell = [entryScore === null ? '' : cellName(row, entry), exitScore === null ? '' : cellName(row, exit)];
      scores.push({
        kind: 'score',
        client,
        domain,
        entry: entryScore,
        exit: exitScore,
        closedOn,
        satisfied,
        referral,
        row,
        cell: cell.filter((name) => name !== '').join(', '),
      });
    }
  }
  const read = new Set(mapping.domains.flatMap(({ entry, exit }) => [entry, exit]));
  refuseUnread(plan, cells, read, mapping.rows, refusals);
  const months = scores.flatMap(({ closedOn }) => (closedOn === null ? [] : (monthOfDay(closedOn) ?? []))).toSorted();
  const [from] = months;
  const to = months.at(-1);
  const covers = from === undefined || to === undefined ? null : { from, to };
  return { rowsRead: mapping.rows.length, observations: [], scores, priorityAreas: [], refusals, warnings, covers };
}

function readScore(cells: GridCells, row: number, column: number, refusals: Refusal[]): number | null {
  const content = cells.cell(row, column);
  const found = readValue(content);
  if (found.kind === 'blank') return null;
  if (found.kind === 'number' && !found.percent && found.value >= 1 && found.value <= 10) return found.value;
  const why =
    found.kind === 'refused'
      ? found.why
      : found.kind === 'symbol'
        ? 'a symbol stands where a score should; the score is not known'
        : 'not a score from 1 to 10';
  refusals.push({ cell: cellName(row, column), found: shownText(content), why });
  return null;
}

function readClosed(content: CellValue, cell: string, refusals: Refusal[]): string | null {
  if (isBlank(content)) return null;
  if (content !== null && typeof content === 'object' && content.kind === 'day') return content.day;
  const day = typeof content === 'string' ? readDay(content) : null;
  if (day === null) refusals.push({ cell, found: shownText(content), why: 'not a date such as 30/04/2015' });
  return day?.day ?? null;
}

const yesOrNo = (text: string): boolean | null =>
  /^(?:y|yes|true)$/i.test(text) ? true : /^(?:n|no|false)$/i.test(text) ? false : null;

function refuseUnread(
  plan: SheetPlan,
  cells: GridCells,
  read: ReadonlySet<number>,
  scoredRows: readonly number[],
  refusals: Refusal[],
): void {
  const { block } = plan;
  if (block === null) return;
  for (let row = block.top; row <= block.bottom; row++) {
    for (let column = block.left; column <= block.right; column++) {
      const content = cells.cell(row, column);
      if (isBlank(content) || (read.has(column) && scoredRows.includes(row))) continue;
      const why = read.has(column)
        ? 'no client beside it says whose score this is'
        : 'its heading is the same at entry and exit nowhere, so the score has no pair';
      refusals.push({
        cell: blockName({ top: row, bottom: row, left: column, right: column }),
        found: shownText(content),
        why,
      });
    }
  }
}

/** Of the clients: how many left (with a date or exit scores), and how many of those left with a higher mean score. */
export interface StarSummary {
  readonly clients: number;
  readonly closed: number;
  /** Clients whose mean score over the domains scored both times is higher at exit than at entry. */
  readonly improved: number;
}

/** Sums up entry and exit scores by client. A client without exit scores is counted, but neither closed nor improved. */
export function starSummary(scores: readonly ScoreDraft[]): StarSummary {
  const change = new Map<string, number | null>();
  for (const { client, entry, exit } of scores) {
    const soFar = change.get(client) ?? null;
    change.set(client, entry === null || exit === null ? soFar : (soFar ?? 0) + exit - entry);
  }
  const closed = [...change.values()].filter((sum) => sum !== null);
  return { clients: change.size, closed: closed.length, improved: closed.filter((sum) => sum > 0).length };
}
