import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Told } from '../preload/contract.ts';
import { ask, useAnswer, useTold, valueOf } from './ask.ts';
import './app.css';
import { Button } from './parts/button.tsx';
import { NoticeProvider, useSay } from './parts/notice.tsx';
import { RecoveryKey } from './parts/recovery-key.tsx';
import { SampleMark } from './parts/sample-mark.tsx';
import { SidePanelProvider, useSidePanel } from './parts/side-panel.tsx';
import { Trouble } from './parts/states.tsx';
import { queue } from './views/extracts/queue.ts';
import { AssessmentView } from './views/assessment/assessment-view.tsx';
import { CheckView } from './views/check/check-view.tsx';
import { ComparisonView } from './views/comparison/comparison-view.tsx';
import { ExtractsView } from './views/extracts/extracts-view.tsx';
import { GapView } from './views/gap/gap-view.tsx';
import { MeasuresView } from './views/measures/measures-view.tsx';
import { OpeningPage } from './views/opening/opening-page.tsx';
import { OpeningView } from './views/opening/opening-view.tsx';
import { PacksView } from './views/packs/packs-view.tsx';
import { SettingsView } from './views/settings/settings-view.tsx';
import { ThisMonthView } from './views/this-month/this-month-view.tsx';
import { ROOMS, type Go, type Place, type Room } from './words/rooms.ts';

/** The whole window: words to the left, the partnership above, one room at a time. */
export function App(): ReactElement {
  return (
    <I18nProvider locale="en-GB">
      <NoticeProvider>
        <SidePanelProvider>
          <Gate />
        </SidePanelProvider>
      </NoticeProvider>
    </I18nProvider>
  );
}

/** The rooms, once the store is open; until then what opens it. */
function Gate(): ReactElement {
  const say = useSay();
  useTold(
    useCallback(
      (told: Told) => {
        if (told.about === 'progress') queue.progress(told);
        if (told.about === 'engine-restarted') say(told.says, 'trouble');
      },
      [say],
    ),
  );
  const opening = useAnswer('store.opening', {});
  const [isHeld, setHeld] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (recoveryKey !== null)
    return (
      <OpeningPage title="Write down the recovery key">
        <RecoveryKey
          recoveryKey={recoveryKey}
          goOn="Begin"
          onDone={() => {
            setRecoveryKey(null);
          }}
        />
      </OpeningPage>
    );
  if (opening.state === 'asking') return <div className="opening" />;
  if (opening.state === 'failed')
    return (
      <OpeningPage title="The workbench did not answer">
        <Trouble failure={opening.failure} />
        <div className="opening-tools">
          <Button kind="primary" onPress={() => void ask('store.reopen', {})}>
            Try again
          </Button>
        </div>
      </OpeningPage>
    );
  if (opening.value.state === 'open' && !isHeld) return <Frame />;
  const shown = opening.value.state === 'open' ? { ...opening.value, state: 'new' as const } : opening.value;
  return <OpeningView opening={shown} onHold={setHeld} onRecoveryKey={setRecoveryKey} />;
}

/** Where the officer is. The turn makes a place new when it is gone to again. */
interface Stay extends Place {
  readonly turn: number;
}

function Frame(): ReactElement {
  const [stay, setStay] = useState<Stay>({ room: 'this-month', turn: 0 });
  const { room, at } = stay;
  const main = useRef<HTMLElement>(null);
  const say = useSay();
  const panel = useSidePanel();
  const home = valueOf(useAnswer('home.show', {}));

  const go = useCallback<Go>(
    (place) => {
      panel.close();
      say(null);
      setStay(({ turn }) => ({ ...place, turn: turn + 1 }));
      main.current?.scrollTo({ top: 0 });
      main.current?.focus();
    },
    [panel, say],
  );
  const onRoom = useCallback(
    (to: Room) => {
      go({ room: to });
    },
    [go],
  );
  useRoomKeys(onRoom);

  return (
    <div className="frame">
      <a className="skip" href="#room">
        Skip to the room
      </a>
      <header className="bar">
        <p className="bar-name">{home?.partnership ?? ''}</p>
        <SampleMark />
        <p className="bar-data">
          {home === null ? '' : home.dataTo === null ? 'No extracts yet' : `Data to ${home.dataTo}`}
        </p>
      </header>
      <Rail room={room} onRoom={onRoom} />
      <main id="room" ref={main} tabIndex={-1} className="room">
        {room === 'this-month' && <ThisMonthView go={go} />}
        {room === 'extracts' && <ExtractsView key={stay.turn} at={at} />}
        {room === 'measures' && (
          <MeasuresView
            chosen={at ?? null}
            onChoose={(measure) => {
              setStay({ ...stay, at: measure });
            }}
            onRoom={onRoom}
          />
        )}
        {room === 'gap' && <GapView onRoom={onRoom} />}
        {room === 'comparison' && <ComparisonView onRoom={onRoom} />}
        {room === 'check' && <CheckView />}
        {room === 'assessment' && <AssessmentView key={stay.turn} at={at ?? null} />}
        {room === 'packs' && <PacksView key={stay.turn} at={at} onRoom={onRoom} />}
        {room === 'settings' && <SettingsView />}
      </main>
    </div>
  );
}

function Rail({ room, onRoom }: { readonly room: Room; readonly onRoom: (room: Room) => void }): ReactElement {
  return (
    <nav className="rail" aria-label="Rooms">
      <p className="rail-mark">Safer Workbench</p>
      <ul>
        {ROOMS.map((one) => (
          <li key={one.room}>
            <button
              type="button"
              className="rail-room"
              aria-current={one.room === room ? 'page' : undefined}
              aria-keyshortcuts={`Alt+${one.key}`}
              onClick={() => {
                onRoom(one.room);
              }}
            >
              <span>{one.name}</span>
              <kbd aria-hidden="true">{one.key}</kbd>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The numbers open the rooms where nobody is typing; Alt with the number opens them anywhere. */
function useRoomKeys(go: (room: Room) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const found = ROOMS.find(({ key }) => event.code === `Digit${key}` || event.key === key);
      if (found === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = event.target;
      const typing =
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, [role="listbox"], [role="option"]') !== null;
      if (typing && !event.altKey) return;
      event.preventDefault();
      go(found.room);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [go]);
}
