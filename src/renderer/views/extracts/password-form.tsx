import { useState, type ReactElement } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../parts/button.tsx';
import { queue, type QueuedFile } from './queue.ts';

/** A locked workbook is opened with its password, which is used once and kept nowhere. */
export function PasswordForm({
  one,
  reason,
}: {
  readonly one: QueuedFile;
  readonly reason: string | null;
}): ReactElement {
  const [password, setPassword] = useState('');
  const open = (): void => {
    queue.readAgain(one.file, password);
  };
  return (
    <Form
      className="verdict password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') open();
      }}
    >
      <p>{reason ?? 'This workbook is locked with a password.'} The password is used once and kept nowhere.</p>
      <div>
        <TextField type="password" value={password} onChange={setPassword} autoComplete="off">
          <Label>Password</Label>
          <Input className="text-input" />
        </TextField>
        <Button kind="primary" disabled={password === ''} onPress={open}>
          Open the workbook
        </Button>
      </div>
    </Form>
  );
}
