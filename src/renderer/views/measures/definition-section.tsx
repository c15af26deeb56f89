import type { ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { DIRECTION_WORDS, KIND_WORDS, PROFILE_WORDS } from '../../words/status.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
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
    [MEASURES_ROOM.definition, held.definition],
    [MEASURES_ROOM.kind, MEASURES_ROOM.byOf(KIND_WORDS[held.kind], held.cadence)],
    ...(held.numerator === ''
      ? []
      : [[MEASURES_ROOM.counted, MEASURES_ROOM.of(held.numerator, held.denominator)] as [string, string]]),
    [MEASURES_ROOM.unit, `${held.unit}; ${DIRECTION_WORDS[held.direction].toLowerCase()}`],
    [
      MEASURES_ROOM.statusRule,
      MEASURES_ROOM.significantConcernBeyond(PROFILE_WORDS[held.profile], held.tolerancePercent),
    ],
    [MEASURES_ROOM.owner, held.owner],
    ...(held.accountable === '' ? [] : [[MEASURES_ROOM.accountable, held.accountable] as [string, string]]),
    ...(held.outcome === '' ? [] : [[MEASURES_ROOM.outcome, held.outcome] as [string, string]]),
    [
      MEASURES_ROOM.source,
      held.lagMonths === 0
        ? held.source
        : MEASURES_ROOM.behind(held.source, held.lagMonths, held.lagMonths === 1 ? 'month' : 'months'),
    ],
    ...(held.smallNumberThreshold === null
      ? []
      : [
          [
            MEASURES_ROOM.smallNumbers,
            held.smallNumberThreshold === 0
              ? MEASURES_ROOM.noneIsHidden
              : MEASURES_ROOM.countsOf1To(held.smallNumberThreshold),
          ] as [string, string],
        ]),
    ...(held.starts === null && held.ends === null
      ? []
      : [
          [MEASURES_ROOM.reported, MEASURES_ROOM.to(held.starts ?? 'always', held.ends ?? MEASURES_ROOM.noEnd)] as [
            string,
            string,
          ],
        ]),
    [MEASURES_ROOM.version, String(version)],
  ];
  return (
    <section className="section" aria-labelledby="definition-title">
      <div className="section-head">
        <h2 id="definition-title">{MEASURES_ROOM.definition}</h2>
        <div className="section-tools">
          <Button
            kind="link"
            onPress={() => {
              panel.open({
                title: MEASURES_ROOM.definitionOf(held.shortName),
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
            {MEASURES_ROOM.changeTheDefinition}
          </Button>
          <Button
            kind="link"
            onPress={() => {
              panel.open({ title: MEASURES_ROOM.versions(held.shortName), body: <History measure={measure} /> });
            }}
          >
            {MEASURES_ROOM.earlierVersions}
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
          <h3>{MEASURES_ROOM.whatItLacksFor(definition.year)}</h3>
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
  if (versions === null) return <Waiting says={MEASURES_ROOM.lookingBack} />;
  const goBack = async (version: (typeof versions)[number]): Promise<void> => {
    const reply = await ask('measure.save', {
      measure: version.measure,
      inForceFrom: null,
      why: MEASURES_ROOM.backToVersion(version.version),
    });
    say(
      reply.ok ? MEASURES_ROOM.versionIsInForce(version.version) : reply.failure.message,
      reply.ok ? 'said' : 'trouble',
    );
  };
  return (
    <ul className="versions">
      {versions.map((version, index) => (
        <li key={version.version}>
          <p>
            <strong>{MEASURES_ROOM.versionOf(version.version)}</strong> · {momentInWords(version.madeAt)}
          </p>
          <p>{version.inForceFrom === null ? MEASURES_ROOM.forEveryMonth : MEASURES_ROOM.from(version.inForceFrom)}</p>
          {version.why !== '' && <p>{version.why}</p>}
          <p className="share-quiet">{version.measure.name}</p>
          {index > 0 && (
            <Button kind="link" onPress={() => void goBack(version)}>
              {MEASURES_ROOM.goBackToThis}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
