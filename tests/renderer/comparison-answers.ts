import { makeChangeView } from '../../src/core/performance/change-view.ts';
import type { GroupInForce } from '../../src/core/performance/group-view.ts';
import { makeGroupOverTime } from '../../src/core/performance/group-over-time.ts';
import { makeGroupView } from '../../src/core/performance/make-group-view.ts';
import { makeOffenceTable } from '../../src/core/performance/offence-table.ts';
import { makeSeasonView } from '../../src/core/performance/season-view.ts';
import { makeSpcView } from '../../src/core/performance/spc-view.ts';
import { makeYearEndView } from '../../src/core/performance/year-end-view.ts';
import { ruleSets, ruleSetNamed } from '../../src/core/statistics/spc-rules.ts';
import { readFinancialYearId } from '../../src/core/time/financial-year.ts';
import { addMonths, type Month } from '../../src/core/time/month.ts';
import { yearBefore, type Period } from '../../src/core/time/period.ts';
import type { Input, Output } from '../../src/preload/contract.ts';
import { july } from './july-answers.ts';

/* What the engine answers about groups and change, worked out by the same domain code from figures of July 2015. */

const span = (from: string, to: string): Period => ({ from: from as Month, to: to as Month });

/** Areas with a count of two quarters: our own of the report, four made up beside it. */
const AREAS: readonly { name: string; population: number; earlier: number; later: number }[] = [
  { name: 'Plymouth', population: 261_546, earlier: 4659, later: 4799 },
  { name: 'Area A', population: 187_430, earlier: 3600, later: 3761 },
  { name: 'Area D', population: 152_870, earlier: 3190, later: 3322 },
  { name: 'Area L', population: 146_220, earlier: 2360, later: 2318 },
  { name: 'Area N', population: 198_760, earlier: 3310, later: 3291 },
];

export const ourGroup: Output<'group.list'>[number] = {
  groupId: 7,
  name: 'Our family',
  kind: 'partnership',
  ownArea: 'Plymouth',
  validFrom: '2014-10',
  validTo: null,
  source: 'Letter of October 2014',
  example: false,
  members: AREAS.map(({ name }) => name),
  importId: null,
};
export const exampleGroup: Output<'group.list'>[number] = {
  ...ourGroup,
  groupId: null,
  importId: 12,
  name: 'Example group (not the Home Office’s)',
  validFrom: '2015-05',
  source: 'Chosen by the makers of this workbench',
  example: true,
};

const inForce = (name: string | undefined): GroupInForce | null => {
  const group = [ourGroup, exampleGroup].find((one) => one.name === name);
  return group === undefined ? null : { ...group, members: group.members.length };
};

type GroupAsked = Pick<
  Input<'group.show'>,
  'measure' | 'from' | 'to' | 'group' | 'limits' | 'k' | 'confidence' | 'average'
>;

const SHARES: Readonly<Record<string, number>> = { 'all-crime': 1, violence: 0.4, homicide: 0.0005 };
const NAMES: Readonly<Record<string, string>> = {
  'all-crime': 'All crime',
  violence: 'Violence',
  homicide: 'Homicide',
};

export const groupView = (asked: GroupAsked, residents = true) =>
  makeGroupView({
    measure: asked.measure,
    measureName: NAMES[asked.measure] ?? asked.measure,
    direction: 'less-is-better',
    period: span(asked.from, asked.to),
    group: inForce(asked.group),
    areas: AREAS.map(({ name, population, earlier, later }) => {
      const share = (SHARES[asked.measure] ?? 1) * (asked.measure === 'violence' && name === 'Plymouth' ? 1.5 : 1);
      return {
        name,
        own: name === 'Plymouth',
        count: Math.round((asked.to === '2015-03' ? earlier : later) * share),
        population: residents || name === 'Plymouth' ? population : null,
        printedRate: null,
      };
    }),
    options: {
      limits: asked.limits ?? 'spread',
      k: asked.k ?? 1,
      confidence: (asked.confidence ?? 95) / 100,
      average: asked.average ?? 'unweighted',
    },
    source: 'MSG all crime.xlsx',
    provisional: true,
    illustrative: true,
    populationYear: 'mid-2014',
    notes: [],
  });

const spans = [
  { from: '2015-01', to: '2015-03', words: 'January to March 2015', areas: 5 },
  { from: '2015-04', to: '2015-06', words: 'April to June 2015', areas: 5 },
];

const ASB = [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831, 864, 894, 769];
const asbMonths = ASB.map((_, at) => addMonths('2014-04' as Month, at));
const asbMeasure = {
  id: 'asb',
  name: 'Anti-social behaviour',
  unit: 'incidents',
  direction: 'less-is-better',
} as const;

export const setting: Output<'spc.setting'> = {
  measure: 'asb',
  rules: 'mdc-7',
  baseline: null,
  steps: [{ month: '2014-10', reason: 'New recording rule' }],
  smallestBase: 10,
  savedAt: null,
  ruleSets: Object.values(ruleSets).map(({ id, words }) => ({ id, words })),
};

const rules = ruleSetNamed('mdc-7');
if (rules === null) throw new Error('the rule set is gone');

export const spc = makeSpcView({
  measure: asbMeasure,
  periods: asbMonths.map((month) => ({ from: month, to: month })),
  values: ASB,
  rules,
  steps: [],
  baseline: null,
  exceptional: [],
  target: 10_064 / 12,
  hasSeason: 'Season cannot be told from signal: 15 months are known, 24 are needed.',
  illustrative: false,
});

export const lockdown: Output<'exceptional.list'>[number] = {
  periodId: 3,
  from: '2020-03',
  to: '2020-06',
  reason: 'First lockdown',
  choices: [{ measure: 'asb', leftOutOf: ['limits', 'season'] }],
};

/** ASB over one quarter against the one before or a year before; a small count where it is asked about one month. */
export function changeView({ from, to }: Input<'change.show'>): Output<'change.show'> {
  const after = span(from, to);
  const small = from === to;
  const view = makeChangeView({
    measure: asbMeasure,
    before: { period: yearBefore(after), value: small ? 3 : 2713 },
    after: { period: after, value: small ? 6 : 2527 },
    confidence: 0.95,
    smallestBase: 10,
    chartSays: 'The process chart shows no signal in these months.',
    notes: ['The test takes events to be independent; repeat offending and series make it too sure.'],
  });
  return { ...view, notes: [...view.notes] };
}

const year = readFinancialYearId('2015/16');
if (year === null) throw new Error('no such year');

const neighbourhood = (name: string, priority: boolean, count: number, population: number, rank: number) => ({
  name,
  priority,
  count,
  population,
  ratePerThousand: (count / population) * 1000,
  lower95: (count / population) * 900,
  upper95: (count / population) * 1100,
  lower998: null,
  upper998: null,
  method: 'Byar' as const,
  rank,
  rankFrom: rank,
  rankTo: rank + 1,
  label95: priority ? ('worse' as const) : ('similar' as const),
  label998: priority ? ('worse' as const) : ('similar' as const),
  small: count < 10,
  lastYear: count - 10,
  changePercent: null,
  changeSays: `from ${String(count - 10)} to ${String(count)}: could easily be chance`,
  partOfGap: priority ? 5.4 : null,
  partOfChange: priority ? -0.11 : null,
});

export const explored = (asked: Input<'gap.explore'>): Output<'gap.explore'> => ({
  year: asked.year,
  dataTo: '2015-06',
  method: asked.method ?? 'named',
  methodWords:
    asked.method === 'worst-in-baseline' ? 'The 5 worst by 2013/14.' : 'The 10 named priority neighbourhoods.',
  baselineYear: asked.method === 'worst-in-baseline' ? (asked.baselineYear ?? '2013/14') : null,
  options: { priority: asked.priority ?? 'pooled', city: asked.city ?? 'with-priority' },
  areas: ['City Centre', 'Stonehouse'],
  periods: [
    { period: '2015-04', priorityRate: 12.9, cityRate: 6.4, gap: 6.5, lastYearGap: 6.9, boardGap: 6.5 },
    { period: '2015-05', priorityRate: null, cityRate: null, gap: null, lastYearGap: 13.5, boardGap: null },
  ],
  neighbourhoods: [
    neighbourhood('City Centre', true, 483, 6140, 1),
    neighbourhood('Stonehouse', true, 434, 8200, 2),
    neighbourhood('Widewell', false, 7, 3900, 3),
  ],
  sentence: 'By this method the gap stood at 6.5 per 1,000 residents at the end of April 2015.',
  populationYear: 'mid-2014',
  illustrative: true,
  notes: [],
});

export const outlines: Output<'boundary.list'>[number] = {
  boundaryId: 4,
  name: 'Neighbourhoods of the city',
  fileName: 'neighbourhoods.geojson',
  savedAt: '2015-07-20T09:00:00.000Z',
};

const square = (x: number): [number, number][] => [
  [x, 50],
  [x + 1, 50],
  [x + 1, 51],
  [x, 51],
  [x, 50],
];

export const mapView: Output<'map.show'> = {
  boundary: outlines.name,
  title: 'All crime per 1,000 residents, 1 April to 30 June 2015',
  valueWords: 'per 1,000 residents',
  areas: [
    {
      name: 'City Centre',
      held: 'City Centre',
      polygons: [[square(-4)]],
      value: 78.7,
      count: 483,
      population: 6140,
      marked: true,
    },
    {
      name: 'Widewell',
      held: 'Widewell',
      polygons: [[square(-3)]],
      value: 1.8,
      count: 7,
      population: 3900,
      marked: false,
    },
    {
      name: 'Woodland',
      held: null,
      polygons: [[square(-2)]],
      value: null,
      count: null,
      population: null,
      marked: false,
    },
  ],
  withoutOutline: ['Stonehouse'],
  withoutFigure: ['Woodland'],
  sentence: 'City Centre is highest, 78.7 per 1,000 residents.',
  illustrative: true,
  notes: ['Outlines: neighbourhoods.geojson.'],
};

/** July's answers with those of this issue. */
export const compared = {
  ...july,
  'group.list': (): Output<'group.list'> => [exampleGroup, ourGroup],
  'group.measures': ({ kind }: Input<'group.measures'>): Output<'group.measures'> =>
    kind === 'force'
      ? { measures: [], areas: [] }
      : {
          measures: Object.entries(NAMES).map(([measure, name]) => ({ measure, name, spans })),
          areas: AREAS.map(({ name }) => name),
        },
  'group.show': (asked: Input<'group.show'>): Output<'group.show'> => ({
    ...(groupView(asked) as Output<'group.show'>),
    besideWarning:
      asked.beside === undefined
        ? null
        : 'January to March 2015 and April to June 2015 are different months of the year.',
  }),
  'group.offences': (asked: Input<'group.offences'>) => {
    const views = Object.keys(NAMES).map((measure) => groupView({ ...asked, measure }));
    const table = makeOffenceTable(views, [4786, null, 4]);
    return table as Output<'group.offences'>;
  },
  'group.over-time': (asked: Input<'group.over-time'>) =>
    makeGroupOverTime(spans.map(({ from, to }) => groupView({ ...asked, from, to }))) as Output<'group.over-time'>,
  'change.show': changeView,
  'spc.show': () => spc as Output<'spc.show'>,
  'spc.setting': () => setting,
  'spc.save': (kept: Input<'spc.save'>): Output<'spc.save'> => ({ ...setting, ...kept }),
  'exceptional.list': (): Output<'exceptional.list'> => [lockdown],
  'exceptional.save': (kept: Input<'exceptional.save'>): Output<'exceptional.save'> => ({ ...kept, periodId: 9 }),
  'season.show': () =>
    makeSeasonView({
      measure: asbMeasure,
      months: asbMonths,
      values: ASB,
      exceptional: [],
      smallestBase: 10,
    }) as Output<'season.show'>,
  'year-end.show': () =>
    makeYearEndView({
      measure: asbMeasure,
      year,
      thisYear: [864, 894, 769, ...Array.from({ length: 9 }, () => null)],
      lastYear: ASB.slice(0, 12),
      dataTo: '2015-06',
      annualTarget: 10_064,
      confidence: 0.95,
      notes: [],
    }) as Output<'year-end.show'>,
  'gap.explore': explored,
  'boundary.list': (): Output<'boundary.list'> => [outlines],
  'map.measures': (): Output<'map.measures'> => [
    { measure: 'all-crime', name: 'All crime', from: '2014-04', to: '2015-06', placed: true },
    { measure: 'street-crime', name: 'Street crime', from: '2018-10', to: '2020-03', placed: false },
  ],
  'map.show': () => mapView,
};
