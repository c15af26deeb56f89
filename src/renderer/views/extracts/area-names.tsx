import { useState, type ReactElement } from 'react';
import { Input, Label, SearchField, TextField } from 'react-aria-components';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { AREA_KIND_WORDS, NAME_BY_WORDS } from '../../words/areas.ts';

type Area = Output<'area.list'>['areas'][number];

/** How many areas are listed at once; the search finds the rest. */
const LISTED = 100;

/** Every area with the other names it goes by; names are added and taken away here. */
export function AreaNames(): ReactElement {
  const answer = useAnswer('area.list', {});
  const [wanted, setWanted] = useState('');
  if (answer.state === 'asking') return <Waiting says="Looking up the areas…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const words = wanted.trim().toLowerCase();
  const found = answer.value.areas.filter((area) =>
    [area.name, ...area.otherNames.map(({ alias }) => alias)].some((name) => name.toLowerCase().includes(words)),
  );
  return (
    <section className="area-names">
      <p className="preview-quiet">
        An extract may call an area by any of its names. Case, spaces and «&» for «and» never matter. A name added here
        counts for extracts kept from now on.
      </p>
      <SearchField className="area-search" value={wanted} onChange={setWanted}>
        <Label>Find an area or a name</Label>
        <Input className="text-input" />
      </SearchField>
      <div className="history">
        <table>
          <caption className="visually-hidden">Areas and their other names</caption>
          <thead>
            <tr>
              <th scope="col">Area</th>
              <th scope="col">Kind</th>
              <th scope="col">Other names</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, LISTED).map((area) => (
              <OneArea key={area.areaId} area={area} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p className="preview-quiet">No area has a name like that.</p>}
      {found.length > LISTED && (
        <p className="preview-quiet">and {String(found.length - LISTED)} more: type part of a name to find them.</p>
      )}
    </section>
  );
}

function OneArea({ area }: { readonly area: Area }): ReactElement {
  const [adding, setAdding] = useState(false);
  const say = useSay();
  const takeAway = async (alias: string): Promise<void> => {
    const reply = await ask('area.forget-alias', { alias });
    if (reply.ok) say(`«${alias}» is no longer another name of «${area.name}».`);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <tr>
      <th scope="row">{area.name}</th>
      <td>{AREA_KIND_WORDS[area.kind]}</td>
      <td>
        <ul className="other-names">
          {area.otherNames.map(({ alias, by }) => (
            <li key={alias}>
              <span title={NAME_BY_WORDS[by]}>{alias}</span>
              <button
                type="button"
                className="queue-aside"
                aria-label={`Take ${alias} away from ${area.name}`}
                title="Take away"
                onClick={() => void takeAway(alias)}
              >
                <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true">
                  <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.5" />
                </svg>
              </button>
            </li>
          ))}
          <li>
            {adding ? (
              <AddName
                area={area}
                onDone={() => {
                  setAdding(false);
                }}
              />
            ) : (
              <Button
                kind="link"
                label={`Add another name of ${area.name}`}
                onPress={() => {
                  setAdding(true);
                }}
              >
                Add a name…
              </Button>
            )}
          </li>
        </ul>
      </td>
    </tr>
  );
}

function AddName({ area, onDone }: { readonly area: Area; readonly onDone: () => void }): ReactElement {
  const [alias, setAlias] = useState('');
  const say = useSay();
  const add = async (): Promise<void> => {
    const reply = await ask('area.keep-alias', { alias: alias.trim(), name: area.name, kind: area.kind });
    if (!reply.ok) {
      say(reply.failure.message, 'trouble');
      return;
    }
    say(`«${alias.trim()}» now means «${area.name}».`);
    onDone();
  };
  return (
    <form
      className="add-name"
      onSubmit={(event) => {
        event.preventDefault();
        if (alias.trim() !== '') void add();
      }}
    >
      <TextField value={alias} onChange={setAlias} maxLength={200} autoFocus>
        <Label className="visually-hidden">Another name of {area.name}</Label>
        <Input className="text-input" />
      </TextField>
      <Button disabled={alias.trim() === ''} onPress={() => void add()}>
        Add
      </Button>
      <Button kind="link" onPress={onDone}>
        Leave it
      </Button>
    </form>
  );
}
