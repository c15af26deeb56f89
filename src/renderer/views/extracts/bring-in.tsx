import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { Button } from '../../parts/button.tsx';
import { howMany } from '../../words/numbers.ts';
import { isReady, queue, type QueuedFile } from './queue.ts';
import { DropPlace } from './drop-place.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { QueueList } from './queue-list.tsx';

const BUSY = ['waiting', 'reading', 'to-keep', 'keeping'];

/** The place for new files: drop or choose, look, keep. */
export function BringIn(): ReactElement {
  const files = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = files.find((one) => one.file === chosen) ?? firstToLookAt(files);
  const ready = files.filter(isReady);
  const busy = files.some((one) => BUSY.includes(one.step));
  return (
    <>
      <DropPlace tall={files.length === 0} primary={ready.length === 0} />
      {files.length > 0 && (
        <div className="bring-in">
          <section aria-label="Files on their way in">
            <div className="section-head">
              <h2>{howMany(files.length, 'file', 'files')}</h2>
              <div className="section-tools">
                {busy && (
                  <Button kind="link" onPress={() => void queue.stop()}>
                    Stop
                  </Button>
                )}
                {ready.length > 1 && (
                  <Button
                    kind="primary"
                    onPress={() => {
                      queue.keep(ready.map((one) => one.file));
                    }}
                  >
                    Keep all {String(ready.length)} ready files
                  </Button>
                )}
              </div>
            </div>
            <QueueList files={files} shown={shown?.file ?? null} onChoose={setChosen} />
            <p className="visually-hidden" role="status">
              {saysNow(files)}
            </p>
          </section>
          {shown !== undefined && <PreviewPane key={shown.file} one={shown} />}
        </div>
      )}
    </>
  );
}

const firstToLookAt = (files: readonly QueuedFile[]): QueuedFile | undefined =>
  files.find(isReady) ?? files.find((one) => one.step === 'trouble') ?? files[0];

/** Read out as files come through: how many are read and how many wait for the officer's word. */
function saysNow(files: readonly QueuedFile[]): string {
  const done = files.filter((one) => !BUSY.includes(one.step)).length;
  const ready = files.filter(isReady).length;
  return `${String(done)} of ${howMany(files.length, 'file', 'files')} read, ${String(ready)} ready to keep.`;
}
