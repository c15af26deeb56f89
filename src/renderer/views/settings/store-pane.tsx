import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { howMany } from '../../words/numbers.ts';
import { cipherInWords } from '../../words/store.ts';
import { RestoreBackup } from './restore-backup.tsx';

/** Where everything is kept, and its backups. */
export function StorePane(): ReactElement {
  const answer = useAnswer('store.status', {});
  const about = valueOf(useAnswer('app.about', {}));
  if (answer.state === 'asking') return <Waiting says="Looking at the store…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { cipher, auditEntries, backups, notes } = answer.value;
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
      <Backups backups={backups} />
    </>
  );
}

type Backup = Output<'store.status'>['backups'][number];

function Backups({ backups }: { readonly backups: readonly Backup[] }): ReactElement {
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
      <h3>Backups</h3>
      <p>
        One a day by itself when something has changed, and one before every update. The last of 7 days, 4 weeks and 12
        months stay; those made by hand always do.
      </p>
      <div className="settings-tools">
        <Button onPress={() => void backUp()} disabled={isBusy}>
          {isBusy ? 'Backing up…' : 'Back up now'}
        </Button>
      </div>
      {backups.length > 0 && <RestoreBackup backups={backups} needsPassphrase={false} />}
    </section>
  );
}
