import { describe, expect, it } from 'vitest';
import {
  hideAgain,
  isRevised,
  printedBefore,
  rememberFigures,
  withEarlierPacks,
  withEarlierShares,
  type EarlierPack,
} from '../../../src/core/disclosure/earlier-packs.ts';
import { fromShare, shareCellId } from '../../../src/core/disclosure/from-share.ts';
import { figureKey } from '../../../src/core/disclosure/keyed-figures.ts';
import { SMALL_NUMBER_RULE } from '../../../src/core/disclosure/rule.ts';
import { runningTotalCells } from '../../../src/core/disclosure/running-total-cells.ts';
import { suppress } from '../../../src/core/disclosure/suppress.ts';
import { withholdSmallNumbers } from '../../../src/main/engine/gather/withhold.ts';
import { makeShareView } from '../../../src/core/performance/make-share-view.ts';
import { boardMeasures } from '../../../src/core/measure/board-measures.ts';
import { financialYearFrom } from '../../../src/core/time/financial-year.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { periodsOf } from '../../../src/core/time/period.ts';

const pack = (packId: number, figures: Record<string, [held: number, printed: number | null]>): EarlierPack => ({
  packId,
  figures: new Map(Object.entries(figures).map(([key, [held, printed]]) => [key, { held, printed }])),
});

const run = runningTotalCells({
  id: 'm',
  totalId: 'cum',
  periods: ['April', 'May', 'June'],
  values: [9, 3, 8],
  totals: [9, 12, 20],
  standing: 'ordinary',
});
const keyed = run.counts.map(({ id, value }) => ({ cell: id, key: id, value }));

describe('what earlier packs printed', () => {
  it('is remembered as held and as printed, withheld figures too, and never a figure that was not known', () => {
    const held = [
      { cell: 'a', key: 'a', value: 12 },
      { cell: 'b', key: 'b', value: 3 },
      { cell: 'c', key: 'c', value: null },
    ];
    const printed = held.map((one) => (one.cell === 'b' ? { ...one, value: null } : one));
    expect([...rememberFigures(held, printed)]).toEqual([
      ['a', { held: 12, printed: 12 }],
      ['b', { held: 3, printed: null }],
    ]);
  });

  it('is known where it is the figure of today, and revised where it was another', () => {
    const packs = [pack(1, { m1: [9, 9], m2: [3, null], m3: [7, 7] })];
    expect(printedBefore(packs, keyed)).toEqual(new Set(['m1']));
    expect(isRevised(packs, 'm3', 8)).toBe(true);
    expect(isRevised(packs, 'm1', 9)).toBe(false);
    // What was withheld was not printed: another figure today revises nothing that a reader has seen.
    expect(isRevised(packs, 'm2', 4)).toBe(false);
  });

  it('cannot be withheld: another figure is left out in its place', () => {
    const first = suppress(run, SMALL_NUMBER_RULE);
    const leftOut = [...first.cells.values()].filter(({ outcome }) => outcome === 'secondary').map(({ id }) => id);
    expect(leftOut.length).toBeGreaterThan(0);
    const [known = ''] = leftOut;
    const value = run.counts.find(({ id }) => id === known)?.value ?? 0;
    const table = withEarlierPacks(run, keyed, [pack(1, { [known]: [value, value] })]);
    const { cells } = suppress(table, SMALL_NUMBER_RULE);
    expect(cells.get(known)?.outcome).toBe('shown');
    expect(cells.get('m2')?.outcome).toBe('small');
  });

  it('is not printed again where it is small, though nothing else is left out for it', () => {
    const table = withEarlierPacks(run, keyed, [pack(1, { m2: [3, 3] })]);
    const done = hideAgain(table, suppress(table, SMALL_NUMBER_RULE), SMALL_NUMBER_RULE);
    expect([...done.cells.values()].filter(({ symbol }) => symbol !== null).map(({ id }) => id)).toEqual(['m2']);
    expect(done.cells.get('m2')).toMatchObject({ outcome: 'small', value: null, symbol: '[c]' });
    expect(done.notes.join(' ')).toContain('May: an earlier pack printed this small number');
  });
});

describe('a share looked at twice in its quarter', () => {
  const measure = boardMeasures.find(({ id }) => id === 'asb-satisfaction');
  if (measure === undefined) throw new Error('no such measure');
  const year = financialYearFrom(2015);
  const view = makeShareView({
    measure,
    year,
    thisYear: periodsOf(year, 'quarter').map((period, at) =>
      at === 0 ? { period, part: 33, whole: 40 } : { period, part: null, whole: null },
    ),
    lastYear: [],
    distance: null,
    provisional: true,
    illustrative: false,
    notes: [],
  });
  const key = (what: string) => figureKey(measure.id, what, '2015/16 to 2015-05');
  const may = (part: number, whole: number) => [pack(1, { [key('part')]: [23, part], [key('whole')]: [28, whole] })];

  it('does not give away the few of the weeks between: 23 of 28 to May, 33 of 40 to June', () => {
    const outcomes = (packs: readonly EarlierPack[]) => {
      const { cells } = suppress(withEarlierShares(fromShare(view), view, monthOf(2015, 6), packs), SMALL_NUMBER_RULE);
      return [shareCellId.part(0), shareCellId.whole(0)].map((cell) => cells.get(cell)?.outcome);
    };
    expect(outcomes([])).toEqual(['shown', 'shown']);
    // 10 of the 12 between were satisfied: 2 were not, printed nowhere and worked out at once.
    expect(outcomes(may(23, 28))).toContain('secondary');
  });

  it.each([
    ['to the unit', 23, 28],
    ['rounded', 25, 30],
  ])('does not give them away by rounded figures either, where the pack before printed them %s', (_, part, whole) => {
    const setting = { ...SMALL_NUMBER_RULE, applied: true, rounding: { base: 5, symbol: '~' } };
    const shown = (packs: readonly EarlierPack[]) =>
      withholdSmallNumbers(
        { tables: [], shares: [view], gap: null },
        setting,
        () => null,
        () => undefined,
        {
          packs,
          asAt: monthOf(2015, 6),
        },
      );
    expect(shown([]).shares[0]?.toDate).toMatchObject({ part: 35, whole: 40 });
    const minded = shown(may(part, whole));
    const printed = [minded.shares[0]?.toDate.part, minded.shares[0]?.toDate.whole];
    expect(printed).toContain(null);
    for (const value of printed) expect(value == null || value % 5 === 0).toBe(true);
    expect(minded.cautions.map(({ says }) => says).join(' ')).toContain('hidden before the rest is rounded');
  });
});
