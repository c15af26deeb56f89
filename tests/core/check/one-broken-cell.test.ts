import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../intake/make-grid.ts';
import { covers, findingsIn } from './check-grids.ts';
import { breakable, broken, nameOf, recipe, rowsOf } from './make-measure-sheet.ts';

const share = fc
  .tuple(fc.constantFrom(-1, 1), fc.double({ min: 0.06, max: 0.6, noNaN: true }))
  .map(([sign, size]) => sign * size);

describe('the checker', () => {
  it('raises nothing about a measure sheet that adds up', () => {
    fc.assert(
      fc.property(recipe, (made) => {
        expect(findingsIn([gridOf(rowsOf(made))])).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('names the one cell that was mistyped, once', () => {
    fc.assert(
      fc.property(recipe, fc.nat(), share, (made, pick, by) => {
        const rows = rowsOf(made);
        const places = breakable(rows);
        const place = places[pick % places.length];
        if (place === undefined) return;
        const wrong = broken(rows, place, by);
        // A cumulative that repeats the month before says «nothing new» instead, and is asked about as that.
        const [now, before] = [wrong[place.row]?.[place.column], wrong[place.row]?.[place.column - 1]];
        fc.pre(now !== before && now !== wrong[place.row]?.[place.column + 1]);
        const twins = [wrong[3]?.[place.column], wrong[4]?.[place.column]];
        fc.pre(place.column === 3 || twins[0] !== twins[1]);
        const findings = findingsIn([gridOf(wrong)]);
        const cell = nameOf(place);
        expect(findings.map(({ check, cells, says }) => `${check} ${cells} ${says}`)).toHaveLength(1);
        const [found] = findings;
        expect(found !== undefined && (covers(found.cells, cell) || found.says.includes(cell))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('names a figure typed as text', () => {
    fc.assert(
      fc.property(recipe, fc.nat(), (made, pick) => {
        const rows = rowsOf(made);
        const place = breakable(rows).filter(({ row, column }) => typeof rows[row]?.[column] === 'number')[pick % 20];
        if (place === undefined) return;
        const typed = rows.map((cells, row) =>
          cells.map((cell, column) =>
            row === place.row && column === place.column && typeof cell === 'number'
              ? cell.toLocaleString('en-GB')
              : cell,
          ),
        );
        expect(findingsIn([gridOf(typed)])).toEqual([
          expect.objectContaining({ check: 'text-numbers', cells: nameOf(place) }),
        ]);
      }),
    );
  });

  it('names a figure that was left out of a row, and what it would be', () => {
    fc.assert(
      fc.property(recipe, fc.nat(), (made, pick) => {
        const rows = rowsOf(made);
        const inCumulative = breakable(rows).filter(({ row, column }) => (row === 6 || row === 7) && column >= 4);
        const place = inCumulative[pick % inCumulative.length];
        if (place === undefined) return;
        fc.pre(place.row === 6 || made.thisYear.length > 1);
        const value = rows[place.row]?.[place.column];
        const blank = rows.map((cells, row) =>
          cells.map((cell, column) => (row === place.row && column === place.column ? null : cell)),
        );
        const findings = findingsIn([gridOf(blank)]);
        expect(findings).toHaveLength(1);
        expect(findings[0]).toMatchObject({
          cells: nameOf(place),
          found: 'blank',
          expected: typeof value === 'number' ? value.toLocaleString('en-GB') : '',
        });
      }),
    );
  });
});
