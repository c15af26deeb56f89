import type { ReactElement } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Said under the field. */
  readonly hint?: string;
  readonly rows?: number;
  readonly longest?: number;
}

/** One line, or several, of words under their label. */
export function Field({ label, value, onChange, hint, rows, longest }: FieldProps): ReactElement {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      {...(longest === undefined ? {} : { maxLength: longest })}
    >
      <Label>{label}</Label>
      {rows === undefined ? <Input className="text-input" /> : <TextArea className="text-input" rows={rows} />}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
