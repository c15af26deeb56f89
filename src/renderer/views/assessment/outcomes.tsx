import type { ReactElement } from 'react';
import { useAnswer, valueOf } from '../../ask.ts';
import { TIER_WORDS } from '../../words/status.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, type EntryShown } from './list-pane.tsx';

const SHAPES = {
  'generally-satisfied': '●',
  'some-concerns': '▲',
  'significant-concern': '◆',
  'monitoring-only': '○',
  'not-yet-known': '◌',
} as const;

/** The outcomes framework: each outcome, its measures, how it stands and which way it goes, who owns it. */
export function Outcomes({ risk }: { readonly risk: Risk }): ReactElement {
  const standings = valueOf(useAnswer('outcome.show', {}))?.standings ?? [];
  const standing = ({ id }: EntryShown) => standings.find((one) => one.id === id);
  return (
    <ListPane
      list="outcomes"
      issues={risk.issues}
      what="An outcome is what is to be different for people: «Victims are safer». Its measures tell how it stands; nothing is typed in."
      columns={[
        'priority',
        'measures',
        {
          head: 'Status',
          say: (entry) => {
            const light = standing(entry)?.light;
            return light === undefined ? '' : `${SHAPES[light.tier]} ${TIER_WORDS[light.tier]}`;
          },
        },
        {
          head: 'Trend',
          under: 'year to date beside last year’s',
          say: (entry) =>
            (standing(entry)?.trends ?? [])
              .filter(({ says }) => says !== '')
              .map(({ name, says }) => `${name} ${says}`)
              .join('; '),
        },
        'wanted',
        'owner',
      ]}
      below={() => (
        <div className="notes">
          <p>The status is that of the worst of its measures that is judged; with none judged it is never green.</p>
          <p>The trend compares two figures. Whether a change is more than chance stands with the measure itself.</p>
        </div>
      )}
    />
  );
}
