import type { ImportSummary, MeasureSummary, Output, Preview } from '../../src/preload/contract.ts';
import { allCrime, asb, comparison, daReferrals, gap, seriousAcquisitive } from '../core/picture/july-2015.ts';
import type { MeasureTable } from '../../src/core/performance/measure-table.ts';

const last = <T>(values: readonly (T | null)[]): T | null => values.reduce((found, value) => value ?? found, null);

const summaryOf = (table: MeasureTable, shortName: string, overdue = false): MeasureSummary => ({
  measure: table.measure,
  name: table.name,
  shortName,
  kind: 'count',
  unit: table.unit,
  direction: table.direction,
  cadence: table.cadence,
  owner: table.owner,
  source: table.source,
  years: ['2014/15', '2015/16'],
  year: '2015/16',
  dataTo: table.dataTo,
  overdue,
  latest: last(table.periods.map((row) => row.actual)),
  toDate: last(table.periods.map((row) => row.cumulative)),
  lastYearToDate: table.periods.find((row) => row.period === table.dataTo)?.lastYearCumulative ?? null,
  profile: table.periods.find((row) => row.period === table.dataTo)?.targetLinear ?? null,
  changePercent: last(table.periods.map((row) => row.cumulativeChangePercent)),
  decimals: 0,
  status: table.status,
  disagreement: table.disagreement,
  sentence: table.sentence,
  illustrative: false,
  recent: [...table.periods.map((row) => row.lastYear), ...table.periods.map((row) => row.actual)],
  sinceLast: null,
});

export const summaries: MeasureSummary[] = [
  { ...summaryOf(asb, 'The gap'), measure: 'gap', sentence: gap.sentence, status: gap.status, disagreement: null },
  summaryOf(allCrime, 'All crime'),
  summaryOf(daReferrals, 'Domestic abuse referrals'),
  summaryOf(asb, 'Anti-social behaviour'),
  summaryOf(seriousAcquisitive, 'Serious acquisitive crime', true),
];

export const recordedCrime: ImportSummary = {
  importId: 1,
  fileName: 'Recorded crime Plymouth Apr14-Jun15.xlsx',
  sha256: 'a'.repeat(64),
  bytes: 1_300_000,
  importedAt: '2015-07-10T08:05:00.000Z',
  state: 'kept',
  withdrawnAt: null,
  withdrawnReason: null,
  observations: 23621,
  refusals: 0,
  warnings: 1,
  about: 'Recorded crime · 23,621 records · April 2014 to June 2015',
};

export const home: Output<'home.show'> = {
  partnership: 'Safer Plymouth',
  dataTo: 'June 2015',
  month: '2015-06',
  measures: summaries,
  lastImport: recordedCrime,
  imports: 1,
  overdue: [
    {
      measure: 'serious-acquisitive-crime',
      name: 'Serious acquisitive crime',
      source: 'Serious acquisitive crime, police',
      says: 'Figures to May 2015; June 2015 has not come.',
      usualDay: '2015-07-14',
    },
  ],
};

export const emptyHome: Output<'home.show'> = {
  partnership: 'Safer Plymouth',
  dataTo: null,
  month: null,
  measures: [],
  lastImport: null,
  imports: 0,
  overdue: [],
};

export const preview: Preview = {
  preview: 'preview 1',
  fileName: 'Closing the gap monthly return.xlsx',
  bytes: 12_345,
  sha256: 'b'.repeat(64),
  format: 'xlsx',
  outcome: 'ready',
  reason: null,
  heldAs: null,
  sheets: [
    {
      sheet: 'Gap',
      state: 'visible',
      layout: 'wide-months',
      dataset: 'measure-sheet',
      measure: 'gap',
      says: 'Months from April to March stand in row 2.',
      rowsRead: 6,
      observations: 65,
      covers: { from: '2014-04', to: '2015-06' },
      block: 'A3:P8',
      illustrative: false,
      spellings: [{ found: 'CITY CENTRE', kept: 'City Centre', rows: 54 }],
      areaProposals: [],
      aboutPeople: [],
      known: { from: '2014-04', to: '2015-06' },
      quality: null,
      refusals: [{ cell: 'H7', found: '4799', why: 'June carried forward to a month that has not come.' }],
      warnings: [{ check: 'carried-forward', cells: 'H7:P7', says: '4,799 stands nine times after June.' }],
    },
  ],
  readings: [],
  changes: {
    new: 60,
    same: 3,
    changed: 1,
    gone: 1,
    largest: [{ what: 'All crime', period: '2015-05', before: 1700, after: 1706, kind: 'changed' }],
    byMonth: [{ month: '2015-05', new: 4, same: 0, changed: 1, gone: 1 }],
  },
};

export const records: Preview = {
  ...preview,
  preview: 'preview 2',
  fileName: 'Recorded crime Plymouth Apr14-Jun15.xlsx',
  sheets: preview.sheets.map((sheet) => ({
    ...sheet,
    layout: 'records',
    observations: 23621,
    refusals: [],
    warnings: [],
  })),
};

/** Everything the July 2015 month answers. */
export const july = {
  'home.show': () => home,
  'import.list': () => [recordedCrime],
  'measure.list': () => summaries,
  'measure.table': ({ measure }: { measure: string }) =>
    ([asb, daReferrals, allCrime, seriousAcquisitive].find((one) => one.measure === measure) ??
      asb) as Output<'measure.table'>,
  'gap.show': () => gap as Output<'gap.show'>,
  'comparison.periods': () => [
    {
      measure: 'all-crime',
      measureName: 'All crime',
      from: '2015-04',
      to: '2015-06',
      words: '1 April to 30 June 2015',
    },
  ],
  'comparison.show': () => comparison as Output<'comparison.show'>,
  'figure.explain': () => ({
    title: 'Anti-social behaviour: cumulative, 2015-06',
    value: 2527,
    shown: '2,527',
    method: 'sum of the months since April',
    inputs: [{ name: '2015-04', value: '864' }],
    from: [{ importId: 2, file: 'ASB incidents monthly.xls', sheet: 'ASB', cell: 'G4' }],
  }),
} as const;
