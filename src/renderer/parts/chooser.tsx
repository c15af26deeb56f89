import type { ReactElement } from 'react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { PARTS } from '../words/parts.ts';
import './chooser.css';

interface ChooserProps<T extends string> {
  readonly label: string;
  readonly value: T | null;
  readonly options: readonly { readonly id: T; readonly words: string }[];
  readonly onChoose: (value: T) => void;
  /** Hides the label from the eye where a table’s head already says it. */
  readonly labelHidden?: boolean;
}

/** One of a list: a year, a period, a month. */
export function Chooser<T extends string>(props: ChooserProps<T>): ReactElement {
  const { label, value, options, onChoose, labelHidden = false } = props;
  return (
    <Select
      className="chooser"
      value={value}
      placeholder={PARTS.choose}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChoose(chosen.id);
      }}
    >
      <Label className={labelHidden ? 'visually-hidden' : 'chooser-label'}>{label}</Label>
      <Button className="chooser-button">
        <SelectValue />
        <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
          <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      </Button>
      <Popover className="chooser-list">
        <ListBox>
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.words} className="chooser-option">
              {option.words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
