import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { MonthInput } from '../comparison/month-input.tsx';
import { spanInWords, type Evidence } from './evidence-words.ts';

/** The months the evidence is drafted for: those held, the last twelve at most, or others. */
export function EvidencePeriod({ evidence }: { readonly evidence: Evidence }): ReactElement {
  const { year, period, before, periodChosen } = evidence;
  const [isOpen, setOpen] = useState(false);
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const say = useSay();
  const choose = async (chosen: { from: string; to: string } | null): Promise<void> => {
    const reply = await ask('evidence.choose-period', { year, period: chosen });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    setOpen(false);
    setFrom(reply.value.period.from);
    setTo(reply.value.period.to);
    say(`The evidence is drafted for ${spanInWords(reply.value.period)}.`);
  };
  return (
    <div className="evidence-period">
      <p>
        Drafted for <strong>{spanInWords(period)}</strong>
        {periodChosen ? ', as chosen' : ', the months held, twelve at most'}, beside {spanInWords(before)}.{' '}
        <Button
          kind="link"
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? 'Leave the months as they are' : 'Choose other months'}
        </Button>
      </p>
      {isOpen && (
        <div className="evidence-choice">
          <MonthInput label="From" value={from} onChange={setFrom} />
          <MonthInput label="To" value={to} onChange={setTo} />
          <Button disabled={from === '' || to === ''} onPress={() => void choose({ from, to })}>
            Draft for these months
          </Button>
          {periodChosen && (
            <Button kind="link" onPress={() => void choose(null)}>
              Back to the months held, twelve at most
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
