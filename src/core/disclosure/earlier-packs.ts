import { financialYearOf } from '../time/financial-year.ts';
import { longPeriod, readPeriodId } from '../time/period-in-words.ts';
import type { GapView } from '../performance/gap-view.ts';
import { countsBehind, type CountCell, type DisclosureTable, type SumRelation } from './disclosure-table.ts';
import { alreadyPublic, withEarlierFigures, withRemainder, type EarlierFigure } from './earlier-release.ts';
import { neighbourhoodCellId as id } from './from-neighbourhoods.ts';
import { shareCellId } from './from-share.ts';
import type { ShareView } from '../performance/share-view.ts';
import type { Month } from '../time/month.ts';
import { figureKey, monthReached, type KeyedFigure } from './keyed-figures.ts';
import { isSmall, type SmallNumberRule } from './rule.ts';
import type { Suppressed, SuppressedCell } from './suppressed.ts';

/** What a pack did with one figure: as it was held then, and as it was printed; null: withheld. */
export interface PrintedFigure {
  readonly held: number;
  readonly printed: number | null;
}

/** What a pack handed over before printed and withheld, by {@link figureKey}. */
export interface EarlierPack {
  readonly packId: number;
  readonly figures: ReadonlyMap<string, PrintedFigure>;
}

/** The figures of a pack as they were held and as they were printed, to be remembered for the packs after it. */
export function rememberFigures(
  held: readonly KeyedFigure[],
  printed: readonly KeyedFigure[],
): Map<string, PrintedFigure> {
  const shown = new Map(printed.map(({ key, value }) => [key, value]));
  return new Map(
    held.flatMap(({ key, value }): [string, PrintedFigure][] =>
      value === null ? [] : [[key, { held: value, printed: shown.get(key) ?? null }]],
    ),
  );
}

/** Whether an earlier pack printed another value for a figure: it has been revised since. */
export const isRevised = (packs: readonly EarlierPack[], key: string, value: number): boolean =>
  packs.some(({ figures }) => {
    const then = figures.get(key);
    return then !== undefined && then.printed !== null && then.held !== value;
  });

/** Cells that an earlier pack printed with the figure of today: whoever has that pack knows them. */
export function printedBefore(packs: readonly EarlierPack[], keyed: readonly KeyedFigure[]): Set<string> {
  return new Set(
    keyed
      .filter(({ key, value }) => value !== null && packs.some(({ figures }) => figures.get(key)?.printed === value))
      .map(({ cell }) => cell),
  );
}

/** A table together with what readers of earlier packs know of its own figures. */
export const withEarlierPacks = (
  table: DisclosureTable,
  keyed: readonly KeyedFigure[],
  packs: readonly EarlierPack[],
): DisclosureTable => (packs.length === 0 ? table : alreadyPublic(table, printedBefore(packs, keyed)));

/**
 * Small counts that an earlier pack printed are not printed again, although whoever has that pack knows them: they and
 * what is worked out from them go, and nothing else is left out on their account.
 */
export function hideAgain(table: DisclosureTable, suppressed: Suppressed, rule: SmallNumberRule): Suppressed {
  const small = table.counts.filter(
    ({ standing, value }) => standing === 'public' && value !== null && isSmall(value, rule),
  );
  if (small.length === 0) return suppressed;
  const ids = new Set(small.map((cell) => cell.id));
  const hide = (id: string, outcome: SuppressedCell['outcome'], reason: string): [string, SuppressedCell][] => {
    const cell = suppressed.cells.get(id);
    return cell === undefined ? [] : [[id, { ...cell, outcome, value: null, symbol: rule.symbol, reason }]];
  };
  return {
    ...suppressed,
    cells: new Map([
      ...suppressed.cells,
      ...small.flatMap(({ id: cell }) =>
        hide(cell, 'small', 'A small number. An earlier pack printed it, so nothing else is left out for it.'),
      ),
      ...table.derived
        .filter((cell) => cell.value !== null && countsBehind(cell).some((one) => ids.has(one)))
        .flatMap((cell) => hide(cell.id, 'follows', 'Hidden with its counts: it would give the number back.')),
    ]),
    notes: [
      ...suppressed.notes,
      ...small.map(({ label }) => `${label}: an earlier pack printed this small number, so its readers know it.`),
    ],
  };
}

/**
 * A share together with what earlier packs of its year printed to date: the difference is n of N of the months between,
 * with those left over, and no pack prints it.
 */
export function withEarlierShares(
  table: DisclosureTable,
  view: ShareView,
  asAt: Month,
  packs: readonly EarlierPack[],
): DisclosureTable {
  if (view.dataTo === null || view.toDate.part === null || view.toDate.whole === null) return table;
  const [part, whole] = [shareCellId.part(0), shareCellId.whole(0)];
  const now = monthReached(view.dataTo, asAt);
  const begins = figureKey(view.measure, 'whole', `${view.year} to `);
  const months = new Set(
    packs.flatMap(({ figures }) =>
      [...figures.keys()].filter((key) => key.startsWith(begins)).map((key) => key.slice(-7)),
    ),
  );
  months.delete(now);
  return [...months].reduce((sum, month): DisclosureTable => {
    const thenOf = (what: string): PrintedFigure | undefined =>
      packs
        .findLast(({ figures }) => figures.has(figureKey(view.measure, what, `${view.year} to ${month}`)))
        ?.figures.get(figureKey(view.measure, what, `${view.year} to ${month}`));
    const then = [thenOf('part'), thenOf('whole')] as const;
    if (then[0] === undefined || then[1] === undefined) return sum;
    const parts = [
      { cell: part, held: view.toDate.part ?? 0, then: then[0], words: view.partWords },
      { cell: whole, held: view.toDate.whole ?? 0, then: then[1], words: view.wholeWords },
    ];
    const laterThen = month > now;
    if (parts.some((one) => (laterThen ? one.then.held - one.held : one.held - one.then.held) < 0)) return sum;
    const joined = withEarlierFigures(
      sum,
      parts.map((one) => ({
        id: earlierId(one.cell, month),
        label: `${one.words} to ${longPeriod(month)}, in an earlier pack`,
        value: one.then.held,
        beside: one.cell,
        wider: laterThen ? 'earlier' : 'now',
        between: `${one.words}, between ${longPeriod(month)} and ${longPeriod(now)}`,
        withheld: one.then.printed === null,
      })),
    );
    const between = (cell: string): string => `${earlierId(cell, month)}-between`;
    const others = (a: string, b: string, label: string, on: DisclosureTable) => withRemainder(on, a, b, label);
    return others(
      between(whole),
      between(part),
      `the others, between ${longPeriod(month)} and ${longPeriod(now)}`,
      others(earlierId(whole, month), earlierId(part, month), `the others to ${longPeriod(month)}`, joined),
    );
  }, table);
}

interface ThenFigure extends PrintedFigure {
  readonly period: string;
}

/** What earlier packs said of one cell of the gap's neighbourhoods for other months of the same year, nearest first. */
function otherMonths(packs: readonly EarlierPack[], view: GapView, cell: string): ThenFigure[] {
  const months = view.periods.map(({ period }) => period).filter((period) => period !== view.dataTo);
  const now = view.periods.findIndex(({ period }) => period === view.dataTo);
  const distance = (period: string): number => Math.abs(view.periods.findIndex((one) => one.period === period) - now);
  return months
    .flatMap((period): ThenFigure[] => {
      const key = figureKey('gap', cell, period);
      const pack = packs.findLast(({ figures }) => figures.has(key));
      const then = pack?.figures.get(key);
      return then === undefined ? [] : [{ period, ...then }];
    })
    .sort((a, b) => distance(a.period) - distance(b.period));
}

const earlierId = (cell: string, period: string): string => `${cell} to ${period}`;

/**
 * The neighbourhoods together with what earlier packs of the year printed and withheld of them for other months: the
 * difference of two running totals is a count of the months between, which no pack prints and every reader can work
 * out; and a count withheld then must not come back by what is printed now.
 */
export function withEarlierNeighbourhoods(
  table: DisclosureTable,
  view: GapView,
  packs: readonly EarlierPack[],
): DisclosureTable {
  const to = view.dataTo === null ? null : readPeriodId(view.dataTo)?.to;
  if (packs.length === 0 || to == null || (financialYearOf(to) as string) !== view.year) return table;
  const values = new Map(table.counts.map((cell) => [cell.id, cell]));
  const nearest = new Map<string, ThenFigure>();
  const earlier: EarlierFigure[] = [];
  for (const cell of [...view.neighbourhoods.map(({ name }) => id.count(name)), id.city, id.priority]) {
    const now = values.get(cell);
    const found = otherMonths(packs, view, cell);
    const [first] = found;
    if (now?.value == null || first === undefined) continue;
    nearest.set(cell, first);
    // What was withheld in the nearest pack may have been printed in one before it.
    const known = first.printed === null ? found.find(({ printed, held }) => printed === held) : undefined;
    for (const then of known === undefined ? [first] : [first, known]) {
      const laterThen = then.period > (view.dataTo ?? '');
      const between = laterThen ? then.held - now.value : now.value - then.held;
      // Revised since: the difference is no count of the months between. What was rounded then is taken to be known to
      // the unit: readers of the rounded figure know less, and what is kept from the others is kept from them.
      if (between < 0) continue;
      earlier.push({
        id: earlierId(cell, then.period),
        label: `${now.label} to ${longPeriod(then.period)}, in an earlier pack`,
        value: then.held,
        beside: cell,
        wider: laterThen ? 'earlier' : 'now',
        between: `${now.label}, between ${longPeriod(then.period)} and ${longPeriod(view.dataTo ?? '')}`,
        withheld: then.printed === null,
      });
    }
  }
  const joined = withEarlierFigures(table, earlier);
  return { ...joined, relations: [...joined.relations, ...sumsThen(view, nearest, joined.counts)] };
}

/** How the neighbourhoods of the nearest earlier pack added up, where all of them are of one month. */
function sumsThen(
  view: GapView,
  nearest: ReadonlyMap<string, ThenFigure>,
  counts: readonly CountCell[],
): SumRelation[] {
  const there = new Set(counts.map((cell) => cell.id));
  return [false, true].flatMap((priority): SumRelation[] => {
    const total = priority ? id.priority : id.city;
    const month = nearest.get(total)?.period;
    const cells = view.neighbourhoods.filter((one) => !priority || one.priority).map((one) => id.count(one.name));
    if (month === undefined || cells.length === 0) return [];
    const parts = cells.map((cell) => earlierId(cell, month));
    const whole = earlierId(total, month);
    if (!there.has(whole) || !parts.every((part) => there.has(part))) return [];
    return [{ total: whole, parts, says: `the neighbourhoods made their total in the pack to ${longPeriod(month)}` }];
  });
}
