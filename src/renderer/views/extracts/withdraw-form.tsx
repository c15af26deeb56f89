import { useState, type ReactElement } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import type { Failure, ImportSummary } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble } from '../../parts/states.tsx';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

/** Why an import is withdrawn, and the button that does it. */
export function WithdrawForm({
  one,
  onDone,
}: {
  readonly one: ImportSummary;
  readonly onDone: () => void;
}): ReactElement {
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const say = useSay();
  const withdraw = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('import.withdraw', { importId: one.importId, reason: reason.trim() });
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    say(EXTRACTS_ROOM.isWithdrawnTheFigures(one.fileName));
    onDone();
  };
  return (
    <div className="withdraw">
      <p>{one.about}</p>
      <p className="preview-quiet">{EXTRACTS_ROOM.itsFiguresStopCounting}</p>
      <TextField value={reason} onChange={setReason} maxLength={2000}>
        <Label>{EXTRACTS_ROOM.whyIsItWithdrawn}</Label>
        <TextArea className="text-input" rows={4} />
      </TextField>
      {failure !== null && <Trouble failure={failure} />}
      <div className="section-tools">
        <Button kind="danger" disabled={busy || reason.trim() === ''} onPress={() => void withdraw()}>
          {EXTRACTS_ROOM.withdrawThisImport}
        </Button>
        <Button onPress={onDone}>{EXTRACTS_ROOM.leaveItAsIt}</Button>
      </div>
    </div>
  );
}
