import type { ReactElement } from 'react';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { dayDue } from '../../../core/lists/when-due.ts';
import { howMany } from '../../words/numbers.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, sayWhen, type ListShown } from './list-pane.tsx';

/** How the deliverables stand together. */
function sayWork({ entries, today }: ListShown): string {
  const late = entries.filter(({ values }) => {
    const day = dayDue(LIST_FORMS.work, values);
    return day !== null && day < today;
  }).length;
  const done = entries.filter(({ values }) => values['state'] === 'done').length;
  return LIST_PANES.doneOverdue(howMany(entries.length, 'deliverable', 'deliverables'), done, late);
}

/** What is to be delivered, by whom and by when; and the thematic groups that deliver it. */
export function WorkProgramme({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <>
      <ListPane
        list="work"
        heading={LIST_PANES.deliverables}
        issues={risk.issues}
        what={LIST_PANES.aDeliverableIsOne}
        columns={[
          'group',
          'owner',
          { head: LIST_PANES.byWhen, say: (entry, today) => sayWhen(LIST_FORMS.work, entry, today) },
          'state',
          {
            head: LIST_PANES.latestWord,
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
        what={LIST_PANES.aThematicGroupTakes}
        columns={['chair', 'meets', 'terms', 'delivery']}
      />
    </>
  );
}
