import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { MonthInput } from '../comparison/month-input.tsx';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
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
    say(EVIDENCE_PANES.theEvidenceIsDrafted(spanInWords(reply.value.period)));
  };
  return (
    <div className="evidence-period">
      <p>
        {EVIDENCE_PANES.draftedFor}
        <strong>{spanInWords(period)}</strong>
        {EVIDENCE_PANES.beside(
          periodChosen ? EVIDENCE_PANES.asChosen : EVIDENCE_PANES.theMonthsHeldTwelve,
          spanInWords(before),
        )}
        <Button
          kind="link"
          onPress={() => {
            setOpen(!isOpen);
          }}
        >
          {isOpen ? EVIDENCE_PANES.leaveTheMonthsAs : EVIDENCE_PANES.chooseOtherMonths}
        </Button>
      </p>
      {isOpen && (
        <div className="evidence-choice">
          <MonthInput label={EVIDENCE_PANES.from} value={from} onChange={setFrom} />
          <MonthInput label={EVIDENCE_PANES.to} value={to} onChange={setTo} />
          <Button disabled={from === '' || to === ''} onPress={() => void choose({ from, to })}>
            {EVIDENCE_PANES.draftForTheseMonths}
          </Button>
          {periodChosen && (
            <Button kind="link" onPress={() => void choose(null)}>
              {EVIDENCE_PANES.backToTheMonths}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
