import { useState, type ReactElement } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { BAND_WORDS, type PlanView } from './assessment-words.ts';

type Plan = PlanView['plan'];
type Row = Plan['rows'][number];

const EMPTY: Row = {
  band: 'individuals',
  weWill: '',
  soThat: '',
  ultimately: '',
  measuredBy: '',
  accountable: null,
  measures: [],
};
const PARTS = [
  ['weWill', 'We will'],
  ['soThat', 'So that'],
  ['ultimately', 'And ultimately'],
  ['measuredBy', 'With success measured by'],
] as const;

/** One row of the plan; its traffic light is told from the measures ticked here. */
export function PlanRowForm(props: {
  readonly plan: Plan;
  /** Place of the row; null: a new one. */
  readonly at: number | null;
  readonly onDone: () => void;
}): ReactElement {
  const { plan, at, onDone } = props;
  const [row, setRow] = useState<Row>(at === null ? EMPTY : (plan.rows[at] ?? EMPTY));
  const measures = valueOf(useAnswer('measure.list', {})) ?? [];
  const keep = useKeep(onDone);
  const set = (change: Partial<Row>): void => {
    setRow((now) => ({ ...now, ...change }));
  };
  const save = (rows: readonly Row[], said: string): Promise<void> =>
    keep(ask('plan.save', { plan: { ...plan, rows: [...rows] } }), said);
  const kept = at === null ? [...plan.rows, row] : plan.rows.map((one, index) => (index === at ? row : one));
  return (
    <PanelForm
      keep="Keep this row"
      canKeep={row.weWill.trim() !== ''}
      onKeep={() => save(kept, 'The row is kept, and the page drawn anew.')}
      other={
        at === null || plan.rows.length < 2
          ? null
          : {
              words: 'Take this row out',
              onPress: () =>
                save(
                  plan.rows.filter((_, index) => index !== at),
                  'The row is taken out. Earlier versions of the plan keep it.',
                ),
            }
      }
      onDone={onDone}
    >
      <Chooser
        label="Band"
        value={row.band}
        options={(Object.keys(BAND_WORDS) as Row['band'][]).map((id) => ({ id, words: BAND_WORDS[id] }))}
        onChoose={(band) => {
          set({ band });
        }}
      />
      {PARTS.map(([part, words]) => (
        <TextField
          key={part}
          value={row[part]}
          onChange={(value) => {
            set({ [part]: value });
          }}
          maxLength={600}
          className="field"
        >
          <Label>{words}</Label>
          <TextArea className="text-input" rows={3} />
        </TextField>
      ))}
      <TextField
        value={row.accountable ?? ''}
        onChange={(value) => {
          set({ accountable: value === '' ? null : value });
        }}
        maxLength={200}
        className="field"
      >
        <Label>Accountable person</Label>
        <Input className="text-input" />
      </TextField>
      <fieldset className="ticks">
        <legend>Its measures: the worst of them that is judged gives the light</legend>
        {measures.map(({ measure, shortName }) => (
          <label key={measure}>
            <input
              type="checkbox"
              checked={row.measures.includes(measure)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                set({ measures: on ? [...row.measures, measure] : row.measures.filter((one) => one !== measure) });
              }}
            />
            {shortName}
          </label>
        ))}
      </fieldset>
    </PanelForm>
  );
}
