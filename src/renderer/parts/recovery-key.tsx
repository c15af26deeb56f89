import { useState, type ReactElement } from 'react';
import { ask } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { useSay } from './notice.tsx';
import './recovery-key.css';

interface RecoveryKeyProps {
  readonly recoveryKey: string;
  /** What the button says that goes on. */
  readonly goOn: string;
  readonly onDone: () => void;
}

/** A recovery key, shown this once: to be written down, printed or copied before anything else. */
export function RecoveryKey({ recoveryKey, goOn, onDone }: RecoveryKeyProps): ReactElement {
  const [isWritten, setWritten] = useState(false);
  const say = useSay();
  const copy = async (): Promise<void> => {
    const reply = await ask('store.copy-recovery', { recoveryKey });
    if (reply.ok) say(PARTS.copiedPasteItInto);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <div className="recovery">
      <p>{PARTS.itOpensTheStore}</p>
      <div className="recovery-card">
        <p className="recovery-title">{PARTS.saferWorkbenchRecoveryKey}</p>
        <ol aria-label={PARTS.recoveryKey} className="recovery-groups">
          {recoveryKey.split('-').map((group, at) => (
            <li key={`${String(at)} ${group}`}>{group}</li>
          ))}
        </ol>
        <p className="recovery-note">{PARTS.keepItOnPaper}</p>
      </div>
      <div className="recovery-tools">
        <Button
          onPress={() => {
            window.print();
          }}
        >
          {PARTS.print}
        </Button>
        <Button onPress={() => void copy()}>{PARTS.copy}</Button>
      </div>
      <label className="recovery-tick">
        <input
          type="checkbox"
          checked={isWritten}
          onChange={(event) => {
            setWritten(event.currentTarget.checked);
          }}
        />
        {PARTS.iHaveWrittenIt}
      </label>
      <Button kind="primary" disabled={!isWritten} onPress={onDone}>
        {goOn}
      </Button>
    </div>
  );
}
