import type { ReactElement } from 'react';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { sayRecommendations } from '../../../core/lists/recommendation-table.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, sayWhen } from './list-pane.tsx';

/** Recommendations, outcome by outcome, with what has become of each from year to year. */
export function Recommendations({ risk }: { readonly risk: Risk }): ReactElement {
  const form = LIST_FORMS.recommendations;
  return (
    <ListPane
      list="recommendations"
      issues={risk.issues}
      what={LIST_PANES.aRecommendationSaysWhat}
      also={LIST_PANES.aListOfRecommendations}
      columns={[
        { head: LIST_PANES.no, number: true, say: ({ values }) => wordsOf(values, 'number') },
        'made',
        {
          head: LIST_PANES.interventionAndMeasures,
          say: ({ values }) =>
            [
              wordsOf(values, 'intervention'),
              ...['outputs', 'outcomes'].flatMap((id) =>
                wordsOf(values, id) === ''
                  ? []
                  : [`${id === 'outputs' ? LIST_PANES.outputs : LIST_PANES.outcomes}: ${wordsOf(values, id)}`],
              ),
            ]
              .filter((part) => part !== '')
              .map((part) => `${part.replace(/\.$/, '')}.`)
              .join(' '),
        },
        'owner',
        {
          head: LIST_PANES.dueWord,
          say: (entry, today) => sayWhen(form, entry, today, wordsOf(entry.values, 'dueWords')),
        },
        'state',
        {
          head: LIST_PANES.latestWord,
          say: ({ notes }) => {
            const latest = notes.at(-1);
            return latest === undefined ? '' : `${sayDay(latest.saidOn)}: ${latest.note}`;
          },
        },
      ]}
      above={(shown) => <p className="finding-under">{sayRecommendations(shown.entries, shown.today)}</p>}
    />
  );
}
