import { z } from 'zod';
import { change, Nothing, num, question } from './contract-parts.ts';

/* How long records are kept, what is due to be removed, and which copies still hold what was removed. */

const Dataset = z.string().min(1).max(200);
const After = z.enum(['import', 'period-end']);

const RetentionShape = z.object({
  /** Each kind of extract that has records or a rule. `months` null: no rule. */
  sources: z.array(
    z.object({ dataset: z.string(), records: z.number(), imports: z.number(), months: num, after: After }),
  ),
  /** Records whose time is over: exactly what a removal takes. */
  due: z.array(
    z.object({
      importId: z.number(),
      fileName: z.string(),
      dataset: z.string(),
      coversFrom: z.string().nullable(),
      coversTo: z.string().nullable(),
      records: z.number(),
      keepUntil: z.string().nullable(),
    }),
  ),
  /** When the next records are due; null: none are under a rule. */
  nextDue: z.string().nullable(),
  removed: z.array(
    z.object({
      importId: z.number(),
      fileName: z.string(),
      records: z.number(),
      why: z.string(),
      purgedAt: z.string(),
    }),
  ),
  /** Copies of the store that still hold what was removed since. */
  oldCopies: z.array(z.object({ name: z.string(), madeAt: z.string(), bytes: z.number() })),
  /** True while another window keeps removed bytes from being wiped. */
  wipeWaits: z.boolean(),
});

export const retentionContract = {
  'retention.show': question('window', 'engine', Nothing, RetentionShape),
  'retention.save': change(
    'window',
    'engine',
    z.strictObject({ dataset: Dataset, months: z.number().int().min(0).max(600).nullable(), after: After }),
    RetentionShape,
  ),
  'retention.remove': change(
    'window',
    'engine',
    z.strictObject({ imports: z.array(z.number().int()).min(1).max(100_000), why: z.string().max(2000) }),
    z.object({ records: z.number(), wiped: z.boolean(), retention: RetentionShape }),
  ),
  'retention.delete-copies': change(
    'window',
    'engine',
    z.strictObject({ names: z.array(z.string().min(1).max(300)).min(1).max(1000) }),
    z.object({ deleted: z.number(), retention: RetentionShape }),
  ),
} as const;
