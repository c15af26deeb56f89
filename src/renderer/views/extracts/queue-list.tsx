import type { ReactElement } from 'react';
import { stepWords } from '../../words/extracts.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { queue, type QueuedFile } from './queue.ts';

interface QueueListProps {
  readonly files: readonly QueuedFile[];
  readonly shown: string | null;
  readonly onChoose: (file: string) => void;
}

/** The files in the order they came, each with where it stands. */
export function QueueList({ files, shown, onChoose }: QueueListProps): ReactElement {
  return (
    <ul className="queue">
      {files.map((one) => (
        <li key={one.file} className={`queue-item queue-${toneOf(one)}`}>
          <button
            type="button"
            className="queue-choose"
            aria-current={one.file === shown ? 'true' : undefined}
            onClick={() => {
              onChoose(one.file);
            }}
          >
            <span className="queue-name">{one.name}</span>
            <span className="queue-step">{stepWords(one)}</span>
            <Meter one={one} />
          </button>
          {['kept', 'stopped', 'trouble', 'read'].includes(one.step) && (
            <button
              type="button"
              className="queue-aside"
              aria-label={EXTRACTS_ROOM.putAside(one.name)}
              title={EXTRACTS_ROOM.putAsideWord}
              onClick={() => {
                queue.putAside(one.file);
              }}
            >
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.5" />
              </svg>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where a file stands, by its colour: refused, ready, kept, or on its way. */
export function toneOf({ step, preview }: QueuedFile): 'trouble' | 'ready' | 'done' | 'quiet' {
  if (
    step === 'trouble' ||
    (step === 'read' && (preview?.outcome === 'refused' || preview?.outcome === 'needs-password'))
  )
    return 'trouble';
  if (step === 'read' && preview?.outcome === 'ready') return 'ready';
  return step === 'kept' ? 'done' : 'quiet';
}

function Meter({ one }: { readonly one: QueuedFile }): ReactElement | null {
  if (one.step !== 'reading' && one.step !== 'keeping') return null;
  const { progress } = one;
  const label = one.step === 'reading' ? EXTRACTS_ROOM.reading : EXTRACTS_ROOM.keeping;
  return progress?.of == null || progress.of === 0 ? (
    <progress aria-label={label} />
  ) : (
    <progress aria-label={label} max={progress.of} value={progress.done} />
  );
}
