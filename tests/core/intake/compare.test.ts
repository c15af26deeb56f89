import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDrafts, figuresByKey } from '../../../src/core/intake/compare.ts';
import type { ObservationDraft } from '../../../src/core/intake/draft.ts';
import { monthOf, type Month } from '../../../src/core/time/month.ts';

const count = (measure: string, month: Month, value: number | null, area: string | null = null): ObservationDraft => ({
  kind: 'observation',
  measure,
  area,
  areaKind: area === null ? 'city' : 'neighbourhood',
  from: month,
  to: month,
  quantity: 'count',
  value,
  symbol: value === null ? { found: '<5', meaning: 'under', under: 5 } : null,
  cell: 'B2',
  minus: null,
});

const april = monthOf(2015, 4);
const may = monthOf(2015, 5);
const june = monthOf(2015, 6);
const spring = { from: april, to: june };

describe('comparing a newer version with what is held', () => {
  it('tells new, same, changed and gone, the largest change first', () => {
    const held = figuresByKey([
      count('asb', april, 864),
      count('asb', may, 894),
      count('asb', june, 769),
      count('asb', monthOf(2014, 4), 808),
      count('hate', april, 58),
    ]);
    const read = figuresByKey([count('asb', april, 866), count('asb', may, 994), count('asb', monthOf(2015, 7), 700)]);
    const comparison = compareDrafts(held, read, { from: april, to: monthOf(2015, 7) });
    expect(comparison).toMatchObject({ new: 1, same: 0, changed: 2, gone: 1 });
    expect(comparison.largest.map(({ difference }) => difference)).toEqual([100, 2]);
    expect(comparison.missing).toEqual([expect.objectContaining({ measure: 'asb', to: june, value: 769 })]);
    expect(comparison.byMonth.map(({ month, gone, changed }) => [month, gone, changed])).toEqual([
      ['2015-04', 0, 1],
      ['2015-05', 0, 1],
      ['2015-06', 1, 0],
      ['2015-07', 0, 0],
    ]);
  });

  it('counts «<5» becoming a number as a change, and one spelling of an area as another', () => {
    const held = figuresByKey([count('hate', april, null, 'City Centre'), count('hate', may, 4, 'CITY CENTRE ')]);
    const read = figuresByKey([count('hate', april, 3, 'City Centre'), count('hate', may, 4, 'City Centre')]);
    expect(compareDrafts(held, read, spring)).toMatchObject({ new: 0, same: 1, changed: 1, gone: 0 });
  });

  it('finds nothing changed against itself, and everything new against nothing', () => {
    const drafts = fc.array(
      fc.tuple(fc.constantFrom('asb', 'hate'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 })),
    );
    fc.assert(
      fc.property(drafts, (list) => {
        const figures = figuresByKey(
          list.map(([measure, month, value]) => count(measure, monthOf(2015, month), value)),
        );
        const all = { from: monthOf(2015, 1), to: monthOf(2015, 12) };
        expect(compareDrafts(figures, figures, all)).toMatchObject({ new: 0, same: figures.size, changed: 0, gone: 0 });
        expect(compareDrafts(new Map(), figures, all)).toMatchObject({
          new: figures.size,
          same: 0,
          changed: 0,
          gone: 0,
        });
      }),
    );
  });
});
