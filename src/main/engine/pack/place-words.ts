import { HeadingLevel, Paragraph, SequentialIdentifier, ShadingType, TextRun, type IRunOptions } from 'docx';
import type { Tier } from '../../../core/performance/measure-table.ts';
import { COLOUR, STATUS, STYLE } from './pack-look.ts';
import { plainText } from './plain-text.ts';

/** Text as it is, whatever it looks like. */
export const run = (text: string, look: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...look, text: plainText(text) });

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** A real heading: it is in the contents and in Word's navigation pane. */
export const heading = (text: string, level: 1 | 2 | 3, { startsPage = false } = {}): Paragraph =>
  new Paragraph({
    heading: HEADINGS[level],
    children: [run(text)],
    ...(startsPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
  });

export const words = (text: string, style?: string, keepNext = false): Paragraph =>
  new Paragraph({ children: [run(text)], keepNext, ...(style === undefined ? {} : { style }) });

/** `Table 1  Title` or `Figure 1  Title`, numbered by Word's own counter so that an added table counts along. */
export function caption(kind: 'Table' | 'Figure', title: string, look: { keepNext?: boolean } = {}): Paragraph {
  return new Paragraph({
    style: STYLE.caption,
    keepNext: look.keepNext ?? kind === 'Table',
    children: [run(`${kind} `, { color: COLOUR.accent }), new SequentialIdentifier(kind), run(`\u2003${title}`)],
  });
}

/** The status as shape and words on its own shade. */
export function statusRun(tier: Tier, says: string, size?: number): TextRun {
  const { shape, ink, paper } = STATUS[tier];
  return run(`\u00A0${shape}\u00A0${says.replaceAll(' ', '\u00A0')}\u00A0`, {
    bold: true,
    color: ink,
    ...(size === undefined ? {} : { size }),
    shading: { type: ShadingType.CLEAR, fill: paper, color: 'auto' },
  });
}

/** The line under a measure's heading: its status by the rule, and the target it is judged by. */
export function statusLine(
  tier: Tier,
  says: string,
  target: string | null,
  onto: 'one line' | 'two lines' = 'one line',
): Paragraph {
  const [status = says, ...rule] = says.split(' (');
  const rest = rule.length === 0 ? '' : ` (${rule.join(' (')}`;
  return new Paragraph({
    style: STYLE.status,
    children: [
      statusRun(tier, status),
      run(rest, { color: COLOUR.muted }),
      ...(target === null
        ? []
        : onto === 'one line'
          ? [run(`  ·  ${target}`, { color: COLOUR.muted })]
          : [run(target, { color: COLOUR.muted, break: 1 })]),
    ],
  });
}
