import { useState, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import './packs.css';

/** The handling markings to choose from. A pack has none until one is chosen for it. */
export function Markings(): ReactElement | null {
  const markings = valueOf(useAnswer('marking.list', {}));
  const [added, setAdded] = useState('');
  const say = useSay();
  if (markings === null) return null;
  const save = async (next: readonly string[], said: string): Promise<void> => {
    const reply = await ask('marking.save', { markings: [...next] });
    if (reply.ok) say(said);
    else say(reply.failure.kind === 'invalid' ? TOO_LONG : reply.failure.message, 'trouble');
  };
  const add = async (): Promise<void> => {
    const marking = added.trim();
    if (markings.includes(marking)) {
      say(`«${marking}» is in the list already.`);
      return;
    }
    await save([...markings, marking], `«${marking}» can be chosen for a pack.`);
    setAdded('');
  };
  return (
    <div className="words-form">
      <p className="pack-in">
        A marking stands on every page, sheet and chart of a pack. A pack has none until one is chosen for it.
      </p>
      {markings.length === 0 && <p>The list is empty: packs are written without a marking.</p>}
      <ul className="pack-sections">
        {markings.map((marking) => (
          <li key={marking}>
            <span>{marking}</span>
            <Button
              kind="link"
              label={`Take ${marking} out of the list`}
              onPress={() =>
                void save(
                  markings.filter((one) => one !== marking),
                  `«${marking}» is out of the list. Packs written with it keep it.`,
                )
              }
            >
              Take out
            </Button>
          </li>
        ))}
      </ul>
      <Field label="Another marking" value={added} onChange={setAdded} />
      <Button disabled={added.trim() === ''} onPress={() => void add()}>
        Add it to the list
      </Button>
    </div>
  );
}

/** The same, put away until it is wanted. */
export function MarkingsSection(): ReactElement {
  const [open, setOpen] = useState(false);
  return (
    <section className="pack-part" aria-labelledby="markings-title">
      <div className="section-head">
        <h2 id="markings-title">Handling markings</h2>
        <Button
          kind="link"
          onPress={() => {
            setOpen(!open);
          }}
        >
          {open ? 'Put the list away' : 'Change the list of markings'}
        </Button>
      </div>
      {open && <Markings />}
    </section>
  );
}

const TOO_LONG = 'A marking has at most 80 letters, and the list at most 30 markings.';
