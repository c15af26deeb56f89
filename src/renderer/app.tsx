import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Told } from '../preload/contract.ts';
import { ask, useAnswer, useHeard, useTold, valueOf } from './ask.ts';
import './app.css';
import { Button } from './parts/button.tsx';
import { Going } from './parts/go.ts';
import { NoticeProvider, useSay } from './parts/notice.tsx';
import { useUndoKeys } from './parts/put-back.ts';
import { RecoveryKey } from './parts/recovery-key.tsx';
import { SampleMark } from './parts/sample-mark.tsx';
import { SidePanelProvider, useSidePanel } from './parts/side-panel.tsx';
import { Trouble } from './parts/states.tsx';
import { Palette } from './palette/palette.tsx';
import { queue } from './views/extracts/queue.ts';
import { AssessmentView } from './views/assessment/assessment-view.tsx';
import { CheckView } from './views/check/check-view.tsx';
import { ComparisonView } from './views/comparison/comparison-view.tsx';
import { ExtractsView } from './views/extracts/extracts-view.tsx';
import { GapView } from './views/gap/gap-view.tsx';
import { HelpView } from './views/help/help-view.tsx';
import { MeasuresView } from './views/measures/measures-view.tsx';
import { OpeningPage } from './views/opening/opening-page.tsx';
import { OpeningView } from './views/opening/opening-view.tsx';
import { PacksView } from './views/packs/packs-view.tsx';
import { SettingsView } from './views/settings/settings-view.tsx';
import { ThisMonthView } from './views/this-month/this-month-view.tsx';
import { HELP_WORDS } from './words/help.ts';
import { PALETTE } from './words/palette.ts';
import { ROOMS, type Go, type Place, type Room } from './words/rooms.ts';
import { FRAME } from './words/frame.ts';

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
        if (told.about === 'not-opened') say(FRAME.oneStoreAtATime(told.store), 'trouble');
      },
      [say],
    ),
  );
  const opening = useAnswer('store.opening', {});
  const [isHeld, setHeld] = useState(false);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  if (recoveryKey !== null)
    return (
      <OpeningPage title={FRAME.writeDownTheRecovery}>
        <RecoveryKey
          recoveryKey={recoveryKey}
          goOn={FRAME.begin}
          onDone={() => {
            setRecoveryKey(null);
          }}
        />
      </OpeningPage>
    );
  if (opening.state === 'asking')
    return (
      <div className="opening">
        <div className="opening-column">
          <p className="waiting opening-slow" role="status">
            {FRAME.theStoreIsBeingOpened}
          </p>
        </div>
      </div>
    );
  if (opening.state === 'failed')
    return (
      <OpeningPage title={FRAME.theWorkbenchDidNotAnswer}>
        <Trouble failure={opening.failure} />
        <div className="opening-tools">
          <Button kind="primary" onPress={() => void ask('store.reopen', {})}>
            {FRAME.tryAgain}
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
  const [finds, setFinds] = useState(false);
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
  useHeard(
    useCallback(
      (told: Told) => {
        if (told.about !== 'asked') return;
        const { room: to, at: where } = told;
        if (to === 'find') setFinds(true);
        else go(where === null ? { room: to } : { room: to, at: where });
      },
      [go],
    ),
  );
  const find = useCallback(() => {
    setFinds(true);
  }, []);
  useWindowKeys(onRoom, find);
  useUndoKeys();

  return (
    <Going value={go}>
      <div className="frame">
        <a className="skip" href="#room">
          {FRAME.skipToTheRoom}
        </a>
        <header className="bar">
          <p className="bar-name">{home?.partnership ?? ''}</p>
          <SampleMark />
          <button type="button" className="bar-find" aria-keyshortcuts="Control+K" onClick={find}>
            {PALETTE.label} <kbd aria-hidden="true">{FRAME.ctrlK}</kbd>
          </button>
          <p className="bar-data">
            {home === null ? '' : home.dataTo === null ? FRAME.noExtractsYet : FRAME.dataTo(home.dataTo)}
          </p>
        </header>
        <Rail room={room} onRoom={onRoom} />
        <main id="room" ref={main} tabIndex={-1} className="room">
          {room === 'this-month' && <ThisMonthView go={go} />}
          {room === 'extracts' && <ExtractsView key={stay.turn} at={at} />}
          {room === 'measures' && (
            <MeasuresView
              key={stay.turn}
              at={at}
              onChoose={(measure) => {
                setStay({ ...stay, at: measure });
              }}
            />
          )}
          {room === 'gap' && <GapView key={stay.turn} at={at} />}
          {room === 'comparison' && <ComparisonView />}
          {room === 'check' && <CheckView />}
          {room === 'assessment' && <AssessmentView key={stay.turn} at={at ?? null} />}
          {room === 'packs' && <PacksView key={stay.turn} at={at} />}
          {room === 'settings' && <SettingsView at={at} />}
          {room === 'help' && <HelpView key={stay.turn} at={at} />}
        </main>
        <Palette isOpen={finds} onOpen={setFinds} go={go} />
      </div>
    </Going>
  );
}

function Rail({ room, onRoom }: { readonly room: Room; readonly onRoom: (room: Room) => void }): ReactElement {
  return (
    <nav className="rail" aria-label={FRAME.rooms}>
      <p className="rail-mark">{FRAME.saferWorkbench}</p>
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
      <button
        type="button"
        className="rail-room rail-help"
        aria-current={room === 'help' ? 'page' : undefined}
        aria-keyshortcuts="F1"
        onClick={() => {
          onRoom('help');
        }}
      >
        <span>{HELP_WORDS.title}</span>
        <kbd aria-hidden="true">F1</kbd>
      </button>
    </nav>
  );
}

const TYPING = 'input, textarea, select, [role="listbox"], [role="option"], [role="dialog"]';

/**
 * The keys that work everywhere. The numbers open the rooms where nobody is typing, Alt with the number anywhere; Ctrl and K
 * finds, F1 and «?» help.
 */
function useWindowKeys(go: (room: Room) => void, find: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest(TYPING) !== null;
      const does = keyDoes(event, typing, go, find);
      if (does === null) return;
      event.preventDefault();
      does();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [go, find]);
}

function keyDoes(
  event: KeyboardEvent,
  typing: boolean,
  go: (room: Room) => void,
  find: () => void,
): (() => void) | null {
  const help = (): void => {
    go('help');
  };
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'k' && !event.shiftKey ? find : null;
  if (event.key === 'F1') return help;
  if (event.key === '?') return typing ? null : help;
  const found = ROOMS.find(({ key }) => event.code === `Digit${key}` || event.key === key);
  if (found === undefined || event.shiftKey || (typing && !event.altKey)) return null;
  return () => {
    go(found.room);
  };
}
