import { z } from 'zod';
import { appContract } from './contract-app.ts';
import { assessmentContract } from './contract-assessment.ts';
import { checkContract } from './contract-check.ts';
import { comparisonCharts, comparisonContract } from './contract-comparison.ts';
import { evidenceContract } from './contract-evidence.ts';
import { editContract } from './contract-edits.ts';
import { figureContract } from './contract-figures.ts';
import type { ExplanationShape, FigureQuestion, MeasureSummaryShape } from './contract-figures.ts';
import { importContract } from './contract-imports.ts';
import type { ImportShape, PreviewShape, SheetReportShape } from './contract-imports.ts';
import { PackChoice, packContract } from './contract-packs.ts';
import { listContract } from './contract-lists.ts';
import { intakeContract } from './contract-intake.ts';
import { mappingContract } from './contract-mapping.ts';
import { MeasureId, MonthText, Nothing, question, YearText } from './contract-parts.ts';
import { retentionContract } from './contract-retention.ts';
import { storeContract } from './contract-store.ts';

/*
 * Every command there is. `question` reads, `change` writes; `door` says who may send it: the window, or only the shell
 * and the command line (paths never cross to the window: it holds tokens). `at` says which process answers.
 */

export const contract = {
  ...appContract,
  ...figureContract,
  ...importContract,
  ...checkContract,
  ...comparisonContract,
  ...storeContract,
  ...editContract,
  ...retentionContract,
  ...packContract,
  ...intakeContract,
  ...assessmentContract,
  ...evidenceContract,
  ...listContract,
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
  | { readonly about: 'engine-restarted'; readonly says: string }
  /** Another store was asked for from outside while this one is open. */
  | { readonly about: 'not-opened'; readonly store: string }
  /** What the menu asks the window to show: a place, or the list of all there is to find or do. */
  | { readonly about: 'asked'; readonly room: 'find' | 'help' | 'extracts' | 'settings'; readonly at: string | null }
  /** The officer chose this from the menu. */
  | { readonly about: 'menu'; readonly item: 'undo' | 'redo' }
  /** How far the sample partnership's store has been filled, in files. */
  | { readonly about: 'sample'; readonly done: number; readonly of: number };

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
