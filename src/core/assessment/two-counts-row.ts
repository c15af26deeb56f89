import { changeCell, differenceCell, type DerivedCell } from '../disclosure/disclosure-table.ts';
import { SMALLEST_BASE } from '../performance/change.ts';
import { sayEvidence } from '../statistics/evidence.ts';
import { changeBetween } from '../statistics/two-periods.ts';
import type { EvidenceColumn } from './evidence-table.ts';
import { evidenceCellId } from './evidence-table.ts';

/** A count now and before, and how sure the change is. */
export interface TwoCountsRow {
  readonly now: number | null;
  readonly before: number | null;
  readonly difference: number | null;
  /** Null on a base under ten. */
  readonly percent: number | null;
  /** Fixed words; null where either is not known or both are small. */
  readonly evidence: string | null;
}

const isCount = (value: number | null): value is number => value !== null && Number.isInteger(value) && value >= 0;

/** Compares two counts of equal months: no percentage and no words of evidence on an earlier count under ten. */
export function twoCountsRow(now: number | null, before: number | null): TwoCountsRow {
  if (!isCount(now) || !isCount(before)) return { now, before, difference: null, percent: null, evidence: null };
  const { difference, percent, p } = changeBetween(before, now);
  const direction = difference > 0 ? 'rise' : difference < 0 ? 'fall' : 'none';
  return {
    now,
    before,
    difference,
    percent,
    evidence: before < SMALLEST_BASE ? 'too few to say' : sayEvidence(p, direction),
  };
}

/** The columns of {@link twoCountsRow}, in order. */
export const twoCountsColumns = (now: string, before: string): EvidenceColumn[] => [
  { id: 'now', head: 'Count', under: now, kind: 'number' },
  { id: 'before', head: 'Before', under: before, kind: 'number' },
  { id: 'difference', head: 'Change', under: 'number', kind: 'number', signed: true },
  { id: 'percent', head: 'Change', under: '%', kind: 'number', decimals: 1, signed: true, suffix: '%' },
  { id: 'evidence', head: 'Is it a change?', kind: 'words' },
];

/** Its cells in that order. */
export const twoCountsCells = (row: TwoCountsRow): (number | string | null)[] => [
  row.now,
  row.before,
  row.difference,
  row.percent,
  row.evidence,
];

/** What small-number rules must know of a row's change. */
export function changesOf(id: string, head: string, row: TwoCountsRow): DerivedCell[] {
  const [now, before] = [evidenceCellId(id, 'now'), evidenceCellId(id, 'before')];
  const printed = (column: string, value: number | null, decimals: number) => ({
    id: evidenceCellId(id, column),
    label: `Change, ${head}`,
    value,
    decimals,
  });
  return [
    differenceCell(printed('difference', row.difference, 0), before, now),
    ...(row.percent === null ? [] : [changeCell(printed('percent', row.percent, 1), before, now)]),
  ];
}
