import { useState, type ReactElement, type ReactNode } from 'react';
import { Form } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useNewPassphrase } from '../../parts/new-passphrase.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { RecoveryKey } from '../../parts/recovery-key.tsx';
import { Working } from '../../parts/working.tsx';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

/** What opens an encrypted store: another passphrase, another recovery key. */
export function Passphrases(): ReactElement {
  const [open, setOpen] = useState<'passphrase' | 'recovery' | null>(null);
  const shut = (): void => {
    setOpen(null);
  };
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.whatOpensIt}</h2>
      <p>{SETTINGS_ROOM.thePassphraseAskedAt}</p>
      {open === null && (
        <div className="settings-tools">
          <Button
            onPress={() => {
              setOpen('passphrase');
            }}
          >
            {SETTINGS_ROOM.changeThePassphrase}
          </Button>
          <Button
            onPress={() => {
              setOpen('recovery');
            }}
          >
            {SETTINGS_ROOM.newRecoveryKey}
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
          {SETTINGS_ROOM.leaveItAsIt}
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
    say(SETTINGS_ROOM.thePassphraseIsChanged);
    onDone();
  };
  return (
    <OneForm
      does={SETTINGS_ROOM.changeThePassphraseWord}
      canDo={chosen !== null && passphrase !== ''}
      isBusy={isBusy}
      trouble={trouble}
      onDo={() => {
        if (chosen !== null) void change(chosen);
      }}
      onLeave={onDone}
      working={SETTINGS_ROOM.wrappingTheKeyAnew}
    >
      <PassphraseField label={SETTINGS_ROOM.presentPassphrase} value={passphrase} onChange={setPassphrase} isFirst />
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
  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} goOn={SETTINGS_ROOM.done} onDone={onDone} />;
  return (
    <OneForm
      does={SETTINGS_ROOM.makeANewRecovery}
      canDo={passphrase !== ''}
      isBusy={isBusy}
      trouble={trouble}
      onDo={() => void renew()}
      onLeave={onDone}
      working={SETTINGS_ROOM.makingTheKey}
    >
      <p>{SETTINGS_ROOM.theKeyWrittenDown}</p>
      <PassphraseField label={SETTINGS_ROOM.presentPassphrase} value={passphrase} onChange={setPassphrase} isFirst />
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
      <h2>{SETTINGS_ROOM.encryptIt}</h2>
      <p>{SETTINGS_ROOM.withAPassphraseNobody}</p>
      {isOpen ? (
        <OneForm
          does={SETTINGS_ROOM.encryptTheStore}
          canDo={chosen !== null}
          isBusy={isBusy}
          trouble={trouble}
          onDo={() => {
            if (chosen !== null) void encrypt(chosen);
          }}
          onLeave={() => {
            setOpen(false);
          }}
          working={SETTINGS_ROOM.writingTheStoreAnew}
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
            {SETTINGS_ROOM.chooseAPassphrase}
          </Button>
        </div>
      )}
    </section>
  );
}
