import type { ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useSay } from '../../parts/notice.tsx';
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
    if (reply.ok) say(`${risk.year} is scored by ${found.name}. Scores made by another scheme stay kept.`);
    else say(reply.failure.message, 'trouble');
  };
  const bring = async (file: string): Promise<void> => {
    const reply = await ask('risk.import-scheme', { file });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.scheme === null)
      say(
        `The matrix was not kept. ${reply.value.refusals
          .slice(0, 4)
          .map(({ row, says }) => (row === null ? says : `Row ${String(row)}: ${says}`))
          .join(' ')}`,
        'trouble',
      );
    else say(`${reply.value.scheme.name} is there to choose.`);
  };
  return (
    <section className="section">
      <div className="section-head">
        <h2>How issues are scored in {risk.year}</h2>
        <Chooser
          label="Scheme"
          value={idOf(risk.scheme)}
          options={held.map(({ scheme }) => ({ id: idOf(scheme), words: `${scheme.name}, version ${scheme.version}` }))}
          onChoose={(chosen) => void choose(chosen)}
        />
      </div>
      <p className="finding-under">{risk.scheme.source}</p>
      <FileDrop
        label="A licensed matrix"
        title="The matrix your partnership is licensed to use"
        note="A sheet of dimensions, levels, weights and bands. Half a matrix is never used."
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
