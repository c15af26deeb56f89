import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { saveEdit } from './evidence-form.tsx';
import type { EvidenceShown } from './evidence-words.ts';

/** The officer's own words beside one row, or the row left out. */
export function RowForm(props: {
  readonly year: string;
  readonly shown: EvidenceShown;
  readonly row: string;
  readonly onDone: () => void;
}): ReactElement {
  const { year, shown, row, onDone } = props;
  const { edit } = shown;
  const [note, setNote] = useState(edit.notes[row] ?? '');
  const say = useSay();
  const save = async (change: Partial<EvidenceShown['edit']>, said: string): Promise<void> => {
    const trouble = await saveEdit(year, shown, { ...edit, ...change });
    if (trouble !== null) {
      say(trouble, 'trouble');
      return;
    }
    say(said);
    onDone();
  };
  return (
    <div className="panel-form">
      <Field
        label="Note beside this row"
        value={note}
        onChange={setNote}
        rows={4}
        longest={4000}
        hint="It goes into the document under the row. The figures are never edited."
      />
      <div className="section-tools">
        <Button
          kind="primary"
          onPress={() => void save({ notes: { ...edit.notes, [row]: note } }, 'The note is kept beside its row.')}
        >
          Keep this note
        </Button>
        <Button
          kind="danger"
          onPress={() =>
            void save({ leftOut: [...edit.leftOut, row] }, 'The row is left out; totals stay what they are.')
          }
        >
          Leave this row out
        </Button>
        <Button onPress={onDone}>Leave it as it is</Button>
      </div>
    </div>
  );
}
