import type { ReactElement } from 'react';
import { ask } from '../ask.ts';
import { PARTS } from '../words/parts.ts';
import { Button } from './button.tsx';
import { useSay } from './notice.tsx';
import { tableHtml, tableText } from './table-clipboard.ts';
import type { TableValue } from './table-value.ts';

/** Copies a table so that it pastes as a table into Word and Excel. */
export function CopyTable({ table }: { readonly table: TableValue }): ReactElement {
  const say = useSay();
  const copy = async (): Promise<void> => {
    const reply = await ask('table.copy', { html: tableHtml(table), text: tableText(table) });
    if (reply.ok) say(PARTS.theTableIsOn);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <Button kind="link" onPress={() => void copy()}>
      {PARTS.copyTable}
    </Button>
  );
}
