import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Field } from '../../parts/field.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { Tick } from '../../parts/tick.tsx';
import type { EvidenceShown } from './evidence-words.ts';

interface FormProps {
  readonly year: string;
  readonly shown: EvidenceShown;
  readonly onDone: () => void;
}

/** Saves what the officer made of a table. */
export const saveEdit = (year: string, { table, edit }: EvidenceShown, change: Partial<EvidenceShown['edit']>) =>
  ask('evidence.save', { year, evidence: table.id, edit: { ...edit, ...change } });

/** The words of a table, which rows it shows, and whether it goes into the document. */
export function EvidenceForm({ year, shown, onDone }: FormProps): ReactElement {
  const { table, edit } = shown;
  const [finding, setFinding] = useState(edit.finding ?? table.finding);
  const [words, setWords] = useState(edit.words);
  const [leftOut, setLeftOut] = useState<readonly string[]>(edit.leftOut);
  const [isOut, setOut] = useState(edit.tableLeftOut);
  const keep = useKeep(onDone);
  const own = finding.trim() === '' || finding === table.finding ? null : finding;
  const rows = table.rows.filter(({ weight }) => weight === undefined);
  return (
    <PanelForm
      keep="Keep these words"
      onKeep={() =>
        keep(
          saveEdit(year, shown, { finding: own, words, leftOut: [...leftOut], tableLeftOut: isOut }),
          'Kept beside the draft. The figures stay as they are held.',
        )
      }
      onDone={onDone}
    >
      <Field
        label="What it says"
        value={finding}
        onChange={setFinding}
        rows={4}
        longest={4000}
        hint="The draft, to be changed. Emptied, the draft stands again."
      />
      <Field
        label="Your own words under it"
        value={words}
        onChange={setWords}
        rows={5}
        longest={4000}
        hint="Why it is so, what is known besides, what was done."
      />
      <Tick words="Leave the whole table out of the document" on={isOut} onChange={setOut} />
      <fieldset className="ticks">
        <legend>Rows shown</legend>
        {rows.map(({ id, head }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={!leftOut.includes(id)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setLeftOut((now) => (on ? now.filter((one) => one !== id) : [...now, id]));
              }}
            />
            {head}
          </label>
        ))}
      </fieldset>
    </PanelForm>
  );
}
