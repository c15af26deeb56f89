import type { ReactElement } from 'react';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { usePutBack } from '../../parts/put-back.ts';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

/** The last edit of whoever is signed in, to be undone; what was undone last, to be made again. */
export function UndoLine(): ReactElement | null {
  const offered = valueOf(useAnswer('edit.offered', {}));
  const putBack = usePutBack();
  if (offered === null || (offered.undo === null && offered.redo === null)) return null;
  return (
    <div className="settings-tools">
      {offered.undo !== null && (
        <Button onPress={() => void putBack('undo')}>{SETTINGS_ROOM.undo(lower(offered.undo.says))}</Button>
      )}
      {offered.redo !== null && (
        <Button kind="link" onPress={() => void putBack('redo')}>
          {SETTINGS_ROOM.redo(lower(offered.redo.says))}
        </Button>
      )}
    </div>
  );
}

const lower = (says: string): string => says.charAt(0).toLowerCase() + says.slice(1);
