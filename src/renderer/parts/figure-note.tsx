import { useState, type ReactElement } from 'react';
import { figureKey } from '../../core/provenance/figure-key.ts';
import type { FigureAsked } from '../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { useSay } from './notice.tsx';

/** What was noted about figures, by the figure's key. */
export function useFigureNotes(): ReadonlyMap<string, string> {
  const notes = valueOf(useAnswer('figure.notes', {}));
  return new Map((notes ?? []).map(({ figure, note }) => [figure, note]));
}

/** The officer's note on one figure: written here, marked in every table that shows the figure. */
export function FigureNote({ figure }: { readonly figure: FigureAsked }): ReactElement {
  const held = useFigureNotes().get(figureKey(figure)) ?? '';
  // A note that comes late, or from another table, starts the field anew.
  return <NoteForm key={held} figure={figure} held={held} />;
}

function NoteForm({ figure, held }: { readonly figure: FigureAsked; readonly held: string }): ReactElement {
  const [note, setNote] = useState(held);
  const say = useSay();
  const save = async (next: string): Promise<void> => {
    const reply = await ask('figure.note', { figure, note: next });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else say(next.trim() === '' ? PARTS.theNoteIsTaken : PARTS.notedTheFigureIs);
  };
  return (
    <div className="figure-note">
      <Field label={PARTS.yourNoteOnThis} value={note} onChange={setNote} rows={2} longest={2000} />
      <div className="figure-note-tools">
        <Button disabled={note.trim() === held} onPress={() => void save(note)}>
          {PARTS.keepTheNote}
        </Button>
        {held !== '' && (
          <Button kind="link" onPress={() => void save('')}>
            {PARTS.takeItAway}
          </Button>
        )}
      </div>
    </div>
  );
}
