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
import { SETTINGS_ROOM } from '../../words/settings-room.ts';
import { CheckStore } from './check-store.tsx';
import { Encrypting, Passphrases } from './passphrases.tsx';
import { RestoreBackup } from './restore-backup.tsx';

/** Where everything is kept, what opens it, whether it is sound, and its backups. */
export function StorePane(): ReactElement {
  const answer = useAnswer('store.status', {});
  const about = valueOf(useAnswer('app.about', {}));
  // Held here: the part that encrypts goes as soon as the store is encrypted.
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (answer.state === 'asking') return <Waiting says={SETTINGS_ROOM.lookingAtTheStore} />;
  if (answer.state === 'failed') return <StoreTrouble failure={answer.failure} />;
  const { encrypted, cipher, auditEntries, backups, notes } = answer.value;
  return (
    <>
      <dl className="settings-facts">
        <dt>{SETTINGS_ROOM.file}</dt>
        <dd>{about?.store ?? ''}</dd>
        <dt>{SETTINGS_ROOM.kept}</dt>
        <dd>{cipherInWords(cipher)}</dd>
        <dt>{SETTINGS_ROOM.auditTrail}</dt>
        <dd>{howMany(auditEntries, 'entry', 'entries')}</dd>
      </dl>
      {notes.map((note) => (
        <p key={note} className="trouble">
          {note}
        </p>
      ))}
      {recoveryKey !== null && (
        <section className="settings-part">
          <h2>{SETTINGS_ROOM.encryptedWriteDownThe}</h2>
          <RecoveryKey
            recoveryKey={recoveryKey}
            goOn={SETTINGS_ROOM.done}
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
      <h2>{SETTINGS_ROOM.openTheStoreAgain}</h2>
      <p>{SETTINGS_ROOM.whenItsDiskOr}</p>
      <div className="settings-tools">
        <Button onPress={() => void ask('store.reopen', {})}>{SETTINGS_ROOM.openAgain}</Button>
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
    if (reply.ok) say(SETTINGS_ROOM.backedUpTheCopy);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.backups}</h2>
      <p>{SETTINGS_ROOM.oneADayBy}</p>
      <div className="settings-tools">
        <Button onPress={() => void backUp()} disabled={isBusy}>
          {SETTINGS_ROOM.backUpNow}
        </Button>
      </div>
      {isBusy && <Working says={SETTINGS_ROOM.copyingTheStoreOpening} />}
      {backups.length > 0 && <RestoreBackup backups={backups} needsPassphrase={false} />}
    </section>
  );
}
