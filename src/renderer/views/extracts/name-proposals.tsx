import { useState, type ReactElement } from 'react';
import type { SheetReport } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { queue, type KeptName, type QueuedFile } from './queue.ts';

type Proposal = SheetReport['areaProposals'][number];

/** Names that look like a known area's, mistyped: one click keeps each as another name, and the file is read again with it. */
export function NameProposals({
  one,
  sheets,
}: {
  readonly one: QueuedFile;
  readonly sheets: readonly SheetReport[];
}): ReactElement | null {
  const proposals = new Map(sheets.flatMap((sheet) => sheet.areaProposals.map((each) => [each.found, each] as const)));
  if (proposals.size === 0 && one.namesKept.length === 0) return null;
  const changeable = one.step === 'read';
  return (
    <section className="proposals" aria-label={EXTRACTS_ROOM.namesOfAreasThat}>
      <h3>{EXTRACTS_ROOM.namesOfAreas}</h3>
      <ul className="warnings">
        {[...proposals.values()].map((each) => (
          <OneProposal key={each.found} file={one.file} proposal={each} changeable={changeable} />
        ))}
        {one.namesKept.map((kept) => (
          <OneKept key={kept.alias} file={one.file} kept={kept} changeable={changeable} />
        ))}
      </ul>
    </section>
  );
}

function OneProposal(props: {
  readonly file: string;
  readonly proposal: Proposal;
  readonly changeable: boolean;
}): ReactElement {
  const { found, meant, kind, rows } = props.proposal;
  const [busy, setBusy] = useState(false);
  const say = useSay();
  const keep = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('area.keep-alias', { alias: found, name: meant, kind });
    setBusy(false);
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    const before = reply.value.keptUnderIt;
    if (before > 0) {
      say(EXTRACTS_ROOM.keptBeforeStillHolds(howMany(before, 'import', 'imports'), found));
    }
    queue.nameKept(props.file, { alias: found, name: meant }, false);
  };
  return (
    <li>
      <span>{EXTRACTS_ROOM.mayBeMistypedAs(found, meant, howMany(rows, 'row', 'rows'))}</span>
      {props.changeable && (
        <Button disabled={busy} label={EXTRACTS_ROOM.keepAsAnotherName(found, meant)} onPress={() => void keep()}>
          {EXTRACTS_ROOM.keepAsAnotherNameOf(meant)}
        </Button>
      )}
    </li>
  );
}

function OneKept(props: {
  readonly file: string;
  readonly kept: KeptName;
  readonly changeable: boolean;
}): ReactElement {
  const { alias, name } = props.kept;
  const say = useSay();
  const back = async (): Promise<void> => {
    const reply = await ask('area.forget-alias', { alias });
    if (reply.ok) queue.nameKept(props.file, props.kept, true);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <li>
      <span>{EXTRACTS_ROOM.isNowAnotherName(alias, name)}</span>
      {props.changeable && (
        <Button kind="link" label={EXTRACTS_ROOM.takeBackIsNot(alias, name)} onPress={() => void back()}>
          {EXTRACTS_ROOM.takeBack}
        </Button>
      )}
    </li>
  );
}
