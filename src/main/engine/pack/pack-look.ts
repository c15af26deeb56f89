import type { Tier } from '../../../core/performance/measure-table.ts';

export const FONT = 'Source Sans 3';

/** One accent, greys and hairlines; the status colours only where they mean something. */
export const COLOUR = {
  ink: '1B2733',
  muted: '51606E',
  accent: '0B5CAD',
  hairline: 'D7DDE3',
  rule: '51606E',
  header: 'EDF0F3',
  current: 'EAF2FA',
} as const;

/** A status as shape, words and shading, so that it survives a grey printer. */
export const STATUS: Record<
  Tier,
  { readonly shape: string; readonly short: string; readonly ink: string; readonly paper: string }
> = {
  'generally-satisfied': { shape: '●', short: 'Generally satisfied', ink: '136B3E', paper: 'E6F4EC' },
  'some-concerns': { shape: '▲', short: 'Some concerns', ink: '7A4700', paper: 'FFF1D6' },
  'significant-concern': { shape: '◆', short: 'Significant concern', ink: 'A3211A', paper: 'FDECEA' },
  'monitoring-only': { shape: '○', short: 'Monitoring only', ink: '46535F', paper: 'EDF0F3' },
  'not-yet-known': { shape: '◌', short: 'Not yet known', ink: '46535F', paper: 'EDF0F3' },
};

/** Twentieths of a point, as Word counts: 567 to the centimetre. */
const MARGIN = 1247;
const LANDSCAPE_MARGIN = 1020;
export const A4 = { short: 11906, long: 16838 } as const;
export const MARGINS = {
  portrait: { top: 1474, bottom: 1247, left: MARGIN, right: MARGIN, header: 624, footer: 567 },
  landscape: { top: 1304, bottom: 1077, left: LANDSCAPE_MARGIN, right: LANDSCAPE_MARGIN, header: 567, footer: 510 },
} as const;
export type Orientation = keyof typeof MARGINS;
/** Room between the margins. */
export const ROOM: Record<Orientation, number> = {
  portrait: A4.short - 2 * MARGIN,
  landscape: A4.long - 2 * LANDSCAPE_MARGIN,
};

/** Paragraph styles by the name Word shows. */
export const STYLE = {
  lead: 'Lead',
  status: 'StatusLine',
  caption: 'Caption',
  note: 'Note',
  cell: 'TableText',
  figure: 'TableFigure',
  coverTitle: 'CoverTitle',
  coverLine: 'CoverLine',
  contents: 'ContentsHeading',
} as const;
