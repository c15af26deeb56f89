import { useState, type ReactElement } from 'react';
import type { ListForm } from '../../../core/lists/list-form.ts';
import { sayDay } from '../../../core/lists/say-field.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { EntryShown } from './list-pane.tsx';

/** What became of an entry, dated, the latest last; earlier words are never changed. */
export function EntryNotes(props: {
  readonly form: ListForm;
  readonly entry: EntryShown;
  readonly today: string;
}): ReactElement {
  const { form, entry } = props;
  const [note, setNote] = useState('');
  const [day, setDay] = useState(props.today);
  const say = useSay();
  // The panel was opened with the notes of that moment: what was added since is asked for.
  const now = valueOf(useAnswer('list.show', { list: form.list }));
  const notes = now?.entries.find(({ id }) => id === entry.id)?.notes ?? entry.notes;
  const add = async (): Promise<void> => {
    const reply = await ask('list.note', { list: form.list, id: entry.id, saidOn: day, note: note.trim() });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    setNote('');
    say(LIST_PANES.theProgressIsNoted);
  };
  return (
    <section className="entry-notes" aria-label={LIST_PANES.progress}>
      <h3>{LIST_PANES.progress}</h3>
      {notes.length === 0 && <p className="entry-from">{LIST_PANES.nothingHasBeenSaid}</p>}
      <ol>
        {notes.map((one, at) => (
          <li key={at}>
            <b>{sayDay(one.saidOn)}</b> {one.note}
            {one.from !== null && <span className="entry-from"> ({one.from})</span>}
          </li>
        ))}
      </ol>
      <Field label={LIST_PANES.whatHasHappenedSince} value={note} onChange={setNote} rows={2} longest={4000} />
      <DayField label={LIST_PANES.saidOn} value={day} onChange={setDay} />
      <Button disabled={note.trim() === '' || day === ''} onPress={() => void add()}>
        {LIST_PANES.noteTheProgress}
      </Button>
    </section>
  );
}
