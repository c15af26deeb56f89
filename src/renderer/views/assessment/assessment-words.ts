import { KIND_WORDS } from '../../../core/risk/issue-kind.ts';
import {
  financialYearFrom,
  financialYearOf,
  startYearOf,
  type FinancialYear,
} from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import type { Output } from '../../../preload/contract.ts';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';

export type Risk = Output<'risk.show'>;
export type Issue = Risk['issues'][number];
export type PlanView = NonNullable<Output<'plan.show'>>;

export { KIND_WORDS };
export const KINDS = Object.keys(KIND_WORDS) as Issue['kind'][];

export const SECTION_WORDS = {
  harm: ISSUE_PANES.harm,
  likelihood: ISSUE_PANES.likelihood,
  position: ISSUE_PANES.ourOwnPositionBeside,
} as const;

export const BAND_WORDS = {
  individuals: ISSUE_PANES.individuals,
  communities: ISSUE_PANES.communities,
  issues: ISSUE_PANES.issues,
} as const;

/** Today on this computer, as `2015-07-23`. */
export function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Years to choose from: two after the latest of figures and calendar, and ten before. */
export function yearsOffered(latest: string | null): FinancialYear[] {
  const now = startYearOf(financialYearOf(today().slice(0, 7) as Month));
  const held = latest === null ? now : Number(latest.slice(0, 4));
  const [first, last] = [Math.min(now, held) - 5, Math.max(now, held) + 1];
  return Array.from({ length: last - first + 1 }, (_, at) => financialYearFrom(last - at));
}

/** A level as shown: whole where it is whole, halves where a median lies between two. */
export const sayLevel = (level: number | null): string =>
  level === null ? '' : Number.isInteger(level) ? String(level) : level.toFixed(1);
