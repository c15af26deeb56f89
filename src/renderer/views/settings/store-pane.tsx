import { useState, type ReactElement } from 'react';
import type { Failure, Output } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { RecoveryKey } from '../../parts/recovery-key.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { Working } from '../../parts/working.tsx';
import { howMany } from '../../words/numbers.ts';
import { cipherInWords } from '../../words/store.ts';
import { CheckStore } from './check-store.tsx';
import { Encrypting, Passphrases } from './passphrases.tsx';
import { RestoreBackup } from './restore-backup.tsx';

/** Where everything is kept, what opens it, whether it is sound, and its backups. */
export function StorePane(): ReactElement {
  const answer = useAnswer('store.status', {});
  const about = valueOf(useAnswer('app.about', {}));
  // Held here: the part that encrypts goes as soon as the store is encrypted.
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (answer.state === 'asking') return <Waiting says="Looking at the store…" />;
  if (answer.state === 'failed') return <StoreTrouble failure={answer.failure} />;
  const { encrypted, cipher, auditEntries, backups, notes } = answer.value;
  return (
    <>
      <dl className="settings-facts">
        <dt>File</dt>
        <dd>{about?.store ?? ''}</dd>
        <dt>Kept</dt>
        <dd>{cipherInWords(cipher)}</dd>
        <dt>Audit trail</dt>
        <dd>{howMany(auditEntries, 'entry', 'entries')}</dd>
      </dl>
      {notes.map((note) => (
        <p key={note} className="trouble">
          {note}
        </p>
      ))}
      {recoveryKey !== null && (
        <section className="settings-part">
          <h2>Encrypted. Write down the recovery key</h2>
          <RecoveryKey
            recoveryKey={recoveryKey}
            goOn="Done"
            onDone={() => {
              setRecoveryKey(null);
            }}
          />
        </section>
      )}
      {recoveryKey === null && (encrypted ? <Passphrases /> : <Encrypting onRecoveryKey={setRecoveryKey} />)}
      <CheckStore />
      <Backups backups={backups} />
      <Reopen />
    </>
  );
}

function StoreTrouble({ failure }: { readonly failure: Failure }): ReactElement {
  return (
    <>
      <Trouble failure={failure} />
      <Reopen />
    </>
  );
}

/** The way forward when a disk or share went away and came back. */
function Reopen(): ReactElement {
  return (
    <section className="settings-part">
      <h2>Open the store again</h2>
      <p>
        When its disk or share was away, or another program held it. Nothing kept is lost; an encrypted store asks for
        its passphrase.
      </p>
      <div className="settings-tools">
        <Button onPress={() => void ask('store.reopen', {})}>Open again</Button>
      </div>
    </section>
  );
}

function Backups({ backups }: { readonly backups: Output<'store.status'>['backups'] }): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const backUp = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('store.backup', {});
    setBusy(false);
    if (reply.ok) say('Backed up. The copy was opened, checked and counted against the store.');
    else say(reply.failure.message, 'trouble');
  };
  return (
    <section className="settings-part">
      <h2>Backups</h2>
      <p>
        One a day by itself when something has changed, and one before every update. The last of 7 days, 4 weeks and 12
        months stay; those made by hand always do. They lie beside the store: copy them to another disk now and then.
      </p>
      <div className="settings-tools">
        <Button onPress={() => void backUp()} disabled={isBusy}>
          Back up now
        </Button>
      </div>
      {isBusy && <Working says="Copying the store, opening the copy and counting it…" />}
      {backups.length > 0 && <RestoreBackup backups={backups} needsPassphrase={false} />}
    </section>
  );
}
