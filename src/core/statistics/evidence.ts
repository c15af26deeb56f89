/** How sure a difference between two periods is, in one of four fixed grades. */
export type Evidence = 'chance' | 'unclear' | 'some' | 'strong';

/** Grade of a two-sided p-value: below 0.01 strong, below 0.05 some, below 0.1 unclear, otherwise chance. */
export function evidenceOf(p: number): Evidence {
  if (p < 0.01) return 'strong';
  if (p < 0.05) return 'some';
  return p < 0.1 ? 'unclear' : 'chance';
}

/** The fixed words for a change: `strong evidence of a fall`, `could easily be chance`. */
export function sayEvidence(p: number, direction: 'rise' | 'fall' | 'none'): string {
  if (direction === 'none') return 'no difference';
  switch (evidenceOf(p)) {
    case 'strong':
      return `strong evidence of a ${direction}`;
    case 'some':
      return `some evidence of a ${direction}`;
    case 'unclear':
      return `not clear whether it is a ${direction} or chance`;
    case 'chance':
      return 'could easily be chance';
  }
}
