import type { ReactElement, ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './button.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** `primary` once on a screen at most; `plain` for the rest; `link` inside text and tables. */
  readonly kind?: 'primary' | 'plain' | 'link' | 'danger';
  readonly disabled?: boolean;
  /** What a screen reader says when the words alone would not do. */
  readonly label?: string;
  /** `submit`: the form it stands in does what it says, also on Enter. */
  readonly type?: 'button' | 'submit';
}

/** A button says what it does, in words. */
export function Button({
  children,
  onPress,
  kind = 'plain',
  disabled = false,
  label,
  type = 'button',
}: ButtonProps): ReactElement {
  return (
    <AriaButton
      type={type}
      className={`button button-${kind}`}
      onPress={onPress}
      isDisabled={disabled}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </AriaButton>
  );
}
