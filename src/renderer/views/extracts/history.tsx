import { useRef, type ReactElement } from 'react';
import type { ImportSummary } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { WithdrawForm } from './withdraw-form.tsx';
import { ImportDetail } from './import-detail.tsx';

/** Every import that was kept, newest first; a mistake is withdrawn, never deleted. */
export function History(): ReactElement {
  const answer = useAnswer('import.list', {});
  if (answer.state === 'asking') return <Waiting says={EXTRACTS_ROOM.readingTheHistory} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (answer.value.length === 0)
    return (
      <Empty title={EXTRACTS_ROOM.nothingHasBeenKept}>
        <p>{EXTRACTS_ROOM.everyFileYouKeep}</p>
        <GoButton to={{ room: 'extracts' }}>{EXTRACTS_ROOM.bringInExtracts}</GoButton>
      </Empty>
    );
  const newest = [...answer.value].sort((a, b) => b.importId - a.importId);
  return (
    <div className="history">
      <table>
        <caption className="visually-hidden">{EXTRACTS_ROOM.importsNewestFirst}</caption>
        <thead>
          <tr>
            <th scope="col">{EXTRACTS_ROOM.file}</th>
            <th scope="col">{EXTRACTS_ROOM.whatItIsAbout}</th>
            <th scope="col">{EXTRACTS_ROOM.kept}</th>
            <th scope="col">{EXTRACTS_ROOM.notRead}</th>
            <th scope="col">
              <span className="visually-hidden">{EXTRACTS_ROOM.whatCanBeDone}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {newest.map((one) => (
            <HistoryRow key={one.importId} one={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HistoryRow({ one }: { readonly one: ImportSummary }): ReactElement {
  const { open, close } = useSidePanel();
  const say = useSay();
  const row = useRef<HTMLTableRowElement>(null);
  const withdrawn = one.state === 'withdrawn';
  const reinstate = async (): Promise<void> => {
    const reply = await ask('import.reinstate', { importId: one.importId });
    if (reply.ok) say(EXTRACTS_ROOM.countsAgain(one.fileName));
    else say(reply.failure.message, 'trouble');
  };
  return (
    <tr ref={row} className={withdrawn ? 'history-withdrawn' : undefined}>
      <th scope="row">
        <Button
          kind="link"
          onPress={() => {
            open({ title: one.fileName, body: <ImportDetail importId={one.importId} /> });
          }}
        >
          {one.fileName}
        </Button>
      </th>
      <td>
        {one.about}
        {withdrawn && (
          <span className="history-reason">
            {EXTRACTS_ROOM.withdrawn(
              one.withdrawnAt === null ? '' : ` ${momentInWords(one.withdrawnAt)}`,
              one.withdrawnReason === null || one.withdrawnReason === '' ? '' : `: ${one.withdrawnReason}`,
            )}
          </span>
        )}
      </td>
      <td className="history-when">{momentInWords(one.importedAt)}</td>
      <td>{one.refusals === 0 ? '' : howMany(one.refusals, 'cell', 'cells')}</td>
      <td>
        {withdrawn ? (
          <Button kind="link" onPress={() => void reinstate()} label={EXTRACTS_ROOM.reinstate(one.fileName)}>
            {EXTRACTS_ROOM.reinstateWord}
          </Button>
        ) : (
          <Button
            kind="link"
            label={EXTRACTS_ROOM.withdraw(one.fileName)}
            onPress={() => {
              open({
                title: EXTRACTS_ROOM.withdraw(one.fileName),
                body: <WithdrawForm one={one} onDone={close} />,
              });
            }}
          >
            {EXTRACTS_ROOM.withdrawWord}
          </Button>
        )}
      </td>
    </tr>
  );
}
