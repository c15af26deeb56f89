import { useState, type ReactElement } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { PanelForm, useKeep } from '../../parts/panel-form.tsx';
import { LIST_PANES } from '../../words/assessment-lists.ts';
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
  ['weWill', LIST_PANES.weWill],
  ['soThat', LIST_PANES.soThat],
  ['ultimately', LIST_PANES.andUltimately],
  ['measuredBy', LIST_PANES.withSuccessMeasuredBy],
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
      keep={LIST_PANES.keepThisRow}
      canKeep={row.weWill.trim() !== ''}
      onKeep={() => save(kept, LIST_PANES.theRowIsKept)}
      other={
        at === null || plan.rows.length < 2
          ? null
          : {
              words: LIST_PANES.takeThisRowOut,
              onPress: () =>
                save(
                  plan.rows.filter((_, index) => index !== at),
                  LIST_PANES.theRowIsTaken,
                ),
            }
      }
      onDone={onDone}
    >
      <Chooser
        label={LIST_PANES.band}
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
        <Label>{LIST_PANES.accountablePerson}</Label>
        <Input className="text-input" />
      </TextField>
      <fieldset className="ticks">
        <legend>{LIST_PANES.itsMeasuresTheWorst}</legend>
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
