import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import type { EvidenceShown } from './evidence-words.ts';

interface FormProps {
  readonly year: string;
  readonly shown: EvidenceShown;
  readonly onDone: () => void;
}

/** Saves what the officer made of a table; answers whether it was kept. */
export async function saveEdit(
  year: string,
  shown: EvidenceShown,
  edit: EvidenceShown['edit'],
): Promise<string | null> {
  const reply = await ask('evidence.save', { year, evidence: shown.table.id, edit });
  return reply.ok ? null : reply.failure.message;
}

/** The words of a table, which rows it shows, and whether it goes into the document. */
export function EvidenceForm({ year, shown, onDone }: FormProps): ReactElement {
  const { table, edit } = shown;
  const [finding, setFinding] = useState(edit.finding ?? table.finding);
  const [words, setWords] = useState(edit.words);
  const [leftOut, setLeftOut] = useState<readonly string[]>(edit.leftOut);
  const [isOut, setOut] = useState(edit.tableLeftOut);
  const say = useSay();
  const save = async (): Promise<void> => {
    const own = finding.trim() === '' || finding === table.finding ? null : finding;
    const trouble = await saveEdit(year, shown, {
      ...edit,
      finding: own,
      words,
      leftOut: [...leftOut],
      tableLeftOut: isOut,
    });
    if (trouble !== null) {
      say(trouble, 'trouble');
      return;
    }
    say('Kept beside the draft. The figures stay as they are held.');
    onDone();
  };
  const rows = table.rows.filter(({ weight }) => weight === undefined);
  return (
    <div className="panel-form">
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
      <label className="tick">
        <input
          type="checkbox"
          checked={isOut}
          onChange={(event) => {
            setOut(event.currentTarget.checked);
          }}
        />
        Leave the whole table out of the document
      </label>
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
      <div className="section-tools">
        <Button kind="primary" onPress={() => void save()}>
          Keep these words
        </Button>
        <Button onPress={onDone}>Leave it as it is</Button>
      </div>
    </div>
  );
}
