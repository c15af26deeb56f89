import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { PANE_GROUPS } from './assessment-panes.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The parts of the assessment by group, to the left of the one that is open; up and down go from part to part. */
export function PaneList(props: { readonly open: string; readonly onOpen: (pane: string) => void }): ReactElement {
  const list = useRef<HTMLElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : at + (STEPS[event.key] ?? 0);
    if (next === at || at < 0) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    <nav ref={list} className="pane-list" aria-label="Parts of the assessment" onKeyDown={onKey}>
      <div className="pane-groups">
        {PANE_GROUPS.filter(({ panes }) => panes.length > 0).map(({ group, panes }) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <ul>
              {panes.map(({ id, name }) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-current={id === props.open ? 'page' : undefined}
                    onClick={() => {
                      props.onOpen(id);
                    }}
                  >
                    {name}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}
