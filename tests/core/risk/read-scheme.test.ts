import { describe, expect, it } from 'vitest';
import { likelihoodByImpact4, likelihoodByImpact5 } from '../../../src/core/risk/likelihood-by-impact.ts';
import { readScheme } from '../../../src/core/risk/read-scheme.ts';
import { schemeRows, type SheetRow } from '../../../src/core/risk/scheme-rows.ts';
import { scoreIssue } from '../../../src/core/risk/score-issue.ts';
import { TEMPLATE_A } from '../../../src/core/risk/template-a.ts';

const OWN: SheetRow[] = [
  ['Name', 'Our licensed matrix'],
  ['Version', 'March 2015'],
  ['Section score', 'Weighted sum', null],
  ['Risk', 'product'],
  ['Decimals', 0],
  [null, null],
  ['Dimension', 'Impact', 'Physical', 2],
  ['Level', 'Physical', '9', 'grave'],
  ['Level', 'Physical', 1, 'slight'],
  ['Level', 'physical', 3, 'serious'],
  ['Dimension', 'Probability', 'Chance', 1],
  ['Level', 'Chance', 1, 'unlikely'],
  ['Level', 'Chance', 2, 'likely'],
  ['Band', 'Red', 20],
  ['Band', 'Green', 0],
  ['Confidence', 'High', 'two sources'],
];

const says = (rows: readonly SheetRow[]) => {
  const { scheme, refusals } = readScheme(rows);
  expect(scheme).toBeNull();
  return refusals.map((one) => `${String(one.row)}: ${one.says}`);
};

describe('a partnership’s own matrix from a sheet', () => {
  it('is read with its levels in order, its weights, bands and rules', () => {
    const { scheme, refusals } = readScheme(OWN);
    expect(refusals).toEqual([]);
    expect(scheme).toMatchObject({
      name: 'Our licensed matrix',
      version: 'March 2015',
      sectionRule: 'sum',
      riskRule: 'product',
      decimals: 0,
    });
    expect(scheme?.dimensions[0]).toMatchObject({ id: 'physical', section: 'harm', weight: 2 });
    expect(scheme?.dimensions[0]?.levels.map((one) => one.value)).toEqual([1, 3, 9]);
    expect(scheme?.bands.map((one) => one.name)).toEqual(['Green', 'Red']);
    const issue = {
      id: 'x',
      name: 'X',
      kind: 'victims',
      levels: { physical: 9, chance: 2 },
      confidence: 'High',
    } as const;
    if (scheme !== null)
      expect(scoreIssue(scheme, issue)).toMatchObject({ harm: 18, likelihood: 2, risk: 36, band: 'Red' });
  });

  it.each([TEMPLATE_A, likelihoodByImpact4(), likelihoodByImpact5([{ name: 'Low', from: 1 }])])(
    '$name comes back from its own sheet',
    (scheme) => {
      const { scheme: back, refusals } = readScheme(schemeRows(scheme));
      expect(refusals).toEqual([]);
      const plain = (one: typeof scheme) => ({
        ...one,
        id: '',
        dimensions: one.dimensions.map((each) => ({ ...each, id: '' })),
      });
      expect(back === null ? null : plain(back)).toEqual(plain(scheme));
    },
  );

  it('an empty sheet says everything that is missing', () => {
    expect(says([])).toEqual([
      'null: The matrix has no name.',
      'null: «Section score» is nothing: write percent, mean or sum.',
      'null: «Risk» is nothing: write root, product or sum.',
      'null: There is no dimension of harm.',
      'null: There is no dimension of likelihood.',
    ]);
  });

  it.each<[string, number, SheetRow, string]>([
    [
      'a row that is none of the form',
      6,
      ['Weights', 1],
      '6: The row begins with «Weights»: it should begin with Name, Version, Source, Section score, Risk, Decimals, Dimension, Level, Band, Confidence.',
    ],
    ['a rule it does not know', 4, ['Risk', 'cube'], '4: «Risk» is «cube»: write root, product or sum.'],
    [
      'a section it does not know',
      6,
      ['Dimension', 'Luck', 'Chance of rain', 1],
      '6: The section is «Luck»: write harm, likelihood or position.',
    ],
    [
      'a missing weight',
      6,
      ['Dimension', 'Harm', 'Financial', null],
      '6: The weight of Financial is nothing: write a number above 0.',
    ],
    [
      'a level in words',
      6,
      ['Level', 'Nobody', 'high', ''],
      '6: The level is for «Nobody», which is no dimension above it.',
    ],
    ['a band without a number', 6, ['Band', 'Amber', 'ten'], '6: The band «Amber» begins at «ten»: write a number.'],
    ['decimals in words', 5, ['Decimals', 'one'], '5: «Decimals» is «one»: write 0, 1, 2 or 3.'],
    ['a dimension given twice', 12, ['Dimension', 'harm', 'PHYSICAL', 1], '12: PHYSICAL is there twice.'],
    ['a level given twice', 9, ['Level', 'Physical', 9, ''], '9: Physical has level 9 twice.'],
  ])('refuses %s, by its row', (_, row, cells, expected) => {
    expect(says(OWN.map((held, at) => (at + 1 === row ? cells : held)))).toContain(expected);
  });

  it('refuses bands that leave the lowest risk without one', () => {
    expect(says(OWN.map((row) => (row[1] === 'Green' ? ['Band', 'Green', 5] : row)))).toEqual([
      'null: The lowest band begins at 5, yet a risk can be as low as 2.',
    ]);
  });
});
