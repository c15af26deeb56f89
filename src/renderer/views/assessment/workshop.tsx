import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty } from '../../parts/states.tsx';
import { howMany } from '../../words/numbers.ts';
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
      <Empty title="Nobody has scored yet">
        <p>Each scorer or group fills in a sheet under «Scoring»; here they stand side by side.</p>
        <GoButton to={{ room: 'assessment', at: 'scoring' }}>Score the issues</GoButton>
      </Empty>
    );
  const nameOf = (id: string): string => risk.issues.find((one) => one.id === id)?.name ?? id;
  const scores = risk.scores.filter(({ issue }) => issue === result.issue);
  const scorers = [...new Set(scores.map(({ scorer }) => scorer))].sort();
  const apart = result.agreements.filter(({ disagreement }) => disagreement);
  const settle = (dimension: Risk['scheme']['dimensions'][number] | null): void => {
    panel.open({
      title: dimension === null ? 'How sure we are' : `Settle: ${dimension.name}`,
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
          label="Issue"
          value={result.issue}
          options={scored.map(({ issue }) => ({ id: issue, words: nameOf(issue) }))}
          onChoose={setChosen}
        />
        <p>
          {howMany(scorers.length, 'scorer', 'scorers')} ·{' '}
          {apart.length === 0
            ? 'nobody two levels apart'
            : `two levels or more apart on ${howMany(apart.length, 'dimension', 'dimensions')}`}
          {' · '}
          Confidence: {result.confidence ?? 'not graded'}{' '}
          <Button
            kind="link"
            onPress={() => {
              settle(null);
            }}
          >
            Grade it
          </Button>
        </p>
      </div>
      <div className="figure-table" tabIndex={0} role="region" aria-label={`Scores of ${nameOf(result.issue)}`}>
        <table>
          <caption className="visually-hidden">Scores of {nameOf(result.issue)}, by dimension and scorer</caption>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              {scorers.map((scorer) => (
                <th key={scorer} scope="col">
                  {scorer}
                </th>
              ))}
              <th scope="col" className="divider">
                Median
              </th>
              <th scope="col">Range</th>
              <th scope="col" className="words">
                Agreement
              </th>
              <th scope="col" className="words">
                Settled
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
                      ? ' lowest'
                      : one.furthestApart?.highest.includes(scorer)
                        ? ' highest'
                        : '';
                    return (
                      <td key={scorer} className={end === '' ? undefined : 'score-end'}>
                        {level === null ? (
                          <span className="visually-hidden">not scored</span>
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
                  <td>{one.lowest === null ? '' : `${sayLevel(one.lowest)} to ${sayLevel(one.highest)}`}</td>
                  <td className="words">
                    {one.disagreement ? (
                      <span className="apart">
                        <span aria-hidden="true">⇕</span> {sayLevel(one.levelsApart)} levels apart
                      </span>
                    ) : one.scorers > 1 ? (
                      one.levelsApart === 0 ? (
                        'all the same'
                      ) : (
                        'within a level'
                      )
                    ) : one.scorers === 1 ? (
                      'one scorer'
                    ) : (
                      'not scored'
                    )}
                  </td>
                  <td className="words">
                    {one.agreed === null ? '' : `${sayLevel(one.agreed)} `}
                    <Button
                      kind="link"
                      label={`Settle ${dimension.name}`}
                      onPress={() => {
                        settle(dimension);
                      }}
                    >
                      {one.agreed === null ? 'Settle' : 'Change'}
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
          <h2>Who should say why first</h2>
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
