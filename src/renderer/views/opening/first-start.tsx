import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { FIRST_START } from '../../words/first-start.ts';
import { OPENING_ROOM } from '../../words/opening-room.ts';
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
    <OpeningPage title={OPENING_ROOM.chooseAPassphrase}>
      <p className="opening-lead">{OPENING_ROOM.whatYouKeepHere}</p>
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
            {isBusy ? OPENING_ROOM.makingTheStore : OPENING_ROOM.makeTheStore}
          </Button>
        </div>
      </Form>
      <section className="opening-other">
        <h2>{FIRST_START.sample}</h2>
        <LookRound />
      </section>
      <details className="opening-other">
        <summary>{OPENING_ROOM.withoutAPassphrase}</summary>
        <p>{OPENING_ROOM.anyoneWhoGetsAt}</p>
        <label className="recovery-tick">
          <input
            type="checkbox"
            checked={isPlain}
            onChange={(event) => {
              setPlain(event.currentTarget.checked);
            }}
          />
          {OPENING_ROOM.iWantAStore}
        </label>
        <Button disabled={!isPlain || isBusy} onPress={() => void make(null)}>
          {OPENING_ROOM.makeItWithoutA}
        </Button>
      </details>
    </OpeningPage>
  );
}
