import type { ReactElement } from 'react';
import type { Tier } from '../../core/performance/measure-table.ts';
import { TIER_WORDS } from '../words/status.ts';
import './status-mark.css';

const SHAPES: Readonly<Record<Tier, ReactElement>> = {
  'generally-satisfied': <circle cx="6" cy="6" r="5" fill="currentColor" />,
  'some-concerns': <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  'significant-concern': <path d="M6 0 12 6 6 12 0 6Z" fill="currentColor" />,
  'monitoring-only': <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  'not-yet-known': (
    <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />
  ),
};

/** A tier as shape, word and colour together, so that none of the three has to do alone. */
export function StatusMark({ tier, quiet = false }: { readonly tier: Tier; readonly quiet?: boolean }): ReactElement {
  return (
    <span className={`status status-${tier}${quiet ? ' status-quiet' : ''}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {SHAPES[tier]}
      </svg>
      <span className={quiet ? 'visually-hidden' : undefined}>{TIER_WORDS[tier]}</span>
    </span>
  );
}
