import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { DropZone } from 'react-aria-components';
import { ask, offerFiles } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
import { isReady, queue, type QueuedFile } from './queue.ts';
import { PreviewPane } from './preview-pane.tsx';
import { QueueList } from './queue-list.tsx';

const BUSY = ['waiting', 'reading', 'to-keep', 'keeping'];

/** The place for new files: drop or choose, look, keep. */
export function BringIn(): ReactElement {
  const files = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [chosen, setChosen] = useState<string | null>(null);
  const say = useSay();
  const shown = files.find((one) => one.file === chosen) ?? firstToLookAt(files);
  const ready = files.filter(isReady);
  const busy = files.some((one) => BUSY.includes(one.step));

  const take = (reply: Awaited<ReturnType<typeof offerFiles>>): void => {
    if (reply.ok) queue.add(reply.value.files);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <>
      <DropZone
        className={files.length === 0 ? 'drop drop-tall' : 'drop'}
        aria-label="Drop extracts here"
        onDrop={(event) => {
          void droppedFiles(event.items).then(async (dropped) => {
            if (dropped.length > 0) take(await offerFiles(dropped));
          });
        }}
      >
        <p>
          <strong>Drop the month’s extracts here</strong>
          <span>Excel workbooks or CSV files, many at once. Nothing is kept until you say so.</span>
        </p>
        <Button kind={ready.length === 0 ? 'primary' : 'plain'} onPress={() => void ask('file.choose', {}).then(take)}>
          Choose files…
        </Button>
      </DropZone>
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
  files.find(isReady) ?? files.find((one) => one.step === 'read' || one.step === 'trouble') ?? files[0];

/** Read out as files come through: how many are read and how many wait for the officer's word. */
function saysNow(files: readonly QueuedFile[]): string {
  const done = files.filter((one) => !BUSY.includes(one.step)).length;
  const ready = files.filter(isReady).length;
  return `${String(done)} of ${howMany(files.length, 'file', 'files')} read, ${String(ready)} ready to keep.`;
}

interface DropItem {
  readonly kind: string;
  readonly getFile?: () => Promise<File>;
}

async function droppedFiles(items: readonly DropItem[]): Promise<File[]> {
  const files = items.map((item) => (item.kind === 'file' && item.getFile !== undefined ? item.getFile() : null));
  return Promise.all(files.filter((file) => file !== null));
}
