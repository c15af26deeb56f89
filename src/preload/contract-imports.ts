import { z } from 'zod';
import { AreaProposalShape } from './contract-intake.ts';
import { AskedChoices, SheetReadingShape } from './contract-mapping.ts';
import { change, Nothing, num, question, Token } from './contract-parts.ts';

/* Files in: what was found in them, what keeping them would change, and what was kept. */

export const RefusalShape = z.object({ cell: z.string(), found: z.string(), why: z.string() });
export const WarningShape = z.object({ check: z.string(), cells: z.string(), says: z.string() });

const PersonalKindShape = z.enum([
  'name',
  'birth',
  'postcode',
  'address',
  'telephone',
  'e-mail',
  'identity-number',
  'free-text',
]);

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
      /** Rows dated outside the period the title states (days, `2015-04-01`); null when no title states one; not told of imports kept before it was asked. */
      outsidePeriod: z
        .object({
          rows: z.number(),
          stated: z.object({ from: z.string(), to: z.string() }),
          first: z.string().nullable(),
        })
        .nullable()
        .optional(),
      /** Few rows a year or more away from all others, and their months. */
      farFromOthers: z.object({ rows: z.number(), months: z.array(z.string()) }).default({ rows: 0, months: [] }),
    })
    .nullable(),
  /** Columns of a record extract that are about people: left out unless `keptAs` says what one is kept as, and why. */
  aboutPeople: z
    .array(
      z.object({
        column: z.number(),
        heading: z.string(),
        kind: PersonalKindShape,
        by: z.enum(['heading', 'values']),
        keptAs: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .default([]),
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

export const importContract = {
  // The shell turns a path into a token; the window only ever holds tokens.
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
  /** A sheet of a kept import as it was seen, so that the cells of a figure can be lit. Null rows: why says why not. */
  'import.cells': question(
    'window',
    'engine',
    z.strictObject({ importId: z.number().int(), sheet: z.string().max(400) }),
    z.object({
      fileName: z.string(),
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })).nullable(),
      why: z.enum(['list-of-records', 'not-copied']).nullable(),
    }),
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
} as const;
