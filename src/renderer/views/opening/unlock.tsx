import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { OPENING_ROOM } from '../../words/opening-room.ts';
import { OpeningPage } from './opening-page.tsx';

/** Asks for the passphrase; a lost one is replaced with the recovery key. */
export function Unlock(): ReactElement {
  const [isLost, setLost] = useState(false);
  return isLost ? (
    <ByRecoveryKey
      onBack={() => {
        setLost(false);
      }}
    />
  ) : (
    <ByPassphrase
      onLost={() => {
        setLost(true);
      }}
    />
  );
}

function ByPassphrase({ onLost }: { readonly onLost: () => void }): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = async (): Promise<void> => {
    if (passphrase === '' || isBusy) return;
    setBusy(true);
    setTrouble(null);
    const reply = await ask('store.unlock', { passphrase });
    setBusy(false);
    setPassphrase('');
    if (!reply.ok) setTrouble(reply.failure.message);
  };
  return (
    <OpeningPage title={OPENING_ROOM.openTheStore}>
      <p className="opening-lead">{OPENING_ROOM.everythingKeptOnThis}</p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PassphraseField label={OPENING_ROOM.passphrase} value={passphrase} onChange={setPassphrase} isFirst />
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="opening-tools">
          <Button kind="primary" type="submit" disabled={isBusy || passphrase === ''} onPress={() => undefined}>
            {isBusy ? OPENING_ROOM.opening : OPENING_ROOM.open}
          </Button>
          <Button kind="link" onPress={onLost}>
            {OPENING_ROOM.thePassphraseIsLost}
          </Button>
        </div>
      </Form>
    </OpeningPage>
  );
}

function ByRecoveryKey({ onBack }: { readonly onBack: () => void }): ReactElement {
  const [recoveryKey, setRecoveryKey] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { chosen, fields } = useNewPassphrase();
  const canOpen = recoveryKey.trim() !== '' && chosen !== null && !isBusy;
  const open = async (): Promise<void> => {
    if (!canOpen) return;
    setBusy(true);
    setTrouble(null);
    const reply = await ask('store.unlock', { recoveryKey, newPassphrase: chosen });
    setBusy(false);
    if (!reply.ok) setTrouble(reply.failure.message);
  };
  return (
    <OpeningPage title={OPENING_ROOM.openWithTheRecovery}>
      <p className="opening-lead">{OPENING_ROOM.theNineGroupsOf}</p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Field
          label={OPENING_ROOM.recoveryKey}
          value={recoveryKey}
          onChange={setRecoveryKey}
          longest={200}
          hint={OPENING_ROOM.spacesHyphensAndSmall}
        />
        {fields()}
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="opening-tools">
          <Button kind="primary" type="submit" disabled={!canOpen} onPress={() => undefined}>
            {isBusy ? OPENING_ROOM.opening : OPENING_ROOM.openWithTheNew}
          </Button>
          <Button kind="link" onPress={onBack}>
            {OPENING_ROOM.backToThePassphrase}
          </Button>
        </div>
      </Form>
    </OpeningPage>
  );
}
