import { z } from 'zod';
import { change, Nothing, num, question, Token, YearText } from './contract-parts.ts';

/* Lists kept by hand or brought from a sheet, and what is worked out from them: balance of sources, outcomes, calendar. */

const List = z.enum(['recommendations', 'outcomes', 'work', 'groups', 'grants', 'calendar', 'voice', 'evidence']);
const EntryId = z.string().min(1).max(160);
const Day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const Values = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.number(), z.array(z.string().max(120)).max(60), z.null()]),
);
const Tier = z.enum([
  'generally-satisfied',
  'some-concerns',
  'significant-concern',
  'monitoring-only',
  'not-yet-known',
]);

const EntryShape = z.object({
  id: z.string(),
  version: z.number(),
  values: Values,
  brought: z.object({ importId: z.number(), file: z.string(), sheet: z.string(), cell: z.string() }).nullable(),
  fileName: z.string().nullable(),
  notes: z.array(z.object({ saidOn: z.string(), note: z.string(), from: z.string().nullable() })),
});
const ListShape = z.object({
  list: List,
  /** Today on this computer: what is due is told from it. */
  today: z.string(),
  entries: z.array(EntryShape),
  takenOut: z.array(EntryShape),
});
const Told = z.array(z.object({ row: num, says: z.string() }));

const From = z.enum(['police', 'partner', 'voluntary', 'community']);
const BalanceShape = z.object({
  issues: z.array(
    z.object({
      issue: z.string(),
      name: z.string(),
      links: z.array(z.object({ what: z.string(), from: From.nullable(), by: z.enum(['linked', 'voice', 'scorers']) })),
      shares: z.array(z.object({ from: From, pieces: z.number(), percent: num })),
      notTold: z.number(),
      missing: z.array(From),
      says: z.string(),
    }),
  ),
});

const Kind = z.enum([
  'assessment',
  'workshop',
  'board',
  'return',
  'action',
  'recommendation',
  'deliverable',
  'grant',
  'extract',
  'other',
]);
const CalendarLineShape = z.object({
  day: z.string(),
  kind: Kind,
  what: z.string(),
  who: z.string().nullable(),
  done: z.boolean(),
  late: z.boolean(),
  says: z.string(),
});

export const listContract = {
  'list.show': question('window', 'engine', z.strictObject({ list: List }), ListShape),
  /** Saves an entry (a new one where `id` is null): its next version, or nothing and all the reasons. */
  'list.save': change(
    'window',
    'engine',
    z.strictObject({ list: List, id: EntryId.nullable(), values: Values }),
    z.object({ id: z.string(), list: ListShape }),
  ),
  'list.take-out': change('window', 'engine', z.strictObject({ list: List, id: EntryId }), ListShape),
  'list.put-back': change('window', 'engine', z.strictObject({ list: List, id: EntryId }), ListShape),
  'list.note': change(
    'window',
    'engine',
    z.strictObject({ list: List, id: EntryId, saidOn: Day, note: z.string().trim().min(1).max(4000) }),
    ListShape,
  ),
  /** Brings a list from a sheet: every row of it, or none and the reasons. */
  'list.import': change(
    'window',
    'engine',
    z.strictObject({ list: List, file: Token }),
    z.object({ kept: z.number(), refusals: Told, warnings: Told }),
  ),

  /** The recommendations as a paper prints them: what is overdue, and the latest word on each. */
  'recommendation.table': question(
    'window',
    'engine',
    Nothing,
    z.object({
      says: z.string(),
      rows: z.array(
        z.object({
          number: z.string(),
          recommendation: z.string(),
          intervention: z.string(),
          measuredBy: z.string(),
          owner: z.string(),
          due: z.string(),
          status: z.string(),
          progress: z.string().nullable(),
          late: z.boolean(),
        }),
      ),
    }),
  ),

  'balance.show': question('window', 'engine', z.strictObject({ year: YearText }), BalanceShape),
  'outcome.show': question(
    'window',
    'engine',
    Nothing,
    z.object({
      standings: z.array(
        z.object({
          id: z.string(),
          light: z.object({ tier: Tier, why: z.string() }),
          trends: z.array(z.object({ measure: z.string(), name: z.string(), says: z.string() })),
        }),
      ),
    }),
  ),
  /** The agenda of a financial year, by month; without a year, what is overdue or due within 30 days. */
  'calendar.show': question(
    'window',
    'engine',
    z.strictObject({ year: YearText }),
    z.object({
      year: z.string(),
      today: z.string(),
      months: z.array(z.object({ month: z.string(), lines: z.array(CalendarLineShape) })),
    }),
  ),
  'calendar.due': question(
    'window',
    'engine',
    Nothing,
    z.object({ today: z.string(), lines: z.array(CalendarLineShape) }),
  ),
  /** The calendar of a year as a file that Outlook opens. */
  'calendar.draw': question(
    'window',
    'engine',
    z.strictObject({ year: YearText }),
    z.object({ bytes: z.instanceof(Uint8Array), name: z.string() }),
  ),
} as const;
