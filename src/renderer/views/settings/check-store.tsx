import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Working } from '../../parts/working.tsx';
import { howMany, numberInWords } from '../../words/numbers.ts';

/** Looks the whole store over, page by page, and says what it found. */
export function CheckStore(): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<Output<'store.verify'> | null>(null);
  const say = useSay();
  const check = async (): Promise<void> => {
    setBusy(true);
    setFound(null);
    const reply = await ask('store.verify', {});
    setBusy(false);
    if (reply.ok) setFound(reply.value);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <section className="settings-part">
      <h2>Is it sound?</h2>
      <p>Reads every page, follows every reference and every entry of the audit trail. Changes nothing.</p>
      <div className="settings-tools">
        <Button onPress={() => void check()} disabled={isBusy}>
          Check the store
        </Button>
      </div>
      {isBusy && <Working says="Reading every page and following the audit trail…" />}
      {found !== null && (
        <div role="status" className={found.faults.length === 0 ? 'settings-good' : 'trouble'}>
          {found.faults.length === 0 ? (
            <p>
              Sound: every page reads, every reference holds, and the audit trail of{' '}
              {howMany(found.auditEntries, 'entry', 'entries')} is whole. It holds {rowsIn(found.counts, 'import')}{' '}
              imports, {rowsIn(found.counts, 'record')} records and {rowsIn(found.counts, 'observation')} figures.
            </p>
          ) : (
            <>
              <p>
                {howMany(found.faults.length, 'fault was', 'faults were')} found. The store was left as it is: restore a
                backup from the list below.
              </p>
              <ul>
                {found.faults.slice(0, 20).map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}

const rowsIn = (counts: Readonly<Record<string, number>>, table: string): string => numberInWords(counts[table] ?? 0);
