import { AlignmentType, LineRuleType, type IStylesOptions } from 'docx';
import { COLOUR, FONT, STYLE } from './pack-look.ts';

const custom = (id: string, run: object, paragraph: object) => ({
  id,
  name: id,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});

/** A heading: of which level, in half points, with the space around it in twentieths of a point. */
const heading = (outlineLevel: number, size: number, space: { readonly before: number; readonly after: number }) => ({
  run: { font: FONT, size, bold: true, color: COLOUR.ink },
  paragraph: { spacing: { ...space, line: 220, lineRule: LineRuleType.AUTO }, keepNext: true, outlineLevel },
});

/** The lines of the contents: closer where there are many of them. */
const contents = (close: boolean) => [
  {
    id: 'TOC1',
    name: 'toc 1',
    basedOn: 'Normal',
    run: { bold: true, ...(close ? { size: 19 } : {}) },
    paragraph: { spacing: close ? { before: 50, after: 0, line: 220 } : { before: 90, after: 20 } },
  },
  {
    id: 'TOC2',
    name: 'toc 2',
    basedOn: 'Normal',
    run: { size: close ? 18 : 20 },
    paragraph: {
      spacing: close ? { before: 0, after: 0, line: 216 } : { before: 0, after: 10 },
      indent: { left: 284 },
    },
  },
];

/** The styles of what is written for Word; the look of every other file stands in `pack-look.ts`. */
export const wordStyles = (closeContents = false): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: 21, color: COLOUR.ink, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 240, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: FONT, size: 60, bold: true, color: COLOUR.ink } },
    heading1: heading(0, 34, { before: 0, after: 160 }),
    heading2: heading(1, 25, { before: 300, after: 60 }),
    heading3: heading(2, 22, { before: 220, after: 40 }),
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
    ...contents(closeContents),
  ],
});
