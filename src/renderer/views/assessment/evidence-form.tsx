import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Field } from '../../parts/field.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { Tick } from '../../parts/tick.tsx';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
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
      keep={EVIDENCE_PANES.keepTheseWords}
      onKeep={() =>
        keep(
          saveEdit(year, shown, { finding: own, words, leftOut: [...leftOut], tableLeftOut: isOut }),
          EVIDENCE_PANES.keptBesideTheDraft,
        )
      }
      onDone={onDone}
    >
      <Field
        label={EVIDENCE_PANES.whatItSays}
        value={finding}
        onChange={setFinding}
        rows={4}
        longest={4000}
        hint={EVIDENCE_PANES.theDraftToBe}
      />
      <Field
        label={EVIDENCE_PANES.yourOwnWordsUnder}
        value={words}
        onChange={setWords}
        rows={5}
        longest={4000}
        hint={EVIDENCE_PANES.whyItIsSo}
      />
      <Tick words={EVIDENCE_PANES.leaveTheWholeTable} on={isOut} onChange={setOut} />
      <fieldset className="ticks">
        <legend>{EVIDENCE_PANES.rowsShown}</legend>
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
