import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { howMany } from '../../words/numbers.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import { queue } from './queue.ts';

type Look = Output<'folder.look'>;
type Found = Look['files'][number];

/** New and changed files first: they are what the officer looks for. */
const ORDER: readonly Found['state'][] = ['new', 'changed', 'withdrawn', 'not-readable', 'held'];
const STATE_WORDS: Readonly<Record<Found['state'], string>> = {
  new: EXTRACTS_ROOM.newHere,
  changed: EXTRACTS_ROOM.changedSince,
  withdrawn: EXTRACTS_ROOM.withdrawnBefore,
  held: EXTRACTS_ROOM.heldAlready,
  'not-readable': EXTRACTS_ROOM.notReadHere,
};

const isNews = ({ state, file }: Found): boolean => file !== null && (state === 'new' || state === 'changed');

/** What stands in one folder against what is held; what is new is offered to the queue. */
export function FolderLook({ look, onDone }: { readonly look: Look; readonly onDone: () => void }): ReactElement {
  const [now, setNow] = useState(look);
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const say = useSay();
  const take = (files: readonly Found[]): void => {
    const fresh = files.flatMap(({ file, name }) => (file === null ? [] : [{ file, name }]));
    queue.add(fresh);
    setTaken(new Set([...taken, ...fresh.map(({ file }) => file)]));
  };
  const lookAgain = async (): Promise<void> => {
    const reply = await ask('folder.look-again', { folder: now.folder });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    setNow(reply.value);
    setTaken(new Set());
  };
  const news = now.files.filter((one) => isNews(one) && !taken.has(one.file ?? ''));
  const files = now.files.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <section className="folder-look" aria-label={EXTRACTS_ROOM.whatIsNewIn(now.name)}>
      <div className="section-head">
        <h2>{now.name}</h2>
        <div className="section-tools">
          <Button kind="link" onPress={() => void lookAgain()}>
            {EXTRACTS_ROOM.lookAgain}
          </Button>
          <Button kind="link" onPress={onDone}>
            {EXTRACTS_ROOM.close}
          </Button>
        </div>
      </div>
      <p className="preview-quiet">{countWords(now)}</p>
      {news.length > 0 && (
        <p>
          <Button
            kind="primary"
            onPress={() => {
              take(news);
            }}
          >
            {news.length === 1 ? EXTRACTS_ROOM.lookAtTheOne : EXTRACTS_ROOM.lookAtTheNew(news.length)}
          </Button>
        </p>
      )}
      <ul className="folder-files">
        {files.map((one) => (
          <li key={`${one.within} ${one.name}`}>
            <span>
              {one.within !== '' && <span className="preview-quiet">{one.within} › </span>}
              {one.name}
            </span>
            <span className="preview-quiet">
              {one.file !== null && taken.has(one.file) ? EXTRACTS_ROOM.inTheListBelow : one.says}
            </span>
            {one.file !== null && one.state === 'withdrawn' && !taken.has(one.file) && (
              <Button
                kind="link"
                label={EXTRACTS_ROOM.lookAt(one.name)}
                onPress={() => {
                  take([one]);
                }}
              >
                {EXTRACTS_ROOM.lookAtIt}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {now.more > 0 && <p className="preview-quiet">{EXTRACTS_ROOM.andMore(howMany(now.more, 'file', 'files'))}</p>}
    </section>
  );
}

/** `3 new here, 1 changed since, 12 held already`. */
function countWords({ files }: Look): string {
  const counts = ORDER.map((state) => [files.filter((one) => one.state === state).length, STATE_WORDS[state]] as const);
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${String(count)} ${words}`);
  return said.length === 0 ? EXTRACTS_ROOM.thereIsNothingIn : `${said.join(', ')}.`;
}
