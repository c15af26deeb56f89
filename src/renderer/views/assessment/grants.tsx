import type { ReactElement } from 'react';
import { grantTotals } from '../../../core/lists/grant-totals.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { wordsOf } from '../../../core/lists/list-form.ts';
import { poundsOf } from '../../../core/lists/pounds.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { dayDue } from '../../../core/lists/when-due.ts';
import { howMany } from '../../words/numbers.ts';
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
    notAwarded > 0 ? `the award of ${String(notAwarded)} is not known` : '',
    notPaid > 0 ? `what was paid to ${String(notPaid)} is not known` : '',
  ].filter((part) => part !== '');
  const known = `${howMany(grants, 'grant', 'grants')}: ${poundsOf(awarded)} awarded, ${poundsOf(paid)} paid`;
  const returns = late === 0 ? 'no return is overdue' : `${howMany(late, 'return is', 'returns are')} overdue`;
  return `${[known, ...unknown, returns].join('; ')}.`;
}

/** When the half-year return came in, or is due. */
const sayReturn = (entry: EntryShown, today: string): string => {
  const came = wordsOf(entry.values, 'returned');
  const due = sayWhen(LIST_FORMS.grants, entry, today);
  return came !== '' ? `came in ${sayDay(came)}` : due === '' ? '' : `due ${due}`;
};

/** The grant spend plan: what was awarded for which priority, what was paid, which half-year return is due. */
export function Grants({ risk }: { readonly risk: Risk }): ReactElement {
  return (
    <ListPane
      list="grants"
      heading="Grant spend plan"
      issues={risk.issues}
      what="Each project a grant pays for: its provider, the priority it serves, what was awarded and paid, and its half-year return."
      columns={[
        'provider',
        'priority',
        'year',
        'awarded',
        'paid',
        { head: 'Half-year return', say: sayReturn },
        'reported',
      ]}
      above={(shown) => <p className="finding-under">{sayGrants(shown)}</p>}
    />
  );
}
