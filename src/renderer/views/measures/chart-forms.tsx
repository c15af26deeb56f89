import { useState, type ReactElement, type ReactNode } from 'react';
import { Input, Label, NumberField, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { longPeriod } from '../../words/dates.ts';
import { MonthInput } from '../comparison/month-input.tsx';
import { saveSetting, type Setting, type SettingChange } from './save-setting.ts';

interface FormProps {
  readonly setting: Setting;
  readonly onDone: () => void;
}

/** Why something was set: printed under the chart, so that nobody has to guess later. */
export function Reason(props: { readonly value: string; readonly onChange: (value: string) => void }): ReactElement {
  return (
    <TextField value={props.value} onChange={props.onChange} maxLength={500} className="field">
      <Label>Reason, printed under the chart</Label>
      <TextArea className="text-input" rows={3} />
    </TextField>
  );
}

function Form(props: {
  readonly setting: Setting;
  readonly change: SettingChange | null;
  readonly button: string;
  readonly said: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const { setting, change, button, said, onDone, children } = props;
  const say = useSay();
  const save = async (kept: SettingChange): Promise<void> => {
    const trouble = await saveSetting(setting, kept);
    if (trouble !== null) {
      say(trouble, 'trouble');
      return;
    }
    say(said);
    onDone();
  };
  return (
    <div className="panel-form">
      {children}
      <div className="section-tools">
        <Button
          kind="primary"
          disabled={change === null}
          onPress={() => {
            if (change !== null) void save(change);
          }}
        >
          {button}
        </Button>
        <Button onPress={onDone}>Leave it as it is</Button>
      </div>
    </div>
  );
}

/** From this month on the process is another one: its mean and limits begin anew. */
export function StepForm({ setting, onDone }: FormProps): ReactElement {
  const [month, setMonth] = useState('');
  const [reason, setReason] = useState('');
  const ready = month !== '' && reason.trim() !== '';
  const others = setting.steps.filter((step) => step.month !== month);
  const steps = [...others, { month, reason: reason.trim() }].sort((a, b) => a.month.localeCompare(b.month));
  return (
    <Form
      setting={setting}
      change={ready ? { steps } : null}
      button="Keep this step change"
      said={ready ? `The chart begins anew in ${longPeriod(month)}.` : ''}
      onDone={onDone}
    >
      <p>
        A step change is for something that happened: a new recording rule, a new service. It is not for a line that
        looks better broken.
      </p>
      <MonthInput label="First month of the new level" value={month} onChange={setMonth} />
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
}

/** Limits worked out from the first so many points and then held still. */
export function BaselineForm({ setting, onDone }: FormProps): ReactElement {
  const [points, setPoints] = useState(setting.baseline?.months ?? 12);
  const [reason, setReason] = useState(setting.baseline?.reason ?? '');
  const ready = Number.isInteger(points) && points >= 2 && reason.trim() !== '';
  return (
    <Form
      setting={setting}
      change={ready ? { baseline: { months: points, reason: reason.trim() } } : null}
      button="Lock the limits"
      said="The limits are locked on the baseline."
      onDone={onDone}
    >
      <p>Twelve points or more make a fair baseline; with fewer the limits are trial limits.</p>
      <NumberField className="field" value={points} minValue={2} maxValue={600} onChange={setPoints}>
        <Label>Points in the baseline</Label>
        <Input className="text-input short-input" />
      </NumberField>
      <Reason value={reason} onChange={setReason} />
    </Form>
  );
}

/** Under which count no percentage is shown. */
export function SmallestBaseForm({ setting, onDone }: FormProps): ReactElement {
  const [base, setBase] = useState(setting.smallestBase);
  const ready = Number.isInteger(base) && base >= 0;
  return (
    <Form
      setting={setting}
      change={ready ? { smallestBase: base } : null}
      button="Keep this"
      said={`No percentage of this measure under ${String(base)}.`}
      onDone={onDone}
    >
      <p>From 3 to 6 is «+100%», and says nothing. Under this count only «from 3 to 6» is shown.</p>
      <NumberField className="field" value={base} minValue={0} maxValue={1000} onChange={setBase}>
        <Label>Smallest earlier count for a percentage</Label>
        <Input className="text-input short-input" />
      </NumberField>
    </Form>
  );
}
