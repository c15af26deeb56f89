import type { ReactElement } from 'react';
import { grantTotals } from '../../../core/lists/grant-totals.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { poundsOf } from '../../../core/lists/pounds.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { dayDue } from '../../../core/lists/when-due.ts';
import { howMany } from '../../words/numbers.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane, sayWhen, type EntryShown, type ListShown } from './list-pane.tsx';

/** What was awarded and paid altogether, and whose return is late. */
function sayGrants({ entries, today }: ListShown): string {
  const { grants, awarded, paid, notAwarded, notPaid } = grantTotals(entries);
  const late = entries.filter(({ values }) => {
    const day = dayDue(LIST_FORMS.grants, values);
    return day !== null && day < today;
  }).length;
  const unknown = [
    notAwarded > 0 ? LIST_PANES.theAwardOfIs(notAwarded) : '',
    notPaid > 0 ? LIST_PANES.whatWasPaidTo(notPaid) : '',
  ].filter((part) => part !== '');
  const known = LIST_PANES.awardedPaid(howMany(grants, 'grant', 'grants'), poundsOf(awarded), poundsOf(paid));
  const returns =
    late === 0
      ? LIST_PANES.noReturnIsOverdue
      : LIST_PANES.overdue(howMany(late, LIST_PANES.returnIs, LIST_PANES.returnsAre));
  return `${[known, ...unknown, returns].join('; ')}.`;
}

/** When the half-year return came in, or is due. */
const sayReturn = (entry: EntryShown, today: string): string => {
  const came = wordsOf(entry.values, 'returned');
  const due = sayWhen(LIST_FORMS.grants, entry, today);
  return came !== '' ? LIST_PANES.cameIn(sayDay(came)) : due === '' ? '' : LIST_PANES.due(due);
};

/** The grant spend plan: what was awarded for which priority, what was paid, which half-year return is due. */
export function Grants({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <ListPane
      list="grants"
      heading={LIST_PANES.grantSpendPlan}
      issues={risk.issues}
      what={LIST_PANES.eachProjectAGrant}
      columns={[
        'provider',
        'priority',
        'year',
        'awarded',
        'paid',
        { head: LIST_PANES.halfYearReturn, say: sayReturn },
        'reported',
      ]}
      above={(shown) => <p className="finding-under">{sayGrants(shown)}</p>}
    />
  );
}
