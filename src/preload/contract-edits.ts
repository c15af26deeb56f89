import { z } from 'zod';
import { change, Nothing, question } from './contract-parts.ts';

/* Undo and redo: what stood before the last edit is put back as a new, audited change. */

const Offered = z.object({ says: z.string(), at: z.string() });

export const editContract = {
  'edit.offered': question(
    'window',
    'engine',
    Nothing,
    z.object({ undo: Offered.nullable(), redo: Offered.nullable() }),
  ),
  'edit.undo': change('window', 'engine', Nothing, Offered),
  'edit.redo': change('window', 'engine', Nothing, Offered),
} as const;
