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

type Retention = Output<'retention.show'>;
type Source = Retention['sources'][number];

/** How long records are kept, what is due, and which copies still hold what was removed. */
export function RetentionPane(): ReactElement {
  const answer = useAnswer('retention.show', {});
  if (answer.state === 'asking') return <Waiting says="Looking at the records…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const held = answer.value;
  return (
    <>
      <p>
        Records are single crimes or incidents. Once their time is over you are told, and remove them here. What was
        counted from them by month, neighbourhood, offence and small area stays, so measures, the gap and packs do not
        change; lists of records and the assessment’s tables of age, sex, outcome and time need the records themselves.
      </p>
      {held.sources.length === 0 ? (
        <p>No records are held. Bring in a record extract; its rule is then set here.</p>
      ) : (
        <table className="settings-table">
          <caption className="visually-hidden">Records held, by source</caption>
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col" className="number">
                Records
              </th>
              <th scope="col">Kept for</th>
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
          <h2>Removed</h2>
          <ul>
            {held.removed.map(({ importId, fileName, records, purgedAt, why }) => (
              <li key={`${String(importId)} ${fileName}`}>
                {momentInWords(purgedAt)}: {howMany(records, 'record', 'records')} of {fileName}
                {why === '' ? '' : ` (${why})`}
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
  words: months === null ? 'No rule' : howMany(months, 'month', 'months'),
}));
const AFTER = [
  { id: 'period-end', words: 'after the end of its period' },
  { id: 'import', words: 'after its import' },
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
            label={`Months to keep ${name}`}
            labelHidden
            value={own}
            options={options}
            onChoose={(id) => void save(id === 'none' ? null : Number(id), source.after)}
          />
          {source.months !== null && (
            <Chooser
              label={`Counted from, for ${name}`}
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
    const gone = `${howMany(reply.value.records, 'record is', 'records are')} removed`;
    say(
      reply.value.wiped
        ? `${gone}, and their bytes are wiped from the store.`
        : `${gone}. Their bytes are wiped at the next opening, once no other window reads the store.`,
    );
  };
  return (
    <section className="settings-part">
      <h2>Due to be removed</h2>
      {held.due.length === 0 ? (
        <p>
          Nothing.
          {held.nextDue !== null && ` The next records are kept through ${longPeriod(held.nextDue)}.`}
          {held.wipeWaits && ' Bytes removed earlier are wiped at the next opening.'}
        </p>
      ) : (
        <>
          <ul>
            {held.due.map(({ importId, fileName, dataset, records: own, keepUntil }) => (
              <li key={`${String(importId)} ${dataset}`}>
                {fileName}: {howMany(own, 'record', 'records')}, to be kept through{' '}
                {keepUntil === null ? '' : longPeriod(keepUntil)}
              </li>
            ))}
          </ul>
          {!asking && (
            <Button
              onPress={() => {
                setAsking(true);
              }}
            >
              Remove {howMany(records, 'record', 'records')}…
            </Button>
          )}
          {asking && (
            <>
              <p>
                This cannot be undone. The counts stay, the removal stands in the audit trail. Backups made before still
                hold the records until you delete them.
              </p>
              <Field label="Note for the audit trail" value={why} onChange={setWhy} longest={2000} />
              <div className="settings-tools">
                <Button kind="danger" disabled={busy} onPress={() => void remove()}>
                  {busy ? 'Removing…' : `Remove these ${howMany(records, 'record', 'records')}`}
                </Button>
                <Button
                  kind="link"
                  onPress={() => {
                    setAsking(false);
                  }}
                >
                  Leave them
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
    if (reply.ok) say(`${howMany(reply.value.deleted, 'copy is', 'copies are')} deleted.`);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <section className="settings-part">
      <h2>Copies from before</h2>
      <p>
        These backups were made before records were removed, or before references were hashed. They still hold what the
        store no longer does, and restoring one brings it back.
      </p>
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
            Delete {howMany(names.length, 'copy', 'copies')} for good
          </Button>
          <Button
            kind="link"
            onPress={() => {
              setAsking(false);
            }}
          >
            Keep them
          </Button>
        </div>
      ) : (
        <Button
          onPress={() => {
            setAsking(true);
          }}
        >
          Delete {howMany(names.length, 'copy', 'copies')}…
        </Button>
      )}
    </section>
  );
}
