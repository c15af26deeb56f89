import { ShadingType, TextRun, type IRunOptions } from 'docx';
import type { Tier } from '../../../core/performance/measure-table.ts';
import { STATUS } from './pack-look.ts';
import { plainText } from './plain-text.ts';

/** Text as it is, whatever it looks like. */
export const run = (text: string, look: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...look, text: plainText(text) });

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
