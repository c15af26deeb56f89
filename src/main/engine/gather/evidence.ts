import { createHash } from 'node:crypto';
import { NO_EDIT, type EvidenceEdit } from '../../../core/assessment/evidence-edit.ts';
import type { EvidenceTable } from '../../../core/assessment/evidence-table.ts';
import { lastMonthOf, firstMonthOf, type FinancialYear } from '../../../core/time/financial-year.ts';
import { addMonths, type Month } from '../../../core/time/month.ts';
import { lengthInMonths, type Period } from '../../../core/time/period.ts';
import { evidenceEdits } from '../store/evidence.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import type { ReadStore } from '../store/open-store.ts';
import { settingOf } from '../store/settings.ts';
import { readEvidence } from './evidence-reading.ts';
import { draftEvidence } from './evidence-tables.ts';

/** One table of evidence with what the officer made of it. */
export interface EvidenceShown {
  readonly table: EvidenceTable;
  readonly edit: EvidenceEdit;
  readonly figures: string;
  /** The figures are not those the officer's words were written on. */
  readonly figuresChanged: boolean;
  /** Null: nothing was edited yet. */
  readonly savedAt: string | null;
}

/** The evidence of one year's assessment. */
export interface EvidenceOfYear {
  readonly year: FinancialYear;
  readonly period: Period;
  readonly before: Period;
  /** The officer chose the months; false: the twelve up to the last month held. */
  readonly periodChosen: boolean;
  readonly tables: readonly EvidenceShown[];
}

/** Longer spans would overlap the year before. */
const MOST_MONTHS = 12;

const settingName = (year: string): string => `evidence period ${year}`;
export { settingName as evidencePeriodSetting };

/** Fingerprint of a table's figures: words beside it were written on these. */
export const evidenceFingerprint = ({ columns, rows }: EvidenceTable): string =>
  createHash('sha256')
    .update(JSON.stringify([columns.map(({ id, under }) => [id, under]), rows.map(({ id, cells }) => [id, cells])]))
    .digest('hex');

/** Throws {@link FigureRefusal} for months that no assessment can be drafted for. */
export function assertPeriod(period: Period): void {
  if (period.to < period.from) throw new FigureRefusal('The period ends before it begins.');
  if (lengthInMonths(period) > MOST_MONTHS)
    throw new FigureRefusal('The period is longer than twelve months, so the year before would overlap it.');
}

/** The months chosen for a year's evidence, or the twelve up to the last one of the year for which crime is held, fewer where it begins later. */
function periodOf(
  db: ReadStore,
  year: FinancialYear,
  held: { readonly first: Month; readonly last: Month } | null,
): { period: Period; chosen: boolean } {
  const chosen = settingOf<{ from: Month; to: Month } | null>(db, settingName(year), null);
  if (chosen !== null) return { period: { from: chosen.from, to: chosen.to }, chosen: true };
  const end = lastMonthOf(year);
  const to = held === null || held.last > end || held.last < firstMonthOf(year) ? end : held.last;
  const from = addMonths(to, 1 - MOST_MONTHS);
  return {
    period: { from: held !== null && held.first > from && held.first <= to ? held.first : from, to },
    chosen: false,
  };
}

/** Drafts every table of evidence of a year from what is held, with the officer's words beside. */
export function gatherEvidence(db: ReadStore, year: FinancialYear): EvidenceOfYear {
  const reading = readEvidence(db, (held) => periodOf(db, year, held).period);
  const { period, before } = reading.scope;
  const edits = evidenceEdits(db, year);
  const tables = draftEvidence(db, reading).map((table): EvidenceShown => {
    const held = edits.find(({ evidence }) => evidence === table.id);
    const figures = evidenceFingerprint(table);
    if (held === undefined) return { table, edit: NO_EDIT, figures, figuresChanged: false, savedAt: null };
    const { finding, words, notes, leftOut, tableLeftOut } = held;
    const edit = { finding, words, notes, leftOut, tableLeftOut };
    const written = finding !== null || words !== '' || Object.keys(notes).length > 0;
    return { table, edit, figures, figuresChanged: written && held.figures !== figures, savedAt: held.savedAt };
  });
  return { year, period, before, periodChosen: periodOf(db, year, null).chosen, tables };
}
