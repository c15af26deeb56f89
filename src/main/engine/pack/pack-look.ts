import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
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

const custom = (id: string, run: object, paragraph: object) => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});

export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: 21, color: COLOUR.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 240, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: FONT, size: 60, bold: true, color: COLOUR.ink } },
    heading1: {
      run: { font: FONT, size: 34, bold: true, color: COLOUR.ink },
      paragraph: {
        spacing: { before: 0, after: 160, line: 220, lineRule: LineRuleType.AUTO },
        keepNext: true,
        outlineLevel: 0,
      },
    },
    heading2: {
      run: { font: FONT, size: 25, bold: true, color: COLOUR.ink },
      paragraph: {
        spacing: { before: 300, after: 60, line: 220, lineRule: LineRuleType.AUTO },
        keepNext: true,
        outlineLevel: 1,
      },
    },
    heading3: {
      run: { font: FONT, size: 22, bold: true, color: COLOUR.ink },
      paragraph: {
        spacing: { before: 220, after: 40, line: 220, lineRule: LineRuleType.AUTO },
        keepNext: true,
        outlineLevel: 2,
      },
    },
  },
  paragraphStyles: [
    custom(STYLE.lead, { size: 23 }, { spacing: { after: 160, line: 244, lineRule: LineRuleType.AUTO } }),
    custom(STYLE.status, { size: 20 }, { spacing: { before: 20, after: 100 }, keepNext: true }),
    custom(STYLE.caption, { size: 19, bold: true }, { spacing: { before: 180, after: 60 }, keepNext: true }),
    custom(
      STYLE.note,
      { size: 18, color: COLOUR.muted },
      { spacing: { before: 40, after: 40, line: 226, lineRule: LineRuleType.AUTO } },
    ),
    custom(STYLE.cell, { size: 18 }, { spacing: { before: 24, after: 24, line: 204, lineRule: LineRuleType.AUTO } }),
    custom(
      STYLE.figure,
      { size: 18 },
      { spacing: { before: 24, after: 24, line: 204, lineRule: LineRuleType.AUTO }, alignment: AlignmentType.RIGHT },
    ),
    custom(
      STYLE.coverTitle,
      { size: 64, bold: true },
      { spacing: { before: 0, after: 80, line: 220, lineRule: LineRuleType.AUTO } },
    ),
    custom(STYLE.coverLine, { size: 24 }, { spacing: { after: 40 } }),
    custom(STYLE.contents, { size: 25, bold: true }, { spacing: { before: 400, after: 80 }, keepNext: true }),
    {
      id: 'TOC1',
      name: 'toc 1',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { spacing: { before: 90, after: 20 } },
    },
    {
      id: 'TOC2',
      name: 'toc 2',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { before: 0, after: 10 }, indent: { left: 284 } },
    },
  ],
};
