import type { ReactElement } from 'react';
import { Page } from '../../parts/page.tsx';
import { FIRST_START } from '../../words/first-start.ts';
import type { Go } from '../../words/rooms.ts';
import { DropPlace } from '../extracts/drop-place.tsx';
import { LookRound } from './look-round.tsx';
import './first-start.css';

/** An empty store: begin with the month's extracts, or look round with the sample partnership. */
export function FirstStart({ go }: { readonly go: Go }): ReactElement {
  return (
    <Page title={FIRST_START.title} lead={FIRST_START.lead}>
      <div className="first-start">
        <section aria-labelledby="first-own">
          <h2 id="first-own">{FIRST_START.own}</h2>
          <DropPlace
            tall
            primary
            onTaken={() => {
              go({ room: 'extracts' });
            }}
          />
        </section>
        <section aria-labelledby="first-sample">
          <h2 id="first-sample">{FIRST_START.sample}</h2>
          <LookRound />
        </section>
      </div>
      <h2 className="first-routine">{FIRST_START.routine}</h2>
      <ol className="first-steps">
        {FIRST_START.steps.map(([step, words]) => (
          <li key={step}>
            <strong>{step}</strong> {words}
          </li>
        ))}
      </ol>
    </Page>
  );
}
