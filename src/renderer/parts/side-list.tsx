import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import './side-list.css';

export interface SideListItem {
  readonly id: string;
  readonly name: string;
  /** Stands before the name: a status, say. */
  readonly mark?: ReactNode;
}

export interface SideListGroup {
  /** Stands above its items; a list of one group has none. */
  readonly name?: string;
  readonly items: readonly SideListItem[];
}

interface SideListProps {
  /** What the list is of, for those who do not see it. */
  readonly label: string;
  readonly groups: readonly SideListGroup[];
  readonly shown: string;
  readonly onChoose: (id: string) => void;
  /** What stands above the list: a field to search it, a button for one more. */
  readonly head?: ReactNode;
  /** What is said under the list. */
  readonly foot?: ReactNode;
  /** The item that is open. */
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go from item to item, Home and End to the first and the last. */
function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : at + (STEPS[event.key] ?? 0);
  if (next === at || at < 0) return;
  event.preventDefault();
  buttons[next]?.focus();
}

/** A room of many parts: their list to the left, the one that is open to its right. */
export function SideList(props: SideListProps): ReactElement {
  const { label, groups, shown, onChoose, head, foot, children } = props;
  return (
    <div className="with-side-list">
      <div className="side-list">
        <div className="side-list-stays">
          {head !== undefined && <div className="side-list-head">{head}</div>}
          <nav aria-label={label} onKeyDown={moveByArrow}>
            {groups.map(({ name, items }, at) =>
              name === undefined ? (
                <Items key={at} items={items} shown={shown} onChoose={onChoose} />
              ) : (
                <section key={name} aria-label={name}>
                  <h2>{name}</h2>
                  <Items items={items} shown={shown} onChoose={onChoose} />
                </section>
              ),
            )}
          </nav>
          {foot}
        </div>
      </div>
      {children}
    </div>
  );
}

function Items(props: Pick<SideListProps, 'shown' | 'onChoose'> & Pick<SideListGroup, 'items'>): ReactElement {
  return (
    <ul>
      {props.items.map(({ id, name, mark }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === props.shown ? 'page' : undefined}
            onClick={() => {
              props.onChoose(id);
            }}
          >
            {mark}
            <span>{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
