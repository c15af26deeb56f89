import { useState, type ReactElement } from 'react';
import { Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../parts/button.tsx';
import { CHECK_ROOM } from '../../words/check-room.ts';
import { checkedFiles } from './checked-files.ts';

/** A locked workbook is opened with its password, which is kept nowhere. */
export function UnlockForm({ file, reason }: { readonly file: string; readonly reason: string | null }): ReactElement {
  const [password, setPassword] = useState('');
  return (
    <Form
      className="verdict password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') void checkedFiles.open(file, password);
      }}
    >
      <p>{CHECK_ROOM.thePasswordIsKept(reason ?? CHECK_ROOM.thisWorkbookIsLocked)}</p>
      <div>
        <TextField type="password" value={password} onChange={setPassword} autoComplete="off">
          <Label>{CHECK_ROOM.password}</Label>
          <Input className="text-input" />
        </TextField>
        <Button kind="primary" disabled={password === ''} onPress={() => void checkedFiles.open(file, password)}>
          {CHECK_ROOM.openTheWorkbook}
        </Button>
      </div>
    </Form>
  );
}
