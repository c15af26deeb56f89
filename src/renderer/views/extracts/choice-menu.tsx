import type { ReactElement, RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { OptionGroup } from './choice-options.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';
import './choice-menu.css';

interface ChoiceMenuProps<T> {
  readonly label: string;
  readonly groups: readonly OptionGroup<T>[];
  readonly anchor: RefObject<Element | null>;
  readonly onChoose: (value: T) => void;
  readonly onClose: () => void;
}

/** A menu of plain words beside the cell it speaks of; what the column or row is now has a tick. */
export function ChoiceMenu<T>({ label, groups, anchor, onChoose, onClose }: ChoiceMenuProps<T>): ReactElement {
  return (
    <Popover
      className="choice-menu"
      triggerRef={anchor}
      isOpen
      placement="bottom start"
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu
        aria-label={label}
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => {
          for (const { options } of groups) {
            const chosen = options.find(({ id }) => id === key);
            if (chosen !== undefined) onChoose(chosen.value);
          }
        }}
      >
        {groups.map(({ title, options }) => (
          <MenuSection key={title} className="choice-group">
            <Header>{title}</Header>
            {options.map(({ id, words, now }) => (
              <MenuItem key={id} id={id} textValue={words} className="choice-option">
                <span className="choice-tick" aria-hidden="true">
                  {now ? '✓' : ''}
                </span>
                {words}
                {now && <span className="visually-hidden">{EXTRACTS_ROOM.asNow}</span>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Popover>
  );
}
