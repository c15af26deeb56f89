import type { ReactElement } from 'react';
import { DropZone } from 'react-aria-components';
import { ask, offerFiles } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { useSay } from './notice.tsx';
import './file-drop.css';

interface FileDropProps {
  /** What a screen reader calls the place. */
  readonly label: string;
  readonly title: string;
  readonly note: string;
  /** Large where there is nothing else to do, a strip otherwise. */
  readonly tall: boolean;
  readonly primary: boolean;
  readonly onFiles: (files: readonly { readonly file: string; readonly name: string }[]) => void;
}

/** Where files come in: dropped, or chosen in the system's own dialog. The window gets tokens, never paths. */
export function FileDrop({ label, title, note, tall, primary, onFiles }: FileDropProps): ReactElement {
  const say = useSay();
  const take = (reply: Awaited<ReturnType<typeof offerFiles>>): void => {
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.files.length > 0) onFiles(reply.value.files);
  };
  return (
    <DropZone
      className={tall ? 'drop drop-tall' : 'drop'}
      aria-label={label}
      onDrop={(event) => {
        void droppedFiles(event.items).then(async (dropped) => {
          if (dropped.length > 0) take(await offerFiles(dropped));
        });
      }}
    >
      <p>
        <strong>{title}</strong>
        <span>{note}</span>
      </p>
      <Button kind={primary ? 'primary' : 'plain'} onPress={() => void ask('file.choose', {}).then(take)}>
        {PARTS.chooseFiles}
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
