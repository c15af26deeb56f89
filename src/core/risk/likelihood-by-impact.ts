import type { Band, Level, RiskScheme } from './scheme.ts';

const numbered = (words: readonly string[]): Level[] => words.map((word, at) => ({ value: at + 1, words: word }));

const CONFIDENCE: RiskScheme['confidence'] = [
  { grade: 'A', words: 'high' },
  { grade: 'B', words: 'medium' },
  { grade: 'C', words: 'low' },
];

function plain(
  size: number,
  source: string,
  likelihood: readonly Level[],
  impact: readonly Level[],
  bands: readonly Band[],
) {
  const name = `Likelihood × impact, ${String(size)} by ${String(size)}`;
  const scheme: RiskScheme = {
    id: `likelihood-impact-${String(size)}`,
    version: '1',
    name,
    source,
    dimensions: [
      { id: 'impact', name: 'Impact', section: 'harm', weight: 1, levels: impact },
      { id: 'likelihood', name: 'Likelihood', section: 'likelihood', weight: 1, levels: likelihood },
    ],
    sectionRule: 'mean',
    riskRule: 'product',
    decimals: 0,
    bands,
    confidence: CONFIDENCE,
  };
  return scheme;
}

const STEPS = (size: number): string[] =>
  Array.from({ length: size }, (_, at) => `level ${String(at + 1)} of ${String(size)}`);

/**
 * Impact 1 to 4 times probability 1 to 4, 1 to 16, as Fife's partnership prints it (METHODS §3.3). The grid gives no
 * names to its bands; pass the partnership's own.
 */
export const likelihoodByImpact4 = (bands: readonly Band[] = []): RiskScheme =>
  plain(
    4,
    'Impact × probability, 1 to 16, as the Fife community safety partnership prints it.',
    numbered(STEPS(4)),
    numbered(STEPS(4)),
    bands,
  );

/**
 * Likelihood 1 to 5 (negligible to probable) times impact 1 to 5 (insignificant to catastrophic), 1 to 25, as in the
 * community risk register of Devon, Cornwall and the Isles of Scilly (METHODS §3.3): only the end words are published
 * in what could be read, and no thresholds; pass the partnership's own bands.
 */
export const likelihoodByImpact5 = (bands: readonly Band[] = []): RiskScheme =>
  plain(
    5,
    'Likelihood × impact, 1 to 25, as in the community risk register of Devon, Cornwall and the Isles of Scilly.',
    numbered(['negligible', ...STEPS(5).slice(1, 4), 'probable']),
    numbered(['insignificant', ...STEPS(5).slice(1, 4), 'catastrophic']),
    bands,
  );
