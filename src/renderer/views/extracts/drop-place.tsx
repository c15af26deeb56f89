import type { ReactElement } from 'react';
import { FileDrop } from '../../parts/file-drop.tsx';
import { queue } from './queue.ts';

interface DropPlaceProps {
  /** Large where there is nothing else to do, a strip above the files otherwise. */
  readonly tall: boolean;
  readonly primary: boolean;
  /** Called when files were taken into the queue. */
  readonly onTaken?: () => void;
}

/** Where the month's extracts come in. */
export function DropPlace({ tall, primary, onTaken }: DropPlaceProps): ReactElement {
  return (
    <FileDrop
      label="Drop extracts here"
      title="Drop the month’s extracts here"
      note="Excel workbooks or CSV files, many at once. Nothing is kept until you say so."
      tall={tall}
      primary={primary}
      onFiles={(files) => {
        queue.add(files);
        onTaken?.();
      }}
    />
  );
}
