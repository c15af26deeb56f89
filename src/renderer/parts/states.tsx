import type { ReactElement, ReactNode } from 'react';
import type { Failure } from '../../preload/contract.ts';
import { PARTS } from '../words/parts.ts';
import './states.css';

/** A sign of life while an answer is on its way; it shows only when the answer takes more than a moment. */
export function Waiting({ says }: { readonly says: string }): ReactElement {
  return (
    <p className="waiting" role="status">
      {says}
    </p>
  );
}

/** Expected trouble in its own words; a fault of ours with what is safe and what to do. */
export function Trouble({ failure }: { readonly failure: Failure }): ReactElement {
  return (
    <div className="trouble" role="alert">
      <p>{failure.message}</p>
      {failure.kind !== 'refused' && <p className="trouble-more">{PARTS.nothingThatWasKept}</p>}
    </div>
  );
}

/** What to do where there is nothing yet. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
