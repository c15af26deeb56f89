import type { RiskRule, RiskScheme, Section, SectionRule } from './scheme.ts';

/** One row of a sheet as plain values; a blank cell is null. */
export type SheetRow = readonly (string | number | null)[];

/** First word of each row of a scheme's sheet, and what follows it in the next columns. */
export const SCHEME_ROW = {
  Name: ['name of the matrix'],
  Version: ['version or date'],
  Source: ['where it comes from and under which licence'],
  'Section score': ['percent, mean or sum'],
  Risk: ['root, product or sum'],
  Decimals: ['decimals of the printed risk'],
  Dimension: ['harm, likelihood or position', 'name', 'weight'],
  Level: ['name of the dimension', 'value', 'words'],
  Band: ['name', 'lowest risk'],
  Confidence: ['grade', 'words'],
} as const satisfies Record<string, readonly string[]>;

export type SchemeRowKind = keyof typeof SCHEME_ROW;

export const SECTION_WORD: Readonly<Record<string, Section>> = {
  harm: 'harm',
  impact: 'harm',
  likelihood: 'likelihood',
  probability: 'likelihood',
  position: 'position',
  'organisational position': 'position',
};

export const SECTION_RULE_WORD: Readonly<Record<string, SectionRule>> = {
  percent: 'percent',
  'weighted mean as percent': 'percent',
  mean: 'mean',
  'weighted mean': 'mean',
  sum: 'sum',
  'weighted sum': 'sum',
};

export const RISK_RULE_WORD: Readonly<Record<string, RiskRule>> = {
  root: 'root',
  'root of product': 'root',
  product: 'product',
  sum: 'sum',
};

/** A scheme as the rows of a sheet, in the form that is read back: also the empty form to fill in. */
export function schemeRows(scheme: RiskScheme): SheetRow[] {
  return [
    ['Name', scheme.name],
    ['Version', scheme.version],
    ['Source', scheme.source],
    ['Section score', scheme.sectionRule],
    ['Risk', scheme.riskRule],
    ['Decimals', scheme.decimals],
    ...scheme.dimensions.flatMap((one): SheetRow[] => [
      ['Dimension', one.section, one.name, one.weight],
      ...one.levels.map((level): SheetRow => ['Level', one.name, level.value, level.words]),
    ]),
    ...scheme.bands.map((band): SheetRow => ['Band', band.name, band.from]),
    ...scheme.confidence.map((one): SheetRow => ['Confidence', one.grade, one.words]),
  ];
}
