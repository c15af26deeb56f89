import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

const says = (rows: readonly (readonly (string | number | null)[])[]) => {
  const { layout, says: words } = recognise(gridOf(rows), contextOf('table.xlsx'));
  return [layout, words.replace(/^.*: /, '')];
};

describe('a sheet that fits no layout', () => {
  it('is refused where several columns are headed alike: a table of lemons is no list of periods', () => {
    expect(
      says([
        ['Lemons: utilisation by state, 1977/78 to date'],
        ['Season', null, 'California', null, 'Arizona', null],
        ['1/', null, 'Fresh', 'Processed', 'Fresh', 'Processed'],
        ['1977/78', null, 376, 395, 87, 133],
        ['1978/79', null, 348, 187, 106, 103],
        ['1979/80', null, 347, 326, 60, 56],
      ]),
    ).toEqual(['not-recognised', 'several columns are headed «Fresh», and nothing tells them apart.']);
  });

  it('says the same of a text file, whose numbers are texts', () => {
    expect(
      says([
        ['Force', 'Awaiting court outcome', 'Local resolution'],
        ['Devon & Cornwall Police', '1,931', '4,120'],
        ['Dorset Police', '804', '1,002'],
        ['Wiltshire Police', '655', '910'],
      ]),
    ).toEqual(['not-recognised', 'neither titles nor headings say which months or year its figures are for.']);
  });

  it('is refused where nothing says which months or year its figures are for', () => {
    expect(
      says([
        ['District', 'Charter schools', 'Funding per pupil', 'Enrolment'],
        ['Alachua', 15, 6621, 28_000],
        ['Baker', 0, 6412, 4800],
        ['Bay', 7, 6550, 26_000],
      ]),
    ).toEqual(['not-recognised', 'neither titles nor headings say which months or year its figures are for.']);
  });
});
