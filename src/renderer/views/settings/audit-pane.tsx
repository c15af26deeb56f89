import { useMemo, useState, type ReactElement } from 'react';
import { sayEntry } from '../../../core/words/say-edit.ts';
import { differencesOf } from '../../../core/words/say-difference.ts';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { momentInWords } from '../../words/dates.ts';
import { howMany } from '../../words/numbers.ts';
import { UndoLine } from './undo-line.tsx';

type Entry = Output<'audit.list'>[number];

/** As many entries as are read at once, and as many as are shown before the officer asks for more. */
const MOST = 10_000;
const SHOWN = 100;

/** Who changed what, when and why: to look through, to have checked, and to hand to an auditor. */
export function AuditPane(): ReactElement {
  const answer = useAnswer('audit.list', { most: MOST });
  if (answer.state === 'asking') return <Waiting says="Reading the audit trail…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  return (
    <>
      <p className="settings-lead">
        Every import, withdrawal, setting and restore has an entry that can be neither edited nor left out without
        «Check the trail» saying so.
      </p>
      <UndoLine />
      <Tools />
      <Trail entries={answer.value} />
    </>
  );
}

function Tools(): ReactElement {
  const [isBusy, setBusy] = useState(false);
  const [found, setFound] = useState<Output<'audit.verify'> | null>(null);
  const say = useSay();
  const verify = async (): Promise<void> => {
    setBusy(true);
    const reply = await ask('audit.verify', {});
    setBusy(false);
    if (reply.ok) setFound(reply.value);
    else say(reply.failure.message, 'trouble');
  };
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const reply = await ask('audit.save', { format });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.saved !== null) say(`Saved as ${reply.value.saved}.`);
  };
  return (
    <>
      <div className="settings-tools">
        <Button onPress={() => void verify()} disabled={isBusy}>
          {isBusy ? 'Checking…' : 'Check the trail'}
        </Button>
        <Button onPress={() => void save('csv')}>Save for Excel (CSV)…</Button>
        <Button onPress={() => void save('json')}>Save with hashes (JSON)…</Button>
      </div>
      {found !== null && (
        <div role="status" className={found.faults.length === 0 ? 'settings-good' : 'trouble'}>
          {found.faults.length === 0 ? (
            <p>
              Whole: {howMany(found.entries, 'entry', 'entries')}, each following the one before, held against{' '}
              {howMany(found.anchors, 'anchor', 'anchors')} outside the store.
            </p>
          ) : (
            <>
              <p>The trail is not as it was written. Nothing was changed by looking.</p>
              <ul>
                {found.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </>
          )}
          {found.clockSetBack > 0 && (
            <p>The clock was set back before {howMany(found.clockSetBack, 'entry', 'entries')} of them.</p>
          )}
        </div>
      )}
    </>
  );
}

function Trail({ entries }: { readonly entries: readonly Entry[] }): ReactElement {
  const [words, setWords] = useState('');
  const [who, setWho] = useState('everybody');
  const [most, setMost] = useState(SHOWN);
  const people = useMemo(() => [...new Set(entries.map((entry) => entry.who))].sort(), [entries]);
  const said = useMemo(() => entries.map((entry) => ({ entry, says: sayEntry(entry) })), [entries]);
  const sought = words.trim().toLowerCase();
  const found = said.filter(
    ({ entry, says }) =>
      (who === 'everybody' || entry.who === who) &&
      (sought === '' || `${says} ${entry.why} ${momentInWords(entry.at)}`.toLowerCase().includes(sought)),
  );
  return (
    <section className="settings-part" aria-label="Entries">
      <div className="audit-filter">
        <Field label="Find in what, when and why" value={words} onChange={setWords} longest={200} />
        <Chooser
          label="Who"
          value={who}
          options={[{ id: 'everybody', words: 'Everybody' }, ...people.map((one) => ({ id: one, words: one }))]}
          onChoose={setWho}
        />
        <p role="status">{howMany(found.length, 'entry', 'entries')}</p>
      </div>
      {entries.length === MOST && (
        <p>These are the latest {howMany(MOST, 'entry', 'entries')}; a saved file has all.</p>
      )}
      <table className="settings-table audit-table">
        <caption className="visually-hidden">Entries of the audit trail, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map(({ entry, says }) => (
            <tr key={entry.entry}>
              <td>{momentInWords(entry.at)}</td>
              <td>{entry.who}</td>
              <td>
                <Details entry={entry} says={says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > most && (
        <div className="settings-tools">
          <Button
            kind="link"
            onPress={() => {
              setMost(most + 200);
            }}
          >
            Show 200 more
          </Button>
        </div>
      )}
    </section>
  );
}

/** One entry; opened, what was before and after. */
function Details({ entry, says }: { readonly entry: Entry; readonly says: string }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { before, after, why, clockAt, appVersion, hash } = entry;
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        {says}
        {why === '' ? '' : ` · ${why}`}
      </summary>
      {isOpen && (
        <>
          <table className="audit-difference">
            <caption className="visually-hidden">What was changed</caption>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {differencesOf(before, after).map((one) => (
                <tr key={one.field}>
                  <th scope="row">{one.field}</th>
                  <td>{one.before ?? ''}</td>
                  <td>{one.after ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="audit-foot">
            Entry {entry.entry} · workbench {appVersion} · hash {hash.slice(0, 12)}…
            {clockAt === null ? '' : ` · the clock said ${momentInWords(clockAt)}`}
          </p>
        </>
      )}
    </details>
  );
}
