import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/core/intake/grid.ts';
import { gridOf } from '../intake/make-grid.ts';
import { findingsIn } from './check-grids.ts';
import { FRONT, PRINTED, RIGHT } from './july-2015-sheets.ts';

/** All tables on one sheet, an empty row between them. */
function oneUnderAnother(grids: readonly Grid[]): Grid {
  let top = 0;
  const rows = grids.flatMap((grid) => {
    const moved = grid.rows.map((row) => ({ ...row, row: row.row + top }));
    top = (moved.at(-1)?.row ?? top) + 1;
    return moved;
  });
  return { ...gridOf([]), sheet: 'All', rows };
}

describe('the tables of the July 2015 report', () => {
  const findings = findingsIn([...FRONT, ...PRINTED]);
  const about = (sheet: string) =>
    findings.filter((finding) => finding.sheet === sheet).map(({ check, cells }) => [check, cells]);

  it('gap and all crime: each cause once, by its cells', () => {
    expect(about('Gap')).toEqual([
      ['future-period-filled', 'H12:P12'],
      ['year-in-label', 'E13:G13'],
      ['annual-on-other-row', 'C8:D8'],
      ['annual-on-other-row', 'B12:D12'],
      ['target-step-differs', 'H10:O10'],
      ['narrative-differs', 'A3'],
      ['narrative-target-differs', 'A4'],
      ['text-numbers', 'B12:D12'],
      ['footnote-missing', 'A7'],
    ]);
  });

  it('domestic violence', () => {
    expect(about('DV')).toEqual([
      ['future-period-filled', 'H12:P12'],
      ['change-row-is-cumulative', 'E12:G12'],
      ['target-end-differs', 'P9'],
      ['same-value-two-years', 'F7, F8'],
    ]);
  });

  it('referrals and training', () => {
    expect(about('Referrals')).toEqual([
      ['year-in-label', 'E8:H8'],
      ['change-row-holds-number', 'E11'],
      ['target-step-differs', 'F8:G8'],
    ]);
    expect(about('DASH')).toEqual([
      ['year-in-label', 'E8:H8'],
      ['change-row-holds-number', 'E11'],
      ['last-period-differs', 'F9:H9'],
      ['row-sums-to-cell', 'E6:H6, E7'],
    ]);
  });

  it('anti-social behaviour, hate incidents, serious acquisitive crime', () => {
    expect(about('ASB')).toEqual([
      ['change-row-is-cumulative', 'E13:G13'],
      ['annual-differs', 'D8'],
      ['target-step-differs', 'E10:O10'],
      ['status-differs', 'A2'],
      ['unit-word', 'A1'],
      ['annual-step', 'B8:C8'],
    ]);
    expect(about('Hate')).toEqual([
      ['annual-on-other-row', 'C8:D8'],
      ['target-step-differs', 'E9:O9'],
      ['unit-word', 'A7, A8'],
    ]);
    expect(about('SAC')).toEqual([
      ['duplicate-row-label', 'B8:P8'],
      ['change-row-is-cumulative', 'E11:F11'],
      ['status-without-measure', 'A2'],
      ['last-period-differs', 'G8'],
    ]);
  });

  it('the contents list and the minutes', () => {
    expect(about('Contents')).toEqual([
      ['contents-without-table', 'A10'],
      ['contents-without-table', 'A11'],
      ['contents-without-table', 'A12'],
      ['contents-without-table', 'A15'],
      ['contents-twice', 'A13, A16'],
    ]);
    expect(about('Minutes')).toEqual([['weekday-differs', 'B2']]);
  });

  it('says what stands there and what would add up', () => {
    const found = (sheet: string, check: string) => {
      const one = findings.find((finding) => finding.sheet === sheet && finding.check === check);
      return [one?.found, one?.expected];
    };
    expect(found('ASB', 'annual-differs')).toEqual(['10,299', '10,065']);
    expect(found('ASB', 'change-row-is-cumulative')).toEqual(['7%, 4%, -7%', '6.9%, 1.4%, -24.8%']);
    expect(found('ASB', 'status-differs')).toEqual(['generally satisfied', 'some concerns']);
    expect(found('Referrals', 'change-row-holds-number')).toEqual(['-104', '-16.5%']);
    expect(found('DASH', 'last-period-differs')).toEqual(['blank', '30, 45, 58']);
    expect(found('Gap', 'future-period-filled')).toEqual(['4,799', 'blank']);
    expect(found('SAC', 'duplicate-row-label')).toEqual(['Actual 2014 - 2015', '2015/16']);
    expect(found('Minutes', 'weekday-differs')).toEqual(['Thursday', 'Tuesday']);
  });

  it('raises nothing about the same tables put right', () => {
    expect(findingsIn(RIGHT)).toEqual([]);
  });

  it('finds the same with all tables one under another on one sheet, and nothing where they are put right', () => {
    const checks = (grids: readonly Grid[]) =>
      findingsIn(grids)
        .map(({ check }) => check)
        .toSorted();
    expect(checks([oneUnderAnother(PRINTED)])).toEqual(checks(PRINTED));
    expect(checks([oneUnderAnother(RIGHT.slice(0, -1))])).toEqual([]);
  });

  it('raises nothing about each of them alone in its own file', () => {
    for (const grid of RIGHT) expect(findingsIn([grid])).toEqual([]);
  });
});
