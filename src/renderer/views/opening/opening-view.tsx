import type { ReactElement } from 'react';
import { Closed } from './closed.tsx';
import { FirstStart } from './first-start.tsx';
import type { Opening } from './opening-page.tsx';
import { Unlock } from './unlock.tsx';

interface OpeningViewProps {
  readonly opening: Opening;
  /** Keeps this screen while the store is opened, so that a recovery key is seen before the rooms are. */
  readonly onHold: (isHeld: boolean) => void;
  readonly onRecoveryKey: (recoveryKey: string) => void;
}

/** Before anything else: the store is opened, made for the first time, or says why it cannot be. */
export function OpeningView({ opening, onHold, onRecoveryKey }: OpeningViewProps): ReactElement {
  if (opening.state === 'new') return <FirstStart onHold={onHold} onRecoveryKey={onRecoveryKey} />;
  if (opening.state === 'closed') return <Closed opening={opening} />;
  return <Unlock />;
}
