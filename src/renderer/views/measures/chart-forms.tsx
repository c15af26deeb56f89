import { useState, type ReactElement, type ReactNode } from 'react';
import { Input, Label, NumberField, TextArea, TextField } from 'react-aria-components';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { longPeriod } from '../../words/dates.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
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
      <Label>{MEASURES_ROOM.reasonPrintedUnderThe}</Label>
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
        <Button onPress={onDone}>{MEASURES_ROOM.leaveItAsIt}</Button>
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
      button={MEASURES_ROOM.keepThisStepChange}
      said={ready ? MEASURES_ROOM.theChartBeginsAnew(longPeriod(month)) : ''}
      onDone={onDone}
    >
      <p>{MEASURES_ROOM.aStepChangeIs}</p>
      <MonthInput label={MEASURES_ROOM.firstMonthOfThe} value={month} onChange={setMonth} />
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
      button={MEASURES_ROOM.lockTheLimits}
      said={MEASURES_ROOM.theLimitsAreLocked}
      onDone={onDone}
    >
      <p>{MEASURES_ROOM.twelvePointsOrMore}</p>
      <NumberField className="field" value={points} minValue={2} maxValue={600} onChange={setPoints}>
        <Label>{MEASURES_ROOM.pointsInTheBaseline}</Label>
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
      button={MEASURES_ROOM.keepThis}
      said={MEASURES_ROOM.noPercentageOfThis(base)}
      onDone={onDone}
    >
      <p>{MEASURES_ROOM.from3To6}</p>
      <NumberField className="field" value={base} minValue={0} maxValue={1000} onChange={setBase}>
        <Label>{MEASURES_ROOM.smallestEarlierCountFor}</Label>
        <Input className="text-input short-input" />
      </NumberField>
    </Form>
  );
}
