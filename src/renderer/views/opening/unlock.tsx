import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
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
    <OpeningPage title="Open the store">
      <p className="opening-lead">Everything kept on this laptop is encrypted. It is opened with your passphrase.</p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <PassphraseField label="Passphrase" value={passphrase} onChange={setPassphrase} isFirst />
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="opening-tools">
          <Button kind="primary" type="submit" disabled={isBusy || passphrase === ''} onPress={() => undefined}>
            {isBusy ? 'Opening…' : 'Open'}
          </Button>
          <Button kind="link" onPress={onLost}>
            The passphrase is lost
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
    <OpeningPage title="Open with the recovery key">
      <p className="opening-lead">
        The nine groups of four that were written down when the store was made. The key stays valid; the passphrase
        becomes the one you choose now.
      </p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Field
          label="Recovery key"
          value={recoveryKey}
          onChange={setRecoveryKey}
          longest={200}
          hint="Spaces, hyphens and small letters do not matter."
        />
        {fields()}
        {trouble !== null && (
          <p className="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div className="opening-tools">
          <Button kind="primary" type="submit" disabled={!canOpen} onPress={() => undefined}>
            {isBusy ? 'Opening…' : 'Open with the new passphrase'}
          </Button>
          <Button kind="link" onPress={onBack}>
            Back to the passphrase
          </Button>
        </div>
      </Form>
    </OpeningPage>
  );
}
