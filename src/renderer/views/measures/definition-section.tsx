import type { ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { DIRECTION_WORDS, KIND_WORDS, PROFILE_WORDS } from '../../words/status.ts';
import { DefinitionForm } from './definition-form.tsx';

/** What the measure counts, who answers for it, what it lacks; and the ways to change it or look back. */
export function DefinitionSection({
  measure,
  year,
}: {
  readonly measure: string;
  readonly year: string | null;
}): ReactElement | null {
  const definition = valueOf(useAnswer('measure.show', { measure, ...(year === null ? {} : { year }) }));
  const panel = useSidePanel();
  if (definition === null) return null;
  const { lacks, measure: held, version } = definition;
  const rows: readonly [string, string][] = [
    ['Definition', held.definition],
    ['Kind', `${KIND_WORDS[held.kind]}, by ${held.cadence}`],
    ...(held.numerator === '' ? [] : [['Counted', `${held.numerator}, of ${held.denominator}`] as [string, string]]),
    ['Unit', `${held.unit}; ${DIRECTION_WORDS[held.direction].toLowerCase()}`],
    ['Status rule', `${PROFILE_WORDS[held.profile]}; significant concern beyond ${String(held.tolerancePercent)}%`],
    ['Owner', held.owner],
    ...(held.accountable === '' ? [] : [['Accountable', held.accountable] as [string, string]]),
    ...(held.outcome === '' ? [] : [['Outcome', held.outcome] as [string, string]]),
    [
      'Source',
      held.lagMonths === 0
        ? held.source
        : `${held.source} (${String(held.lagMonths)} ${held.lagMonths === 1 ? 'month' : 'months'} behind)`,
    ],
    ...(held.smallNumberThreshold === null
      ? []
      : [
          [
            'Small numbers',
            held.smallNumberThreshold === 0 ? 'none is hidden' : `counts of 1 to ${String(held.smallNumberThreshold)}`,
          ] as [string, string],
        ]),
    ...(held.starts === null && held.ends === null
      ? []
      : [['Reported', `${held.starts ?? 'always'} to ${held.ends ?? 'no end'}`] as [string, string]]),
    ['Version', String(version)],
  ];
  return (
    <section className="section" aria-labelledby="definition-title">
      <div className="section-head">
        <h2 id="definition-title">Definition</h2>
        <div className="section-tools">
          <Button
            kind="link"
            onPress={() => {
              panel.open({
                title: `Definition: ${held.shortName}`,
                body: (
                  <DefinitionForm
                    definition={definition}
                    onDone={() => {
                      panel.close();
                    }}
                  />
                ),
              });
            }}
          >
            Change the definition
          </Button>
          <Button
            kind="link"
            onPress={() => {
              panel.open({ title: `Versions: ${held.shortName}`, body: <History measure={measure} /> });
            }}
          >
            Earlier versions
          </Button>
        </div>
      </div>
      <dl className="about">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {lacks.length > 0 && (
        <div className="lacks">
          <h3>What it lacks for {definition.year}</h3>
          <ul>
            {lacks.map(({ says }) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Every version, and the way back to one: it is saved again as the next. */
function History({ measure }: { readonly measure: string }): ReactElement {
  const versions = valueOf(useAnswer('measure.history', { measure }));
  const say = useSay();
  if (versions === null) return <Waiting says="Looking back…" />;
  const goBack = async (version: (typeof versions)[number]): Promise<void> => {
    const reply = await ask('measure.save', {
      measure: version.measure,
      inForceFrom: null,
      why: `Back to version ${String(version.version)}`,
    });
    say(
      reply.ok ? `Version ${String(version.version)} is in force again.` : reply.failure.message,
      reply.ok ? 'said' : 'trouble',
    );
  };
  return (
    <ul className="versions">
      {versions.map((version, index) => (
        <li key={version.version}>
          <p>
            <strong>Version {version.version}</strong> · {momentInWords(version.madeAt)}
          </p>
          <p>{version.inForceFrom === null ? 'For every month' : `From ${version.inForceFrom}`}</p>
          {version.why !== '' && <p>{version.why}</p>}
          <p className="share-quiet">{version.measure.name}</p>
          {index > 0 && (
            <Button kind="link" onPress={() => void goBack(version)}>
              Go back to this version
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
