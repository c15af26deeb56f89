import { useEffect, useRef, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { isReady, queue, type QueuedFile } from './queue.ts';
import { DropPlace } from './drop-place.tsx';
import { FolderLook } from './folder-look.tsx';
import './folder-look.css';
import { PreviewPane } from './preview-pane.tsx';
import { QueueList, toneOf } from './queue-list.tsx';

const BUSY = ['waiting', 'reading', 'to-keep', 'keeping'];

/** The place for new files: drop or choose, look, keep. `looks`: come to look in a folder, so it is asked for at once. */
export function BringIn({ looks }: { readonly looks: boolean }): ReactElement {
  const files = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = files.find((one) => one.file === chosen) ?? firstToLookAt(files);
  const ready = files.filter(isReady);
  const busy = files.some((one) => BUSY.includes(one.step));
  return (
    <>
      <DropPlace tall={files.length === 0} primary={ready.length === 0} />
      <LookInFolder atOnce={looks} />
      {files.length > 0 && (
        <div className="bring-in">
          <section aria-label={EXTRACTS_ROOM.filesOnTheirWay}>
            <div className="section-head">
              <h2>{howMany(files.length, 'file', 'files')}</h2>
              <div className="section-tools">
                {busy && (
                  <Button kind="link" onPress={() => void queue.stop()}>
                    {EXTRACTS_ROOM.stop}
                  </Button>
                )}
                {ready.length > 1 && (
                  <Button
                    kind="primary"
                    onPress={() => {
                      queue.keep(ready.map((one) => one.file));
                    }}
                  >
                    {EXTRACTS_ROOM.keepAllReadyFiles(ready.length)}
                  </Button>
                )}
              </div>
            </div>
            <QueueList files={files} shown={shown?.file ?? null} onChoose={setChosen} />
            <p className="visually-hidden" role="status">
              {saysNow(files)}
            </p>
          </section>
          {shown !== undefined && (
            // A file the officer works on stays in view, also while it is read again.
            <div
              onFocusCapture={() => {
                setChosen(shown.file);
              }}
            >
              <PreviewPane key={shown.file} one={shown} alone={ready.length < 2} />
            </div>
          )}
        </div>
      )}
    </>
  );
}

/** The folder the month's files are saved in: what of it is new here. */
function LookInFolder({ atOnce }: { readonly atOnce: boolean }): ReactElement {
  const [look, setLook] = useState<Output<'folder.look'> | null>(null);
  const say = useSay();
  const choose = async (): Promise<void> => {
    const reply = await ask('folder.choose', {});
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.look !== null) setLook(reply.value.look);
  };
  const asked = useRef(!atOnce);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void choose();
  });
  if (look !== null) {
    return (
      <FolderLook
        key={look.folder}
        look={look}
        onDone={() => {
          setLook(null);
        }}
      />
    );
  }
  return (
    <p className="folder-choose preview-quiet">
      <Button kind="link" onPress={() => void choose()}>
        {EXTRACTS_ROOM.lookInAFolder}
      </Button>
      {EXTRACTS_ROOM.toSeeWhichOf}
    </p>
  );
}

const firstToLookAt = (files: readonly QueuedFile[]): QueuedFile | undefined =>
  files.find(isReady) ?? files.find((one) => one.step === 'trouble') ?? files[0];

/** Read out as files come through: how many are read, wait for the officer's word and are kept, and which are refused. */
function saysNow(files: readonly QueuedFile[]): string {
  const done = files.filter((one) => !BUSY.includes(one.step)).length;
  const ready = files.filter(isReady).length;
  const kept = files.filter(({ step }) => step === 'kept').length;
  const notTaken = files.filter((one) => toneOf(one) === 'trouble').map(({ name }) => name);
  return EXTRACTS_ROOM.ofReadReadyTo(done, howMany(files.length, 'file', 'files'), ready, kept, notTaken);
}
