import { useState, type ReactElement } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { passphraseStrength } from '../../core/passphrase/strength.ts';
import { PARTS } from '../words/parts.ts';
import './field.css';
import './passphrase-field.css';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly isFirst?: boolean;
  /** Says how hard it would be to guess: for a passphrase that is being chosen. */
  readonly isNew?: boolean;
}

/** A passphrase, hidden unless the officer looks at it. Nothing remembers it. */
export function PassphraseField(props: PassphraseFieldProps): ReactElement {
  const { label, value, onChange, hint, isFirst = false, isNew = false } = props;
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      className="field passphrase"
      type={isShown ? 'text' : 'password'}
      value={value}
      onChange={onChange}
      maxLength={1024}
      autoComplete="off"
      spellCheck="false"
      autoFocus={isFirst}
    >
      <Label>{label}</Label>
      <div className="passphrase-line">
        <Input className="text-input" />
        <button
          type="button"
          className="passphrase-show"
          aria-pressed={isShown}
          onClick={() => {
            setShown(!isShown);
          }}
        >
          {isShown ? PARTS.hide : PARTS.show}
        </button>
      </div>
      {isNew && <Strength passphrase={value} />}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}

const STEPS = { empty: 0, weak: 1, fair: 2, good: 3, strong: 4 } as const;

function Strength({ passphrase }: { readonly passphrase: string }): ReactElement {
  const { level, says } = passphraseStrength(passphrase);
  return (
    <div className={`strength strength-${level}`}>
      <div className="strength-steps" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={step <= STEPS[level] ? 'strength-on' : undefined} />
        ))}
      </div>
      <p role="status">{passphrase === '' ? PARTS.fourOrMoreWords : says}</p>
    </div>
  );
}
