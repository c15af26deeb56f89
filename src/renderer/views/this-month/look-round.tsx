import { useCallback, useState, type ReactElement } from 'react';
import type { Told } from '../../../preload/contract.ts';
import { ask, useHeard } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { FIRST_START } from '../../words/first-start.ts';
import './first-start.css';

/** Opens the sample's store; the window is loaded anew when it is ready. */
export function LookRound(): ReactElement {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useSay();
  useHeard(
    useCallback((told: Told) => {
      if (told.about === 'sample') setProgress(told);
    }, []),
  );
  const open = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('sample.open', {});
    setBusy(false);
    setProgress(null);
    if (!reply.ok) say(reply.failure.message, 'trouble');
  };
  return (
    <div className="first-sample">
      <p>{FIRST_START.sampleSays}</p>
      <Button disabled={busy} onPress={() => void open()}>
        {FIRST_START.lookRound}
      </Button>
      <div role="status" className="first-progress">
        {busy && (
          <>
            <p>{progress === null ? FIRST_START.opening : FIRST_START.reading(progress.done, progress.of)}</p>
            <progress aria-label={FIRST_START.opening} max={progress?.of ?? 1} value={progress?.done ?? 0} />
          </>
        )}
      </div>
    </div>
  );
}
