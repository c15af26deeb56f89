import type { ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Trouble, Waiting } from '../../parts/states.tsx';

/** Which workbench this is. */
export function AboutPane(): ReactElement {
  const answer = useAnswer('app.about', {});
  if (answer.state === 'asking') return <Waiting says="Looking…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const { version, electron, chromium } = answer.value;
  return (
    <dl className="settings-facts">
      <dt>Safer Workbench</dt>
      <dd>{version}</dd>
      <dt>Electron</dt>
      <dd>{electron}</dd>
      <dt>Chromium</dt>
      <dd>{chromium}</dd>
    </dl>
  );
}
