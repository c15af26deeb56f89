import { useState, type ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { yearsOffered } from './assessment-words.ts';
import { PlanTab } from './plan-tab.tsx';
import { Priorities } from './priorities.tsx';
import { Ranking } from './ranking.tsx';
import { Register } from './register.tsx';
import { Scoring } from './scoring.tsx';
import { Workshop } from './workshop.tsx';
import './assessment.css';

/** The strategic assessment: issues, their scores, the ranking, what the Board agreed, and the plan on a page. */
export function AssessmentView(): ReactElement {
  const home = useAnswer('home.show', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [isProjected, setProjected] = useState(false);
  const measured = (valueOf(home)?.measures ?? []).flatMap(({ year }) => (year === null ? [] : [year]));
  const latest = measured.sort().at(-1) ?? null;
  const years = yearsOffered(latest);
  const year = chosen ?? latest ?? years[1] ?? '';
  const answer = useAnswer('risk.show', home.state === 'asking' ? null : { year });

  if (answer.state === 'asking') return <Waiting says="Reading the register…" />;
  if (answer.state === 'failed')
    return (
      <Page title="Assessment">
        <Trouble failure={answer.failure} />
      </Page>
    );
  const risk = answer.value;
  return (
    <div className={isProjected ? 'assessment projected' : 'assessment'}>
      <Page
        title="Assessment"
        lead={risk.notice}
        tools={
          <>
            <label className="tick">
              <input
                type="checkbox"
                checked={isProjected}
                onChange={(event) => {
                  setProjected(event.currentTarget.checked);
                }}
              />
              Large, for the projector
            </label>
            <Chooser
              label="Year"
              value={year}
              options={years.map((one) => ({ id: one, words: one }))}
              onChoose={setChosen}
            />
          </>
        }
      >
        <Tabs className="tabs">
          <TabList aria-label="Parts of the assessment" className="tab-list">
            <Tab id="register" className="tab">
              Register
            </Tab>
            <Tab id="scoring" className="tab">
              Scoring
            </Tab>
            <Tab id="workshop" className="tab">
              Workshop
            </Tab>
            <Tab id="ranking" className="tab">
              Ranking
            </Tab>
            <Tab id="priorities" className="tab">
              Priorities
            </Tab>
            <Tab id="plan" className="tab">
              Plan on a page
            </Tab>
          </TabList>
          <TabPanel id="register" className="tab-panel">
            <Register risk={risk} />
          </TabPanel>
          <TabPanel id="scoring" className="tab-panel">
            <Scoring risk={risk} />
          </TabPanel>
          <TabPanel id="workshop" className="tab-panel">
            <Workshop risk={risk} />
          </TabPanel>
          <TabPanel id="ranking" className="tab-panel">
            <Ranking risk={risk} />
          </TabPanel>
          <TabPanel id="priorities" className="tab-panel">
            <Priorities key={risk.year} risk={risk} />
          </TabPanel>
          <TabPanel id="plan" className="tab-panel">
            <PlanTab />
          </TabPanel>
        </Tabs>
      </Page>
    </div>
  );
}
