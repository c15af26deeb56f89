import { useState, type ReactElement } from 'react';
import type { SheetReport } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
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
    <section className="proposals" aria-label="Names of areas that may be mistyped">
      <h3>Names of areas</h3>
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
      say(
        `${howMany(before, 'import', 'imports')} kept before still holds figures under «${found}». Withdraw and import again to join them.`,
      );
    }
    queue.nameKept(props.file, { alias: found, name: meant }, false);
  };
  return (
    <li>
      <span>
        «{found}» may be «{meant}», mistyped ({howMany(rows, 'row', 'rows')}). As it stands it is an area of its own.
      </span>
      {props.changeable && (
        <Button disabled={busy} label={`Keep ${found} as another name of ${meant}`} onPress={() => void keep()}>
          Keep as another name of {meant}
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
      <span>
        «{alias}» is now another name of «{name}», here and in every later extract.
      </span>
      {props.changeable && (
        <Button kind="link" label={`Take back: ${alias} is not ${name}`} onPress={() => void back()}>
          Take back
        </Button>
      )}
    </li>
  );
}
