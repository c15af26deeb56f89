import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Working } from '../../parts/working.tsx';
import { howMany, numberInWords } from '../../words/numbers.ts';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

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
      <h2>{SETTINGS_ROOM.isItSound}</h2>
      <p>{SETTINGS_ROOM.readsEveryPageFollows}</p>
      <div className="settings-tools">
        <Button onPress={() => void check()} disabled={isBusy}>
          {SETTINGS_ROOM.checkTheStore}
        </Button>
      </div>
      {isBusy && <Working says={SETTINGS_ROOM.readingEveryPageAnd} />}
      {found !== null && (
        <div role="status" className={found.faults.length === 0 ? 'settings-good' : 'trouble'}>
          {found.faults.length === 0 ? (
            <p>
              {SETTINGS_ROOM.soundEveryPageReads(
                howMany(found.auditEntries, 'entry', 'entries'),
                rowsIn(found.counts, 'import'),
                rowsIn(found.counts, 'record'),
                rowsIn(found.counts, 'observation'),
              )}
            </p>
          ) : (
            <>
              <p>
                {SETTINGS_ROOM.foundTheStoreWas(
                  howMany(found.faults.length, SETTINGS_ROOM.faultWas, SETTINGS_ROOM.faultsWere),
                )}
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
