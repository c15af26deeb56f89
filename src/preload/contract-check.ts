import { z } from 'zod';
import { question, Token } from './contract-parts.ts';

/* What does not add up in a sheet, looked at without keeping anything. */

export const FindingShape = z.object({
  check: z.string(),
  sheet: z.string(),
  /** A cell, a block, or several of them: `G7`, `H7:P7`, `F3, F4`. */
  cells: z.string(),
  found: z.string().nullable(),
  expected: z.string().nullable(),
  says: z.string(),
});

export const checkContract = {
  'check.file': question(
    'window',
    'engine',
    z.strictObject({ file: Token, password: z.string().max(255).optional() }),
    z.object({
      fileName: z.string(),
      outcome: z.enum(['checked', 'needs-password']),
      /** Why a password is asked for, or null. */
      reason: z.string().nullable(),
      sheets: z.array(
        z.object({
          sheet: z.string(),
          state: z.enum(['visible', 'hidden', 'very-hidden']),
          layout: z.string(),
          says: z.string(),
          rowsRead: z.number(),
        }),
      ),
      findings: z.array(FindingShape),
    }),
  ),
  /** Some rows of a checked file’s sheet as shown, so that the cells of a finding can be lit. */
  'check.sheet': question(
    'window',
    'engine',
    z.strictObject({
      file: Token,
      sheet: z.string(),
      fromRow: z.number().int().min(1),
      rows: z.number().int().min(1).max(500),
    }),
    z.object({
      sheet: z.string(),
      rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
      more: z.boolean(),
    }),
  ),
} as const;

export type FileFindings = z.output<(typeof checkContract)['check.file']['output']>;
export type SheetFinding = z.output<typeof FindingShape>;
