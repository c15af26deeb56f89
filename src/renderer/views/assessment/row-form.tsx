import { useState, type ReactElement } from 'react';
import { Field } from '../../parts/field.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
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
  const keep = useKeep(onDone);
  return (
    <PanelForm
      keep="Keep this note"
      onKeep={() =>
        keep(saveEdit(year, shown, { notes: { ...edit.notes, [row]: note } }), 'The note is kept beside its row.')
      }
      other={{
        words: 'Leave this row out',
        onPress: () =>
          keep(
            saveEdit(year, shown, { leftOut: [...edit.leftOut, row] }),
            'The row is left out; totals stay what they are.',
          ),
      }}
      onDone={onDone}
    >
      <Field
        label="Note beside this row"
        value={note}
        onChange={setNote}
        rows={4}
        longest={4000}
        hint="It goes into the document under the row. The figures are never edited."
      />
    </PanelForm>
  );
}
