import { createHash } from 'node:crypto';
import type { ReportFigures } from '../gather/report-content.ts';
import { pictureName } from '../report/report-content.ts';

const sha256 = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Fingerprint of every figure a pack prints: the same figures, the same fingerprint, byte for byte. */
export const figuresFingerprint = ({
  tables,
  shares,
  gap,
  comparisons,
}: Pick<ReportFigures, 'tables' | 'shares' | 'gap' | 'comparisons'>): string =>
  sha256({ tables, shares, gap, comparisons });

/** Fingerprint of the figures under the words on one view; of nothing where there is no such view. */
export function viewFingerprint(
  { tables, shares, gap, comparisons }: Pick<ReportFigures, 'tables' | 'shares' | 'gap' | 'comparisons'>,
  view: string,
): string {
  if (view === 'gap') return sha256(gap);
  return sha256(
    tables.find((table) => table.measure === view) ??
      shares.find((share) => share.measure === view) ??
      comparisons.find((one) => pictureName.comparison(one) === view) ??
      null,
  );
}
