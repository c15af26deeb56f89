import type { ReactElement } from 'react';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { RestoreBackup } from '../settings/restore-backup.tsx';
import { OpeningPage, type Opening } from './opening-page.tsx';

/** The store cannot be opened: why, what is safe, and the ways forward. */
export function Closed({ opening }: { readonly opening: Opening }): ReactElement {
  const { says, backups, encrypted } = opening;
  return (
    <OpeningPage title="The store cannot be opened">
      <p className="trouble" role="alert">
        {says}
      </p>
      <div className="opening-tools">
        <Button kind="primary" onPress={() => void ask('store.reopen', {})}>
          Try again
        </Button>
      </div>
      {backups.length > 0 && (
        <section className="opening-other">
          <h2>Or put a backup in its place</h2>
          <p>The store as it is now is kept beside it under another name: nothing is thrown away.</p>
          <RestoreBackup backups={backups} needsPassphrase={encrypted} />
        </section>
      )}
    </OpeningPage>
  );
}
