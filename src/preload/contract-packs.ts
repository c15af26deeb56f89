import { z } from 'zod';
import { change, Direction, MeasureId, MonthText, Nothing, num, question, YearText } from './contract-parts.ts';

/* Definitions of measures, shares of people, the Board's words, actions, small numbers and packs. */

export const Kind = z.enum(['count', 'rate', 'percentage', 'distance-travelled', 'cohort', 'cumulative-gap']);
export const Profile = z.enum(['linear', 'last-year-share', 'own-periods']);
const Cadence = z.enum(['month', 'quarter']);
const Tier = z.enum([
  'generally-satisfied',
  'some-concerns',
  'significant-concern',
  'monitoring-only',
  'not-yet-known',
]);
const Status = z.object({ tier: Tier, shortfallPercent: num, against: Profile.nullable(), actual: num, target: num });
const Line = z.string().trim().max(300);
const Long = z.string().trim().max(4000);
const View = z.string().min(1).max(120);
const DayText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const Format = z.enum(['xlsx', 'docx', 'pdf']);

/** A definition as the officer saves it. */
const MeasureInput = z.strictObject({
  id: MeasureId,
  name: Line.min(1),
  shortName: z.string().trim().min(1).max(60),
  definition: Long,
  kind: Kind,
  unit: Line.min(1),
  numerator: Line,
  denominator: Line,
  madeOf: z.strictObject({ part: MeasureId, whole: MeasureId.nullable() }).nullable(),
  direction: Direction,
  cadence: Cadence,
  tolerancePercent: z.number().min(0).max(100),
  profile: Profile,
  targets: z
    .array(
      z.strictObject({
        year: YearText,
        annual: z.number(),
        words: Line,
        why: Long.optional(),
        periods: z.array(z.number()).max(12).optional(),
      }),
    )
    .max(40),
  owner: Line,
  accountable: Line,
  outcome: Line,
  source: Line,
  lagMonths: z.number().int().min(0).max(24),
  datasets: z.array(z.string().min(1).max(80)).min(1).max(10),
  smallNumberThreshold: z.number().int().min(0).max(100).nullable(),
  starts: MonthText.nullable(),
  ends: MonthText.nullable(),
});
const MeasureShape = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  definition: z.string(),
  kind: Kind,
  unit: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  madeOf: z.object({ part: z.string(), whole: z.string().nullable() }).nullable(),
  direction: Direction,
  cadence: Cadence,
  tolerancePercent: z.number(),
  profile: Profile,
  targets: z.array(
    z.object({
      year: z.string(),
      annual: z.number(),
      words: z.string(),
      why: z.string().optional(),
      periods: z.array(z.number()).optional(),
    }),
  ),
  owner: z.string(),
  accountable: z.string(),
  outcome: z.string(),
  source: z.string(),
  lagMonths: z.number(),
  datasets: z.array(z.string()),
  smallNumberThreshold: num,
  starts: z.string().nullable(),
  ends: z.string().nullable(),
});
const SmartShape = z.array(
  z.object({ part: z.enum(['definition', 'target', 'owner', 'date', 'data']), says: z.string() }),
);
export const DefinitionShape = z.object({
  measure: MeasureShape,
  version: z.number(),
  /** What it lacks for the year it is looked at in. */
  year: z.string(),
  lacks: SmartShape,
  dataTo: z.string().nullable(),
});

const share = { part: num, whole: num, percent: num, lower: num, upper: num };
export const ShareShape = z.object({
  measure: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: Kind,
  partWords: z.string(),
  wholeWords: z.string(),
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
  periods: z.array(z.object({ period: z.string(), ...share, lastYearPercent: num })),
  toDate: z.object(share),
  lastYearToDate: z.object(share),
  status: Status,
  distance: z
    .object({
      domains: z.array(
        z.object({
          domain: z.string(),
          clients: z.number(),
          higher: z.number(),
          same: z.number(),
          lower: z.number(),
          meanEntry: num,
          meanExit: num,
          meanChange: num,
        }),
      ),
      meanChange: num,
      withoutExit: num,
      withoutPair: num,
    })
    .nullable(),
  sentence: z.string(),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  notes: z.array(z.string()),
});

const ActionShape = z.object({
  actionId: z.number(),
  view: z.string(),
  heading: z.string(),
  agreedFor: z.string(),
  action: z.string(),
  owner: z.string(),
  due: z.string().nullable(),
  reportBack: z.boolean(),
  state: z.enum(['open', 'done', 'dropped']),
  overdue: z.boolean(),
  notes: z.array(z.object({ state: z.enum(['open', 'done', 'dropped']), note: z.string(), saidOn: z.string() })),
});

export const WordsShape = z.object({
  view: z.string(),
  heading: z.string(),
  tier: Tier,
  statusLine: z.string(),
  /** The draft as it stands now, from the figures held now. */
  draft: z.string(),
  edited: z.string().nullable(),
  commentary: z.string(),
  version: z.number(),
  savedAt: z.string().nullable(),
  /** The figures under the officer's words have changed since they were written. */
  figuresChanged: z.boolean(),
  actions: z.array(ActionShape),
});

const Rule = z.strictObject({
  /** Whether small numbers are withheld in packs at all. */
  applied: z.boolean(),
  threshold: z.number().int().min(1).max(100),
  showsZero: z.boolean(),
  symbol: z.string().trim().min(1).max(8),
  protection: z.enum(['not-exact', 'beyond-threshold']),
  rounding: z
    .strictObject({ base: z.number().int().min(2).max(100), symbol: z.string().trim().min(1).max(8) })
    .nullable(),
});

const Section = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['exceptions', 'group', 'gap', 'measures', 'actions', 'notes', 'sources']),
  }),
  z.strictObject({ kind: z.literal('words'), title: Line.min(1), paragraphs: z.array(Long).max(60) }),
  z.strictObject({
    kind: z.literal('recommendations'),
    title: Line.min(1),
    /** True: those that the assessment's room holds when the pack is made. */
    held: z.boolean().optional(),
    rows: z
      .array(
        z.strictObject({
          number: Line.nullable().optional(),
          recommendation: Long,
          owner: Line.nullable().optional(),
          due: Line.nullable().optional(),
          progress: Long.nullable(),
        }),
      )
      .max(300),
  }),
]);
const Sections = z.array(Section).min(1).max(30);
const TemplateShape = z.object({
  name: z.string(),
  version: z.number(),
  sections: Sections,
  savedAt: z.string().nullable(),
});

const Marking = z.string().trim().min(1).max(80);
/** What may be chosen for a pack; what is left out has the Board's usual form. */
export const PackChoice = z.strictObject({
  asAt: MonthText,
  template: z.string().trim().min(1).max(80).optional(),
  title: Line.min(1).optional(),
  meeting: Line.min(1).nullable().optional(),
  marking: Marking.nullable().optional(),
});

export const PackShape = z.object({
  packId: z.number(),
  asAt: z.string(),
  madeAt: z.string(),
  template: z.string(),
  title: z.string(),
  meeting: z.string().nullable(),
  marking: z.string().nullable(),
  /** Numbers of the imports in force when it was made. */
  imports: z.array(z.number()),
  figures: z.string(),
  files: z.array(z.object({ format: Format, fileName: z.string(), writtenAt: z.string() })),
  /** A pack that was set aside never left the desk: those after it do not mind it. */
  standing: z.enum(['handed-over', 'set-aside']),
});

export const packContract = {
  'measure.show': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, year: YearText.optional() }),
    DefinitionShape,
  ),
  'measure.definitions': question('window', 'engine', Nothing, z.array(DefinitionShape)),
  'measure.save': change(
    'window',
    'engine',
    z.strictObject({ measure: MeasureInput, inForceFrom: MonthText.nullable(), why: Long }),
    DefinitionShape,
  ),
  'measure.history': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId }),
    z.array(
      z.object({
        version: z.number(),
        madeAt: z.string(),
        inForceFrom: z.string().nullable(),
        why: z.string(),
        measure: MeasureShape,
      }),
    ),
  ),
  'share.show': question('window', 'engine', z.strictObject({ measure: MeasureId, year: YearText }), ShareShape),

  'words.show': question('window', 'engine', z.strictObject({ asAt: MonthText }), z.array(WordsShape)),
  'words.save': change(
    'window',
    'engine',
    z.strictObject({
      asAt: MonthText,
      view: View,
      edited: z.string().max(20000).nullable(),
      commentary: z.string().max(20000),
    }),
    WordsShape,
  ),
  'action.list': question('window', 'engine', Nothing, z.array(ActionShape)),
  'action.agree': change(
    'window',
    'engine',
    z.strictObject({
      view: View,
      agreedFor: MonthText,
      action: z.string().trim().min(1).max(2000),
      owner: Line,
      due: DayText.nullable(),
      reportBack: z.boolean(),
    }),
    z.array(ActionShape),
  ),
  'action.note': change(
    'window',
    'engine',
    z.strictObject({
      actionId: z.number().int(),
      state: z.enum(['open', 'done', 'dropped']),
      note: Long,
      saidOn: DayText,
    }),
    z.array(ActionShape),
  ),

  'small-numbers.show': question('window', 'engine', Nothing, Rule),
  'small-numbers.save': change('window', 'engine', Rule, Rule),
  'marking.list': question('window', 'engine', Nothing, z.array(z.string())),
  'marking.save': change(
    'window',
    'engine',
    z.strictObject({ markings: z.array(Marking).max(30) }),
    z.array(z.string()),
  ),

  'template.list': question('window', 'engine', Nothing, z.array(TemplateShape)),
  'template.save': change(
    'window',
    'engine',
    z.strictObject({ name: z.string().trim().min(1).max(80), sections: Sections }),
    z.array(TemplateShape),
  ),
  /** What small numbers a pack would withhold: for the officer's window only. */
  'pack.withheld': question(
    'window',
    'engine',
    z.strictObject({ asAt: MonthText }),
    z.array(
      z.object({
        table: z.string(),
        cell: z.string(),
        symbol: z.string().nullable(),
        why: z.string(),
      }),
    ),
  ),
  'pack.stand': change(
    'window',
    'engine',
    z.strictObject({ packId: z.number().int(), standing: z.enum(['handed-over', 'set-aside']) }),
    z.array(PackShape),
  ),
  'pack.list': question('window', 'engine', Nothing, z.array(PackShape)),
  'pack.write-again': change(
    'shell',
    'engine',
    z.strictObject({ packId: z.number().int(), path: z.string().min(1), format: Format }),
    z.object({ path: z.string(), figures: z.string(), same: z.boolean() }),
  ),
  'pack.save-again': question(
    'window',
    'shell',
    z.strictObject({ packId: z.number().int(), format: Format }),
    z.object({ saved: z.string().nullable() }),
  ),
} as const;

export type Definition = z.output<typeof DefinitionShape>;
export type ViewWords = z.output<typeof WordsShape>;
export type AgreedAction = z.output<typeof ActionShape>;
export type Pack = z.output<typeof PackShape>;
export type SmallNumbers = z.output<typeof Rule>;
export type Template = z.output<typeof TemplateShape>;
