import type { Borders, Fill, Font } from 'exceljs';
import type { Tier } from '../../../core/performance/measure-table.ts';

/** Arial is on every office computer, and what is measured for it here is true there. */
export const FONT = 'Arial';

export const COLOUR = {
  ink: 'FF1B2733',
  muted: 'FF51606E',
  accent: 'FF0B5CAD',
  hairline: 'FFD7DDE3',
  rule: 'FF51606E',
  header: 'FFEDF0F3',
  current: 'FFEAF2FA',
  white: 'FFFFFFFF',
} as const;

export const font = (more: Partial<Font> = {}): Partial<Font> => ({
  name: FONT,
  size: 10,
  color: { argb: COLOUR.ink },
  ...more,
});

export const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const hairlineBelow: Partial<Borders> = { bottom: { style: 'thin', color: { argb: COLOUR.hairline } } };
export const ruleBelow: Partial<Borders> = { bottom: { style: 'thin', color: { argb: COLOUR.rule } } };
export const ruleAbove: Partial<Borders> = {
  top: { style: 'thin', color: { argb: COLOUR.rule } },
  bottom: { style: 'thin', color: { argb: COLOUR.hairline } },
};

/** A status as it stands in a cell: shape and word as well as colour, so that it survives a grey printer. */
export const STATUS: Record<Tier, { readonly words: string; readonly ink: string; readonly paper: string }> = {
  'generally-satisfied': { words: '● Generally satisfied', ink: 'FF136B3E', paper: 'FFE6F4EC' },
  'some-concerns': { words: '▲ Some concerns', ink: 'FF7A4700', paper: 'FFFFF1D6' },
  'significant-concern': { words: '◆ Significant concern', ink: 'FFA3211A', paper: 'FFFDECEA' },
  'monitoring-only': { words: '○ Monitoring only', ink: 'FF46535F', paper: 'FFEDF0F3' },
  'not-yet-known': { words: '◌ Not yet known', ink: 'FF46535F', paper: 'FFEDF0F3' },
};

export const PERCENT = '+0.0%;-0.0%;0.0%';

/** A figure with its sign before it: the number stays a number, at its place. */
export const signedFormat = (format: string, sign: string): string =>
  sign === ''
    ? format
    : format
        .split(';')
        .map((part) => `"${sign} "${part}`)
        .join(';');

/** The number format for a figure with so many decimals. */
export const numberFormat = (decimals: number): string => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`);
