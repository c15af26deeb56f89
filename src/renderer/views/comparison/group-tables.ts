import type { GroupArea, GroupView } from '../../../core/performance/group-view.ts';
import type { GroupOverTime } from '../../../core/performance/group-over-time.ts';
import { groupTitle } from '../../../core/picture/group-picture.ts';
import type { TableCell, TableRow, TableValue } from '../../parts/table-value.ts';
import { rangeWords, verdictWords } from '../../words/comparison.ts';
import { numberInWords, signedPercent } from '../../words/numbers.ts';

const EMPTY: TableCell = { text: '' };

const sourceOf = (view: Pick<GroupView, 'source' | 'populationYear'>): string =>
  `Source: ${view.source.replace(/\.$/, '')}.${view.populationYear === null ? '' : ` Residents: ${view.populationYear}.`}`;

/** Everything said under a comparison, once each. */
export const notesOf = (view: GroupView): string[] => [
  ...new Set([...(view.limits === null ? [] : [view.limits.words]), ...view.notes, sourceOf(view)]),
];

/** The compared areas as the bars show them, with both averages under a rule. */
export function groupTable(view: GroupView, explained: boolean): TableValue {
  const { measure, from, to } = view;
  const rateOf = (area: GroupArea): TableCell => {
    const text = numberInWords(area.ratePerThousand, 1);
    return text === '' || !explained
      ? { text }
      : { text, figure: { view: 'comparison', measure, from, to, area: area.name } };
  };
  const average = (head: string, value: number | null, used: boolean, divider: boolean): TableRow => ({
    head: used ? `${head} (the one used)` : head,
    tone: 'strong',
    ...(divider ? { divider: true } : {}),
    cells: [EMPTY, EMPTY, { text: numberInWords(value, 1) }, EMPTY, EMPTY, EMPTY, EMPTY],
  });
  return {
    caption: groupTitle(view),
    rowHead: 'Area',
    columns: [
      { head: 'Crimes' },
      { head: 'Residents' },
      { head: 'Rate', under: 'per 1,000' },
      { head: 'Own limits', under: '95%' },
      { head: 'Rank', under: '1 = lowest' },
      { head: 'Distance', under: 'from average' },
      { head: 'Against limits', text: true },
    ],
    rows: [
      ...view.areas.map((area): TableRow => ({
        head: area.name,
        ...(area.own ? { tone: 'own' as const } : {}),
        cells: [
          { text: numberInWords(area.count) },
          { text: numberInWords(area.population) },
          rateOf(area),
          { text: rangeWords(area.lower95, area.upper95) },
          { text: numberInWords(area.rank) },
          { text: signedPercent(area.distancePercent) },
          { text: verdictWords(area.verdict) },
        ],
      })),
      average('Mean of the rates', view.averageUnweighted, view.average === 'unweighted', true),
      average('All crimes over all residents', view.averagePooled, view.average === 'pooled', false),
    ],
    notes: notesOf(view),
  };
}

/** Two periods of the same areas side by side. */
export function besideTable(view: GroupView, beside: GroupView): TableValue {
  const other = new Map(beside.areas.map((area) => [area.name, area]));
  return {
    caption: `${view.measureName} per 1,000 residents: ${beside.periodInWords} beside ${view.periodInWords}`,
    rowHead: 'Area',
    columns: [beside, view].flatMap((one, at) => [
      { head: `Rate, ${one.periodInWords}`, divider: at === 1 },
      { head: `Rank, ${one.periodInWords}` },
    ]),
    rows: view.areas.map((area) => ({
      head: area.name,
      ...(area.own ? { tone: 'own' as const } : {}),
      cells: [other.get(area.name), area].flatMap((one) => [
        { text: numberInWords(one?.ratePerThousand ?? null, 1) },
        { text: numberInWords(one?.rank ?? null) },
      ]),
    })),
    notes: notesOf(view),
  };
}

/** The own area and its group period by period. */
export function overTimeTable(view: GroupOverTime): TableValue {
  const revised = view.moments.some((moment) => moment.revisedFrom !== null);
  return {
    caption: `${view.measureName}: ${view.area ?? 'own area'} and its group over time`,
    rowHead: 'Period',
    columns: [
      { head: 'Crimes' },
      ...(revised ? [{ head: 'Before revision' }] : []),
      { head: 'Rate', under: 'per 1,000' },
      { head: 'Own limits', under: '95%' },
      { head: 'Average', under: 'of the group' },
      { head: 'Lowest to highest' },
      { head: 'Rank', under: '1 = lowest' },
      { head: 'Of' },
      { head: 'Against limits', text: true },
    ],
    rows: [...view.moments].reverse().map((moment) => ({
      head: moment.words,
      cells: [
        { text: numberInWords(moment.count) },
        ...(revised ? [{ text: numberInWords(moment.revisedFrom) }] : []),
        { text: numberInWords(moment.ratePerThousand, 1), tone: 'own' as const },
        { text: rangeWords(moment.lower95, moment.upper95) },
        { text: numberInWords(moment.average, 1) },
        { text: rangeWords(moment.lowest, moment.highest) },
        { text: numberInWords(moment.rank) },
        { text: numberInWords(moment.of) },
        { text: verdictWords(moment.verdict) },
      ],
    })),
    notes: [...new Set([...(view.limitsWords === null ? [] : [view.limitsWords]), ...view.notes, sourceOf(view)])],
  };
}
