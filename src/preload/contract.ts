import { z } from 'zod';
import { assessmentContract } from './contract-assessment.ts';
import { checkContract } from './contract-check.ts';
import { comparisonCharts, comparisonContract } from './contract-comparison.ts';
import { Kind, PackChoice, packContract, Profile } from './contract-packs.ts';
import { AreaProposalShape, intakeContract } from './contract-intake.ts';
import { AskedChoices, mappingContract, SheetReadingShape } from './contract-mapping.ts';
import { change, Direction, MeasureId, MonthText, Nothing, num, question, Token, YearText } from './contract-parts.ts';
import { storeContract } from './contract-store.ts';

/*
 * Every command there is. `question` reads, `change` writes; `door` says who may send it: the window, or only the shell
 * and the command line (paths never cross to the window: it holds tokens). `at` says which process answers.
 */

export const RefusalShape = z.object({ cell: z.string(), found: z.string(), why: z.string() });
export const WarningShape = z.object({ check: z.string(), cells: z.string(), says: z.string() });

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

const ImportState = z.enum(['kept', 'withdrawn']);

export const ImportShape = z.object({
  importId: z.number(),
  fileName: z.string(),
  sha256: z.string(),
  bytes: z.number(),
  importedAt: z.string(),
  state: ImportState,
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  observations: z.number(),
  refusals: z.number(),
  warnings: z.number(),
  /** What it is about, in words: «Recorded crime · 23,621 records · April 2014 to June 2015». */
  about: z.string(),
});

/** How one sheet was understood. */
export const SheetReportShape = z.object({
  sheet: z.string(),
  state: z.enum(['visible', 'hidden', 'very-hidden']),
  layout: z.string(),
  dataset: z.string(),
  measure: z.string().nullable(),
  says: z.string(),
  rowsRead: z.number(),
  observations: z.number(),
  /** Period found, in words; null when the sheet has none. */
  covers: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** First and last month with a known figure (targets and whole years left out); null when there is none. */
  known: z.object({ from: z.string(), to: z.string() }).nullable(),
  block: z.string().nullable(),
  illustrative: z.boolean(),
  spellings: z.array(z.object({ found: z.string(), kept: z.string(), rows: z.number() })),
  /** Names that look like a known area's, mistyped; kept as they stand until the officer says so. */
  areaProposals: z.array(AreaProposalShape).default([]),
  /** Of a record extract; null for any other sheet. */
  quality: z
    .object({
      kept: z.number(),
      events: z.number(),
      withoutReference: z.number(),
      repeatedReferences: z.number(),
      withoutArea: num,
      withoutOffence: num,
      withoutOutcome: num,
      missingMonths: z.array(z.string()),
    })
    .nullable(),
  refusals: z.array(RefusalShape),
  warnings: z.array(WarningShape),
});

/** What keeping this file would change against what is held. */
export const ChangesShape = z.object({
  new: z.number(),
  same: z.number(),
  changed: z.number(),
  gone: z.number(),
  /** The largest changes first, at most 200. */
  largest: z.array(
    z.object({
      what: z.string(),
      period: z.string(),
      before: num,
      after: num,
      kind: z.enum(['changed', 'gone']),
    }),
  ),
  byMonth: z.array(
    z.object({ month: z.string(), new: z.number(), same: z.number(), changed: z.number(), gone: z.number() }),
  ),
});

export const PreviewShape = z.object({
  preview: Token,
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  format: z.string(),
  outcome: z.enum(['ready', 'refused', 'already-held', 'needs-password']),
  /** Why it was refused, or when it was kept before. */
  reason: z.string().nullable(),
  heldAs: z.number().nullable(),
  sheets: z.array(SheetReportShape),
  /** How each sheet was read and on whose word. */
  readings: z.array(SheetReadingShape),
  changes: ChangesShape,
});

/** A grid of cells as shown, for looking at a sheet. */
export const SheetPageShape = z.object({
  sheet: z.string(),
  rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
  more: z.boolean(),
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
]);

export const ExplanationShape = z.object({
  title: z.string(),
  value: num,
  shown: z.string(),
  method: z.string(),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  from: z.array(z.object({ importId: z.number(), file: z.string(), sheet: z.string(), cell: z.string() })),
});

export const contract = {
  // ── the store and the month
  'home.show': question(
    'window',
    'engine',
    Nothing,
    z.object({
      partnership: z.string(),
      /** Latest month any measure knows, in words, or null when the store is empty. */
      dataTo: z.string().nullable(),
      measures: z.array(MeasureSummaryShape),
      lastImport: ImportShape.nullable(),
      imports: z.number(),
      overdue: z.array(z.object({ measure: z.string(), name: z.string(), source: z.string(), says: z.string() })),
    }),
  ),

  // ── files in: the shell turns a path into a token; the window only ever holds tokens
  'file.choose': question(
    'window',
    'shell',
    Nothing,
    z.object({ files: z.array(z.object({ file: Token, name: z.string() })) }),
  ),
  'file.offer': question(
    'shell',
    'engine',
    z.strictObject({ path: z.string().min(1) }),
    z.object({ file: Token, name: z.string() }),
  ),
  'import.preview': question(
    'window',
    'engine',
    z.strictObject({
      file: Token,
      password: z.string().max(255).optional(),
      /** What the officer decided of some sheets; the others as kept before, or as the workbench sees them. */
      choices: AskedChoices.optional(),
    }),
    PreviewShape,
  ),
  'import.sheet': question(
    'window',
    'engine',
    z.strictObject({
      preview: Token,
      sheet: z.string(),
      fromRow: z.number().int().min(1),
      rows: z.number().int().min(1).max(500),
    }),
    SheetPageShape,
  ),
  'import.commit': change('window', 'engine', z.strictObject({ preview: Token }), ImportShape),
  'import.cancel': question('window', 'engine', Nothing, z.object({ cancelled: z.boolean() })),
  'import.list': question('window', 'engine', Nothing, z.array(ImportShape)),
  'import.show': question(
    'window',
    'engine',
    z.strictObject({ importId: z.number().int() }),
    z.object({ import: ImportShape, sheets: z.array(SheetReportShape) }),
  ),
  'import.withdraw': change(
    'window',
    'engine',
    z.strictObject({ importId: z.number().int(), reason: z.string().max(2000) }),
    ImportShape,
  ),
  'import.reinstate': change('window', 'engine', z.strictObject({ importId: z.number().int() }), ImportShape),

  // ── figures
  'measure.list': question('window', 'engine', Nothing, z.array(MeasureSummaryShape)),
  'measure.table': question(
    'window',
    'engine',
    z.strictObject({ measure: MeasureId, year: YearText }),
    MeasureTableShape,
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

  ...checkContract,
  ...comparisonContract,
  ...storeContract,
  ...packContract,
  ...intakeContract,
  ...assessmentContract,
  ...mappingContract,

  // ── hand-over: the shell asks where to save and gives the engine the path
  'report.save': question(
    'window',
    'shell',
    PackChoice.extend({ format: z.enum(['xlsx', 'docx', 'pdf']) }),
    z.object({ saved: z.string().nullable() }),
  ),
  'report.write': question(
    'shell',
    'engine',
    PackChoice.extend({ path: z.string().min(1), format: z.enum(['xlsx', 'docx', 'pdf']) }),
    z.object({ path: z.string(), sheets: z.array(z.string()), packId: z.number(), figures: z.string() }),
  ),
  /** The picture of one view, drawn in the engine exactly as in the window. */
  'chart.draw': question(
    'window',
    'engine',
    z.strictObject({
      chart: z.discriminatedUnion('view', [
        z.strictObject({ view: z.literal('comparison'), measure: MeasureId, from: MonthText, to: MonthText }),
        z.strictObject({ view: z.literal('measure'), measure: MeasureId, year: YearText }),
        z.strictObject({ view: z.literal('gap'), year: YearText }),
        z.strictObject({ view: z.literal('share'), measure: MeasureId, year: YearText }),
        ...comparisonCharts,
      ]),
      format: z.enum(['png', 'svg']),
    }),
    z.object({ bytes: z.instanceof(Uint8Array), name: z.string(), width: z.number(), height: z.number() }),
  ),
  'chart.save': question(
    'window',
    'shell',
    z.strictObject({ bytes: z.instanceof(Uint8Array), name: z.string().max(200) }),
    z.object({ saved: z.string().nullable() }),
  ),
  'chart.copy': question('window', 'shell', z.strictObject({ png: z.instanceof(Uint8Array) }), Nothing),
  'table.copy': question('window', 'shell', z.strictObject({ html: z.string(), text: z.string() }), Nothing),
  'app.about': question(
    'window',
    'shell',
    Nothing,
    z.object({ version: z.string(), electron: z.string(), chromium: z.string(), store: z.string() }),
  ),
} as const;

export type Contract = typeof contract;
export type Command = keyof Contract;
export type Input<C extends Command> = z.input<Contract[C]['input']>;
export type Parsed<C extends Command> = z.output<Contract[C]['input']>;
export type Output<C extends Command> = z.output<Contract[C]['output']>;
export type WindowCommand = { [C in Command]: Contract[C]['door'] extends 'window' ? C : never }[Command];

/** `refused`: expected trouble, said plainly. `invalid`: not a question we know. `failed`: a fault of ours, logged with an id. */
export interface Failure {
  readonly kind: 'refused' | 'invalid' | 'failed';
  readonly message: string;
}
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
export type Invoke = <C extends WindowCommand>(command: C, input: Input<C>) => Promise<Reply<Output<C>>>;

/** What the shell tells the window unasked. */
export type Told =
  | { readonly about: 'changed'; readonly names: readonly string[] }
  | {
      readonly about: 'progress';
      readonly step: 'reading' | 'keeping';
      readonly file: string;
      readonly done: number;
      readonly of: number | null;
      readonly unit: 'rows' | 'bytes';
    }
  | { readonly about: 'engine-restarted'; readonly says: string };

/** What the preload script puts on `window.workbench`. `offer` turns dropped files into tokens without showing paths. */
export interface Workbench {
  readonly invoke: Invoke;
  readonly onTold: (listener: (told: Told) => void) => () => void;
  readonly offer: (files: readonly File[]) => Promise<Reply<{ files: { file: string; name: string }[] }>>;
}

export type Preview = z.output<typeof PreviewShape>;
export type SheetReport = z.output<typeof SheetReportShape>;
export type ImportSummary = z.output<typeof ImportShape>;
export type MeasureSummary = z.output<typeof MeasureSummaryShape>;
export type Explanation = z.output<typeof ExplanationShape>;
export type FigureAsked = z.output<typeof FigureQuestion>;
