import { useState, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../ask.ts';
import { FIRST_START } from '../words/first-start.ts';
import { Button } from './button.tsx';
import './sample-mark.css';

/** Above every room while the sample's store is open: that nothing here is the officer's, and the way back. */
export function SampleMark(): ReactElement | null {
  const about = valueOf(useAnswer('app.about', {}));
  const [busy, setBusy] = useState(false);
  if (about?.sample !== true) return null;
  const leave = async (): Promise<void> => {
    setBusy(true);
    await ask('sample.leave', {});
    setBusy(false);
  };
  return (
    <p className="sample-mark">
      <strong>{FIRST_START.mark}</strong>
      <Button kind="link" disabled={busy} onPress={() => void leave()}>
        {FIRST_START.leave}
      </Button>
    </p>
  );
}
