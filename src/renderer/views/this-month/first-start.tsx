import { useCallback, useState, type ReactElement } from 'react';
import type { Told } from '../../../preload/contract.ts';
import { ask, useHeard } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { FIRST_START } from '../../words/first-start.ts';
import type { Go } from '../../words/rooms.ts';
import { DropPlace } from '../extracts/drop-place.tsx';
import './first-start.css';

/** An empty store: begin with the month's extracts, or look round with the sample partnership. */
export function FirstStart({ go }: { readonly go: Go }): ReactElement {
  return (
    <Page title={FIRST_START.title} lead={FIRST_START.lead}>
      <div className="first-start">
        <section aria-labelledby="first-own">
          <h2 id="first-own">{FIRST_START.own}</h2>
          <DropPlace
            tall
            primary
            onTaken={() => {
              go({ room: 'extracts' });
            }}
          />
        </section>
        <section aria-labelledby="first-sample">
          <h2 id="first-sample">{FIRST_START.sample}</h2>
          <LookRound />
        </section>
      </div>
      <h2 className="first-routine">{FIRST_START.routine}</h2>
      <ol className="first-steps">
        {FIRST_START.steps.map(([step, words]) => (
          <li key={step}>
            <strong>{step}</strong> {words}
          </li>
        ))}
      </ol>
    </Page>
  );
}

/** Opens the sample's store; the window is loaded anew when it is ready. */
function LookRound(): ReactElement {
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
