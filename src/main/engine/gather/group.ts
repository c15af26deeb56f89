import { areaKey } from '../../../core/intake/area-names.ts';
import type { Direction } from '../../../core/measure/measure.ts';
import type { GroupLimitsKind } from '../../../core/performance/group-limits.ts';
import type { GroupInForce, GroupView } from '../../../core/performance/group-view.ts';
import { makeGroupOverTime, type GroupOverTime } from '../../../core/performance/group-over-time.ts';
import { notLikeForLike } from '../../../core/performance/like-for-like.ts';
import { GROUP_DEFAULTS, makeGroupView, type AreaHeld } from '../../../core/performance/make-group-view.ts';
import { makeOffenceTable, type OffenceTable } from '../../../core/performance/offence-table.ts';
import type { Origin } from '../../../core/provenance/origin.ts';
import { wholeSum } from '../../../core/performance/running-total.ts';
import { chainOfSpans } from '../../../core/time/chain-of-spans.ts';
import { addMonths, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, periodInDays, periodInWords, yearBefore, type Period } from '../../../core/time/period.ts';
import {
  areasOfKind,
  figuresOfSpan,
  originsOfCells,
  residentsNear,
  spansHeld,
  type AreaFigures,
  type CellHeld,
  type ComparedKind,
  type ResidentsHeld,
  type SpanFigures,
  type SpanHeld,
} from '../store/area-figures.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { groupInForce, type AreaGroup } from '../store/groups.ts';
import { listMeasures, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';

/** What may be chosen about a comparison; what is absent is as iQuanta's picture has it. */
export interface GroupChoice {
  /** Name of a group; absent: every area held. */
  readonly group?: string | undefined;
  readonly kind?: ComparedKind | undefined;
  /** The area to be marked as own where no group says: a force, say. */
  readonly own?: string | undefined;
  readonly limits?: GroupLimitsKind | undefined;
  readonly k?: number | undefined;
  /** In percent: 95 or 99.8. */
  readonly confidence?: number | undefined;
  readonly average?: 'unweighted' | 'pooled' | undefined;
}

const spanPeriod = (span: { from: string; to: string }): Period => ({ from: span.from as Month, to: span.to as Month });

/** A measure's words where the catalogue does not know it: `violence-with-injury` as «Violence with injury». */
export function namesOf(db: ReadStore): (id: string) => { name: string; direction: Direction } {
  const measures = new Map(listMeasures(db).map((measure) => [measure.id, measure]));
  return (id) => {
    const known = measures.get(id);
    if (known !== undefined) return { name: known.shortName, direction: known.direction };
    const words = id.replaceAll('-', ' ').replaceAll('/', ': ');
    return { name: words.slice(0, 1).toUpperCase() + words.slice(1), direction: 'monitor' };
  };
}

/** Everything one question needs of the store, read once. */
interface Reading {
  readonly db: ReadStore;
  readonly kind: ComparedKind;
  readonly spans: readonly SpanHeld[];
  readonly choice: GroupChoice;
  readonly figures: Map<string, SpanFigures>;
  readonly residents: Map<string, ReadonlyMap<string, ResidentsHeld>>;
  readonly one: string | null;
  readonly named: ReturnType<typeof namesOf>;
  readonly cityNames: ReadonlySet<string>;
  readonly groups: Map<string, AreaGroup | null>;
}

function startReading(db: ReadStore, choice: GroupChoice, measure: string | null): Reading {
  const kind = choice.kind ?? kindOfGroup(db, choice.group) ?? 'partnership';
  const spans = spansHeld(db, kind, measure);
  return {
    db,
    kind,
    spans,
    choice,
    figures: new Map(),
    residents: new Map(),
    one: measure,
    named: namesOf(db),
    cityNames: cityNames(db),
    groups: new Map(),
  };
}

function kindOfGroup(db: ReadStore, name: string | undefined): ComparedKind | null {
  if (name === undefined) return null;
  const group = groupInForce(db, name, '2999-12') ?? groupInForce(db, name, '1900-01');
  return group?.kind === 'force' ? 'force' : 'partnership';
}

function figuresAt(reading: Reading, span: Period): SpanFigures {
  const key = `${span.from} ${span.to}`;
  let found = reading.figures.get(key);
  if (found === undefined) {
    found = figuresOfSpan(reading.db, reading.kind, span, reading.one);
    reading.figures.set(key, found);
  }
  return found;
}

function residentsAt(reading: Reading, month: string): ReadonlyMap<string, ResidentsHeld> {
  let found = reading.residents.get(month);
  if (found === undefined) reading.residents.set(month, (found = residentsNear(reading.db, reading.kind, month)));
  return found;
}

/** The cells an area of a comparison was read from: its counts and rates, and its residents. */
export interface AreaCells {
  readonly figures: readonly Origin[];
  readonly residents: readonly Origin[];
}

/** One comparison with the cells behind each of its areas, by name. */
export interface GroupGathered {
  readonly view: GroupView;
  readonly cells: ReadonlyMap<string, AreaCells>;
}

/** One comparison. Throws {@link FigureRefusal} when the span is not held and cannot be added up from what is. */
export const gatherGroup = (db: ReadStore, measure: string, period: Period, choice: GroupChoice): GroupView =>
  heldOrRefused(startReading(db, choice, measure), measure, period).view;

/** One comparison with where each area's numbers came from; refuses as {@link gatherGroup} does. */
export function gatherGroupWithCells(
  db: ReadStore,
  measure: string,
  period: Period,
  choice: GroupChoice,
): GroupGathered {
  const reading = startReading(db, choice, measure);
  const { view, rated } = heldOrRefused(reading, measure, period);
  const cells = rated.map((area): [string, AreaCells] => [
    area.name,
    { figures: area.from, residents: area.residentsAt === null ? [] : originsOfCells(db, [area.residentsAt]) },
  ]);
  return { view, cells: new Map(cells) };
}

function heldOrRefused(reading: Reading, measure: string, period: Period): Made {
  const made = makeOf(reading, measure, period, true);
  if (made !== null) return made;
  const held = reading.spans.map((span) => periodInWords(spanPeriod(span)));
  const known = held.length === 0 ? 'None is held yet.' : `Held: ${held.slice(-8).join('; ')}.`;
  throw new FigureRefusal(`No comparison of «${measure}» is held for ${periodInDays(period)}. ${known}`);
}

const viewOf = (reading: Reading, measure: string, period: Period): GroupView | null =>
  makeOf(reading, measure, period, false)?.view ?? null;

/** A comparison, and the areas it was made of. */
interface Made {
  readonly view: GroupView;
  readonly rated: readonly AreaRated[];
}

function makeOf(reading: Reading, measure: string, period: Period, withFunnel: boolean): Made | null {
  const { choice } = reading;
  const held = reading.spans.filter((span) => span.measure === measure).map(spanPeriod);
  const chain = chainOfSpans(period, held);
  if (chain === null || chain.length === 0) return null;
  const parts = chain.map((span) => figuresAt(reading, span));
  const areas = addUp(parts.map((part) => part.byMeasure.get(measure) ?? []));
  const group = groupAt(reading, period.to);
  const notes: string[] = [];
  if (chain.length > 1) {
    notes.push(`Added up from ${String(chain.length)} spans: ${chain.map(periodInWords).join('; ')}.`);
  }
  if (choice.group !== undefined && group === null) {
    notes.push(`The group «${choice.group}» was not in force in ${periodInWords({ from: period.to, to: period.to })}.`);
  }
  const members = membersOf(reading, areas, group, notes);
  const { rated, populationYear } = withResidents(reading, members, period, notes);
  const [first] = parts;
  const { name, direction } = reading.named(measure);
  const files = [...new Set(parts.flatMap((part) => part.files))];
  const view = makeGroupView({
    measure,
    measureName: name,
    direction,
    period,
    group: group === null ? null : inForce(group),
    areas: rated,
    options: {
      limits: choice.limits ?? GROUP_DEFAULTS.limits,
      k: choice.k ?? GROUP_DEFAULTS.k,
      confidence: (choice.confidence ?? 95) / 100,
      average: choice.average ?? GROUP_DEFAULTS.average,
    },
    source: files.join(', '),
    provisional: parts.some((part) => part.provisional),
    illustrative: first !== undefined && parts.some((part) => part.illustrative),
    populationYear,
    notes,
    withFunnel,
  });
  return { view, rated };
}

/** The group asked for as it was in a month. */
function groupAt({ db, choice, groups }: Reading, month: string): AreaGroup | null {
  if (choice.group === undefined) return null;
  let found = groups.get(month);
  if (found === undefined) groups.set(month, (found = groupInForce(db, choice.group, month)));
  return found;
}

const inForce = (group: AreaGroup): GroupInForce => ({
  name: group.name,
  kind: group.kind,
  validFrom: group.validFrom,
  validTo: group.validTo,
  source: group.source,
  members: group.members.length,
  example: group.example,
});

/** Counts of the same area over several spans, added; a rate is kept only for a span by itself. */
function addUp(parts: readonly (readonly AreaFigures[])[]): AreaFigures[] {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return [...only];
  const byKey = new Map<string, AreaFigures[]>();
  for (const area of parts.flat()) {
    const held = byKey.get(area.key);
    if (held === undefined) byKey.set(area.key, [area]);
    else held.push(area);
  }
  return [...byKey.values()].flatMap((held) => {
    const last = held.at(-1);
    if (last === undefined) return [];
    const count = held.length < parts.length ? null : wholeSum(held.map((area) => area.count));
    return [{ ...last, count, printedRate: null, from: held.flatMap((area) => area.from) }];
  });
}

/** Every name the own city goes under, as area keys. */
const cityNames = (db: ReadStore): ReadonlySet<string> =>
  new Set(
    db
      .prepare<[number], { key: string }>('SELECT alias_key AS key FROM area_alias WHERE area_id = ?')
      .all(partnership(db).cityId)
      .map(({ key }) => key),
  );

/** The areas of a group, or all of them; the own one marked. Members that are not held are named in a note. */
function membersOf(
  { choice, cityNames: names }: Reading,
  areas: readonly AreaFigures[],
  group: AreaGroup | null,
  notes: string[],
): (AreaFigures & { own: boolean })[] {
  const isNamed = (area: AreaFigures, keys: ReadonlySet<string>) =>
    keys.has(area.key) || (area.city && [...names].some((key) => keys.has(key)));
  const ownName = choice.own ?? group?.ownArea;
  const ownKeys = new Set(ownName === undefined ? [] : [areaKey(ownName)]);
  const isOwn = (area: AreaFigures) => (ownName === undefined ? area.city : isNamed(area, ownKeys));
  if (group === null) return areas.map((area) => ({ ...area, own: isOwn(area) }));
  const keys = new Set([...group.members, group.ownArea].map(areaKey));
  const found = areas.filter((area) => isNamed(area, keys));
  const missing = group.members.filter(
    (name) => !found.some((area) => area.key === areaKey(name) || (area.city && names.has(areaKey(name)))),
  );
  if (missing.length > 0) notes.push(`Of the group, not held for this period: ${missing.join(', ')}.`);
  if (group.example) notes.push(`${group.name}: ${group.source}`);
  return found.map((area) => ({ ...area, own: isOwn(area) }));
}

/** An area with its residents, and where these stand when they are not of the comparison itself. */
interface AreaRated extends AreaHeld {
  readonly from: readonly Origin[];
  readonly residentsAt: CellHeld | null;
}

/** Residents from the comparison itself, else the nearest mid-year held; a year that is not the period's is said. */
function withResidents(
  reading: Reading,
  areas: readonly (AreaFigures & { own: boolean })[],
  period: Period,
  notes: string[],
): { rated: AreaRated[]; populationYear: string | null } {
  const lacking = areas.some((area) => area.population === null);
  if (!lacking) return { rated: areas.map((area) => ({ ...area, residentsAt: null })), populationYear: null };
  const residents = residentsAt(reading, period.to);
  const years = new Set<number>();
  const rated = areas.map((area): AreaRated => {
    const held = area.population === null ? residents.get(area.key) : undefined;
    if (held !== undefined) years.add(held.year);
    return { ...area, population: area.population ?? held?.residents ?? null, residentsAt: held?.at ?? null };
  });
  const [latest] = [...years].sort((a, b) => b - a);
  if (latest === undefined) return { rated, populationYear: null };
  const populationYear = [...years]
    .sort((a, b) => a - b)
    .map((year) => `mid-${String(year)}`)
    .join(', ');
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  if (latest < first || latest > last) {
    notes.push(`Residents are of ${populationYear}, which is not the year of the figures: rates are a little off.`);
  }
  return { rated, populationYear };
}

/** Every offence group held for a span, as one table. */
export function gatherOffences(db: ReadStore, period: Period, choice: GroupChoice): OffenceTable {
  const reading = startReading(db, choice, null);
  const measures = [...new Set(reading.spans.map((span) => span.measure))];
  const views = measures.flatMap((measure) => viewOf(reading, measure, period) ?? []);
  const lastYears = views.map((view) => {
    const before = viewOf(reading, view.measure, yearBefore(period));
    return before?.areas.find((area) => area.own)?.count ?? null;
  });
  const table = makeOffenceTable(views, lastYears);
  if (table === null) {
    const held = [...new Set(reading.spans.map((span) => periodInWords(spanPeriod(span))))];
    const known = held.length === 0 ? 'None is held yet.' : `Held: ${held.slice(-8).join('; ')}.`;
    throw new FigureRefusal(`No comparison is held for ${periodInDays(period)}. ${known}`);
  }
  return table;
}

/**
 * Rank and rate over time: spans of one length, each as long as `months` and `every` months after the one before; both
 * absent: the spans held, of the length held most often.
 */
export function gatherOverTime(
  db: ReadStore,
  measure: string,
  choice: GroupChoice,
  asked: { readonly months?: number | undefined; readonly every?: number | undefined },
): GroupOverTime {
  const reading = startReading(db, choice, measure);
  const held = reading.spans.map(spanPeriod);
  const months = asked.months ?? commonLength(held);
  const every = asked.every;
  const spans =
    months === null
      ? []
      : every === undefined && asked.months === undefined
        ? held.filter((span) => lengthInMonths(span) === months)
        : rolling(held, months, every ?? months);
  const views = spans.flatMap((span) => viewOf(reading, measure, span) ?? []);
  const over = makeGroupOverTime(views, (view) => {
    const own = view.areas.find((area) => area.own)?.name;
    const figures = figuresAt(reading, spanPeriod(view)).byMeasure.get(measure) ?? [];
    const found = figures.find((area) => area.name === own);
    return found?.revisedFrom == null || found.revisedIn === null
      ? null
      : { from: found.revisedFrom, file: found.revisedIn };
  });
  if (over === null) throw new FigureRefusal(`No comparison of «${measure}» is held yet.`);
  return over;
}

function commonLength(held: readonly Period[]): number | null {
  const times = new Map<number, number>();
  for (const span of held) times.set(lengthInMonths(span), (times.get(lengthInMonths(span)) ?? 0) + 1);
  const [most] = [...times].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? null;
}

/** Spans of one length ending where a held span ends, so many months apart. */
function rolling(held: readonly Period[], months: number, every: number): Period[] {
  const ends = [...new Set(held.map((span) => span.to))].sort();
  const last = ends.at(-1);
  if (last === undefined) return [];
  return ends
    .filter((end) => lengthInMonths({ from: end, to: last }) % every === 1 % every)
    .map((end) => ({ from: addMonths(end, 1 - months), to: end }));
}

/** Why two spans held are not like for like; null when they are. */
export const likeForLike = (earlier: Period, later: Period): string | null =>
  earlier.to <= later.to ? notLikeForLike(earlier, later) : notLikeForLike(later, earlier);

/** The words of measures that are compared, and the names of areas of a kind. */
export function comparedNames(db: ReadStore, kind: ComparedKind): { nameOf: (id: string) => string; areas: string[] } {
  const named = namesOf(db);
  return { nameOf: (id) => named(id).name, areas: areasOfKind(db, kind) };
}
