import { useState, type ReactElement } from 'react';
import { Field } from '../../parts/field.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { LIST_PANES } from '../../words/assessment-lists.ts';
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
      keep={LIST_PANES.keepThisNote}
      onKeep={() => keep(saveEdit(year, shown, { notes: { ...edit.notes, [row]: note } }), LIST_PANES.theNoteIsKept)}
      other={{
        words: LIST_PANES.leaveThisRowOut,
        onPress: () => keep(saveEdit(year, shown, { leftOut: [...edit.leftOut, row] }), LIST_PANES.theRowIsLeft),
      }}
      onDone={onDone}
    >
      <Field
        label={LIST_PANES.noteBesideThisRow}
        value={note}
        onChange={setNote}
        rows={4}
        longest={4000}
        hint={LIST_PANES.itGoesIntoThe}
      />
    </PanelForm>
  );
}
