import { useState, type ReactElement } from 'react';
import { useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { Page } from '../../parts/page.tsx';
import { Tick } from '../../parts/tick.tsx';
import { SideList } from '../../parts/side-list.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { PANE_GROUPS } from './assessment-panes.ts';
import { yearsOffered } from './assessment-words.ts';
import './assessment.css';

const PANES = PANE_GROUPS.flatMap(({ panes }) => panes);
const GROUPS = PANE_GROUPS.map(({ group, panes }) => ({ name: group, items: panes }));

/** The strategic assessment: its evidence, its issues and their scores, what the Board agreed, and the plan. */
export function AssessmentView({ at = null }: { readonly at?: string | null }): ReactElement {
  const home = useAnswer('home.show', {});
  const [open, setOpen] = useState(PANES.some(({ id }) => id === at) && at !== null ? at : 'register');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isProjected, setProjected] = useState(false);
  const measured = (valueOf(home)?.measures ?? []).flatMap(({ year }) => (year === null ? [] : [year]));
  const latest = measured.sort().at(-1) ?? null;
  const years = yearsOffered(latest);
  const year = chosen ?? latest ?? years[1] ?? '';
  const answer = useAnswer('risk.show', home.state === 'asking' ? null : { year });

  if (answer.state === 'asking') return <Waiting says={ISSUE_PANES.readingTheRegister} />;
  if (answer.state === 'failed')
    return (
      <Page title={ISSUE_PANES.assessment}>
        <Trouble failure={answer.failure} />
      </Page>
    );
  const risk = answer.value;
  const pane = PANES.find(({ id }) => id === open);
  if (pane === undefined) throw new Error(`the assessment has no part «${open}»`);
  const { Pane } = pane;
  return (
    <div className={isProjected ? 'assessment projected' : 'assessment'}>
      <SideList label={ISSUE_PANES.partsOfTheAssessment} groups={GROUPS} shown={open} onChoose={setOpen}>
        <Page
          title={pane.name}
          lead={pane.lead === 'scores' ? risk.notice : undefined}
          tools={
            <>
              <Tick words={ISSUE_PANES.largeForTheProjector} on={isProjected} onChange={setProjected} />
              {pane.ownYear !== true && (
                <Chooser
                  label={ISSUE_PANES.year}
                  value={year}
                  options={years.map((one) => ({ id: one, words: one }))}
                  onChoose={setChosen}
                />
              )}
            </>
          }
        >
          <Pane key={`${open} ${risk.year}`} risk={risk} />
        </Page>
      </SideList>
    </div>
  );
}
