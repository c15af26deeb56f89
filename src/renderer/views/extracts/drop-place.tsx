import type { ReactElement } from 'react';
import { FileDrop } from '../../parts/file-drop.tsx';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
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
      label={EXTRACTS_ROOM.dropExtractsHere}
      title={EXTRACTS_ROOM.dropTheMonthsExtracts}
      note={EXTRACTS_ROOM.excelWorkbooksOrCsv}
      tall={tall}
      primary={primary}
      onFiles={(files) => {
        queue.add(files);
        onTaken?.();
      }}
    />
  );
}
