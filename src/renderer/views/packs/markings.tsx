import { useState, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { PACKS_ROOM } from '../../words/packs-room.ts';
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
      say(PACKS_ROOM.isInTheList(marking));
      return;
    }
    await save([...markings, marking], PACKS_ROOM.canBeChosenFor(marking));
    setAdded('');
  };
  return (
    <div className="words-form markings">
      <p className="pack-in">{PACKS_ROOM.aMarkingStandsOn}</p>
      {markings.length === 0 && <p>{PACKS_ROOM.theListIsEmpty}</p>}
      <ul className="pack-sections">
        {markings.map((marking) => (
          <li key={marking}>
            <span>{marking}</span>
            <Button
              kind="link"
              label={PACKS_ROOM.takeOutOfThe(marking)}
              onPress={() =>
                void save(
                  markings.filter((one) => one !== marking),
                  PACKS_ROOM.isOutOfThe(marking),
                )
              }
            >
              {PACKS_ROOM.takeOut}
            </Button>
          </li>
        ))}
      </ul>
      <Field label={PACKS_ROOM.anotherMarking} value={added} onChange={setAdded} />
      <Button disabled={added.trim() === ''} onPress={() => void add()}>
        {PACKS_ROOM.addItToThe}
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
        <h2 id="markings-title">{PACKS_ROOM.handlingMarkings}</h2>
        <Button
          kind="link"
          onPress={() => {
            setOpen(!open);
          }}
        >
          {open ? PACKS_ROOM.putTheListAway : PACKS_ROOM.changeTheListOf}
        </Button>
      </div>
      {open && <Markings />}
    </section>
  );
}

const TOO_LONG = PACKS_ROOM.aMarkingHasAt;
