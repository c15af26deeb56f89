import type { ReactElement, ReactNode } from 'react';
import type { Reply } from '../../preload/contract.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { useSay } from './notice.tsx';

/** Keeps what a form holds: says so and closes it, or says why not and leaves it as it is. */
export function useKeep(onDone: () => void): (asked: Promise<Reply<unknown>>, said: string) => Promise<void> {
  const say = useSay();
  return async (asked, said) => {
    const reply = await asked;
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(said);
    onDone();
  };
}

/** A form in the side panel: its fields, then what keeps them, what else can be done, and the way out. */
export function PanelForm(props: {
  readonly children: ReactNode;
  readonly keep: string;
  readonly canKeep?: boolean;
  readonly onKeep: () => Promise<void>;
  /** What else may be done, where it cannot be done by the fields. */
  readonly other?: { readonly words: string; readonly onPress: () => Promise<void> } | null;
  readonly leave?: string;
  readonly onDone: () => void;
}): ReactElement {
  const { children, keep, canKeep = true, onKeep, other = null, leave = PARTS.leaveItAsIt, onDone } = props;
  return (
    <div className="panel-form">
      {children}
      <div className="section-tools">
        <Button kind="primary" disabled={!canKeep} onPress={() => void onKeep()}>
          {keep}
        </Button>
        {other !== null && (
          <Button kind="danger" onPress={() => void other.onPress()}>
            {other.words}
          </Button>
        )}
        <Button onPress={onDone}>{leave}</Button>
      </div>
    </div>
  );
}
