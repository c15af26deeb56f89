import type { ReactElement } from 'react';

/** A box to tick, with its words. */
export function Tick(props: {
  readonly words: string;
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
