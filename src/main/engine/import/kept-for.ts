import { carryChoice, yearsGiven } from '../../../core/intake/carry-choice.ts';
import type { Grid } from '../../../core/intake/grid.ts';
import { driftFrom } from '../../../core/intake/header-drift.ts';
import { findHeaders, fingerprintOf, type HeaderPrint } from '../../../core/intake/header-print.ts';
import type { SheetPlan } from '../../../core/intake/plan.ts';
import type { SheetChoice } from '../../../core/intake/sheet-choice.ts';
import type { KeptMapping } from '../store/mappings.ts';

/** A kept decision on this sheet: followed where it fits, offered where it fits in part, or only spoken of. */
export interface KeptFor {
  readonly mapping: KeptMapping;
  readonly follow: boolean;
  readonly choice: SheetChoice | null;
  readonly says: string;
}

/** Headings that are no periods: as many make a header that no other table has by chance. */
const TELLING = 3;

/**
 * The kept decision that speaks of this sheet, if any. One of the same source is followed as long as every column it
 * speaks of is there, wherever it stands now; one of another source only with the very same headings and the same
 * measure. Headings alone, without source or measure, are a hint and never followed by themselves.
 */
export function keptFor(
  kept: readonly KeptMapping[],
  source: string,
  sheet: string,
  grid: Grid,
  automatic: SheetPlan,
): KeptFor | null {
  const found = kept.flatMap((mapping) => lookAt(mapping, source, sheet, grid, automatic) ?? []);
  return found.find(({ follow }) => follow) ?? found.find(({ choice }) => choice !== null) ?? found[0] ?? null;
}

function lookAt(mapping: KeptMapping, source: string, sheet: string, grid: Grid, automatic: SheetPlan): KeptFor | null {
  const sameSource = mapping.source === source && mapping.sheet === sheet;
  const sameAbout =
    automatic.measure !== null && mapping.dataset === automatic.dataset && mapping.measure === automatic.measure;
  const when = dayInWords(mapping.madeAt);
  if (mapping.header.length === 0) {
    return sameSource
      ? { mapping, follow: true, choice: mapping.choice, says: `Read as you decided on ${when}.` }
      : null;
  }
  const now = findHeaders(mapping.header, grid);
  if (now === null) {
    const says = `Its headings are not those you decided about on ${when}, so it is read as the workbench sees it.`;
    return sameSource ? { mapping, follow: false, choice: null, says } : null;
  }
  const { choice, lost } = carryChoice(mapping.choice, mapping.header, now, grid);
  const exact = fingerprintOf(now) === mapping.fingerprint;
  const drift = driftFrom(mapping.header, now);
  const moved = drift === null ? '' : `${drift.says} `;
  const missed = lost.filter((one) => drift === null || !drift.says.includes(`«${one}»`));
  const gone = missed.length === 0 ? '' : `${missed.map((one) => `«${one}»`).join(', ')} can no longer be found. `;
  if (sameSource && lost.length === 0) {
    return { mapping, follow: true, choice, says: `${moved}Read as you decided on ${when}.${sayYears(choice)}` };
  }
  if (sameSource) {
    return {
      mapping,
      follow: false,
      choice,
      says: `${moved}${gone}So what you decided on ${when} is not followed by itself.`,
    };
  }
  if (!exact || lost.length > 0) return null;
  if (sameAbout)
    return { mapping, follow: true, choice, says: `${moved}Read as you decided on ${when}.${sayYears(choice)}` };
  const says = `Its headings are those of «${mapping.fileName}», about which you decided on ${when}.`;
  return tellingHeadings(now) >= TELLING && automatic.layout === 'not-recognised'
    ? { mapping, follow: false, choice, says }
    : null;
}

const tellingHeadings = (prints: readonly HeaderPrint[]): number =>
  prints.flatMap(({ headings }) => headings).filter(({ key }) => !/^a (?:month|quarter|year)$/.test(key)).length;

function sayYears(choice: SheetChoice): string {
  const given = yearsGiven(choice);
  return given.length === 0
    ? ''
    : ` ${given.map(({ what, year }) => `«${what}» is read as ${year}`).join(', ')}, the year you gave then: look whether it still is.`;
}

/** `3 July 2015`. */
export const dayInWords = (moment: string): string =>
  new Date(moment).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
