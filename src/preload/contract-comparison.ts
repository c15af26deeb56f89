import { z } from 'zod';
import { change, Direction, MeasureId, MonthText, Nothing, num, question, Token, YearText } from './contract-parts.ts';

/* Comparison, change, process charts, season, the gap explored and maps. */

/** A measure of the catalogue, or an offence group of a table of areas. */
const ComparedId = z.string().regex(/^[a-z0-9][a-z0-9/-]{0,160}$/);
const Confidence = z.union([z.literal(95), z.literal(99.8)]);
const AreaName = z.string().trim().min(1).max(200);
const Span = z.strictObject({ from: MonthText, to: MonthText });
const Kind = z.enum(['partnership', 'force']);
const GroupKind = z.enum(['partnership', 'force', 'own-choice']);
const LimitsKind = z.enum(['spread', 'counting', 'overdispersed-additive', 'overdispersed-multiplicative']);
const Verdict = z.enum(['inline', 'above', 'below']).nullable();
const Label = z.enum(['better', 'worse', 'higher', 'lower', 'similar']).nullable();
const RuleSetName = z.enum(['mdc-7', 'mdc-7-screened', 'mdc-6', 'shift-7-trend-5']);
const LeftOutOf = z.enum(['limits', 'season', 'profile', 'last-year']);

/** What may be chosen about a comparison. `confidence` in percent; `k` in sample standard deviations. */
const groupChoice = {
  group: AreaName.optional(),
  kind: Kind.optional(),
  own: AreaName.optional(),
  limits: LimitsKind.optional(),
  k: z.number().positive().max(10).optional(),
  confidence: Confidence.optional(),
  average: z.enum(['unweighted', 'pooled']).optional(),
};
const gapChoice = {
  year: YearText,
  method: z.enum(['named', 'worst-in-baseline', 'worst-in-period']).optional(),
  worst: z.number().int().min(1).max(200).optional(),
  baselineYear: YearText.optional(),
  priority: z.enum(['pooled', 'mean-of-rates']).optional(),
  city: z.enum(['with-priority', 'without-priority']).optional(),
  names: z.array(AreaName).max(200).optional(),
};
const against = z.union([z.enum(['last-year', 'period-before']), Span]);

export const AreaGroupShape = z.object({
  groupId: z.number().nullable(),
  name: z.string(),
  kind: GroupKind,
  ownArea: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  source: z.string(),
  example: z.boolean(),
  members: z.array(z.string()),
  importId: z.number().nullable(),
});

const GroupInForceShape = z
  .object({
    name: z.string(),
    kind: GroupKind,
    validFrom: z.string(),
    validTo: z.string().nullable(),
    source: z.string(),
    members: z.number(),
    example: z.boolean(),
  })
  .nullable();

export const GroupViewShape = z.object({
  measure: z.string(),
  measureName: z.string(),
  direction: Direction,
  from: z.string(),
  to: z.string(),
  periodInWords: z.string(),
  group: GroupInForceShape,
  areas: z.array(
    z.object({
      name: z.string(),
      own: z.boolean(),
      count: num,
      population: num,
      ratePerThousand: num,
      lower95: num,
      upper95: num,
      lower998: num,
      upper998: num,
      method: z.enum(['exact', 'Byar']).nullable(),
      rank: num,
      distancePercent: num,
      bandLower: num,
      bandUpper: num,
      verdict: Verdict,
      label95: Label,
      label998: Label,
    }),
  ),
  averageUnweighted: num,
  averagePooled: num,
  averageUsed: num,
  average: z.enum(['unweighted', 'pooled']),
  rank: num,
  of: z.number(),
  distancePercent: num,
  limits: z
    .object({
      kind: LimitsKind,
      k: z.number(),
      confidence: z.number(),
      words: z.string(),
      around: z.number(),
      lower: num,
      upper: num,
    })
    .nullable(),
  verdict: Verdict,
  sentence: z.string(),
  fewerToAverage: num,
  fewerSentence: z.string().nullable(),
  funnel: z
    .object({
      around: z.number(),
      words: z.string(),
      curve: z.array(
        z.object({
          population: z.number(),
          lower95: z.number(),
          upper95: z.number(),
          lower998: z.number(),
          upper998: z.number(),
        }),
      ),
    })
    .nullable(),
  source: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  populationYear: z.string().nullable(),
  notes: z.array(z.string()),
});

export const OffenceTableShape = z.object({
  area: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  periodInWords: z.string(),
  group: GroupInForceShape,
  limitsWords: z.string().nullable(),
  populationYear: z.string().nullable(),
  source: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  rows: z.array(
    z.object({
      measure: z.string(),
      name: z.string(),
      count: num,
      population: num,
      ratePerThousand: num,
      average: num,
      rank: num,
      of: z.number(),
      distancePercent: num,
      verdict: Verdict,
      fewerToAverage: num,
      lastYear: num,
      direction: z.enum(['up', 'down', 'unclear', 'level']).nullable(),
      changePercent: num,
    }),
  ),
  notes: z.array(z.string()),
});

export const GroupOverTimeShape = z.object({
  measure: z.string(),
  measureName: z.string(),
  area: z.string().nullable(),
  group: GroupInForceShape,
  moments: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      words: z.string(),
      count: num,
      ratePerThousand: num,
      lower95: num,
      upper95: num,
      average: num,
      lowest: num,
      highest: num,
      rank: num,
      of: z.number(),
      verdict: Verdict,
      revisedFrom: num,
    }),
  ),
  limitsWords: z.string().nullable(),
  populationYear: z.string().nullable(),
  source: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  warnings: z.array(z.string()),
  notes: z.array(z.string()),
});

const ComparedPeriod = z.object({ from: z.string(), to: z.string(), words: z.string(), value: num });
export const ChangeViewShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: Direction,
  before: ComparedPeriod,
  after: ComparedPeriod,
  difference: num,
  percent: num,
  ratio: num,
  ratioLower: num,
  ratioUpper: num,
  ratioLower998: num,
  ratioUpper998: num,
  confidence: z.number(),
  p: num,
  smallestBase: z.number(),
  says: z.string(),
  chartSays: z.string().nullable(),
  notes: z.array(z.string()),
});

const Cause = z.enum([
  'above-limit',
  'below-limit',
  'rising-trend',
  'falling-trend',
  'two-of-three-high',
  'two-of-three-low',
  'shift-high',
  'shift-low',
]);
export const SpcViewShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  direction: Direction,
  points: z.array(
    z.object({
      period: z.string(),
      words: z.string(),
      value: num,
      mean: num,
      lower: num,
      upper: num,
      cause: Cause.nullable(),
      causes: z.array(Cause),
      kind: z.enum(['common-cause', 'improvement', 'concern', 'neutral-high', 'neutral-low']).nullable(),
      leftOut: z.boolean(),
    }),
  ),
  segments: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      reason: z.string().nullable(),
      mean: num,
      lower: num,
      upper: num,
      trial: z.boolean(),
    }),
  ),
  rules: z.string(),
  rulesWords: z.string(),
  baseline: z.object({ months: z.number(), reason: z.string() }).nullable(),
  exceptional: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string(), leftOut: z.boolean() })),
  target: num,
  trial: z.boolean(),
  variation: z
    .enum([
      'common-cause',
      'improvement-high',
      'improvement-low',
      'concern-high',
      'concern-low',
      'neutral-high',
      'neutral-low',
    ])
    .nullable(),
  assurance: z.enum(['consistently-passes', 'consistently-fails', 'hit-and-miss']).nullable(),
  sentence: z.string(),
  notes: z.array(z.string()),
  illustrative: z.boolean(),
});

const Reason = z.string().trim().min(1).max(500);
const chartSetting = {
  rules: RuleSetName,
  baseline: z.strictObject({ months: z.number().int().min(2).max(600), reason: Reason }).nullable(),
  steps: z.array(z.strictObject({ month: MonthText, reason: Reason })).max(50),
  smallestBase: z.number().int().min(0).max(1000),
};
export const ChartSettingShape = z.object({
  measure: z.string(),
  rules: RuleSetName,
  baseline: z.object({ months: z.number(), reason: z.string() }).nullable(),
  steps: z.array(z.object({ month: z.string(), reason: z.string() })),
  smallestBase: z.number(),
  savedAt: z.string().nullable(),
  /** Rule sets there are, with their words. */
  ruleSets: z.array(z.object({ id: RuleSetName, words: z.string() })),
});

export const ExceptionalShape = z.object({
  periodId: z.number(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  choices: z.array(z.object({ measure: z.string(), leftOutOf: z.array(LeftOutOf) })),
});

export const SeasonShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  known: z.boolean(),
  says: z.string(),
  index: z.array(z.object({ month: z.string(), index: num })),
  months: z.array(
    z.object({
      month: z.string(),
      words: z.string(),
      value: num,
      lastYear: num,
      changePercent: num,
      changeSays: z.string().nullable(),
      withoutSeason: num,
      rollingYear: num,
      leftOut: z.boolean(),
    }),
  ),
  notes: z.array(z.string()),
});

const Estimate = z
  .object({
    by: z.enum(['straight-line', 'last-year-share']),
    estimate: z.number(),
    lower: z.number(),
    upper: z.number(),
    confidence: z.number(),
    dispersion: z.number(),
    periodsKnown: z.number(),
  })
  .nullable();
export const YearEndShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  year: z.string(),
  toDate: num,
  dataTo: z.string().nullable(),
  annualTarget: num,
  straightLine: Estimate,
  lastYearShare: Estimate,
  sentence: z.string(),
  notes: z.array(z.string()),
});

export const GapExploreShape = z.object({
  year: z.string(),
  dataTo: z.string().nullable(),
  method: z.enum(['named', 'worst-in-baseline', 'worst-in-period']),
  methodWords: z.string(),
  baselineYear: z.string().nullable(),
  options: z.object({
    priority: z.enum(['pooled', 'mean-of-rates']),
    city: z.enum(['with-priority', 'without-priority']),
  }),
  areas: z.array(z.string()),
  periods: z.array(
    z.object({ period: z.string(), priorityRate: num, cityRate: num, gap: num, lastYearGap: num, boardGap: num }),
  ),
  neighbourhoods: z.array(
    z.object({
      name: z.string(),
      priority: z.boolean(),
      count: num,
      population: num,
      ratePerThousand: num,
      lower95: num,
      upper95: num,
      lower998: num,
      upper998: num,
      method: z.enum(['exact', 'Byar']).nullable(),
      rank: num,
      rankFrom: num,
      rankTo: num,
      label95: Label,
      label998: Label,
      small: z.boolean(),
      lastYear: num,
      changePercent: num,
      changeSays: z.string().nullable(),
      partOfGap: num,
      partOfChange: num,
    }),
  ),
  sentence: z.string(),
  populationYear: z.string().nullable(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

export const BoundaryShape = z.object({
  boundaryId: z.number(),
  name: z.string(),
  fileName: z.string(),
  savedAt: z.string(),
});

const Ring = z.array(z.tuple([z.number(), z.number()]));
export const MapViewShape = z.object({
  boundary: z.string(),
  title: z.string(),
  valueWords: z.string(),
  areas: z.array(
    z.object({
      name: z.string(),
      polygons: z.array(z.array(Ring)),
      value: num,
      count: num,
      population: num,
      marked: z.boolean(),
    }),
  ),
  withoutOutline: z.array(z.string()),
  withoutFigure: z.array(z.string()),
  sentence: z.string(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

const mapAsked = {
  boundaryId: z.number().int(),
  measure: MeasureId,
  from: MonthText,
  to: MonthText,
  of: z.enum(['neighbourhoods', 'small-areas']),
};

/** Pictures of these views, as `chart.draw` is asked for them. */
export const comparisonCharts = [
  z.strictObject({ view: z.literal('group'), measure: ComparedId, from: MonthText, to: MonthText, ...groupChoice }),
  z.strictObject({ view: z.literal('funnel'), measure: ComparedId, from: MonthText, to: MonthText, ...groupChoice }),
  z.strictObject({
    view: z.literal('over-time'),
    shows: z.enum(['rate', 'rank']),
    measure: ComparedId,
    months: z.number().int().min(1).max(60).optional(),
    every: z.number().int().min(1).max(60).optional(),
    ...groupChoice,
  }),
  z.strictObject({ view: z.literal('spc'), measure: MeasureId, rules: RuleSetName.optional() }),
  z.strictObject({ view: z.literal('season'), measure: MeasureId }),
  z.strictObject({ view: z.literal('gap-explored'), shows: z.enum(['over-time', 'parts']), ...gapChoice }),
  z.strictObject({ view: z.literal('map'), ...mapAsked }),
] as const;

export const comparisonContract = {
  // ── groups of areas
  'group.list': question('window', 'engine', Nothing, z.array(AreaGroupShape)),
  'group.save': change(
    'window',
    'engine',
    z.strictObject({
      groupId: z.number().int().nullable(),
      name: AreaName,
      kind: GroupKind,
      ownArea: AreaName,
      validFrom: MonthText,
      validTo: MonthText.nullable(),
      source: z.string().trim().min(1).max(500),
      members: z.array(AreaName).min(2).max(500),
    }),
    AreaGroupShape,
  ),
  'group.remove': change('window', 'engine', z.strictObject({ groupId: z.number().int() }), Nothing),
  /** Adds the bundled example group of real areas; doing it again changes nothing. */
  'group.add-example': change('window', 'engine', Nothing, AreaGroupShape),
  /** What can be compared: measures with the spans held for at least three areas, and the areas' names. */
  'group.measures': question(
    'window',
    'engine',
    z.strictObject({ kind: Kind.optional() }),
    z.object({
      measures: z.array(
        z.object({
          measure: z.string(),
          name: z.string(),
          spans: z.array(z.object({ from: z.string(), to: z.string(), words: z.string(), areas: z.number() })),
        }),
      ),
      areas: z.array(z.string()),
    }),
  ),
  /** `besideWarning`: why this picture and the one of `beside` are not like for like. */
  'group.show': question(
    'window',
    'engine',
    z.strictObject({ measure: ComparedId, from: MonthText, to: MonthText, beside: Span.optional(), ...groupChoice }),
    GroupViewShape.extend({ besideWarning: z.string().nullable() }),
  ),
  'group.offences': question(
    'window',
    'engine',
    z.strictObject({ from: MonthText, to: MonthText, ...groupChoice }),
    OffenceTableShape,
  ),
  'group.over-time': question(
    'window',
    'engine',
    z.strictObject({
      measure: ComparedId,
      months: z.number().int().min(1).max(60).optional(),
      every: z.number().int().min(1).max(60).optional(),
      ...groupChoice,
    }),
    GroupOverTimeShape,
  ),
  /** Every area, measure and span held, as an Arrow IPC stream: area, measure, from, to, count, population, rate. */
  'group.figures': question(
    'window',
    'engine',
    z.strictObject({ kind: Kind.optional(), measure: ComparedId.optional() }),
    z.object({ bytes: z.instanceof(Uint8Array), rows: z.number() }),
  ),
  /** Records of a measure in some months, as an Arrow IPC stream, in order of the file; `from` counts rows from 0. */
  'record.table': question(
    'window',
    'engine',
    z.strictObject({
      measure: MeasureId,
      from: MonthText,
      to: MonthText,
      area: AreaName.optional(),
      after: z.number().int().min(0).optional(),
      rows: z.number().int().min(1).max(100_000),
    }),
    z.object({ bytes: z.instanceof(Uint8Array), rows: z.number(), of: z.number(), last: z.number().nullable() }),
  ),

  // ── is the change real?
  'change.show': question(
    'window',
    'engine',
    z.strictObject({
      measure: MeasureId,
      from: MonthText,
      to: MonthText,
      against: against.optional(),
      confidence: Confidence.optional(),
    }),
    ChangeViewShape,
  ),
  'spc.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, rules: RuleSetName.optional() }),
    SpcViewShape,
  ),
  'spc.setting': question('window', 'engine', z.strictObject({ measure: MeasureId }), ChartSettingShape),
  'spc.save': change('window', 'engine', z.strictObject({ measure: MeasureId, ...chartSetting }), ChartSettingShape),
  'exceptional.list': question('window', 'engine', Nothing, z.array(ExceptionalShape)),
  'exceptional.save': change(
    'window',
    'engine',
    z.strictObject({
      periodId: z.number().int().nullable(),
      from: MonthText,
      to: MonthText,
      reason: Reason,
      choices: z.array(z.strictObject({ measure: MeasureId, leftOutOf: z.array(LeftOutOf) })).max(500),
    }),
    ExceptionalShape,
  ),
  'exceptional.remove': change('window', 'engine', z.strictObject({ periodId: z.number().int() }), Nothing),
  'season.show': question('window', 'engine', z.strictObject({ measure: MeasureId }), SeasonShape),
  'year-end.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, year: YearText, confidence: Confidence.optional() }),
    YearEndShape,
  ),

  // ── the gap, further, and maps
  'gap.explore': question('window', 'engine', z.strictObject(gapChoice), GapExploreShape),
  'boundary.list': question('window', 'engine', Nothing, z.array(BoundaryShape)),
  'boundary.keep': change(
    'window',
    'engine',
    z.strictObject({ file: Token, name: AreaName }),
    BoundaryShape.extend({ outlines: z.number() }),
  ),
  'boundary.remove': change('window', 'engine', z.strictObject({ boundaryId: z.number().int() }), Nothing),
  'map.show': question('window', 'engine', z.strictObject(mapAsked), MapViewShape),
} as const;
