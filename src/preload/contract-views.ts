import { z } from 'zod';
import { Direction, num } from './contract-parts.ts';

/* Views of comparison, change, process charts and season, as they cross to the window. */

export const GroupKind = z.enum(['partnership', 'force', 'own-choice']);
export const LimitsKind = z.enum(['spread', 'counting', 'overdispersed-additive', 'overdispersed-multiplicative']);
const Verdict = z.enum(['inline', 'above', 'below']).nullable();
export const Label = z.enum(['better', 'worse', 'higher', 'lower', 'similar']).nullable();
export const RuleSetName = z.enum(['mdc-7', 'mdc-7-screened', 'mdc-6', 'shift-7-trend-5']);
export const LeftOutOf = z.enum(['limits', 'season', 'profile', 'last-year']);

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
      revisedIn: z.string().nullable(),
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

const FigureKindShape = z.enum(['count', 'rate', 'share']);
const ComparedPeriod = z.object({
  from: z.string(),
  to: z.string(),
  words: z.string(),
  value: num,
  part: num,
  whole: num,
});
export const ChangeViewShape = z.object({
  measure: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: FigureKindShape,
  direction: Direction,
  before: ComparedPeriod,
  after: ComparedPeriod,
  difference: num,
  differenceLower: num,
  differenceUpper: num,
  differenceLower998: num,
  differenceUpper998: num,
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
  kind: FigureKindShape,
  decimals: z.number(),
  direction: Direction,
  points: z.array(
    z.object({
      period: z.string(),
      words: z.string(),
      value: num,
      part: num,
      whole: num,
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
  decimals: z.number(),
  straightLine: Estimate,
  lastYearShare: Estimate,
  sentence: z.string(),
  notes: z.array(z.string()),
});
