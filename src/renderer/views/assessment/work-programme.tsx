import type { ReactElement } from 'react';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { dayDue } from '../../../core/lists/when-due.ts';
import { howMany } from '../../words/numbers.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, sayWhen, type ListShown } from './list-pane.tsx';

/** How the deliverables stand together. */
function sayWork({ entries, today }: ListShown): string {
  const late = entries.filter(({ values }) => {
    const day = dayDue(LIST_FORMS.work, values);
    return day !== null && day < today;
  }).length;
  const done = entries.filter(({ values }) => values['state'] === 'done').length;
  return `${howMany(entries.length, 'deliverable', 'deliverables')}: ${String(done)} done, ${String(late)} overdue.`;
}

/** What is to be delivered, by whom and by when; and the thematic groups that deliver it. */
export function WorkProgramme({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <>
      <ListPane
        list="work"
        heading="Deliverables"
        issues={risk.issues}
        what="A deliverable is one piece of work with a lead and a day: «Train 200 professionals in DASH»."
        columns={[
          'group',
          'owner',
          { head: 'By when', say: (entry, today) => sayWhen(LIST_FORMS.work, entry, today) },
          'state',
          {
            head: 'Latest word',
            say: ({ notes }) => {
              const latest = notes.at(-1);
              return latest === undefined ? '' : `${sayDay(latest.saidOn)}: ${latest.note}`;
            },
          },
        ]}
        above={(shown) => <p className="finding-under">{sayWork(shown)}</p>}
      />
      <ListPane
        list="groups"
        issues={risk.issues}
        what="A thematic group takes a priority forward: who chairs it, its terms of reference, its delivery plan in short."
        columns={['chair', 'meets', 'terms', 'delivery']}
      />
    </>
  );
}
