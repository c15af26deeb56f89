import { z } from 'zod';
import { EVIDENCE_IDS } from '../core/assessment/evidence-table.ts';
import { change, MonthText, Nothing, num, question, Token, YearText } from './contract-parts.ts';

/* The evidence of the strategic assessment, and the document it is handed over as. */

const EvidenceIdText = z.enum(EVIDENCE_IDS);

const Cell = z.union([z.number(), z.string(), z.null()]);

const EvidenceTableShape = z.object({
  id: EvidenceIdText,
  title: z.string(),
  finding: z.string(),
  rowHead: z.string(),
  columns: z.array(
    z.object({
      id: z.string(),
      head: z.string(),
      under: z.string().optional(),
      kind: z.enum(['number', 'words']),
      decimals: z.number().optional(),
      signed: z.boolean().optional(),
      prefix: z.literal('£').optional(),
      suffix: z.literal('%').optional(),
    }),
  ),
  rows: z.array(
    z.object({
      id: z.string(),
      head: z.string(),
      cells: z.array(Cell),
      weight: z.enum(['total', 'part']).optional(),
      note: z.string().optional(),
    }),
  ),
  notes: z.array(z.string()),
  rests: z.object({ sources: z.array(z.string()), dataTo: z.string().nullable(), method: z.string() }),
  provisional: z.boolean(),
  illustrative: z.boolean(),
  nothing: z.string().nullable(),
});

const Words = z.string().trim().max(4000);
const RowId = z.string().max(300);
const EditShape = z.strictObject({
  finding: Words.nullable(),
  words: Words,
  notes: z.record(RowId, Words),
  leftOut: z.array(RowId).max(2000),
  tableLeftOut: z.boolean(),
});

const EvidenceShape = z.object({
  year: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  before: z.object({ from: z.string(), to: z.string() }),
  periodChosen: z.boolean(),
  tables: z.array(
    z.object({
      table: EvidenceTableShape,
      edit: EditShape,
      figures: z.string(),
      figuresChanged: z.boolean(),
      savedAt: z.string().nullable(),
    }),
  ),
});

const UnitCostsShape = z.strictObject({
  pricesOf: z.string().trim().max(40),
  source: z.string().trim().max(300),
  illustrative: z.boolean(),
  rows: z
    .array(z.strictObject({ offence: z.string().trim().min(1).max(200), pounds: z.number().min(0).max(1e9) }))
    .max(500),
});
const UnitCostsHeldShape = z.object({
  costs: UnitCostsShape,
  version: z.number(),
  fileName: z.string().nullable(),
  savedAt: z.string(),
});

const DocumentFormat = z.enum(['docx', 'xlsx', 'pdf']);
/** What may be chosen of an assessment that is handed over. */
const DocumentChoice = z.strictObject({
  year: YearText,
  title: z.string().trim().min(1).max(200).optional(),
  marking: z.string().max(120).nullable().optional(),
});

export const evidenceContract = {
  /** Every table, drafted anew from what is held, with the officer's words beside it. */
  'evidence.show': question('window', 'engine', z.strictObject({ year: YearText }), EvidenceShape),
  /** The months the evidence of a year is drafted for; null: the twelve up to the last month held. */
  'evidence.choose-period': change(
    'window',
    'engine',
    z.strictObject({ year: YearText, period: z.strictObject({ from: MonthText, to: MonthText }).nullable() }),
    EvidenceShape,
  ),
  'evidence.save': change(
    'window',
    'engine',
    z.strictObject({ year: YearText, evidence: EvidenceIdText, edit: EditShape }),
    EvidenceShape,
  ),
  'costs.show': question('window', 'engine', Nothing, UnitCostsHeldShape.nullable()),
  /** Reads unit costs from a sheet; half a list is never kept. */
  'costs.import': change(
    'window',
    'engine',
    z.strictObject({ file: Token }),
    z.object({
      held: UnitCostsHeldShape.nullable(),
      refusals: z.array(z.object({ row: num, says: z.string() })),
    }),
  ),
  /** The whole assessment: the shell asks where to save and gives the engine the path. */
  'assessment.save': question(
    'window',
    'shell',
    DocumentChoice.extend({ format: DocumentFormat }),
    z.object({ saved: z.string().nullable() }),
  ),
  'assessment.write': question(
    'shell',
    'engine',
    DocumentChoice.extend({ path: z.string().min(1), format: DocumentFormat }),
    z.object({ path: z.string(), chapters: z.array(z.string()), illustrative: z.boolean() }),
  ),
  /** Assessments handed over, the latest first, each with what it rested on. */
  'assessment.written': question(
    'window',
    'engine',
    Nothing,
    z.array(
      z.object({
        assessmentFileId: z.number().int(),
        year: YearText,
        title: z.string(),
        marking: z.string().nullable(),
        format: DocumentFormat,
        fileName: z.string(),
        periodFrom: MonthText,
        periodTo: MonthText,
        imports: z.array(z.number().int()),
        scheme: z.string(),
        ownWords: z.number().int(),
        chapters: z.string(),
        writtenAt: z.string(),
      }),
    ),
  ),
  'costs.save': change('window', 'engine', z.strictObject({ costs: UnitCostsShape }), UnitCostsHeldShape),
} as const;
