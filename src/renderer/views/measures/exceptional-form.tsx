import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { LEFT_OUT, LEFT_OUT_WORDS, type LeftOutOf } from '../../words/process-chart.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { MonthInput } from '../comparison/month-input.tsx';
import { Reason } from './chart-forms.tsx';

type Exceptional = Output<'exceptional.list'>[number];

/** Months that are not like others, why, and what this measure leaves them out of. */
export function ExceptionalForm(props: {
  readonly measure: string;
  readonly one: Exceptional | null;
  readonly onDone: () => void;
}): ReactElement {
  const { measure, one, onDone } = props;
  const [from, setFrom] = useState(one?.from ?? '');
  const [to, setTo] = useState(one?.to ?? '');
  const [reason, setReason] = useState(one?.reason ?? '');
  const [leftOut, setLeftOut] = useState<readonly LeftOutOf[]>(
    one === null ? ['limits', 'season'] : (one.choices.find((choice) => choice.measure === measure)?.leftOutOf ?? []),
  );
  const say = useSay();
  const ready = from !== '' && to !== '' && from <= to && reason.trim() !== '';
  const save = async (): Promise<void> => {
    const others = (one?.choices ?? []).filter((choice) => choice.measure !== measure);
    const reply = await ask('exceptional.save', {
      periodId: one?.periodId ?? null,
      from,
      to,
      reason: reason.trim(),
      choices: [...others, { measure, leftOutOf: [...leftOut] }],
    });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(MEASURES_ROOM.theExceptionalPeriodIs);
    onDone();
  };
  return (
    <div className="panel-form">
      <p>{MEASURES_ROOM.theBandAndIts}</p>
      <MonthInput label={MEASURES_ROOM.firstMonth} value={from} onChange={setFrom} />
      <MonthInput label={MEASURES_ROOM.lastMonth} value={to} onChange={setTo} />
      {from !== '' && to !== '' && from > to && <p className="hint">{MEASURES_ROOM.theLastMonthLies}</p>}
      <Reason value={reason} onChange={setReason} />
      <fieldset className="ticks">
        <legend>{MEASURES_ROOM.forThisMeasureLeave}</legend>
        {LEFT_OUT.map((part) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={leftOut.includes(part)}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                setLeftOut((now) => (on ? [...now, part] : now.filter((other) => other !== part)));
              }}
            />
            {LEFT_OUT_WORDS[part]}
          </label>
        ))}
      </fieldset>
      <div className="section-tools">
        <Button kind="primary" disabled={!ready} onPress={() => void save()}>
          {MEASURES_ROOM.keepThisPeriod}
        </Button>
        <Button onPress={onDone}>{MEASURES_ROOM.leaveItAsIt}</Button>
      </div>
    </div>
  );
}
