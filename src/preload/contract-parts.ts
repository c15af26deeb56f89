import { z } from 'zod';

/* What every part of the contract is written with. */

export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const YearText = z.string().regex(/^\d{4}\/\d{2}$/);
export const MeasureId = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/);
export const Token = z.string().min(1).max(80);
/** A number, or not known. */
export const num = z.number().nullable();
export const Direction = z.enum(['more-is-better', 'less-is-better', 'monitor']);
export const Nothing = z.strictObject({});

export const question = <
  D extends 'window' | 'shell',
  A extends 'engine' | 'shell',
  I extends z.ZodType,
  O extends z.ZodType,
>(
  door: D,
  at: A,
  input: I,
  output: O,
) => ({ kind: 'question' as const, door, at, input, output });

export const change = <
  D extends 'window' | 'shell',
  A extends 'engine' | 'shell',
  I extends z.ZodType,
  O extends z.ZodType,
>(
  door: D,
  at: A,
  input: I,
  output: O,
) => ({ kind: 'change' as const, door, at, input, output });
