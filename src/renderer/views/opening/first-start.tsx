import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FIRST_START } from '../../words/first-start.ts';
import { LookRound } from '../this-month/look-round.tsx';
import { OpeningPage } from './opening-page.tsx';

interface FirstStartProps {
  readonly onHold: (isHeld: boolean) => void;
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

/** The first start: a passphrase for the new store, or by clear choice none. */
export function FirstStart({ onHold, onRecoveryKey }: FirstStartProps): ReactElement {
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isPlain, setPlain] = useState(false);
  const { chosen, fields, clear } = useNewPassphrase();
  const make = async (passphrase: string | null): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    onHold(true);
    const reply = await ask('store.create', { passphrase });
    setBusy(false);
    if (!reply.ok) setTrouble(reply.failure.message);
    else if (reply.value.recoveryKey !== null) {
      clear();
      onRecoveryKey(reply.value.recoveryKey);
    }
    onHold(false);
  };
  return (
    <OpeningPage title="Choose a passphrase">
      <p className="opening-lead">
        What you keep here is personal and sensitive. With a passphrase it is encrypted: whoever copies or steals this
        laptop’s disk can read none of it. You will be asked for it at every start; it is stored nowhere.
      </p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null) void make(chosen);
        }}
      >
        {fields(true)}
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="opening-tools">
          <Button kind="primary" type="submit" disabled={isBusy || chosen === null} onPress={() => undefined}>
            {isBusy ? 'Making the store…' : 'Make the store'}
          </Button>
        </div>
      </Form>
      <section className="opening-other">
        <h2>{FIRST_START.sample}</h2>
        <LookRound />
      </section>
      <details className="opening-other">
        <summary>Without a passphrase</summary>
        <p>
          Anyone who gets at the file can then read every figure, record and name in it. Sensible for looking round with
          the sample, or where the disk itself is encrypted and yours alone. It can be encrypted later, under Settings,
          but old bytes may stay on the disk until they are written over.
        </p>
        <label className="recovery-tick">
          <input
            type="checkbox"
            checked={isPlain}
            onChange={(event) => {
              setPlain(event.currentTarget.checked);
            }}
          />
          I want a store that is not encrypted
        </label>
        <Button disabled={!isPlain || isBusy} onPress={() => void make(null)}>
          Make it without a passphrase
        </Button>
      </details>
    </OpeningPage>
  );
}
