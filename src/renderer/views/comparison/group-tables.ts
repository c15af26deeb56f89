import type { GroupView } from '../../../core/performance/group-view.ts';
import type { GroupOverTime } from '../../../core/performance/group-over-time.ts';
import { crossesChange } from '../../../core/performance/like-for-like.ts';
import { groupTitle } from '../../../core/picture/group-picture.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { rangeWords, verdictWords } from '../../words/comparison.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import type { Asked } from './choice.ts';

const EMPTY: TableCell = { text: '' };

const sourceOf = (view: Pick<GroupView, 'source' | 'populationYear'>): string =>
  COMPARISON_ROOM.source(
    view.source.replace(/\.$/, ''),
    view.populationYear === null ? '' : COMPARISON_ROOM.residents(view.populationYear),
  );

/** Everything said under a comparison, once each; that it crosses a membership change is said above it. */
export const notesOf = (view: GroupView): string[] =>
  [...new Set([...(view.limits === null ? [] : [view.limits.words]), ...view.notes, sourceOf(view)])].filter(
    (note) => note !== crossesChange(view.group, view.from, view.to),
  );

/** A cell that can be asked where it comes from; an empty one cannot. */
const explained = (text: string, figure: TableCell['figure']): TableCell =>
  text === '' || figure === undefined ? { text } : { text, figure };

/** The compared areas as the bars show them, with both averages under a rule. Each figure leads to its cells. */
export function groupTable(view: GroupView, asked: Asked): TableValue {
  const about = { view: 'group', measure: view.measure, from: view.from, to: view.to, ...asked } as const;
  const average = (head: string, kind: 'unweighted' | 'pooled', divider: boolean): TableRow => {
    const value = kind === 'pooled' ? view.averagePooled : view.averageUnweighted;
    const rate = explained(numberInWords(value, 1), { ...about, figure: `average-${kind}` });
    return {
      head: view.average === kind ? COMPARISON_ROOM.theOneUsed(head) : head,
      tone: 'strong',
      ...(divider ? { divider: true } : {}),
      cells: [EMPTY, EMPTY, rate, EMPTY, EMPTY, EMPTY, EMPTY],
    };
  };
  return {
    caption: groupTitle(view),
    rowHead: COMPARISON_ROOM.area,
    columns: [
      { head: COMPARISON_ROOM.crimes },
      { head: COMPARISON_ROOM.residentsWord },
      { head: COMPARISON_ROOM.rate, under: COMPARISON_ROOM.per1000 },
      { head: COMPARISON_ROOM.ownLimits, under: '95%' },
      { head: COMPARISON_ROOM.rank, under: COMPARISON_ROOM.n1Lowest },
      { head: COMPARISON_ROOM.distance, under: COMPARISON_ROOM.fromAverage },
      { head: COMPARISON_ROOM.againstLimits, text: true },
    ],
    rows: [
      ...view.areas.map((area): TableRow => ({
        head: area.name,
        ...(area.own ? { tone: 'own' as const } : {}),
        cells: [
          explained(numberInWords(area.count), { ...about, figure: 'count', area: area.name }),
          explained(numberInWords(area.population), { ...about, figure: 'residents', area: area.name }),
          explained(numberInWords(area.ratePerThousand, 1), { ...about, figure: 'rate', area: area.name }),
          { text: rangeWords(area.lower95, area.upper95) },
          { text: numberInWords(area.rank) },
          { text: signedPercent(area.distancePercent) },
          { text: verdictWords(area.verdict) },
        ],
      })),
      average(COMPARISON_ROOM.meanOfTheRates, 'unweighted', true),
      average(COMPARISON_ROOM.allCrimesOverAll, 'pooled', false),
    ],
    notes: notesOf(view),
  };
}

/** Two periods of the same areas side by side. */
export function besideTable(view: GroupView, beside: GroupView): TableValue {
  const [then, now] = [beside, view].map((one) => new Map(one.areas.map((area) => [area.name, area])));
  // Areas of either period that have a rate in one of them; the own area always.
  const names = [...new Set([...view.areas, ...beside.areas].map(({ name }) => name))].filter((name) =>
    [then?.get(name), now?.get(name)].some((area) => area?.own === true || area?.ratePerThousand != null),
  );
  return {
    caption: COMPARISON_ROOM.per1000Residents(view.measureName, beside.periodInWords, view.periodInWords),
    rowHead: COMPARISON_ROOM.area,
    columns: [beside, view].flatMap((one, at) => [
      { head: COMPARISON_ROOM.rate, under: one.periodInWords, divider: at === 1 },
      { head: COMPARISON_ROOM.rank, under: one.periodInWords },
    ]),
    rows: names.map((name) => ({
      head: name,
      ...([then?.get(name), now?.get(name)].some((area) => area?.own === true) ? { tone: 'own' as const } : {}),
      cells: [then?.get(name), now?.get(name)].flatMap((one) => [
        { text: numberInWords(one?.ratePerThousand ?? null, 1) },
        { text: numberInWords(one?.rank ?? null) },
      ]),
    })),
    notes: notesOf(view),
  };
}

/** The own area and its group period by period. */
export function overTimeTable(view: GroupOverTime, asked: Asked): TableValue {
  const revised = view.moments.some((moment) => moment.revisedFrom !== null);
  return {
    caption: COMPARISON_ROOM.andItsGroupOver(view.measureName, view.area ?? COMPARISON_ROOM.ownArea),
    rowHead: COMPARISON_ROOM.period,
    columns: [
      { head: COMPARISON_ROOM.crimes },
      ...(revised ? [{ head: COMPARISON_ROOM.beforeRevision }] : []),
      { head: COMPARISON_ROOM.rate, under: COMPARISON_ROOM.per1000 },
      { head: COMPARISON_ROOM.ownLimits, under: '95%' },
      { head: COMPARISON_ROOM.average, under: COMPARISON_ROOM.ofTheGroup },
      { head: COMPARISON_ROOM.lowestToHighest },
      { head: COMPARISON_ROOM.rank, under: COMPARISON_ROOM.n1Lowest },
      { head: COMPARISON_ROOM.of },
      { head: COMPARISON_ROOM.againstLimits, text: true },
    ],
    rows: [...view.moments].reverse().map((moment) => {
      const about = { view: 'group', measure: view.measure, from: moment.from, to: moment.to, ...asked } as const;
      const own = view.area === null ? undefined : view.area;
      const ofOwn = (text: string, figure: 'count' | 'rate'): TableCell =>
        own === undefined ? { text } : explained(text, { ...about, figure, area: own });
      return {
        head: moment.words,
        cells: [
          ofOwn(numberInWords(moment.count), 'count'),
          ...(revised ? [{ text: numberInWords(moment.revisedFrom) }] : []),
          { ...ofOwn(numberInWords(moment.ratePerThousand, 1), 'rate'), tone: 'own' as const },
          { text: rangeWords(moment.lower95, moment.upper95) },
          explained(numberInWords(moment.average, 1), { ...about, figure: `average-${asked.average ?? 'unweighted'}` }),
          { text: rangeWords(moment.lowest, moment.highest) },
          { text: numberInWords(moment.rank) },
          { text: numberInWords(moment.of) },
          { text: verdictWords(moment.verdict) },
        ],
      };
    }),
    notes: [...new Set([...(view.limitsWords === null ? [] : [view.limitsWords]), ...view.notes, sourceOf(view)])],
  };
}
