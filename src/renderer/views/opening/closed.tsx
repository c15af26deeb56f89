import type { ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { RestoreBackup } from '../settings/restore-backup.tsx';
import { OPENING_ROOM } from '../../words/opening-room.ts';
import { OpeningPage, type Opening } from './opening-page.tsx';

/** The store cannot be opened: why, what is safe, and the ways forward. */
export function Closed({ opening }: { readonly opening: Opening }): ReactElement {
  const { says, backups, encrypted } = opening;
  return (
    <OpeningPage title={OPENING_ROOM.theStoreCannotBe}>
      <p className="trouble" role="alert">
        {says}
      </p>
      <div className="opening-tools">
        <Button kind="primary" onPress={() => void ask('store.reopen', {})}>
          {OPENING_ROOM.tryAgain}
        </Button>
      </div>
      {backups.length > 0 && (
        <section className="opening-other">
          <h2>{OPENING_ROOM.orPutABackup}</h2>
          <p>{OPENING_ROOM.theStoreAsIt}</p>
          <RestoreBackup backups={backups} needsPassphrase={encrypted} />
        </section>
      )}
    </OpeningPage>
  );
}
