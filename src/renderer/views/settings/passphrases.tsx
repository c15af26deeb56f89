import { useState, type ReactElement, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { RecoveryKey } from '../../parts/recovery-key.tsx';
import { Working } from '../../parts/working.tsx';

/** What opens an encrypted store: another passphrase, another recovery key. */
export function Passphrases(): ReactElement {
  const [open, setOpen] = useState<'passphrase' | 'recovery' | null>(null);
  const shut = (): void => {
    setOpen(null);
  };
  return (
    <section className="settings-part">
      <h2>What opens it</h2>
      <p>The passphrase, asked at every start and stored nowhere; or the recovery key that was written down.</p>
      {open === null && (
        <div className="settings-tools">
          <Button
            onPress={() => {
              setOpen('passphrase');
            }}
          >
            Change the passphrase…
          </Button>
          <Button
            onPress={() => {
              setOpen('recovery');
            }}
          >
            New recovery key…
          </Button>
        </div>
      )}
      {open === 'passphrase' && <ChangePassphrase onDone={shut} />}
      {open === 'recovery' && <RenewRecovery onDone={shut} />}
    </section>
  );
}

interface OneFormProps {
  readonly does: string;
  readonly canDo: boolean;
  readonly isBusy: boolean;
  readonly trouble: string | null;
  readonly onDo: () => void;
  readonly onLeave: () => void;
  readonly working: string;
  readonly children: ReactNode;
}

function OneForm({ does, canDo, isBusy, trouble, onDo, onLeave, working, children }: OneFormProps): ReactElement {
  return (
    <Form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (canDo && !isBusy) onDo();
      }}
    >
      {children}
      {trouble !== null && (
        <p className="trouble" role="alert">
          {trouble}
        </p>
      )}
      {isBusy && <Working says={working} />}
      <div className="settings-tools">
        <Button kind="primary" type="submit" disabled={!canDo || isBusy} onPress={() => undefined}>
          {does}
        </Button>
        <Button kind="link" onPress={onLeave}>
          Leave it as it is
        </Button>
      </div>
    </Form>
  );
}

function ChangePassphrase({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { chosen, fields } = useNewPassphrase();
  const say = useSay();
  const change = async (newPassphrase: string): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const reply = await ask('store.change-passphrase', { passphrase, newPassphrase });
    setBusy(false);
    if (!reply.ok) {
      setTrouble(reply.failure.message);
      return;
    }
    say('The passphrase is changed. Backups made before open with the one they were made with.');
    onDone();
  };
  return (
    <OneForm
      does="Change the passphrase"
      canDo={chosen !== null && passphrase !== ''}
      isBusy={isBusy}
      trouble={trouble}
      onDo={() => {
        if (chosen !== null) void change(chosen);
      }}
      onLeave={onDone}
      working="Wrapping the key anew…"
    >
      <PassphraseField label="Present passphrase" value={passphrase} onChange={setPassphrase} isFirst />
      {fields()}
    </OneForm>
  );
}

function RenewRecovery({ onDone }: { readonly onDone: () => void }): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const renew = async (): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const reply = await ask('store.renew-recovery', { passphrase });
    setBusy(false);
    setPassphrase('');
    if (reply.ok) setRecoveryKey(reply.value.recoveryKey);
    else setTrouble(reply.failure.message);
  };
  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} goOn="Done" onDone={onDone} />;
  return (
    <OneForm
      does="Make a new recovery key"
      canDo={passphrase !== ''}
      isBusy={isBusy}
      trouble={trouble}
      onDo={() => void renew()}
      onLeave={onDone}
      working="Making the key…"
    >
      <p>The key written down before opens the store no longer.</p>
      <PassphraseField label="Present passphrase" value={passphrase} onChange={setPassphrase} isFirst />
    </OneForm>
  );
}

/** A plain store becomes an encrypted one. */
export function Encrypting({ onRecoveryKey }: { readonly onRecoveryKey: (key: string) => void }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { chosen, fields, clear } = useNewPassphrase();
  const encrypt = async (newPassphrase: string): Promise<void> => {
    setBusy(true);
    setTrouble(null);
    const reply = await ask('store.encrypt', { passphrase: null, newPassphrase });
    setBusy(false);
    if (!reply.ok) {
      setTrouble(reply.failure.message);
      return;
    }
    clear();
    onRecoveryKey(reply.value.recoveryKey);
  };
  return (
    <section className="settings-part">
      <h2>Encrypt it</h2>
      <p>
        With a passphrase nobody who copies the file can read it. Plain backups are replaced by an encrypted one. Old
        bytes may stay on the disk until they are written over.
      </p>
      {isOpen ? (
        <OneForm
          does="Encrypt the store"
          canDo={chosen !== null}
          isBusy={isBusy}
          trouble={trouble}
          onDo={() => {
            if (chosen !== null) void encrypt(chosen);
          }}
          onLeave={() => {
            setOpen(false);
          }}
          working="Writing the store anew under its key, then checking and counting it…"
        >
          {fields(true)}
        </OneForm>
      ) : (
        <div className="settings-tools">
          <Button
            onPress={() => {
              setOpen(true);
            }}
          >
            Choose a passphrase…
          </Button>
        </div>
      )}
    </section>
  );
}
