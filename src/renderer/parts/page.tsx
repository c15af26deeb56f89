import type { ReactElement, ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  /** The finding, before anything else. */
  readonly lead?: ReactNode;
  /** Choosers and buttons that belong to the whole screen. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The head of a screen: its name, its finding, its tools. */
export function Page({ title, lead, tools, children }: PageProps): ReactElement {
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {tools !== undefined && <div className="page-tools">{tools}</div>}
      </header>
      {children}
    </div>
  );
}
