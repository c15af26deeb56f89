import type { ReactElement } from 'react';
import { useAnswer, valueOf } from '../../ask.ts';
import { ActionLine } from '../measures/measure-words.tsx';
import { PACKS_ROOM } from '../../words/packs-room.ts';

/** Actions across meetings: open ones first, the earliest due on top. */
export function ActionLog(): ReactElement | null {
  const actions = valueOf(useAnswer('action.list', {}));
  if (actions === null || actions.length === 0) return null;
  const ordered = [...actions].sort(
    (a, b) =>
      Number(a.state !== 'open') - Number(b.state !== 'open') || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
  );
  return (
    <section className="pack-part" aria-labelledby="log-title">
      <h2 id="log-title">{PACKS_ROOM.actionLog}</h2>
      <ul>
        {ordered.map((action) => (
          <ActionLine key={action.actionId} action={action} />
        ))}
      </ul>
    </section>
  );
}
