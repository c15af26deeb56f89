import type { ComparisonView } from '../../../src/core/performance/comparison-view.ts';
import type { GapView } from '../../../src/core/performance/gap-view.ts';
import type { MeasureRow, MeasureTable, Status } from '../../../src/core/performance/measure-table.ts';

// The printed and recomputed figures of the performance report of 23 July 2015, as views.

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];
const months = MONTHS.map((month) => `${month >= 4 ? '2015' : '2016'}-${String(month).padStart(2, '0')}`);
const quarters = ['2015-16 Q1', '2015-16 Q2', '2015-16 Q3', '2015-16 Q4'];

const running = (values: readonly (number | null)[]): (number | null)[] => {
  let total: number | null = 0;
  return values.map((value) => (total = total === null || value === null ? null : total + value));
};
const percent = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before < 10 ? null : (now / before - 1) * 100;

function rowsOf(periods: string[], before: number[], now: number[], annual: number | null): MeasureRow[] {
  const actual = periods.map((_, index) => now[index] ?? null);
  const cumulative = running(actual);
  const lastYearCumulative = running(before);
  const whole = lastYearCumulative.at(-1) ?? 1;
  return periods.map((period, index) => {
    const last = lastYearCumulative[index] ?? null;
    return {
      period,
      actual: actual[index] ?? null,
      symbol: null,
      lastYear: before[index] ?? null,
      lastYearSymbol: null,
      cumulative: cumulative[index] ?? null,
      lastYearCumulative: last,
      targetLinear: annual === null ? null : (annual * (index + 1)) / periods.length,
      targetLastYearShare: annual === null || last === null ? null : (annual * last) / whole,
      changePercent: percent(actual[index] ?? null, before[index] ?? null),
      cumulativeChangePercent: percent(cumulative[index] ?? null, last),
    };
  });
}

export const notKnown: Status = {
  tier: 'not-yet-known',
  shortfallPercent: null,
  against: null,
  actual: null,
  target: null,
};
const watched: Status = { ...notKnown, tier: 'monitoring-only' };

export const asb: MeasureTable = {
  measure: 'asb',
  name: 'Reduce anti-social behaviour incidents',
  unit: 'incidents',
  direction: 'less-is-better',
  cadence: 'month',
  year: '2015/16',
  tolerancePercent: 15,
  annualTarget: 10064,
  ownTargets: null,
  targetWords: 'not more than 10,064 incidents',
  owner: 'Plymouth City Council',
  source: 'Anti-social behaviour incidents, police and council',
  lagMonths: 0,
  dataTo: '2015-06',
  decimals: 0,
  previousYears: [
    { year: '2012/13', value: 14342, basis: 'printed' },
    { year: '2013/14', value: 10291, basis: 'printed' },
    { year: '2014/15', value: 10299, basis: 'printed' },
  ],
  periods: rowsOf(months, [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831], [864, 894, 769], 10064),
  status: { tier: 'some-concerns', shortfallPercent: 0.4372, against: 'linear', actual: 2527, target: 2516 },
  statusLinear: { tier: 'some-concerns', shortfallPercent: 0.4372, against: 'linear', actual: 2527, target: 2516 },
  statusLastYearShare: {
    tier: 'generally-satisfied',
    shortfallPercent: -6.8466,
    against: 'last-year-share',
    actual: 2527,
    target: 2712.73,
  },
  disagreement:
    'The two profiles disagree at June 2015: 2,527 is over 2,516 by the even profile (some concerns) and under 2,712.7 by last year’s share (generally satisfied).',
  sentence:
    '2,527 incidents in quarter one, 186 fewer than last year; strong evidence of a fall; 0.4% over the profile of 2,516.',
  provisional: false,
  illustrative: false,
  notes: ['2014/15 is printed as 10,299, but its months add up to 10,065: 234 fewer.'],
};

export const daReferrals: MeasureTable = {
  ...asb,
  measure: 'da-referrals',
  name: 'Increase referrals to domestic abuse services',
  unit: 'referrals',
  direction: 'more-is-better',
  cadence: 'quarter',
  annualTarget: 2666,
  ownTargets: null,
  targetWords: '2,666 referrals',
  owner: 'Domestic abuse service',
  source: 'Domestic abuse service referrals',
  dataTo: '2015-16 Q1',
  previousYears: [{ year: '2014/15', value: 2665, basis: 'summed' }],
  periods: rowsOf(quarters, [629, 727, 760, 549], [525], 2666),
  status: { tier: 'significant-concern', shortfallPercent: 21.23, against: 'linear', actual: 525, target: 666.5 },
  statusLinear: { tier: 'significant-concern', shortfallPercent: 21.23, against: 'linear', actual: 525, target: 666.5 },
  statusLastYearShare: {
    tier: 'significant-concern',
    shortfallPercent: 16.57,
    against: 'last-year-share',
    actual: 525,
    target: 629.24,
  },
  disagreement: null,
  sentence:
    '525 referrals in quarter one, 104 fewer than last year; strong evidence of a fall; 21% short of the profile of 667.',
  notes: [],
};

export const allCrime: MeasureTable = {
  ...asb,
  measure: 'all-crime',
  name: 'All crime',
  unit: 'crimes',
  direction: 'monitor',
  annualTarget: null,
  ownTargets: null,
  targetWords: null,
  owner: 'Devon and Cornwall Police',
  source: 'Recorded crime, Performance & Analysis',
  previousYears: [
    { year: '2012/13', value: 18713, basis: 'printed' },
    { year: '2013/14', value: 18953, basis: 'printed' },
    { year: '2014/15', value: 18822, basis: 'summed' },
  ],
  periods: rowsOf(
    months,
    [1612, 1546, 1628, 1583, 1507, 1549, 1566, 1554, 1618, 1486, 1493, 1680],
    [1662, 1706, 1431],
    null,
  ),
  status: watched,
  statusLinear: watched,
  statusLastYearShare: watched,
  disagreement: null,
  sentence: '4,799 crimes in quarter one, 13 more than last year; no evidence of a change.',
  notes: [],
};

export const seriousAcquisitive: MeasureTable = {
  ...allCrime,
  measure: 'serious-acquisitive-crime',
  name: 'Serious acquisitive crime',
  source: 'Serious acquisitive crime, police',
  dataTo: '2015-05',
  previousYears: [
    { year: '2012/13', value: 2244, basis: 'printed' },
    { year: '2013/14', value: 1969, basis: 'printed' },
    { year: '2014/15', value: 2017, basis: 'summed' },
  ],
  periods: rowsOf(months, [179, 155, 182, 139, 162, 198, 154, 168, 163, 170, 171, 176], [196, 195], null),
  sentence: '391 crimes from April to May 2015, 57 more than last year; some evidence of a rise.',
};

const CITY = [1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822];
const TEN = [920, 1801, 2669, 3574, 4409, 5305, 6184, 7053, 7925, 8734, 9587, 10518];
const CITY_NOW = [1662, 3368, 4799];
const TEN_NOW = [905, 1794, 2560];
const RESIDENTS = 261546;
const TEN_RESIDENTS = 70416;
const rate = (count: number, residents: number): number => (count / residents) * 1000;

// name, residents, crimes April to June 2015; the first ten are the priority neighbourhoods.
const NEIGHBOURHOODS: [string, number, number][] = [
  ['Stonehouse', 8200, 434],
  ['Morice Town', 9414, 404],
  ['City Centre', 7452, 334],
  ['North Prospect & Weston Mill', 7399, 296],
  ['Whitleigh', 8575, 260],
  ['East End', 7871, 214],
  ['Barne Barton', 6567, 184],
  ['Greenbank & University', 4428, 161],
  ['Devonport', 5312, 153],
  ['Honicknowle', 5198, 120],
  ['Tamerton Foliot', 8973, 121],
  ['Peverell & Hartley', 9152, 119],
  ['Plympton St Mary', 8997, 115],
  ['Mount Gould', 9256, 101],
  ['Lipson & Laira', 7430, 101],
  ['Plympton St Maurice', 7775, 100],
  ['Efford', 6750, 98],
  ['Ford', 7153, 98],
  ['Higher Compton & Mannamead', 7313, 98],
  ['Elburton & Dunstone', 7580, 90],
  ['Mutley', 7164, 87],
  ['Derriford West & Crownhill', 6612, 84],
  ['Stoke', 5955, 82],
  ['Southway', 6448, 80],
  ['Leigham & Mainstone', 7361, 77],
  ['Ham & Pennycross', 5557, 74],
  ['Estover', 7486, 67],
  ['Glenholt', 4343, 60],
  ['Compton', 5265, 60],
  ['Keyham', 4199, 55],
  ['Goosewell', 6620, 52],
  ['Colebrook & Newnham', 7599, 51],
  ['Chaddlewood', 5352, 50],
  ['Woodford', 5454, 47],
  ['Ernesettle', 4854, 47],
  ['Manadon & Widey', 5823, 44],
  ['Plymstock & Radford', 5952, 43],
  ['Beacon Park', 4273, 41],
  ['Eggbuckland', 4434, 34],
];
const excess = ([, residents, count]: [string, number, number]): number => count - (residents * 4799) / RESIDENTS;
const allExcess = NEIGHBOURHOODS.slice(0, 10).reduce((sum, row) => sum + excess(row), 0);

export const gap: GapView = {
  year: '2015/16',
  areas: NEIGHBOURHOODS.slice(0, 10)
    .map(([name]) => name)
    .sort(),
  cityPopulation: RESIDENTS,
  priorityPopulation: TEN_RESIDENTS,
  populationYear: 'mid-2014',
  annualTarget: 77.3,
  dataTo: '2015-06',
  periods: months.map((period, index) => {
    const cityCount = CITY_NOW[index] ?? null;
    const priorityCount = TEN_NOW[index] ?? null;
    const cityRate = cityCount === null ? null : rate(cityCount, RESIDENTS);
    const priorityRate = priorityCount === null ? null : rate(priorityCount, TEN_RESIDENTS);
    const before = rate(TEN[index] ?? 0, TEN_RESIDENTS) - rate(CITY[index] ?? 0, RESIDENTS);
    const now = cityRate === null || priorityRate === null ? null : priorityRate - cityRate;
    return {
      period,
      cityCount,
      priorityCount,
      cityRate,
      priorityRate,
      gap: now,
      lastYearGap: before,
      targetLinear: (77.3 * (index + 1)) / 12,
      targetLastYearShare: (77.3 * before) / 77.4,
      cumulativeChangePercent: now === null ? null : (now / before - 1) * 100,
    };
  }),
  status: { tier: 'generally-satisfied', shortfallPercent: -6.8, against: 'linear', actual: 18.0, target: 19.325 },
  statusLinear: {
    tier: 'generally-satisfied',
    shortfallPercent: -6.8,
    against: 'linear',
    actual: 18.0,
    target: 19.325,
  },
  statusLastYearShare: {
    tier: 'generally-satisfied',
    shortfallPercent: -8.0,
    against: 'last-year-share',
    actual: 18.0,
    target: 19.57,
  },
  disagreement: null,
  sentence:
    'The gap is 18.0 crimes per 1,000 residents in quarter one, 1.6 less than last year; 7% under the profile of 19.3.',
  neighbourhoods: NEIGHBOURHOODS.map((row, index) => ({
    name: row[0],
    priority: index < 10,
    count: row[2],
    population: row[1],
    ratePerThousand: rate(row[2], row[1]),
    rank: 0,
    shareOfGapPercent: index < 10 ? (excess(row) / allExcess) * 100 : null,
  }))
    .sort((a, b) => b.ratePerThousand - a.ratePerThousand)
    .map((row, index) => ({ ...row, rank: index + 1 })),
  illustrative: true,
  notes: ['The split of residents between neighbourhoods is illustrative; the city’s total is as published.'],
};

const GROUP: [string, number, number][] = [
  ['Illustrative area 12', 7538, 384042],
  ['Illustrative area 06', 2423, 155977],
  ['Illustrative area 03', 3944, 197088],
  ['Illustrative area 11', 2885, 148408],
  ['Illustrative area 08', 2987, 167351],
  ['Illustrative area 05', 2104, 143315],
  ['Illustrative area 10', 7995, 423548],
  ['Devon & Cornwall - Plymouth', 4799, 261546],
  ['Illustrative area 14', 2570, 137658],
  ['Illustrative area 09', 5223, 309726],
  ['Illustrative area 13', 3354, 230563],
  ['Illustrative area 04', 5572, 325001],
  ['Illustrative area 02', 4969, 287781],
  ['Illustrative area 15', 2955, 163061],
  ['Illustrative area 07', 6536, 398956],
];
const rates = GROUP.map(([, count, residents]) => rate(count, residents));
const mean = rates.reduce((sum, one) => sum + one, 0) / rates.length;
const deviation = Math.sqrt(rates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (rates.length - 1));
const own = rate(4799, 261546);

export const comparison: ComparisonView = {
  measure: 'all-crime',
  measureName: 'All crime',
  from: '2015-04',
  to: '2015-06',
  periodInWords: 'April to June 2015',
  areas: GROUP.map(([name, count, population]) => ({
    name,
    own: name.includes('Plymouth'),
    count,
    population,
    ratePerThousand: rate(count, population),
  })).sort((a, b) => b.ratePerThousand - a.ratePerThousand),
  averageUnweighted: mean,
  averagePooled: rate(
    GROUP.reduce((sum, [, count]) => sum + count, 0),
    GROUP.reduce((sum, [, , residents]) => sum + residents, 0),
  ),
  rank: rates.filter((one) => one < own).length + 1,
  of: 15,
  distancePercent: (own / mean - 1) * 100,
  limits: { kind: 'spread', lower: mean - deviation, upper: mean + deviation },
  verdict: 'inline',
  sentence: 'Plymouth is 10th of 15 (1st is lowest), 5% above the group average of 17.6: in line with the group.',
  source: 'iQuanta bar chart, most similar group',
  provisional: true,
  illustrative: true,
  populationYear: 'mid-2014',
  notes: [],
};
