import { useState, type ReactElement } from 'react';
import { PassphraseField } from './passphrase-field.tsx';
import { PARTS } from '../words/parts.ts';

/** What was typed twice, or why it will not do yet. */
interface Chosen {
  readonly passphrase: string;
  readonly again: string;
}

/** A passphrase being chosen: how strong it is, and the same once more. */
export function useNewPassphrase(): {
  /** The passphrase once it will do: typed alike twice and not empty; else null. */
  readonly chosen: string | null;
  readonly fields: (isFirst?: boolean) => ReactElement;
  readonly clear: () => void;
} {
  const [{ passphrase, again }, setChosen] = useState<Chosen>({ passphrase: '', again: '' });
  const isAlike = passphrase === again;
  const isDifferent = again !== '' && !isAlike && !passphrase.startsWith(again);
  return {
    chosen: passphrase.trim() !== '' && isAlike ? passphrase : null,
    clear: () => {
      setChosen({ passphrase: '', again: '' });
    },
    fields: (isFirst = false) => (
      <>
        <PassphraseField
          label={PARTS.newPassphrase}
          value={passphrase}
          onChange={(typed) => {
            setChosen({ passphrase: typed, again });
          }}
          isFirst={isFirst}
          isNew
        />
        <PassphraseField
          label={PARTS.theSameOnceMore}
          value={again}
          onChange={(typed) => {
            setChosen({ passphrase, again: typed });
          }}
          {...(isDifferent ? { hint: PARTS.notTheSameAs } : {})}
        />
      </>
    ),
  };
}
