import type { ReactElement } from 'react';
import './field.css';

interface DayFieldProps {
  readonly label: string;
  /** `2015-07-23`, or an empty text where none is said. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** `beside`: the label stands before the day, as in a row of choosers. */
  readonly labelStands?: 'above' | 'beside';
}

/** One day, chosen or typed. */
export function DayField({ label, value, onChange, labelStands = 'above' }: DayFieldProps): ReactElement {
  return (
    <label className={labelStands === 'above' ? 'field' : 'chooser'}>
      <span className="chooser-label">{label}</span>
      <input
        type="date"
        className="text-input"
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </label>
  );
}
