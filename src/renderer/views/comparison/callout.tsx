import type { ReactElement, ReactNode } from 'react';

/** Something the reader of a chart must know before believing it. */
export function Callout({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className="callout" role="note">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M6 1 11.5 11H.5Z" fill="currentColor" />
      </svg>
      <p>{children}</p>
    </div>
  );
}
