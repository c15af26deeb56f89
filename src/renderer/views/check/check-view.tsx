import { useState, useSyncExternalStore, type ReactElement } from 'react';
import { FileDrop } from '../../parts/file-drop.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { howMany } from '../../words/numbers.ts';
import { CHECK_ROOM } from '../../words/check-room.ts';
import { checkedFiles, type CheckedFile } from './checked-files.ts';
import { FindingsPane } from './findings-pane.tsx';
import { UnlockForm } from './unlock-form.tsx';
import '../extracts/extracts.css';
import './check.css';

/** Any measure sheet, checked cell by cell before it goes anywhere. Nothing of it is kept. */
export function CheckView(): ReactElement {
  const files = useSyncExternalStore(checkedFiles.subscribe, checkedFiles.snapshot);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = files.find((one) => one.file === chosen) ?? files[0];
  return (
    <Page title={CHECK_ROOM.checkASheet}>
      <FileDrop
        label={CHECK_ROOM.dropSheetsToCheck}
        title={CHECK_ROOM.dropAMeasureSheet}
        note={CHECK_ROOM.sumsPercentagesTargetsStatuses}
        tall={files.length === 0}
        primary={files.length === 0}
        onFiles={(come) => {
          setChosen(null);
          void checkedFiles.add(come);
        }}
      />
      <p className="visually-hidden" role="status">
        {shown === undefined ? '' : `${shown.name}: ${verdict(shown)}`}
      </p>
      {shown !== undefined && (
        <div className={files.length > 1 ? 'check check-many' : 'check'}>
          {files.length > 1 && <FileList files={files} shown={shown.file} onChoose={setChosen} />}
          <section aria-label={CHECK_ROOM.whatWasFoundIn(shown.name)} className="preview" key={shown.file}>
            <h2>{shown.name}</h2>
            <Outcome one={shown} />
          </section>
        </div>
      )}
    </Page>
  );
}

interface FileListProps {
  readonly files: readonly CheckedFile[];
  readonly shown: string;
  readonly onChoose: (file: string) => void;
}

function FileList({ files, shown, onChoose }: FileListProps): ReactElement {
  return (
    <ul className="queue" aria-label={CHECK_ROOM.filesChecked}>
      {files.map((one) => (
        <li key={one.file} className="queue-item">
          <button
            type="button"
            className="queue-choose"
            aria-current={one.file === shown ? 'true' : undefined}
            onClick={() => {
              onChoose(one.file);
            }}
          >
            <span className="queue-name">{one.name}</span>
            <span className="queue-step">{verdict(one)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ one }: { readonly one: CheckedFile }): ReactElement {
  if (one.failure !== null) return <Trouble failure={one.failure} />;
  if (one.answer === null) return <Waiting says={CHECK_ROOM.workingItOutAgain} />;
  if (one.answer.outcome === 'needs-password') return <UnlockForm file={one.file} reason={one.answer.reason} />;
  return <FindingsPane file={one.file} answer={one.answer} />;
}

/** Where a file stands, in a few words. */
function verdict({ answer, failure }: CheckedFile): string {
  if (failure !== null) return CHECK_ROOM.couldNotBeRead;
  if (answer === null) return CHECK_ROOM.beingChecked;
  if (answer.outcome === 'needs-password') return CHECK_ROOM.lockedWithAPassword;
  const count = answer.findings.length;
  return count === 0
    ? CHECK_ROOM.everythingAddsUp
    : howMany(count, CHECK_ROOM.thingDoesNotAdd, CHECK_ROOM.thingsDoNotAdd);
}
