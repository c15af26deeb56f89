import type { ReactElement, ReactNode } from 'react';
import { EMPTY_ROOM, type EmptyRoomWords } from '../words/empty-rooms.ts';
import { Button } from './button.tsx';
import { GoButton } from './go-button.tsx';
import { useGo } from './go.ts';
import { Empty } from './states.tsx';
import './empty-room.css';

interface EmptyRoomProps {
  readonly words: EmptyRoomWords;
  /** Other things that can be done here. */
  readonly children?: ReactNode;
}

/** A room with nothing in it: what is missing, the button that brings it, and what will stand here then. */
export function EmptyRoom({ words, children }: EmptyRoomProps): ReactElement {
  const go = useGo();
  return (
    <>
      <Empty title={words.title}>
        <p>{words.says}</p>
        <div className="empty-tools">
          <GoButton to={{ room: 'extracts' }}>{EMPTY_ROOM.bring}</GoButton>
          {children}
          <Button
            kind="link"
            onPress={() => {
              go({ room: 'help', at: words.help });
            }}
          >
            {EMPTY_ROOM.how}
          </Button>
        </div>
      </Empty>
      <h2 className="empty-shows-head">{EMPTY_ROOM.shows}</h2>
      <ul className="empty-shows">
        {words.shows.map(([name, says]) => (
          <li key={name}>
            <strong>{name}</strong> {says}
          </li>
        ))}
      </ul>
    </>
  );
}
