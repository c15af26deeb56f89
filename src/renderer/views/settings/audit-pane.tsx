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
import { SETTINGS_ROOM } from '../../words/settings-room.ts';
import { UndoLine } from './undo-line.tsx';

type Entry = Output<'audit.list'>[number];

/** As many entries as are read at once, and as many as are shown before the officer asks for more. */
const MOST = 10_000;
const SHOWN = 100;

/** Who changed what, when and why: to look through, to have checked, and to hand to an auditor. */
export function AuditPane(): ReactElement {
  const answer = useAnswer('audit.list', { most: MOST });
  if (answer.state === 'asking') return <Waiting says={SETTINGS_ROOM.readingTheAuditTrail} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  return (
    <>
      <p className="settings-lead">{SETTINGS_ROOM.everyImportWithdrawalSetting}</p>
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
    else if (reply.value.saved !== null) say(SETTINGS_ROOM.savedAs(reply.value.saved));
  };
  return (
    <>
      <div className="settings-tools">
        <Button onPress={() => void verify()} disabled={isBusy}>
          {isBusy ? SETTINGS_ROOM.checking : SETTINGS_ROOM.checkTheTrail}
        </Button>
        <Button onPress={() => void save('csv')}>{SETTINGS_ROOM.saveForExcelCsv}</Button>
        <Button onPress={() => void save('json')}>{SETTINGS_ROOM.saveWithHashesJson}</Button>
      </div>
      {found !== null && (
        <div role="status" className={found.faults.length === 0 ? 'settings-good' : 'trouble'}>
          {found.faults.length === 0 ? (
            <p>
              {SETTINGS_ROOM.wholeEachFollowingThe(
                howMany(found.entries, 'entry', 'entries'),
                howMany(found.anchors, 'anchor', 'anchors'),
              )}
            </p>
          ) : (
            <>
              <p>{SETTINGS_ROOM.theTrailIsNot}</p>
              <ul>
                {found.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            </>
          )}
          {found.clockSetBack > 0 && (
            <p>{SETTINGS_ROOM.theClockWasSet(howMany(found.clockSetBack, 'entry', 'entries'))}</p>
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
    <section className="settings-part" aria-label={SETTINGS_ROOM.entries}>
      <div className="audit-filter">
        <Field label={SETTINGS_ROOM.findInWhatWhen} value={words} onChange={setWords} longest={200} />
        <Chooser
          label={SETTINGS_ROOM.who}
          value={who}
          options={[
            { id: 'everybody', words: SETTINGS_ROOM.everybody },
            ...people.map((one) => ({ id: one, words: one })),
          ]}
          onChoose={setWho}
        />
        <p role="status">{howMany(found.length, 'entry', 'entries')}</p>
      </div>
      {entries.length === MOST && <p>{SETTINGS_ROOM.theseAreTheLatest(howMany(MOST, 'entry', 'entries'))}</p>}
      <table className="settings-table audit-table">
        <caption className="visually-hidden">{SETTINGS_ROOM.entriesOfTheAudit}</caption>
        <thead>
          <tr>
            <th scope="col">{SETTINGS_ROOM.when}</th>
            <th scope="col">{SETTINGS_ROOM.who}</th>
            <th scope="col">{SETTINGS_ROOM.what}</th>
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
            {SETTINGS_ROOM.show200More}
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
            <caption className="visually-hidden">{SETTINGS_ROOM.whatWasChanged}</caption>
            <thead>
              <tr>
                <th scope="col">{SETTINGS_ROOM.field}</th>
                <th scope="col">{SETTINGS_ROOM.before}</th>
                <th scope="col">{SETTINGS_ROOM.after}</th>
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
            {SETTINGS_ROOM.entryWorkbenchHash(
              entry.entry,
              appVersion,
              hash.slice(0, 12),
              clockAt === null ? '' : SETTINGS_ROOM.theClockSaid(momentInWords(clockAt)),
            )}
          </p>
        </>
      )}
    </details>
  );
}
