import type { Warning } from '../intake/draft.ts';
import { shownNumber, valuesOf, type Line } from '../intake/wide-lines.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import type { Tier } from '../performance/measure-table.ts';
import { statusOf } from '../performance/status.ts';
import { previousYear } from '../time/financial-year.ts';
import { figuresOf } from './change-row.ts';
import type { WideSheet } from './check-wide.ts';
import { placeKey } from './settled.ts';
import type { StatusWords, TableWords } from './table-words.ts';
import { isTarget, lastYearsSums, profileFault } from './target-profile.ts';

const TIER_WORDS: Readonly<Record<Tier, string>> = {
  'generally-satisfied': 'generally satisfied',
  'some-concerns': 'some concerns',
  'significant-concern': 'significant concern',
  'monitoring-only': 'monitoring only',
  'not-yet-known': 'not yet known',
};

/** Works out again every status that is printed in words: shortfall against the profile, within the tolerance or not. */
export function checkStatus(sheet: WideSheet, words: ReadonlyMap<WideTable, TableWords>): Warning[] {
  return sheet.tables.flatMap((table) => {
    const told = words.get(table);
    if (told?.status === undefined || told.status === null) return [];
    const main = table.rows[0]?.measure ?? '';
    const target = sheet.lines.find(
      (line) => isTarget(line) && table.rows.includes(line.row) && line.row.measure === main,
    );
    if (target !== undefined) return checkTier(target, told, told.status, sheet);
    return told.noMeasure ? [withoutMeasure(main, told, told.status, sheet)] : [];
  });
}

function checkTier(target: Line, told: TableWords, status: StatusWords, sheet: WideSheet): Warning[] {
  const { direction, tolerancePercent } = told;
  const { sums } = figuresOf(sheet.settled.lines, target.row.measure, target.year, sheet.unknown);
  const place = sums.findLastIndex((sum) => sum !== null);
  const actual = sums[place] ?? null;
  const values = valuesOf(target, sheet.unknown);
  const printed = values[place] ?? null;
  const end = values.at(-1) ?? null;
  if (direction === null || direction === 'monitor' || actual === null || printed === null || end === null) return [];
  if (sheet.settled.doubted.has(placeKey(target, place))) return [];
  const tierAt = (profile: number) =>
    statusOf({ actual, target: profile, annualTarget: end, direction, tolerancePercent, against: 'linear' });
  const fault = profileFault(values, lastYearsSums(target, sheet));
  const exact =
    fault?.kind === 'step'
      ? (end * (place + 1)) / target.periods
      : fault?.kind === 'one' && fault.places[0] === place
        ? fault.right
        : printed;
  const worked = [tierAt(printed), tierAt(exact)];
  const [first] = worked;
  if (first === undefined || worked.some(({ tier }) => tier === status.tier)) return [];
  const percent = first.shortfallPercent;
  const apart =
    percent === null
      ? ''
      : ` is ${Math.abs(percent).toLocaleString('en-GB', { maximumFractionDigits: 2 })}% on the ${percent > 0 ? 'wrong' : 'right'} side of ${shownNumber(printed)}`;
  return [
    {
      check: 'status-differs',
      cells: status.cell,
      says: `«${TIER_WORDS[status.tier]}» is printed, but ${shownNumber(actual)}${apart}, so by the ${shownNumber(tolerancePercent)}% rule it is «${TIER_WORDS[first.tier]}».`,
      found: TIER_WORDS[status.tier],
      expected: TIER_WORDS[first.tier],
    },
  ];
}

function withoutMeasure(measure: string, told: TableWords, status: StatusWords, sheet: WideSheet): Warning {
  const years = sheet.settled.lines.flatMap((line) => (line.row.measure === measure ? [line.year] : [])).toSorted();
  const year = years.at(-1);
  const now = year === undefined ? [] : figuresOf(sheet.settled.lines, measure, year, sheet.unknown).sums;
  const before =
    year === undefined ? [] : figuresOf(sheet.settled.lines, measure, previousYear(year), sheet.unknown).sums;
  const place = now.findLastIndex((sum) => sum !== null);
  const [here, there] = [now[place] ?? null, before[place] ?? null];
  const change =
    here === null || there === null || there === 0
      ? ''
      : ` Against last year it is ${((here / there - 1) * 100).toLocaleString('en-GB', { maximumFractionDigits: 1, signDisplay: 'always' })}%, where the rule allows ${shownNumber(told.tolerancePercent)}%.`;
  return {
    check: 'status-without-measure',
    cells: status.cell,
    says: `«${TIER_WORDS[status.tier]}» is printed, but there is no performance measure to hold the figures against.${change}`,
    found: TIER_WORDS[status.tier],
    expected: TIER_WORDS['monitoring-only'],
  };
}
