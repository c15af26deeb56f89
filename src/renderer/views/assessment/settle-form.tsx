import { useState, type ReactElement } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { today, type Risk } from './assessment-words.ts';

const BACK = 'back';

/** The level all agreed on after talking (else the median stands), or how sure the workshop is. */
export function SettleForm(props: {
  readonly risk: Risk;
  readonly issue: string;
  readonly dimension: Risk['scheme']['dimensions'][number] | null;
  readonly onDone: () => void;
}): ReactElement {
  const { risk, issue, dimension, onDone } = props;
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const keep = useKeep(onDone);
  const options =
    dimension === null
      ? risk.scheme.confidence.map(({ grade, words }) => ({ id: grade, words: `${grade}, ${words}` }))
      : dimension.levels.map(({ value, words }) => ({ id: String(value), words: `${String(value)}, ${words}` }));
  const save = async (): Promise<void> => {
    const taken = chosen === BACK ? null : chosen;
    await keep(
      ask('risk.settle', {
        year: risk.year,
        issue,
        dimension: dimension?.id ?? null,
        level: dimension === null || taken === null ? null : Number(taken),
        confidence: dimension === null ? taken : null,
        reason: reason.trim(),
        settledOn: today(),
      }),
      ISSUE_PANES.settledTheRankingCounts,
    );
  };
  return (
    <PanelForm
      keep={ISSUE_PANES.settleIt}
      canKeep={chosen !== null && reason.trim() !== ''}
      onKeep={save}
      onDone={onDone}
    >
      <p>{dimension === null ? ISSUE_PANES.howSureTheEvidence : ISSUE_PANES.theLevelSettledAfter}</p>
      <Chooser
        label={dimension === null ? ISSUE_PANES.confidence : ISSUE_PANES.level}
        value={chosen}
        options={[
          ...options,
          { id: BACK, words: dimension === null ? ISSUE_PANES.notGraded : ISSUE_PANES.noneTheMedianStands },
        ]}
        onChoose={setChosen}
      />
      <TextField value={reason} onChange={setReason} maxLength={2000} className="field">
        <Label>{ISSUE_PANES.reason}</Label>
        <TextArea className="text-input" rows={3} />
      </TextField>
    </PanelForm>
  );
}
