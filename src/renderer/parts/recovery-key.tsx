import { useState, type ReactElement } from 'react';
import { ask } from '../ask.ts';
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
    if (reply.ok) say('Copied. Paste it into your password safe now: the clipboard forgets it after a minute.');
    else say(reply.failure.message, 'trouble');
  };
  return (
    <div className="recovery">
      <p>
        It opens the store if the passphrase is ever lost. It is shown only now: nobody can show it again, and without
        passphrase and key nobody can open the store, not even its makers.
      </p>
      <div className="recovery-card">
        <p className="recovery-title">Safer Workbench · recovery key</p>
        <ol aria-label="Recovery key" className="recovery-groups">
          {recoveryKey.split('-').map((group, at) => (
            <li key={`${String(at)} ${group}`}>{group}</li>
          ))}
        </ol>
        <p className="recovery-note">
          Keep it on paper, locked away from this laptop. Letters and numbers only: no letter O, I or L is in it.
        </p>
      </div>
      <div className="recovery-tools">
        <Button
          onPress={() => {
            window.print();
          }}
        >
          Print
        </Button>
        <Button onPress={() => void copy()}>Copy</Button>
      </div>
      <label className="recovery-tick">
        <input
          type="checkbox"
          checked={isWritten}
          onChange={(event) => {
            setWritten(event.currentTarget.checked);
          }}
        />
        I have written it down, or printed it, and will keep it apart from this laptop
      </label>
      <Button kind="primary" disabled={!isWritten} onPress={onDone}>
        {goOn}
      </Button>
    </div>
  );
}
