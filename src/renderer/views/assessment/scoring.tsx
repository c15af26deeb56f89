import { useState, type ReactElement } from 'react';
import { DayField } from '../../parts/day-field.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty } from '../../parts/states.tsx';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { today, type Risk } from './assessment-words.ts';
import { ScoreSheet } from './score-sheet.tsx';

/** One scorer's sheet for one issue. */
export function Scoring({ risk }: { readonly risk: Risk }): ReactElement {
  const open = risk.issues.filter(({ state }) => state === 'open');
  const [chosen, setChosen] = useState<string | null>(null);
  const [scorer, setScorer] = useState('');
  const [day, setDay] = useState(today);
  const at = Math.max(
    0,
    open.findIndex(({ id }) => id === chosen),
  );
  const issue = open[at];
  if (issue === undefined)
    return (
      <Empty title={ISSUE_PANES.nothingToScoreYet}>
        <p>{ISSUE_PANES.putTheIssuesInThe}</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>{ISSUE_PANES.openTheRegister}</GoButton>
      </Empty>
    );
  const next = open[at + 1];
  // Somebody who scored this issue before goes on from their own levels; naming anybody else keeps what is set below.
  const known = risk.scores.some((one) => one.issue === issue.id && one.scorer === scorer.trim()) ? scorer.trim() : '';
  return (
    <>
      <div className="score-head">
        <Chooser
          label={ISSUE_PANES.issue}
          value={issue.id}
          options={open.map(({ id, name }) => ({ id, words: name }))}
          onChoose={setChosen}
        />
        <label className="chooser">
          <span className="chooser-label">{ISSUE_PANES.scorerOrGroup}</span>
          <input
            className="text-input"
            list="scorers"
            maxLength={120}
            value={scorer}
            onChange={(event) => {
              setScorer(event.currentTarget.value);
            }}
          />
        </label>
        <datalist id="scorers">
          {risk.scorers.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <DayField label={ISSUE_PANES.day} value={day} onChange={setDay} labelStands="beside" />
      </div>
      {issue.description !== '' && <p className="finding-under">{issue.description}</p>}
      <ScoreSheet
        key={`${risk.year} ${risk.scheme.id} ${risk.scheme.version} ${issue.id} ${known}`}
        risk={risk}
        issue={issue}
        scorer={scorer.trim()}
        day={day}
        nextName={next?.name ?? null}
        onNext={() => {
          if (next !== undefined) setChosen(next.id);
        }}
      />
    </>
  );
}
