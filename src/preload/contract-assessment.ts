import { z } from 'zod';
import { change, MeasureId, Nothing, num, question, Token, YearText } from './contract-parts.ts';

/* The strategic assessment: the register of issues, its scores and ranking, the priorities agreed, the plan on a page. */

const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const IssueId = z.string().min(1).max(80);
const Words = z.string().trim().max(2000);
const Reason = z.string().trim().min(1).max(2000);
const Kind = z.enum(['victims', 'offenders', 'communities', 'key-issue']);
const State = z.enum(['open', 'closed']);

const SchemeShape = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  source: z.string(),
  dimensions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      section: z.enum(['harm', 'likelihood', 'position']),
      weight: z.number(),
      levels: z.array(z.object({ value: z.number(), words: z.string() })),
    }),
  ),
  sectionRule: z.enum(['percent', 'mean', 'sum']),
  riskRule: z.enum(['root', 'product', 'sum']),
  decimals: z.number(),
  bands: z.array(z.object({ name: z.string(), from: z.number() })),
  confidence: z.array(z.object({ grade: z.string(), words: z.string() })),
});

const IssueShape = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  kind: Kind,
  description: z.string(),
  state: State,
});

const ScoreShape = z.object({
  issue: z.string(),
  dimension: z.string(),
  scorer: z.string(),
  level: num,
  reason: z.string(),
  evidence: z.array(z.string()),
  scoredOn: z.string(),
});

const AgreementShape = z.object({
  dimension: z.string(),
  scorers: z.number(),
  median: num,
  lowest: num,
  highest: num,
  levelsApart: num,
  disagreement: z.boolean(),
  furthestApart: z.object({ lowest: z.array(z.string()), highest: z.array(z.string()) }).nullable(),
  agreed: num,
});

const RankedTableShape = z.object({
  scheme: z.string(),
  version: z.string(),
  source: z.string(),
  notice: z.string(),
  rows: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      kind: Kind,
      rank: num,
      harm: num,
      likelihood: num,
      risk: num,
      band: z.string().nullable(),
      confidence: z.string().nullable(),
      position: num,
      bestRank: num,
      worstRank: num,
      keepsRank: z.boolean().nullable(),
      rankLastYear: num,
      movement: z.string().nullable(),
      disagreements: z.array(z.string()).nullable(),
      missing: z.array(z.string()),
    }),
  ),
});

const Side = z.object({ from: z.number(), to: z.number(), words: z.array(z.string()) });
const MatrixShape = z.object({
  scheme: z.string(),
  notice: z.string(),
  across: Side,
  up: Side,
  points: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      likelihood: z.number(),
      harm: z.number(),
      risk: z.number(),
      band: z.string().nullable(),
      rank: z.number(),
      confidence: z.string().nullable(),
      shape: z.enum(['circle', 'triangle', 'diamond', 'hollow']),
    }),
  ),
  squares: z.array(
    z.object({ likelihood: z.number(), harm: z.number(), risk: z.number(), band: z.string().nullable() }),
  ),
  notPlaced: z.array(z.string()),
});

const SensitivityShape = z.object({
  issue: z.string(),
  rank: num,
  bestRank: num,
  worstRank: num,
  keepsRank: z.boolean().nullable(),
  keepsBand: z.boolean().nullable(),
  nudges: z.array(
    z.object({
      dimension: z.string(),
      by: z.union([z.literal(1), z.literal(-1)]),
      level: z.number(),
      risk: num,
      band: z.string().nullable(),
      rank: num,
    }),
  ),
});

const MovementShape = z.object({
  issue: z.string(),
  name: z.string(),
  rank: num,
  rankLastYear: num,
  places: num,
  riskChange: num,
  standing: z.enum(['new', 'up', 'down', 'same', 'gone', 'not-known']),
  says: z.string(),
});

const AgreedShape = z.object({
  agreedOn: z.string(),
  meeting: z.string(),
  issues: z.array(z.string()),
  reasons: z.record(z.string(), z.string()),
});

const RiskShape = z.object({
  year: z.string(),
  scheme: SchemeShape,
  /** False: nobody chose one yet, and Template A stands in. */
  schemeChosen: z.boolean(),
  notice: z.string(),
  issues: z.array(IssueShape),
  scorers: z.array(z.string()),
  scores: z.array(ScoreShape),
  results: z.array(
    z.object({ issue: z.string(), confidence: z.string().nullable(), agreements: z.array(AgreementShape) }),
  ),
  table: RankedTableShape,
  matrix: MatrixShape,
  sensitivity: z.array(SensitivityShape),
  lastYear: z.object({ year: z.string(), sameScheme: z.boolean(), movement: z.array(MovementShape) }),
  agreed: AgreedShape.nullable(),
  departures: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      rank: num,
      place: num,
      reason: z.string().nullable(),
      says: z.string(),
    }),
  ),
});

const Band = z.enum(['individuals', 'communities', 'issues']);
const Line = z.string().trim().max(600);
const PlanShape = z.strictObject({
  year: YearText,
  title: Line,
  vision: Line,
  whoWeAre: z.array(Line).max(20),
  whoWeAreTogether: Line,
  doingTheWork: z.array(Line).max(6),
  wantToSee: Line,
  facingWords: Line,
  facing: z.array(z.strictObject({ band: Band, text: Line })).max(30),
  rows: z
    .array(
      z.strictObject({
        band: Band,
        weWill: Line,
        soThat: Line,
        ultimately: Line,
        measuredBy: Line,
        accountable: Line.nullable(),
        measures: z.array(MeasureId).max(20),
      }),
    )
    .max(30),
  note: Line,
});

const Tier = z.enum([
  'generally-satisfied',
  'some-concerns',
  'significant-concern',
  'monitoring-only',
  'not-yet-known',
]);
const PlanViewShape = z.object({
  plan: PlanShape,
  version: z.number(),
  savedAt: z.string(),
  lights: z.array(z.object({ tier: Tier, why: z.string() })),
});

const Drawn = z.object({
  bytes: z.instanceof(Uint8Array),
  name: z.string(),
  width: z.number(),
  height: z.number(),
});
const PictureFormat = z.enum(['png', 'svg']);

const Refusals = z.array(z.object({ row: num, says: z.string() }));

export const assessmentContract = {
  'risk.schemes': question(
    'window',
    'engine',
    Nothing,
    z.object({
      notice: z.string(),
      schemes: z.array(z.object({ scheme: SchemeShape, fileName: z.string().nullable() })),
    }),
  ),
  /** Reads a licensed matrix from a sheet; half a matrix is never kept. */
  'risk.import-scheme': change(
    'window',
    'engine',
    z.strictObject({ file: Token }),
    z.object({ scheme: SchemeShape.nullable(), refusals: Refusals }),
  ),
  'risk.choose-scheme': change(
    'window',
    'engine',
    z.strictObject({ year: YearText, scheme: z.string().max(120), version: z.string().max(120) }),
    RiskShape,
  ),
  'risk.issues': question('window', 'engine', Nothing, z.object({ issues: z.array(IssueShape) })),
  'risk.save-issue': change(
    'window',
    'engine',
    z.strictObject({
      id: IssueId.nullable(),
      name: z.string().trim().min(1).max(200),
      kind: Kind,
      description: Words,
      state: State,
    }),
    IssueShape,
  ),
  /** One scorer's (or group's) levels, all kept or none. A level of null takes a score back. */
  'risk.score': change(
    'window',
    'engine',
    z.strictObject({
      year: YearText,
      issue: IssueId,
      scorer: z.string().trim().min(1).max(120),
      scoredOn: Day,
      scores: z
        .array(
          z.strictObject({
            dimension: z.string().max(120),
            level: num,
            reason: Words,
            evidence: z.array(z.string().trim().max(500)).max(20),
          }),
        )
        .min(1)
        .max(60),
    }),
    RiskShape,
  ),
  /** What the workshop settled after talking: a level of one dimension, or its confidence (`dimension` null). */
  'risk.settle': change(
    'window',
    'engine',
    z.strictObject({
      year: YearText,
      issue: IssueId,
      dimension: z.string().max(120).nullable(),
      level: num,
      confidence: z.string().max(40).nullable(),
      reason: Reason,
      settledOn: Day,
    }),
    RiskShape,
  ),
  /** A register with its scores from a sheet, as a workshop left it on paper; half a register is never kept. */
  'risk.import-issues': change(
    'window',
    'engine',
    z.strictObject({ file: Token, year: YearText }),
    z.object({ kept: z.number(), refusals: Refusals }),
  ),
  'risk.show': question('window', 'engine', z.strictObject({ year: YearText }), RiskShape),
  'risk.agree-priorities': change(
    'window',
    'engine',
    z.strictObject({
      year: YearText,
      agreedOn: Day,
      meeting: z.string().trim().min(1).max(300),
      issues: z.array(IssueId).max(60),
      reasons: z.record(IssueId, Words),
    }),
    RiskShape,
  ),
  'risk.draw-matrix': question('window', 'engine', z.strictObject({ year: YearText, format: PictureFormat }), Drawn),

  'plan.list': question(
    'window',
    'engine',
    Nothing,
    z.object({ plans: z.array(z.object({ year: z.string(), title: z.string(), version: z.number() })) }),
  ),
  /** Without a year: the latest plan. */
  'plan.show': question('window', 'engine', z.strictObject({ year: YearText.optional() }), PlanViewShape.nullable()),
  'plan.save': change('window', 'engine', z.strictObject({ plan: PlanShape }), PlanViewShape),
  'plan.import': change(
    'window',
    'engine',
    z.strictObject({ file: Token }),
    z.object({ view: PlanViewShape.nullable(), refusals: Refusals }),
  ),
  'plan.draw': question(
    'window',
    'engine',
    z.strictObject({ year: YearText.optional(), format: z.enum(['png', 'svg', 'pdf', 'docx', 'xlsx']) }),
    Drawn,
  ),
} as const;
