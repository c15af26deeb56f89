import { useState, type ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PassphraseField } from '../../parts/passphrase-field.tsx';
import { Trouble } from '../../parts/states.tsx';
import type { Failure, Output } from '../../../preload/contract.ts';
import { momentInWords } from '../../words/dates.ts';
import { fileSize, howMany } from '../../words/numbers.ts';
import { BACKUP_KINDS } from '../../words/store.ts';
import './settings.css';

type Backup = Output<'store.opening'>['backups'][number];
type Preview = Output<'store.preview-restore'>;

interface RestoreBackupProps {
  readonly backups: readonly Backup[];
  /** The store is not open, and encrypted: the passphrase is asked for with the backup. */
  readonly needsPassphrase: boolean;
}

/** The backups, each to be looked at before it takes the store's place. */
export function RestoreBackup({ backups, needsPassphrase }: RestoreBackupProps): ReactElement {
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const say = useSay();
  const asked = (backup: string) => ({ backup, ...(needsPassphrase ? { passphrase } : {}) });
  const look = async (backup: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask('store.preview-restore', asked(backup));
    setBusy(false);
    setPreview(reply.ok ? reply.value : null);
    if (!reply.ok) setFailure(reply.failure);
  };
  const restore = async (backup: string): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const reply = await ask('store.restore', asked(backup));
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    setPreview(null);
    const { keptAside } = reply.value;
    say(`Restored.${keptAside === null ? '' : ` The store that was there is kept as «${keptAside}».`}`);
  };
  return (
    <div className="restore">
      {needsPassphrase && (
        <PassphraseField
          label="Passphrase (the present one, or the one used when the backup was made)"
          value={passphrase}
          onChange={setPassphrase}
        />
      )}
      <table className="settings-table">
        <caption className="visually-hidden">Backups, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col" className="number">
              Size
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {backups.map(({ name, kind, madeAt, bytes }) => (
            <tr key={name} className={preview?.backup === name ? 'settings-chosen' : undefined}>
              <td>{momentInWords(madeAt)}</td>
              <td>{BACKUP_KINDS[kind]}</td>
              <td className="number">{fileSize(bytes)}</td>
              <td className="number">
                <Button
                  kind="link"
                  label={`Restore the backup of ${momentInWords(madeAt)}…`}
                  disabled={isBusy || (needsPassphrase && passphrase === '')}
                  onPress={() => void look(name)}
                >
                  Restore…
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isBusy && (
        <p className="waiting" role="status">
          Reading the backup, page by page…
        </p>
      )}
      {failure !== null && <Trouble failure={failure} />}
      {preview !== null && (
        <WhatChanges
          preview={preview}
          isBusy={isBusy}
          onRestore={() => void restore(preview.backup)}
          onLeave={() => {
            setPreview(null);
          }}
        />
      )}
    </div>
  );
}

interface WhatChangesProps {
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly onLeave: () => void;
}

/** What would go, come and change, before the backup takes the store's place. */
function WhatChanges({ preview, isBusy, onRestore, onLeave }: WhatChangesProps): ReactElement {
  const { madeAt, storeReads, goes, comes, changes, auditEntriesNow, auditEntriesThen } = preview;
  const lost = auditEntriesNow === null ? null : auditEntriesNow - auditEntriesThen;
  return (
    <section className="restore-preview" aria-label="What restoring would change">
      <h2>What restoring would change{madeAt === null ? '' : `: back to ${momentInWords(madeAt)}`}</h2>
      {!storeReads && <p>The store as it is now cannot be read, so it cannot be compared.</p>}
      {storeReads && goes.length + comes.length + changes.length === 0 && <p>No import would go, come or change.</p>}
      <ul>
        {goes.map(({ importId, fileName, importedAt }) => (
          <li key={`goes ${String(importId)}`}>
            <strong>Goes</strong> {fileName}, kept on {momentInWords(importedAt)}
          </li>
        ))}
        {comes.map(({ importId, fileName, importedAt }) => (
          <li key={`comes ${String(importId)}`}>
            <strong>Comes back</strong> {fileName}, kept on {momentInWords(importedAt)}
          </li>
        ))}
        {changes.map(({ importId, fileName, becomes }) => (
          <li key={`changes ${String(importId)}`}>
            <strong>Becomes {becomes}</strong> {fileName}
          </li>
        ))}
      </ul>
      {lost !== null && lost > 0 && (
        <p>
          {howMany(lost, 'change', 'changes')} made since then (settings, words, imports: see the audit trail) would no
          longer hold. The store as it is now is kept beside it.
        </p>
      )}
      <div className="settings-tools">
        <Button kind="danger" onPress={onRestore} disabled={isBusy}>
          {isBusy ? 'Restoring…' : 'Restore this backup'}
        </Button>
        <Button kind="link" onPress={onLeave}>
          Leave everything as it is
        </Button>
      </div>
    </section>
  );
}
