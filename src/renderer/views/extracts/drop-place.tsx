import type { ReactElement } from 'react';
import { DropZone } from 'react-aria-components';
import { ask, offerFiles } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { queue } from './queue.ts';
import './drop-place.css';

interface DropPlaceProps {
  /** Large where there is nothing else to do, a strip above the files otherwise. */
  readonly tall: boolean;
  readonly primary: boolean;
  /** Called when files were taken into the queue. */
  readonly onTaken?: () => void;
}

/** Where files come in: dropped, or chosen in the system's own dialog. */
export function DropPlace({ tall, primary, onTaken }: DropPlaceProps): ReactElement {
  const say = useSay();
  const take = (reply: Awaited<ReturnType<typeof offerFiles>>): void => {
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    if (reply.value.files.length === 0) return;
    queue.add(reply.value.files);
    onTaken?.();
  };
  return (
    <DropZone
      className={tall ? 'drop drop-tall' : 'drop'}
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
      <Button kind={primary ? 'primary' : 'plain'} onPress={() => void ask('file.choose', {}).then(take)}>
        Choose files…
      </Button>
    </DropZone>
  );
}

interface DropItem {
  readonly kind: string;
  readonly getFile?: () => Promise<File>;
}

async function droppedFiles(items: readonly DropItem[]): Promise<File[]> {
  const files = items.map((item) => (item.kind === 'file' && item.getFile !== undefined ? item.getFile() : null));
  return Promise.all(files.filter((file) => file !== null));
}
