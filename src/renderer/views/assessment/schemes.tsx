import type { ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useSay } from '../../parts/notice.tsx';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import type { Risk } from './assessment-words.ts';

/** Which scheme the year is scored by, and where a licensed matrix comes in. */
export function Schemes({ risk }: { readonly risk: Risk }): ReactElement {
  const held = valueOf(useAnswer('risk.schemes', {}))?.schemes ?? [];
  const say = useSay();
  const idOf = (scheme: { readonly id: string; readonly version: string }): string => `${scheme.id} ${scheme.version}`;
  const choose = async (chosen: string): Promise<void> => {
    const found = held.find(({ scheme }) => idOf(scheme) === chosen)?.scheme;
    if (found === undefined) return;
    const reply = await ask('risk.choose-scheme', { year: risk.year, scheme: found.id, version: found.version });
    if (reply.ok) say(ISSUE_PANES.isScoredByScores(risk.year, found.name));
    else say(reply.failure.message, 'trouble');
  };
  const bring = async (file: string): Promise<void> => {
    const reply = await ask('risk.import-scheme', { file });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.scheme === null)
      say(
        ISSUE_PANES.theMatrixWasNot(
          reply.value.refusals
            .slice(0, 4)
            .map(({ row, says }) => (row === null ? says : ISSUE_PANES.row(row, says)))
            .join(' '),
        ),
        'trouble',
      );
    else say(ISSUE_PANES.isThereToChoose(reply.value.scheme.name));
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>{ISSUE_PANES.howIssuesAreScored(risk.year)}</h2>
        <Chooser
          label={ISSUE_PANES.scheme}
          value={idOf(risk.scheme)}
          options={held.map(({ scheme }) => ({
            id: idOf(scheme),
            words: ISSUE_PANES.version(scheme.name, scheme.version),
          }))}
          onChoose={(chosen) => void choose(chosen)}
        />
      </div>
      <p className="finding-under">{risk.scheme.source}</p>
      <FileDrop
        label={ISSUE_PANES.aLicensedMatrix}
        title={ISSUE_PANES.theMatrixYourPartnership}
        note={ISSUE_PANES.aSheetOfDimensions}
        tall={false}
        primary={false}
        onFiles={(files) => {
          const [first] = files;
          if (first !== undefined) void bring(first.file);
        }}
      />
    </section>
  );
}
