import { BOARD_GAP_ID, type Measure } from './measure.ts';

/** Why a definition cannot be kept, in words; null when it can. */
export function refuseMeasure(measure: Measure): string | null {
  const blank = [
    ['name', measure.name],
    ['short name', measure.shortName],
    ['unit', measure.unit],
  ].find(([, text]) => text?.trim() === '');
  if (blank !== undefined) return `A measure needs a ${blank[0] ?? 'name'}.`;
  if (!(measure.tolerancePercent >= 0 && measure.tolerancePercent <= 100)) {
    return `The tolerance ${String(measure.tolerancePercent)}% is not between 0 and 100.`;
  }
  const { starts, ends, kind, madeOf } = measure;
  if (starts !== null && ends !== null && ends < starts) return 'It ends before it starts.';
  if (kind === 'rate' && madeOf === null) return 'A rate needs the measure whose counts it is made of.';
  if (kind === 'cumulative-gap' && measure.id !== BOARD_GAP_ID && madeOf === null)
    return 'A gap needs the measure whose counts it is made of.';
  if (madeOf?.part === measure.id || madeOf?.whole === measure.id) return 'A measure cannot be made of itself.';
  const years = measure.targets.map((target) => target.year);
  const twice = years.find((year, index) => years.indexOf(year) !== index);
  if (twice !== undefined) return `There are two targets for ${twice}.`;
  for (const { year, annual, periods } of measure.targets) {
    if (kind !== 'count' && kind !== 'rate' && kind !== 'cumulative-gap' && (annual < 0 || annual > 100)) {
      return `The target for ${year} is a percentage: ${String(annual)} is not between 0 and 100.`;
    }
    if (measure.profile !== 'own-periods') continue;
    const wanted = measure.cadence === 'month' ? 12 : 4;
    if (periods === undefined || periods.length !== wanted)
      return `The target for ${year} needs ${String(wanted)} parts, April first.`;
    const sum = periods.reduce((all, one) => all + one, 0);
    if (Math.abs(sum - annual) > 0.5)
      return `The parts of the target for ${year} come to ${String(sum)}, not ${String(annual)}.`;
  }
  return null;
}
