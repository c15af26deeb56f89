import { z } from 'zod';
import { MonthText } from './contract-parts.ts';
import { LimitsKind } from './contract-views.ts';

/* How a comparison of areas is asked for, and which of its figures is to be explained. */

/** A measure of the catalogue, or an offence group of a table of areas. */
export const ComparedId = z.string().regex(/^[a-z0-9][a-z0-9/-]{0,160}$/);
export const AreaName = z.string().trim().min(1).max(200);
export const GroupSort = z.enum(['partnership', 'force']);

/** What may be chosen about a comparison. `confidence` in percent; `k` in sample standard deviations. */
export const groupChoice = {
  group: AreaName.optional(),
  kind: GroupSort.optional(),
  own: AreaName.optional(),
  limits: LimitsKind.optional(),
  k: z.number().positive().max(10).optional(),
  confidence: z.union([z.literal(95), z.literal(99.8)]).optional(),
  average: z.enum(['unweighted', 'pooled']).optional(),
};

/** A figure of a comparison: of one area, or an average of all of them. */
export const GroupFigureQuestion = z.strictObject({
  view: z.literal('group'),
  measure: ComparedId,
  from: MonthText,
  to: MonthText,
  figure: z.enum(['count', 'residents', 'rate', 'average-unweighted', 'average-pooled']),
  area: AreaName.optional(),
  ...groupChoice,
});
