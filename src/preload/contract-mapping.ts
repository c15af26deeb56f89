import { z } from 'zod';
import { CELL_MEANINGS } from '../core/intake/cell-meanings.ts';
import { change, MonthText, Nothing, num, question, Token, YearText } from './contract-parts.ts';

/* What the officer decides of a sheet, and the decisions kept for next month. */

const Layout = z.enum([
  'records',
  'wide-months',
  'wide-quarters',
  'comparison',
  'populations',
  'cohort',
  'entry-exit-scores',
  'quarter-list',
  'lookup',
  'recommendations',
  'survey',
  'group-members',
  'crosstab',
  'long-table',
  'notes',
  'left-out',
  'not-recognised',
]);
const Quantity = z.enum([
  'count',
  'cumulative',
  'target',
  'annual',
  'change',
  'gap',
  'gap-annual',
  'gap-target',
  'population',
  'rate',
  'member',
  'cohort',
  'returned',
]);
const Words = z.string().max(400);
const Position = z.number().int().min(0).max(10_000);
const Column = z.number().int().min(0).max(16_383);
const RowNumber = z.number().int().min(1).max(1_048_576);
const MeasureName = z.string().regex(/^[a-z0-9][a-z0-9/-]{0,160}$/);
const Span = z.strictObject({ from: MonthText, to: MonthText });

const ColumnIs = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  z.strictObject({ kind: z.literal('label') }),
  z.strictObject({
    kind: z.literal('month'),
    month: z.number().int().min(1).max(12),
    year: YearText.nullable(),
  }),
  z.strictObject({
    kind: z.literal('quarter'),
    quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    year: YearText.nullable(),
  }),
  z.strictObject({ kind: z.literal('year'), year: YearText }),
  z.strictObject({ kind: z.literal('total') }),
  z.strictObject({ kind: z.literal('field'), field: z.string().max(40) }),
  z.strictObject({
    kind: z.literal('figures'),
    quantity: Quantity,
    measure: MeasureName.nullable(),
    period: Span.nullable(),
  }),
  z.strictObject({ kind: z.literal('score'), at: z.enum(['entry', 'exit']), domain: Words }),
]);

const RowIs = z.enum([
  'count',
  'cumulative',
  'target',
  'change',
  'gap',
  'gap-target',
  'not-understood',
  'left-out',
  'figures',
  'total',
  'own',
]);

export const SheetChoiceShape = z.strictObject({
  leaveOut: z.boolean(),
  layout: Layout.nullable(),
  measure: MeasureName.nullable(),
  period: Span.nullable(),
  tables: z
    .array(
      z.strictObject({
        headerRow: RowNumber,
        columns: z
          .array(
            z.strictObject({
              column: Column,
              heading: z.string(),
              is: ColumnIs,
              /** Why a column about people is kept all the same. */
              reason: z.string().trim().min(3).max(500).optional(),
            }),
          )
          .max(16_384),
        rows: z
          .array(
            z.strictObject({
              row: RowNumber,
              label: z.string(),
              is: RowIs,
              year: YearText.nullable(),
              measure: MeasureName.nullable(),
            }),
          )
          .max(100_000),
      }),
    )
    .max(1000),
});

/** What is asked of one sheet; `choice` null: as the workbench sees it, whatever was kept. */
export const AskedChoices = z
  .array(z.strictObject({ position: Position, choice: SheetChoiceShape.nullable() }))
  .max(500);

const KeptMappingShape = z.object({
  mapping: z.number(),
  version: z.number(),
  madeAt: z.string(),
});

/** How one sheet was read and on whose word, for the window to show and change. */
export const SheetReadingShape = z.object({
  position: z.number(),
  sheet: z.string(),
  layout: Layout,
  /** Who decided: the workbench alone, the officer now, or the officer earlier. */
  by: z.enum(['workbench', 'officer', 'kept']),
  choice: SheetChoiceShape,
  headerRows: z.array(z.number()),
  lastRow: z.number(),
  lastColumn: z.number(),
  meanings: z.array(
    z.object({ top: z.number(), bottom: num, left: z.number(), right: num, meaning: z.enum(CELL_MEANINGS) }),
  ),
  kept: KeptMappingShape.nullable(),
  /** «Read as you decided on 3 July 2015.», or how the table drifted since; null when there is nothing to say. */
  says: z.string().nullable(),
  /** What was decided before, as far as it still fits, where it was not followed by itself. */
  offered: SheetChoiceShape.nullable(),
  /** What `offered` is: an earlier decision, or bare numbers taken for days. */
  offers: z.enum(['decided', 'day-numbers']),
  /** True where the decision differs from what the workbench sees, and is not kept yet. */
  worthKeeping: z.boolean(),
});

const MappingShape = z.object({
  mapping: z.number(),
  version: z.number(),
  source: z.string(),
  sheet: z.string(),
  fileName: z.string(),
  madeAt: z.string(),
  /** Forgotten: not followed, and kept again with one click. */
  state: z.enum(['kept', 'forgotten']),
  /** How many files were kept as it says, by any of its versions, and the last of them. */
  uses: z.number(),
  lastUsed: z.object({ fileName: z.string(), at: z.string() }).nullable(),
  /** The headings it is known by, row by row of the header. */
  headings: z.array(z.array(z.string())),
  leaveOut: z.boolean(),
  /** What was decided: a layout and a measure (null: as found), and of each column and row what it is. */
  layout: Layout.nullable(),
  measure: z.string().nullable(),
  columns: z.array(z.object({ heading: z.string(), is: ColumnIs })),
  rows: z.array(
    z.object({ label: z.string(), is: RowIs, year: z.string().nullable(), measure: z.string().nullable() }),
  ),
});

export const mappingContract = {
  /** Keeps what was decided of one sheet of a preview for the next file of the same source. */
  'mapping.keep': change('window', 'engine', z.strictObject({ preview: Token, position: Position }), MappingShape),
  'mapping.list': question('window', 'engine', Nothing, z.array(MappingShape)),
  'mapping.keep-again': change(
    'window',
    'engine',
    z.strictObject({ mapping: z.number().int() }),
    z.array(MappingShape),
  ),
  'mapping.forget': change('window', 'engine', z.strictObject({ mapping: z.number().int() }), z.array(MappingShape)),
} as const;

export type SheetReadingAnswer = z.output<typeof SheetReadingShape>;
export type KeptMappingAnswer = z.output<typeof MappingShape>;
