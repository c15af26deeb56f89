import type { ReactElement } from 'react';
import { useAnswer, valueOf } from '../../ask.ts';
import { TIER_WORDS } from '../../words/status.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
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
      what={LIST_PANES.anOutcomeIsWhat}
      columns={[
        'priority',
        'measures',
        {
          head: LIST_PANES.status,
          say: (entry) => {
            const light = standing(entry)?.light;
            return light === undefined ? '' : `${SHAPES[light.tier]} ${TIER_WORDS[light.tier]}`;
          },
        },
        {
          head: LIST_PANES.trend,
          under: LIST_PANES.yearToDateBeside,
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
          <p>{LIST_PANES.theStatusIsThat}</p>
          <p>{LIST_PANES.theTrendComparesTwo}</p>
        </div>
      )}
    />
  );
}
