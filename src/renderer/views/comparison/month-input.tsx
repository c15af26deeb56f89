import { useId, type ReactElement } from 'react';

/** One month, as `2015-04`; empty where none is chosen. */
export function MonthInput(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
  readonly hint?: string;
}): ReactElement {
  const id = useId();
  return (
    <div className="chooser">
      <label className="chooser-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        type="month"
        className="text-input month-input"
        value={props.value}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
        }}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
      />
      {props.hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {props.hint}
        </span>
      )}
    </div>
  );
}
