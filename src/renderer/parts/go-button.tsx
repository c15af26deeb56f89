import type { ReactElement } from 'react';
import type { Place } from '../words/rooms.ts';
import { Button } from './button.tsx';
import { useGo } from './go.ts';

/** The button of an empty place: it goes to where the missing thing is made. */
export function GoButton({ to, children }: { readonly to: Place; readonly children: string }): ReactElement {
  const go = useGo();
  return (
    <Button
      kind="primary"
      onPress={() => {
        go(to);
      }}
    >
      {children}
    </Button>
  );
}
