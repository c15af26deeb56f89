import { useState, type ReactElement } from 'react';
import type { Failure, Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { longPeriod, momentInWords } from '../../words/dates.ts';
import { fileSize, howMany, numberInWords } from '../../words/numbers.ts';
import { sourceWords } from '../../words/sources.ts';
import { SETTINGS_ROOM } from '../../words/settings-room.ts';

type Retention = Output<'retention.show'>;
type Source = Retention['sources'][number];

/** How long records are kept, what is due, and which copies still hold what was removed. */
export function RetentionPane(): ReactElement {
  const answer = useAnswer('retention.show', {});
  if (answer.state === 'asking') return <Waiting says={SETTINGS_ROOM.lookingAtTheRecords} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const held = answer.value;
  return (
    <>
      <p>{SETTINGS_ROOM.recordsAreSingleCrimes}</p>
      {held.sources.length === 0 ? (
        <p>{SETTINGS_ROOM.noRecordsAreHeld}</p>
      ) : (
        <table className="settings-table">
          <caption className="visually-hidden">{SETTINGS_ROOM.recordsHeldBySource}</caption>
          <thead>
            <tr>
              <th scope="col">{SETTINGS_ROOM.source}</th>
              <th scope="col" className="number">
                {SETTINGS_ROOM.records}
              </th>
              <th scope="col">{SETTINGS_ROOM.keptFor}</th>
            </tr>
          </thead>
          <tbody>
            {held.sources.map((source) => (
              <OneSource key={source.dataset} source={source} />
            ))}
          </tbody>
        </table>
      )}
      <Due held={held} />
      <OldCopies held={held} />
      {held.removed.length > 0 && (
        <section className="settings-part">
          <h2>{SETTINGS_ROOM.removed}</h2>
          <ul>
            {held.removed.map(({ importId, fileName, records, purgedAt, why }) => (
              <li key={`${String(importId)} ${fileName}`}>
                {SETTINGS_ROOM.of(
                  momentInWords(purgedAt),
                  howMany(records, 'record', 'records'),
                  fileName,
                  why === '' ? '' : ` (${why})`,
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const MONTHS = [null, 1, 3, 6, 12, 18, 24, 36, 60, 84].map((months) => ({
  id: months === null ? 'none' : String(months),
  words: months === null ? SETTINGS_ROOM.noRule : howMany(months, 'month', 'months'),
}));
const AFTER = [
  { id: 'period-end', words: SETTINGS_ROOM.afterTheEndOf },
  { id: 'import', words: SETTINGS_ROOM.afterItsImport },
] as const;

function OneSource({ source }: { readonly source: Source }): ReactElement {
  const say = useSay();
  const save = async (months: number | null, after: Source['after']): Promise<void> => {
    const reply = await ask('retention.save', { dataset: source.dataset, months, after });
    if (!reply.ok) say(reply.failure.message, 'trouble');
  };
  const name = sourceWords(source.dataset);
  const own = source.months === null ? 'none' : String(source.months);
  const options = MONTHS.some(({ id }) => id === own)
    ? MONTHS
    : [...MONTHS, { id: own, words: howMany(Number(own), 'month', 'months') }];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{numberInWords(source.records)}</td>
      <td>
        <div className="retention-choice">
          <Chooser
            label={SETTINGS_ROOM.monthsToKeep(name)}
            labelHidden
            value={own}
            options={options}
            onChoose={(id) => void save(id === 'none' ? null : Number(id), source.after)}
          />
          {source.months !== null && (
            <Chooser
              label={SETTINGS_ROOM.countedFromFor(name)}
              labelHidden
              value={source.after}
              options={AFTER}
              onChoose={(after) => void save(source.months, after)}
            />
          )}
        </div>
      </td>
    </tr>
  );
}

function Due({ held }: { readonly held: Retention }): ReactElement {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const say = useSay();
  const records = held.due.reduce((sum, one) => sum + one.records, 0);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const imports = [...new Set(held.due.map(({ importId }) => importId))];
    const reply = await ask('retention.remove', { imports, why: why.trim() });
    setBusy(false);
    setFailure(reply.ok ? null : reply.failure);
    if (!reply.ok) return;
    setAsking(false);
    const gone = SETTINGS_ROOM.removedOf(
      howMany(reply.value.records, SETTINGS_ROOM.recordIs, SETTINGS_ROOM.recordsAre),
    );
    say(reply.value.wiped ? SETTINGS_ROOM.andTheirBytesAre(gone) : SETTINGS_ROOM.theirBytesAreWiped(gone));
  };
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.dueToBeRemoved}</h2>
      {held.due.length === 0 ? (
        <p>
          {SETTINGS_ROOM.nothing}
          {held.nextDue !== null && SETTINGS_ROOM.theNextRecordsAre(longPeriod(held.nextDue))}
          {held.wipeWaits && SETTINGS_ROOM.bytesRemovedEarlierAre}
        </p>
      ) : (
        <>
          <ul>
            {held.due.map(({ importId, fileName, dataset, records: own, keepUntil }) => (
              <li key={`${String(importId)} ${dataset}`}>
                {SETTINGS_ROOM.toBeKeptThrough(
                  fileName,
                  howMany(own, 'record', 'records'),
                  keepUntil === null ? '' : longPeriod(keepUntil),
                )}
              </li>
            ))}
          </ul>
          {!asking && (
            <Button
              onPress={() => {
                setAsking(true);
              }}
            >
              {SETTINGS_ROOM.remove(howMany(records, 'record', 'records'))}
            </Button>
          )}
          {asking && (
            <>
              <p>{SETTINGS_ROOM.thisCannotBeUndone}</p>
              <Field label={SETTINGS_ROOM.noteForTheAudit} value={why} onChange={setWhy} longest={2000} />
              <div className="settings-tools">
                <Button kind="danger" disabled={busy} onPress={() => void remove()}>
                  {busy ? SETTINGS_ROOM.removing : SETTINGS_ROOM.removeThese(howMany(records, 'record', 'records'))}
                </Button>
                <Button
                  kind="link"
                  onPress={() => {
                    setAsking(false);
                  }}
                >
                  {SETTINGS_ROOM.leaveThem}
                </Button>
              </div>
            </>
          )}
          {failure !== null && <Trouble failure={failure} />}
        </>
      )}
    </section>
  );
}

function OldCopies({ held }: { readonly held: Retention }): ReactElement | null {
  const [asking, setAsking] = useState(false);
  const say = useSay();
  if (held.oldCopies.length === 0) return null;
  const names = held.oldCopies.map(({ name }) => name);
  const remove = async (): Promise<void> => {
    const reply = await ask('retention.delete-copies', { names });
    setAsking(false);
    if (reply.ok)
      say(SETTINGS_ROOM.deleted(howMany(reply.value.deleted, SETTINGS_ROOM.copyIs, SETTINGS_ROOM.copiesAre)));
    else say(reply.failure.message, 'trouble');
  };
  return (
    <section className="settings-part">
      <h2>{SETTINGS_ROOM.copiesFromBefore}</h2>
      <p>{SETTINGS_ROOM.theseBackupsWereMade}</p>
      <ul>
        {held.oldCopies.map(({ name, madeAt, bytes }) => (
          <li key={name}>
            {momentInWords(madeAt)}, {fileSize(bytes)} <span className="settings-quiet">{name}</span>
          </li>
        ))}
      </ul>
      {asking ? (
        <div className="settings-tools">
          <Button kind="danger" onPress={() => void remove()}>
            {SETTINGS_ROOM.deleteForGood(howMany(names.length, 'copy', 'copies'))}
          </Button>
          <Button
            kind="link"
            onPress={() => {
              setAsking(false);
            }}
          >
            {SETTINGS_ROOM.keepThem}
          </Button>
        </div>
      ) : (
        <Button
          onPress={() => {
            setAsking(true);
          }}
        >
          {SETTINGS_ROOM.delete(howMany(names.length, 'copy', 'copies'))}
        </Button>
      )}
    </section>
  );
}
