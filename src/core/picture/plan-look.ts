import type { Tier } from '../performance/measure-table.ts';
import type { PlanBand } from '../plan/plan.ts';
import type { MarkShape } from './page-shapes.ts';

/** Ink and paper of each traffic light, with the words beside it; the shape says the same as the colour. */
export const LIGHT_COLOURS: Readonly<
  Record<Tier, { readonly ink: string; readonly paper: string; readonly words: string }>
> = {
  'generally-satisfied': { ink: '#136B3E', paper: '#E6F4EC', words: 'Generally satisfied' },
  'some-concerns': { ink: '#7A4700', paper: '#FFF1D6', words: 'Some concerns' },
  'significant-concern': { ink: '#A3211A', paper: '#FDECEA', words: 'Significant concern' },
  'monitoring-only': { ink: '#46535F', paper: '#EDF0F3', words: 'Monitoring only' },
  'not-yet-known': { ink: '#46535F', paper: '#EDF0F3', words: 'Not yet known' },
};

/** The three bands of the page: a strong colour for the strip, a pale one for the row behind it. */
export const BAND_COLOURS: Readonly<Record<PlanBand, { readonly strong: string; readonly words: string }>> = {
  individuals: { strong: '#0B3C6F', words: 'INDIVIDUALS' },
  communities: { strong: '#0B5CAD', words: 'COMMUNITIES' },
  issues: { strong: '#51606E', words: 'ISSUES' },
};

/** The mark of a tier about a centre: ● ▲ ◆ ○ ◌, so that a page copied in grey still tells them apart. */
export function lightMark(tier: Tier, x: number, y: number, radius: number): MarkShape {
  const { ink } = LIGHT_COLOURS[tier];
  const p = (dx: number, dy: number) =>
    `${String(Math.round((x + dx) * 100) / 100)} ${String(Math.round((y + dy) * 100) / 100)}`;
  const r = radius;
  const round = `M${p(-r, 0)}a${String(r)} ${String(r)} 0 1 0 ${String(2 * r)} 0a${String(r)} ${String(r)} 0 1 0 ${String(-2 * r)} 0Z`;
  const path =
    tier === 'some-concerns'
      ? `M${p(0, -r)}L${p(r, r * 0.85)}L${p(-r, r * 0.85)}Z`
      : tier === 'significant-concern'
        ? `M${p(0, -r * 1.1)}L${p(r * 1.1, 0)}L${p(0, r * 1.1)}L${p(-r * 1.1, 0)}Z`
        : round;
  const hollow = tier === 'monitoring-only' || tier === 'not-yet-known';
  return { kind: 'mark', path, fill: hollow ? '#FFFFFF' : ink, stroke: ink, dashed: tier === 'not-yet-known' };
}
