import type { ReactElement } from 'react';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { sayRecommendations } from '../../../core/lists/recommendation-table.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, sayWhen } from './list-pane.tsx';

/** Recommendations, outcome by outcome, with what has become of each from year to year. */
export function Recommendations({ risk }: { readonly risk: Risk }): ReactElement {
  const form = LIST_FORMS.recommendations;
  return (
    <ListPane
      list="recommendations"
      issues={risk.issues}
      what="A recommendation says what is to be different, by which intervention, how that is measured, who answers for it and by when."
      also="A list of recommendations brought under Extracts stands here by itself."
      columns={[
        { head: 'No.', number: true, say: ({ values }) => wordsOf(values, 'number') },
        'made',
        {
          head: 'Intervention and measures',
          say: ({ values }) =>
            [
              wordsOf(values, 'intervention'),
              ...['outputs', 'outcomes'].flatMap((id) =>
                wordsOf(values, id) === ''
                  ? []
                  : [`${id === 'outputs' ? 'Outputs' : 'Outcomes'}: ${wordsOf(values, id)}`],
              ),
            ]
              .filter((part) => part !== '')
              .map((part) => `${part.replace(/\.$/, '')}.`)
              .join(' '),
        },
        'owner',
        {
          head: 'Due',
          say: (entry, today) => sayWhen(form, entry, today, wordsOf(entry.values, 'dueWords')),
        },
        'state',
        {
          head: 'Latest word',
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
