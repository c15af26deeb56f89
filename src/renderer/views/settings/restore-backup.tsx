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
import { SETTINGS_ROOM } from '../../words/settings-room.ts';
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
    say(SETTINGS_ROOM.restored(keptAside === null ? '' : SETTINGS_ROOM.theStoreThatWas(keptAside)));
  };
  return (
    <div className="restore">
      {needsPassphrase && (
        <PassphraseField label={SETTINGS_ROOM.passphraseThePresentOne} value={passphrase} onChange={setPassphrase} />
      )}
      <table className="settings-table">
        <caption className="visually-hidden">{SETTINGS_ROOM.backupsNewestFirst}</caption>
        <thead>
          <tr>
            <th scope="col">{SETTINGS_ROOM.made}</th>
            <th scope="col">{SETTINGS_ROOM.why}</th>
            <th scope="col" className="number">
              {SETTINGS_ROOM.size}
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
                  label={SETTINGS_ROOM.restoreTheBackupOf(momentInWords(madeAt))}
                  disabled={isBusy || (needsPassphrase && passphrase === '')}
                  onPress={() => void look(name)}
                >
                  {SETTINGS_ROOM.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isBusy && (
        <p className="waiting" role="status">
          {SETTINGS_ROOM.readingTheBackupPage}
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
    <section className="restore-preview" aria-label={SETTINGS_ROOM.whatRestoringWouldChange}>
      <h2>
        {SETTINGS_ROOM.whatRestoringWouldChangeOf(madeAt === null ? '' : SETTINGS_ROOM.backTo(momentInWords(madeAt)))}
      </h2>
      {!storeReads && <p>{SETTINGS_ROOM.theStoreAsIt}</p>}
      {storeReads && goes.length + comes.length + changes.length === 0 && <p>{SETTINGS_ROOM.noImportWouldGo}</p>}
      <ul>
        {goes.map(({ importId, fileName, importedAt }) => (
          <li key={`goes ${String(importId)}`}>
            <strong>{SETTINGS_ROOM.goes}</strong>
            {SETTINGS_ROOM.keptOn(fileName, momentInWords(importedAt))}
          </li>
        ))}
        {comes.map(({ importId, fileName, importedAt }) => (
          <li key={`comes ${String(importId)}`}>
            <strong>{SETTINGS_ROOM.comesBack}</strong>
            {SETTINGS_ROOM.keptOn(fileName, momentInWords(importedAt))}
          </li>
        ))}
        {changes.map(({ importId, fileName, becomes }) => (
          <li key={`changes ${String(importId)}`}>
            <strong>{SETTINGS_ROOM.becomes(becomes)}</strong> {fileName}
          </li>
        ))}
      </ul>
      {lost !== null && lost > 0 && <p>{SETTINGS_ROOM.madeSinceThenSettings(howMany(lost, 'change', 'changes'))}</p>}
      <div className="settings-tools">
        <Button kind="danger" onPress={onRestore} disabled={isBusy}>
          {isBusy ? SETTINGS_ROOM.restoring : SETTINGS_ROOM.restoreThisBackup}
        </Button>
        <Button kind="link" onPress={onLeave}>
          {SETTINGS_ROOM.leaveEverythingAsIt}
        </Button>
      </div>
    </section>
  );
}
