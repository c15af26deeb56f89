import type { ReactElement } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useAnswer, valueOf } from '../ask.ts';
import { useSay } from '../parts/notice.tsx';
import { PALETTE } from '../words/palette.ts';
import type { Go } from '../words/rooms.ts';
import { paletteEntries } from './entries.ts';
import './palette.css';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly go: Go;
}

/** Find or do anything by typing. It is in the way only while it is wanted: Escape, or a choice, puts it away. */
export function Palette({ isOpen, onOpen, go }: PaletteProps): ReactElement {
  return (
    <ModalOverlay className="palette-over" isOpen={isOpen} onOpenChange={onOpen} isDismissable>
      <Modal className="palette-modal">
        <Dialog className="palette" aria-label={PALETTE.label}>
          <Choices
            go={go}
            onDone={() => {
              onOpen(false);
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choices({ go, onDone }: { readonly go: Go; readonly onDone: () => void }): ReactElement {
  const say = useSay();
  const { contains } = useFilter({ sensitivity: 'base', ignorePunctuation: true });
  const home = valueOf(useAnswer('home.show', {}));
  const year = home?.measures.find(({ measure }) => measure === 'gap')?.year ?? null;
  const gap = valueOf(useAnswer('gap.show', year === null ? null : { year }));
  const packs = valueOf(useAnswer('pack.list', {}));
  const sample = valueOf(useAnswer('app.about', {}))?.sample === true;
  const groups = paletteEntries({ home, gap, packs, sample, go, say });
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={PALETTE.label} autoFocus className="palette-field">
        <Input className="text-input" placeholder={PALETTE.placeholder} />
      </SearchField>
      <Menu
        className="palette-list"
        aria-label={PALETTE.label}
        renderEmptyState={() => <p className="palette-none">{PALETTE.none}</p>}
      >
        {groups.map((group) => (
          <MenuSection key={group.id} className="palette-group">
            <Header className="palette-head">{PALETTE.groups[group.id]}</Header>
            {group.entries.map(({ id, words, keys, run }) => (
              <MenuItem
                key={id}
                id={id}
                textValue={`${words} ${initialsOf(words)}`}
                className="palette-item"
                onAction={() => {
                  onDone();
                  // The list gives the focus back first; then the place that is gone to may take it.
                  requestAnimationFrame(run);
                }}
              >
                <span>{words}</span>
                {keys !== undefined && <kbd>{keys}</kbd>}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

/** `asb` finds anti-social behaviour: the first letters of a name of three words or more. */
function initialsOf(words: string): string {
  const letters = words.split(/[\s-]+/).map((word) => word.charAt(0).toLowerCase());
  return letters.length < 3 ? '' : letters.join('');
}
