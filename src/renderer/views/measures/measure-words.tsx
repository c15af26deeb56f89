import { useState, type ReactElement } from 'react';
import type { AgreedAction, ViewWords } from '../../../preload/contract-packs.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { longPeriod } from '../../words/dates.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';

interface WordsProps {
  /** The measure's id, `gap` or a comparison. */
  readonly view: string;
  /** The month of the paper the words are for. */
  readonly asAt: string;
}

/** The paragraph for a month's paper: the draft from the figures, the officer's own words beside it, and the actions. */
export function MeasureWords({ view, asAt }: WordsProps): ReactElement | null {
  const answer = valueOf(useAnswer('words.show', { asAt }));
  const words = answer?.find((one) => one.view === view);
  if (words === undefined) return null;
  return <Words key={`${view} ${asAt} ${String(words.version)}`} words={words} asAt={asAt} />;
}

function Words({ words, asAt }: { readonly words: ViewWords; readonly asAt: string }): ReactElement {
  const [editing, setEditing] = useState(false);
  const [text, setText] = useState(words.edited ?? words.draft);
  const [commentary, setCommentary] = useState(words.commentary);
  const say = useSay();
  const save = async (edited: string | null): Promise<void> => {
    const reply = await ask('words.save', {
      asAt,
      view: words.view,
      edited: edited === words.draft ? null : edited,
      commentary,
    });
    if (reply.ok) setEditing(false);
    say(reply.ok ? MEASURES_ROOM.theWordsAreSaved : reply.failure.message, reply.ok ? 'said' : 'trouble');
  };
  return (
    <section className="section" aria-labelledby="words-title">
      <div className="section-head">
        <h2 id="words-title">{MEASURES_ROOM.wordsForThePaper(longPeriod(asAt))}</h2>
        {!editing && (
          <Button
            kind="link"
            onPress={() => {
              setEditing(true);
            }}
          >
            {MEASURES_ROOM.editTheWords}
          </Button>
        )}
      </div>
      {words.figuresChanged && (
        <p className="words-changed" role="status">
          {MEASURES_ROOM.theFiguresHaveChanged}
        </p>
      )}
      {editing ? (
        <div className="words-form">
          <Field label={MEASURES_ROOM.theParagraph} rows={7} value={text} onChange={setText} />
          <Field label={MEASURES_ROOM.commentaryPrintedBelowIt} rows={3} value={commentary} onChange={setCommentary} />
          <div className="section-tools">
            <Button kind="primary" onPress={() => void save(text)}>
              {MEASURES_ROOM.saveTheWords}
            </Button>
            {words.edited !== null && (
              <Button
                onPress={() => {
                  setText(words.draft);
                  void save(null);
                }}
              >
                {MEASURES_ROOM.goBackToThe}
              </Button>
            )}
            <Button
              onPress={() => {
                setEditing(false);
              }}
            >
              {MEASURES_ROOM.leaveThemAsThey}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <p className="words-text">{words.edited ?? words.draft}</p>
          {words.commentary !== '' && <p className="words-text">{words.commentary}</p>}
        </>
      )}
      {(words.edited !== null || editing) && (
        <details className="words-draft" open={words.figuresChanged}>
          <summary>{MEASURES_ROOM.theDraftAsThe}</summary>
          <p>{words.draft}</p>
        </details>
      )}
      <Actions actions={words.actions} view={words.view} asAt={asAt} />
    </section>
  );
}

const STATES = { open: MEASURES_ROOM.open, done: MEASURES_ROOM.done, dropped: MEASURES_ROOM.dropped } as const;

function Actions(props: {
  readonly actions: readonly AgreedAction[];
  readonly view: string;
  readonly asAt: string;
}): ReactElement {
  const [adding, setAdding] = useState(false);
  return (
    <div className="actions">
      <div className="section-head">
        <h3>{MEASURES_ROOM.actionsAgreed}</h3>
        <Button
          kind="link"
          onPress={() => {
            setAdding(!adding);
          }}
        >
          {adding ? MEASURES_ROOM.putAway : MEASURES_ROOM.addAnAction}
        </Button>
      </div>
      {props.actions.length === 0 && !adding && <p className="share-quiet">{MEASURES_ROOM.noneYet}</p>}
      <ul>
        {props.actions.map((action) => (
          <ActionLine key={action.actionId} action={action} />
        ))}
      </ul>
      {adding && (
        <NewAction
          view={props.view}
          asAt={props.asAt}
          onDone={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}

/** One action with what became of it, and a place for the next note. */
export function ActionLine({ action }: { readonly action: AgreedAction }): ReactElement {
  const [note, setNote] = useState('');
  const [open, setOpen] = useState(false);
  const say = useSay();
  const keep = async (state: AgreedAction['state']): Promise<void> => {
    const reply = await ask('action.note', {
      actionId: action.actionId,
      state,
      note,
      saidOn: new Date().toISOString().slice(0, 10),
    });
    setOpen(false);
    setNote('');
    if (!reply.ok) say(reply.failure.message, 'trouble');
  };
  return (
    <li className="action">
      <p>
        <strong>{STATES[action.state]}</strong> · {action.action}
      </p>
      <p className="share-quiet">
        {[
          action.owner,
          action.due === null ? '' : MEASURES_ROOM.due(action.due, action.overdue ? ' (overdue)' : ''),
          MEASURES_ROOM.agreedFor(longPeriod(action.agreedFor)),
          action.reportBack && action.state === 'open' ? MEASURES_ROOM.toReportBack : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {action.notes.map((one) => (
        <p key={`${one.saidOn} ${one.note}`} className="share-quiet">
          {one.saidOn}: {one.note === '' ? STATES[one.state] : one.note}
        </p>
      ))}
      {open ? (
        <>
          <Field label={MEASURES_ROOM.whatBecameOfIt} rows={2} value={note} onChange={setNote} />
          <div className="section-tools">
            <Button onPress={() => void keep('open')}>{MEASURES_ROOM.noteIt}</Button>
            <Button onPress={() => void keep('done')}>{MEASURES_ROOM.itIsDone}</Button>
            <Button onPress={() => void keep('dropped')}>{MEASURES_ROOM.itIsDropped}</Button>
          </div>
        </>
      ) : (
        <Button
          kind="link"
          onPress={() => {
            setOpen(true);
          }}
          label={MEASURES_ROOM.reportBackOn(action.action)}
        >
          {MEASURES_ROOM.reportBack}
        </Button>
      )}
    </li>
  );
}

function NewAction(props: { readonly view: string; readonly asAt: string; readonly onDone: () => void }): ReactElement {
  const [action, setAction] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const say = useSay();
  const keep = async (): Promise<void> => {
    const reply = await ask('action.agree', {
      view: props.view,
      agreedFor: props.asAt,
      action,
      owner,
      due: due.trim() === '' ? null : due.trim(),
      reportBack: true,
    });
    if (reply.ok) props.onDone();
    else say(reply.failure.kind === 'invalid' ? MEASURES_ROOM.anActionNeedsWords : reply.failure.message, 'trouble');
  };
  return (
    <div className="words-form">
      <Field label={MEASURES_ROOM.action} value={action} onChange={setAction} />
      <Field label={MEASURES_ROOM.owner} value={owner} onChange={setOwner} />
      <Field label={MEASURES_ROOM.dueWord} value={due} onChange={setDue} hint={MEASURES_ROOM.aDayAs2015} />
      <Button kind="primary" disabled={action.trim() === ''} onPress={() => void keep()}>
        {MEASURES_ROOM.keepTheAction}
      </Button>
    </div>
  );
}
