import { readFinancialYearId } from '../time/financial-year.ts';
import { PLAN_BANDS, type Plan, type PlanBand, type PlanRow } from './plan.ts';

/** One row of a sheet as plain values; a blank cell is null. */
export type SheetRow = readonly (string | number | null)[];

/** First word of each row of a plan's sheet, and what follows it in the next columns. */
export const PLAN_ROW = {
  Year: ['financial year the plan begins with'],
  Title: ['title'],
  Vision: ['the vision'],
  'Who we are': ['one organisation a row'],
  'Working together': ['what stands under the organisations'],
  'Doing the work': ['one paragraph a row'],
  'What we want to see': ['paragraph'],
  'What we’re facing': ['paragraph'],
  Facing: ['individuals, communities or issues', 'what we are facing'],
  Row: [
    'individuals, communities or issues',
    'we will',
    'so that',
    'and ultimately',
    'measured by',
    'accountable person',
    'measures, by id, with semicolons between',
  ],
  Note: ['what is printed at the foot'],
} as const satisfies Record<string, readonly string[]>;

type Kind = keyof typeof PLAN_ROW;

export interface PlanRefusal {
  /** Row of the sheet, from 1; null: the sheet as a whole. */
  readonly row: number | null;
  readonly says: string;
}

/** A plan, or null with the reasons. */
export interface PlanReading {
  readonly plan: Plan | null;
  readonly refusals: readonly PlanRefusal[];
}

const textOf = (cell: string | number | null | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();
const plainKind = (word: string): string => word.toLowerCase().replaceAll("'", '’');
const KINDS = new Map((Object.keys(PLAN_ROW) as Kind[]).map((kind) => [plainKind(kind), kind]));

const bandOf = (cell: string): PlanBand | null => PLAN_BANDS.find((band) => band === cell.toLowerCase()) ?? null;

/** Reads a plan on a page from the rows of a sheet. Nothing is filled in for what the sheet leaves out. */
export function readPlan(rows: readonly SheetRow[]): PlanReading {
  const found = new Map<Kind, string[]>();
  const facing: { band: PlanBand; text: string }[] = [];
  const planRows: PlanRow[] = [];
  const refusals: PlanRefusal[] = [];
  for (const [at, cells] of rows.entries()) {
    const row = at + 1;
    const [first = '', ...rest] = cells.map(textOf);
    if (first === '' && rest.every((cell) => cell === '')) continue;
    const kind = KINDS.get(plainKind(first));
    if (kind === undefined) {
      refusals.push({
        row,
        says: `The row begins with «${first}»: it should begin with ${Object.keys(PLAN_ROW).join(', ')}.`,
      });
      continue;
    }
    const [one = '', two = '', three = '', four = '', five = '', six = '', seven = ''] = rest;
    if (kind !== 'Row' && kind !== 'Facing') {
      if (one === '') refusals.push({ row, says: `«${kind}» has nothing beside it.` });
      else found.set(kind, [...(found.get(kind) ?? []), one]);
      continue;
    }
    const band = bandOf(one);
    if (band === null) refusals.push({ row, says: `The band is «${one}»: write individuals, communities or issues.` });
    else if (two === '') refusals.push({ row, says: `«${kind}» says nothing after its band.` });
    else if (kind === 'Facing') facing.push({ band, text: two });
    else {
      const measures = seven.split(';').flatMap((id) => (id.trim() === '' ? [] : [id.trim()]));
      const accountable = six === '' ? null : six;
      planRows.push({ band, weWill: two, soThat: three, ultimately: four, measuredBy: five, accountable, measures });
    }
  }
  const only = (kind: Kind): string => {
    const [text = '', ...more] = found.get(kind) ?? [];
    if (more.length > 0) refusals.push({ row: null, says: `«${kind}» is there ${String(more.length + 1)} times.` });
    return text;
  };
  const plan: Plan = {
    year: only('Year'),
    title: only('Title'),
    vision: only('Vision'),
    whoWeAre: found.get('Who we are') ?? [],
    whoWeAreTogether: only('Working together'),
    doingTheWork: found.get('Doing the work') ?? [],
    wantToSee: only('What we want to see'),
    facingWords: only('What we’re facing'),
    facing,
    rows: planRows,
    note: only('Note'),
  };
  refusals.push(...problemsOfPlan(plan).map((says) => ({ row: null, says })));
  return { plan: refusals.length > 0 ? null : plan, refusals };
}

/** What keeps a plan from being kept, in words; empty when nothing does. */
export function problemsOfPlan(plan: Plan): string[] {
  return [
    ...(readFinancialYearId(plan.year) === null ? [`The year is «${plan.year}»: write a year such as 2016/17.`] : []),
    ...(plan.title.trim() === '' ? ['The plan has no title.'] : []),
    ...(plan.rows.length === 0 ? ['The plan has no row.'] : []),
    ...(plan.rows.some((row) => row.weWill.trim() === '') ? ['A row says nothing under «We will».'] : []),
  ];
}
