import type { ReactElement, ReactNode } from 'react';
import './tick.css';

/** A box to tick, with its words. */
export function Tick(props: {
  readonly words: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}): ReactElement {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked);
        }}
      />
      {props.words}
    </label>
  );
}
