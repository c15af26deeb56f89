import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Button } from './button.tsx';
import { PARTS } from '../words/parts.ts';
import './side-panel.css';

interface Panel {
  readonly title: string;
  readonly body: ReactNode;
}
interface SidePanelDoor {
  readonly open: (panel: Panel, from?: HTMLElement) => void;
  readonly close: () => void;
}

const DoorContext = createContext<SidePanelDoor>({ open: () => undefined, close: () => undefined });

export const useSidePanel = (): SidePanelDoor => useContext(DoorContext);

/** One panel at the right edge. It covers nothing that is needed and takes no one captive: Escape puts it away. */
export function SidePanelProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [panel, setPanel] = useState<Panel | null>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const close = useCallback(() => {
    setPanel(null);
    cameFrom.current?.focus();
    cameFrom.current = null;
  }, []);
  const open = useCallback((next: Panel, from?: HTMLElement) => {
    cameFrom.current = from ?? (document.activeElement instanceof HTMLElement ? document.activeElement : null);
    setPanel(next);
  }, []);
  useEffect(() => {
    if (panel === null) return undefined;
    heading.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [panel, close]);

  const door = useMemo(() => ({ open, close }), [open, close]);
  return (
    <DoorContext value={door}>
      {children}
      {panel !== null && (
        <aside className="side-panel" aria-label={panel.title}>
          <header>
            <h2 ref={heading} tabIndex={-1}>
              {panel.title}
            </h2>
            <Button kind="link" onPress={close} label={PARTS.closeThisPanel}>
              {PARTS.close}
            </Button>
          </header>
          <div className="side-panel-body">{panel.body}</div>
        </aside>
      )}
    </DoorContext>
  );
}
