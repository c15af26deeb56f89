import type { ReactElement, ReactNode } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { OPENING_ROOM } from '../../words/opening-room.ts';
import './opening.css';

export type Opening = Output<'store.opening'>;

/** The calm page these screens stand on. */
export function OpeningPage({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <main className="opening">
      <div className="opening-column">
        <p className="opening-mark">{OPENING_ROOM.saferWorkbench}</p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
