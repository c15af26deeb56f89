import { useState, type ReactElement } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../parts/button.tsx';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
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
      <p>{EXTRACTS_ROOM.thePasswordIsUsed(reason ?? EXTRACTS_ROOM.thisWorkbookIsLocked)}</p>
      <div>
        <TextField type="password" value={password} onChange={setPassword} autoComplete="off">
          <Label>{EXTRACTS_ROOM.password}</Label>
          <Input className="text-input" />
        </TextField>
        <Button kind="primary" disabled={password === ''} onPress={open}>
          {EXTRACTS_ROOM.openTheWorkbook}
        </Button>
      </div>
    </Form>
  );
}
