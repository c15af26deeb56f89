import { z } from 'zod';
import { Kind, Profile } from './contract-packs.ts';
import { GroupFigureQuestion } from './contract-group.ts';
import { MapOf } from './contract-maps.ts';
import { change, Direction, MeasureId, MonthText, Nothing, num, question, YearText } from './contract-parts.ts';
import { ImportShape } from './contract-imports.ts';

/* The figures: the month at a glance, measures, the gap, the comparison, and how each number was made. */

const Tier = z.enum([
  'generally-satisfied',
  'some-concerns',
  'significant-concern',
  'monitoring-only',
  'not-yet-known',
]);
const Cadence = z.enum(['month', 'quarter']);

export const StatusShape = z.object({
  tier: Tier,
  shortfallPercent: num,
  against: Profile.nullable(),
  actual: num,
  target: num,
});

export const MeasureTableShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: Direction,
  cadence: Cadence,
  year: z.string(),
  tolerancePercent: z.number(),
  annualTarget: num,
  targetWords: z.string().nullable(),
  owner: z.string(),
  source: z.string(),
  lagMonths: z.number(),
  dataTo: z.string().nullable(),
  decimals: z.number(),
  previousYears: z.array(z.object({ year: z.string(), value: num, basis: z.enum(['printed', 'summed']) })),
  periods: z.array(
    z.object({
      period: z.string(),
      actual: num,
      symbol: z.string().nullable(),
      lastYear: num,
      lastYearSymbol: z.string().nullable(),
      cumulative: num,
      lastYearCumulative: num,
      targetLinear: num,
      targetLastYearShare: num,
      changePercent: num,
      cumulativeChangePercent: num,
    }),
  ),
  /** Only of a gap. */
  gap: z.literal(true).optional(),
  /** Target to date by the Board's own sharing out, one for each period. */
  ownTargets: z.array(num).nullable(),
  status: StatusShape,
  statusLinear: StatusShape,
  statusLastYearShare: StatusShape,
  disagreement: z.string().nullable(),
  sentence: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

export const GapShape = z.object({
  year: z.string(),
  areas: z.array(z.string()),
  cityPopulation: num,
  priorityPopulation: num,
  populationYear: z.string().nullable(),
  annualTarget: num,
  dataTo: z.string().nullable(),
  periods: z.array(
    z.object({
      period: z.string(),
      cityCount: num,
      priorityCount: num,
      cityRate: num,
      priorityRate: num,
      gap: num,
      lastYearGap: num,
      targetLinear: num,
      targetLastYearShare: num,
      cumulativeChangePercent: num,
    }),
  ),
  status: StatusShape,
  statusLinear: StatusShape,
  statusLastYearShare: StatusShape,
  disagreement: z.string().nullable(),
  sentence: z.string(),
  neighbourhoods: z.array(
    z.object({
      name: z.string(),
      priority: z.boolean(),
      count: num,
      population: num,
      ratePerThousand: num,
      rank: num,
      shareOfGapPercent: num,
    }),
  ),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

export const ComparisonShape = z.object({
  measure: z.string(),
  measureName: z.string(),
  from: z.string(),
  to: z.string(),
  periodInWords: z.string(),
  areas: z.array(z.object({ name: z.string(), own: z.boolean(), count: num, population: num, ratePerThousand: num })),
  averageUnweighted: num,
  averagePooled: num,
  rank: num,
  of: z.number(),
  distancePercent: num,
  limits: z.object({ kind: z.literal('spread'), lower: z.number(), upper: z.number() }).nullable(),
  verdict: z.enum(['inline', 'above', 'below']).nullable(),
  sentence: z.string(),
  source: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  populationYear: z.string().nullable(),
  notes: z.array(z.string()),
});

export const MeasureSummaryShape = z.object({
  measure: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: Kind,
  unit: z.string(),
  direction: Direction,
  cadence: Cadence,
  owner: z.string(),
  source: z.string(),
  years: z.array(z.string()),
  year: z.string().nullable(),
  dataTo: z.string().nullable(),
  overdue: z.boolean(),
  /** Latest period alone, year to date, last year to the same point, profile to the same point. */
  latest: num,
  toDate: num,
  lastYearToDate: num,
  profile: num,
  changePercent: num,
  decimals: z.number(),
  status: StatusShape,
  disagreement: z.string().nullable(),
  sentence: z.string(),
  illustrative: z.boolean(),
  /** The last 24 periods, null where not known. */
  recent: z.array(num),
  /** The latest period against the one before; null where either is not known, or no count. */
  sinceLast: z
    .object({
      period: z.string(),
      before: z.string(),
      difference: z.number(),
      percent: num,
      evidence: z.enum(['chance', 'unclear', 'some', 'strong']),
      says: z.string(),
    })
    .nullable(),
});

/** Asks for one number of one view. `column` is the field's name in that view. */
export const FigureQuestion = z.discriminatedUnion('view', [
  z.strictObject({
    view: z.literal('measure'),
    measure: MeasureId,
    year: YearText,
    period: z.string(),
    column: z.enum([
      'actual',
      'lastYear',
      'cumulative',
      'lastYearCumulative',
      'targetLinear',
      'targetLastYearShare',
      'changePercent',
      'cumulativeChangePercent',
    ]),
  }),
  z.strictObject({ view: z.literal('previous-year'), measure: MeasureId, year: YearText }),
  z.strictObject({
    view: z.literal('gap'),
    year: YearText,
    period: MonthText,
    column: z.enum(['cityRate', 'priorityRate', 'gap', 'lastYearGap', 'targetLinear', 'targetLastYearShare']),
  }),
  z.strictObject({ view: z.literal('neighbourhood'), year: YearText, area: z.string().max(200) }),
  z.strictObject({
    view: z.literal('comparison'),
    measure: MeasureId,
    from: MonthText,
    to: MonthText,
    area: z.string().max(200),
  }),
  z.strictObject({
    view: z.literal('map'),
    measure: MeasureId,
    from: MonthText,
    to: MonthText,
    of: MapOf,
    area: z.string().max(200),
    figure: z.enum(['rate', 'count', 'residents']),
  }),
  GroupFigureQuestion,
]);

export const ExplanationShape = z.object({
  title: z.string(),
  value: num,
  shown: z.string(),
  method: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  from: z.array(z.object({ importId: z.number(), file: z.string(), sheet: z.string(), cell: z.string() })),
});

export const figureContract = {
  'home.show': question(
    'window',
    'engine',
    Nothing,
    z.object({
      partnership: z.string(),
      /** Latest month any measure knows, in words, or null when the store is empty. */
      dataTo: z.string().nullable(),
      /** The same month as `2015-06`: the month the routine is about. */
      month: MonthText.nullable(),
      measures: z.array(MeasureSummaryShape),
      lastImport: ImportShape.nullable(),
      imports: z.number(),
      overdue: z.array(
        z.object({
          measure: z.string(),
          name: z.string(),
          source: z.string(),
          says: z.string(),
          /** The day it would usually be here, as `2015-07-14`; null until two months have come at their time. */
          usualDay: z.string().nullable(),
        }),
      ),
    }),
  ),

  'measure.list': question('window', 'engine', Nothing, z.array(MeasureSummaryShape)),
  'measure.table': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, year: YearText }),
    // By cell: `[p]`, `[r]` beside a figure, `[x]`, `[z]` in place of one.
    MeasureTableShape.extend({ signs: z.record(z.string(), z.string()) }),
  ),
  'gap.show': question('window', 'engine', z.strictObject({ year: YearText }), GapShape),
  'comparison.periods': question(
    'window',
    'engine',
    Nothing,
    z.array(
      z.object({ measure: z.string(), measureName: z.string(), from: z.string(), to: z.string(), words: z.string() }),
    ),
  ),
  'comparison.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, from: MonthText, to: MonthText }),
    ComparisonShape,
  ),
  'figure.explain': question('window', 'engine', FigureQuestion, ExplanationShape),
  /** What was noted about figures; `figure` is the question as JSON, its keys in order. */
  'figure.notes': question(
    'window',
    'engine',
    Nothing,
    z.array(z.object({ figure: z.string(), note: z.string(), notedAt: z.string() })),
  ),
  /** A note of nothing takes the note away. */
  'figure.note': change(
    'window',
    'engine',
    z.strictObject({ figure: FigureQuestion, note: z.string().max(2000) }),
    Nothing,
  ),
} as const;
