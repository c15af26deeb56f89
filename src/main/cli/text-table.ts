import type { Tier } from '../../core/performance/measure-table.ts';

const TIERS: Record<Tier, string> = {
  'generally-satisfied': '● Generally satisfied',
  'some-concerns': '▲ Some concerns',
  'significant-concern': '◆ Area of significant concern',
  'monitoring-only': '○ Monitoring only',
  'not-yet-known': '◌ Not yet known',
};

export const tierWords = (tier: Tier): string => TIERS[tier];

/** A number the British way; empty when not known. */
export const number = (value: number | null, decimals: number): string =>
  value === null
    ? ''
    : value
        .toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
        .replace(/^-/, '−');

/** A signed percentage with one decimal; empty when not known. */
export const percent = (value: number | null): string =>
  value === null ? '' : `${value > 0 ? '+' : ''}${number(value, 1)}%`;

/** Rows under their heads, the first column left, numbers right. */
export function textTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)));
  const last = heads.length - 1;
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 || column === last ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}
