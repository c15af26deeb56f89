import type { Dimension, Level, RiskScheme, Section } from './scheme.ts';

const HARM: readonly Level[] = ['none', 'minor', 'moderate', 'substantial', 'severe'].map((words, value) => ({
  value,
  words,
}));

const LIKELIHOOD: readonly Level[] = [
  'rare, low or falling',
  'occasional, moderate or stable',
  'frequent, high or rising',
  'daily, very high or rising fast',
].map((words, at) => ({ value: at + 1, words }));

const POSITION: readonly Level[] = ['no gap', 'small gap', 'gap', 'serious gap'].map((words, value) => ({
  value,
  words,
}));

const dimension = (section: Section, levels: readonly Level[], id: string, name: string, weight = 1): Dimension => ({
  id,
  name,
  section,
  weight,
  levels,
});

/**
 * Template A: six kinds of harm (physical and psychological count twice), three of likelihood, and the partnership's
 * own position beside them. Risk = √(harm × likelihood), 0 to 100. A proposal of this workbench (METHODS §3.4), not
 * MoRiLE.
 */
export const TEMPLATE_A: RiskScheme = {
  id: 'template-a',
  version: '1',
  name: 'Template A',
  source: 'A template of this workbench whose weights can be changed. It is not the national MoRiLE matrix.',
  dimensions: [
    dimension('harm', HARM, 'physical', 'Physical harm', 2),
    dimension('harm', HARM, 'psychological', 'Psychological harm', 2),
    dimension('harm', HARM, 'financial', 'Financial harm'),
    dimension('harm', HARM, 'community', 'Harm to the community'),
    dimension('harm', HARM, 'public_expectation', 'Public expectation'),
    dimension('harm', HARM, 'environmental', 'Environmental harm'),
    dimension('likelihood', LIKELIHOOD, 'frequency', 'Frequency'),
    dimension('likelihood', LIKELIHOOD, 'volume', 'Volume'),
    dimension('likelihood', LIKELIHOOD, 'trend', 'Trend'),
    dimension('position', POSITION, 'capacity', 'Capacity'),
    dimension('position', POSITION, 'capability', 'Capability'),
  ],
  sectionRule: 'percent',
  riskRule: 'root',
  decimals: 1,
  bands: [
    { name: 'Low', from: 0 },
    { name: 'Moderate', from: 25 },
    { name: 'High', from: 50 },
    { name: 'Very high', from: 75 },
  ],
  confidence: [
    { grade: 'A', words: 'high' },
    { grade: 'B', words: 'medium' },
    { grade: 'C', words: 'low' },
  ],
};
