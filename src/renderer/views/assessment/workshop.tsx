import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty } from '../../parts/states.tsx';
import { howMany } from '../../words/numbers.ts';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { sayLevel, type Risk } from './assessment-words.ts';
import { SettleForm } from './settle-form.tsx';

/** One issue with its scorers side by side: median, range, and where they are two levels or more apart. */
export function Workshop({ risk }: { readonly risk: Risk }): ReactElement {
  const scored = risk.results.filter(({ issue }) => risk.scores.some((one) => one.issue === issue));
  const [chosen, setChosen] = useState<string | null>(null);
  const panel = useSidePanel();
  const result = scored.find(({ issue }) => issue === chosen) ?? scored[0];
  if (result === undefined)
    return (
      <Empty title={ISSUE_PANES.nobodyHasScoredYet}>
        <p>{ISSUE_PANES.eachScorerOrGroup}</p>
        <GoButton to={{ room: 'assessment', at: 'scoring' }}>{ISSUE_PANES.scoreTheIssues}</GoButton>
      </Empty>
    );
  const nameOf = (id: string): string => risk.issues.find((one) => one.id === id)?.name ?? id;
  const scores = risk.scores.filter(({ issue }) => issue === result.issue);
  const scorers = [...new Set(scores.map(({ scorer }) => scorer))].sort();
  const apart = result.agreements.filter(({ disagreement }) => disagreement);
  const settle = (dimension: Risk['scheme']['dimensions'][number] | null): void => {
    panel.open({
      title: dimension === null ? ISSUE_PANES.howSureWeAre : ISSUE_PANES.settle(dimension.name),
      body: (
        <SettleForm
          key={`${result.issue} ${dimension?.id ?? ''}`}
          risk={risk}
          issue={result.issue}
          dimension={dimension}
          onDone={panel.close}
        />
      ),
    });
  };
  return (
    <>
      <div className="section-head">
        <Chooser
          label={ISSUE_PANES.issue}
          value={result.issue}
          options={scored.map(({ issue }) => ({ id: issue, words: nameOf(issue) }))}
          onChoose={setChosen}
        />
        <p>
          {ISSUE_PANES.confidenceOf(
            howMany(scorers.length, 'scorer', 'scorers'),
            apart.length === 0
              ? ISSUE_PANES.nobodyTwoLevelsApart
              : ISSUE_PANES.twoLevelsOrMore(howMany(apart.length, 'dimension', 'dimensions')),
            result.confidence ?? ISSUE_PANES.notGraded,
          )}
          <Button
            kind="link"
            onPress={() => {
              settle(null);
            }}
          >
            {ISSUE_PANES.gradeIt}
          </Button>
        </p>
      </div>
      <div className="figure-table" tabIndex={0} role="region" aria-label={ISSUE_PANES.scoresOf(nameOf(result.issue))}>
        <table>
          <caption className="visually-hidden">{ISSUE_PANES.scoresOfByDimension(nameOf(result.issue))}</caption>
          <thead>
            <tr>
              <th scope="col">{ISSUE_PANES.dimension}</th>
              {scorers.map((scorer) => (
                <th key={scorer} scope="col">
                  {scorer}
                </th>
              ))}
              <th scope="col" className="divider">
                {ISSUE_PANES.median}
              </th>
              <th scope="col">{ISSUE_PANES.range}</th>
              <th scope="col" className="words">
                {ISSUE_PANES.agreement}
              </th>
              <th scope="col" className="words">
                {ISSUE_PANES.settled}
              </th>
            </tr>
          </thead>
          <tbody>
            {risk.scheme.dimensions.map((dimension) => {
              const one = result.agreements.find((agreement) => agreement.dimension === dimension.id);
              if (one === undefined) return null;
              return (
                <tr key={dimension.id}>
                  <th scope="row">{dimension.name}</th>
                  {scorers.map((scorer) => {
                    const level =
                      scores.find((score) => score.scorer === scorer && score.dimension === dimension.id)?.level ??
                      null;
                    const end = one.furthestApart?.lowest.includes(scorer)
                      ? ISSUE_PANES.lowest
                      : one.furthestApart?.highest.includes(scorer)
                        ? ISSUE_PANES.highest
                        : '';
                    return (
                      <td key={scorer} className={end === '' ? undefined : 'score-end'}>
                        {level === null ? (
                          <span className="visually-hidden">{ISSUE_PANES.notScored}</span>
                        ) : (
                          <>
                            <span aria-hidden="true">{end === ' lowest' ? '▽ ' : end === ' highest' ? '△ ' : ''}</span>
                            {level}
                            <span className="visually-hidden">{end}</span>
                          </>
                        )}
                      </td>
                    );
                  })}
                  <td className="divider">
                    <b>{sayLevel(one.median)}</b>
                  </td>
                  <td>{one.lowest === null ? '' : ISSUE_PANES.to(sayLevel(one.lowest), sayLevel(one.highest))}</td>
                  <td className="words">
                    {one.disagreement ? (
                      <span className="apart">
                        <span aria-hidden="true">⇕</span>
                        {ISSUE_PANES.levelsApart(sayLevel(one.levelsApart))}
                      </span>
                    ) : one.scorers > 1 ? (
                      one.levelsApart === 0 ? (
                        ISSUE_PANES.allTheSame
                      ) : (
                        ISSUE_PANES.withinALevel
                      )
                    ) : one.scorers === 1 ? (
                      ISSUE_PANES.oneScorer
                    ) : (
                      ISSUE_PANES.notScored
                    )}
                  </td>
                  <td className="words">
                    {one.agreed === null ? '' : `${sayLevel(one.agreed)} `}
                    <Button
                      kind="link"
                      label={ISSUE_PANES.settleOf(dimension.name)}
                      onPress={() => {
                        settle(dimension);
                      }}
                    >
                      {one.agreed === null ? ISSUE_PANES.settleWord : ISSUE_PANES.change}
                    </Button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {apart.length > 0 && (
        <section className="section">
          <h2>{ISSUE_PANES.whoShouldSayWhy}</h2>
          <ul className="apart-list">
            {apart.map((one) => (
              <li key={one.dimension}>
                <h3>{risk.scheme.dimensions.find(({ id }) => id === one.dimension)?.name}</h3>
                {scores
                  .filter(
                    ({ dimension, level }) =>
                      dimension === one.dimension && (level === one.lowest || level === one.highest),
                  )
                  .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))
                  .map((score) => (
                    <p key={score.scorer}>
                      <b>
                        {score.scorer}, {sayLevel(score.level)}:
                      </b>{' '}
                      {score.reason} <span className="apart-evidence">{score.evidence.join('; ')}</span>
                    </p>
                  ))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
