import type { ReactElement } from 'react';
import { Input, Label, NumberField } from 'react-aria-components';
import { Chooser } from '../../parts/chooser.tsx';
import { AVERAGE_WORDS, LIMITS_WORDS, type AverageKind, type LimitsKind } from '../../words/comparison.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import type { Change, Choice } from './choice.ts';

const LIMITS = (Object.keys(LIMITS_WORDS) as LimitsKind[]).map((id) => ({ id, words: LIMITS_WORDS[id] }));
const AVERAGES = (Object.keys(AVERAGE_WORDS) as AverageKind[]).map((id) => ({ id, words: AVERAGE_WORDS[id] }));
const CONFIDENCES = [
  { id: '95', words: '95%' },
  { id: '99.8', words: '99.8%' },
] as const;

/** How the picture is to be read: which limits, how wide, around which average. */
export function Reading({ choice, onChange }: { readonly choice: Choice; readonly onChange: Change }): ReactElement {
  return (
    <div className="choices choices-quiet" role="group" aria-label={COMPARISON_ROOM.howItIsRead}>
      <Chooser
        label={COMPARISON_ROOM.limits}
        value={choice.limits}
        options={LIMITS}
        onChoose={(limits) => {
          onChange({ limits });
        }}
      />
      {choice.limits === 'spread' ? (
        <NumberField
          className="chooser"
          value={choice.k}
          minValue={0.5}
          maxValue={10}
          step={0.5}
          onChange={(k) => {
            if (k > 0) onChange({ k });
          }}
        >
          <Label className="chooser-label">{COMPARISON_ROOM.sd}</Label>
          <Input className="text-input short-input" />
        </NumberField>
      ) : (
        <Chooser
          label={COMPARISON_ROOM.confidence}
          value={String(choice.confidence) as '95' | '99.8'}
          options={CONFIDENCES}
          onChoose={(confidence) => {
            onChange({ confidence: confidence === '95' ? 95 : 99.8 });
          }}
        />
      )}
      <Chooser
        label={COMPARISON_ROOM.average}
        value={choice.average}
        options={AVERAGES}
        onChoose={(average) => {
          onChange({ average });
        }}
      />
    </div>
  );
}
