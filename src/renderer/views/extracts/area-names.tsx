import { useState, type ReactElement } from 'react';
import { Input, Label, SearchField, TextField } from 'react-aria-components';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { AREA_KIND_WORDS, NAME_BY_WORDS } from '../../words/areas.ts';
import { EXTRACTS_ROOM } from '../../words/extracts-room.ts';

type Area = Output<'area.list'>['areas'][number];

/** How many areas are listed at once; the search finds the rest. */
const LISTED = 100;

/** Every area with the other names it goes by; names are added and taken away here. */
export function AreaNames(): ReactElement {
  const answer = useAnswer('area.list', {});
  const [wanted, setWanted] = useState('');
  if (answer.state === 'asking') return <Waiting says={EXTRACTS_ROOM.lookingUpTheAreas} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const words = wanted.trim().toLowerCase();
  const found = answer.value.areas.filter((area) =>
    [area.name, ...area.otherNames.map(({ alias }) => alias)].some((name) => name.toLowerCase().includes(words)),
  );
  return (
    <section className="area-names">
      <p className="preview-quiet">{EXTRACTS_ROOM.anExtractMayCall}</p>
      <SearchField className="area-search" value={wanted} onChange={setWanted}>
        <Label>{EXTRACTS_ROOM.findAnAreaOr}</Label>
        <Input className="text-input" />
      </SearchField>
      <div className="history">
        <table>
          <caption className="visually-hidden">{EXTRACTS_ROOM.areasAndTheirOther}</caption>
          <thead>
            <tr>
              <th scope="col">{EXTRACTS_ROOM.area}</th>
              <th scope="col">{EXTRACTS_ROOM.kind}</th>
              <th scope="col">{EXTRACTS_ROOM.otherNames}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, LISTED).map((area) => (
              <OneArea key={area.areaId} area={area} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p className="preview-quiet">{EXTRACTS_ROOM.noAreaHasA}</p>}
      {found.length > LISTED && <p className="preview-quiet">{EXTRACTS_ROOM.andMoreTypePart(found.length - LISTED)}</p>}
    </section>
  );
}

function OneArea({ area }: { readonly area: Area }): ReactElement {
  const [adding, setAdding] = useState(false);
  const say = useSay();
  const takeAway = async (alias: string): Promise<void> => {
    const reply = await ask('area.forget-alias', { alias });
    if (reply.ok) say(EXTRACTS_ROOM.isNoLongerAnother(alias, area.name));
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
                aria-label={EXTRACTS_ROOM.takeAwayFrom(alias, area.name)}
                title={EXTRACTS_ROOM.takeAway}
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
                label={EXTRACTS_ROOM.addAnotherNameOf(area.name)}
                onPress={() => {
                  setAdding(true);
                }}
              >
                {EXTRACTS_ROOM.addAName}
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
    say(EXTRACTS_ROOM.nowMeans(alias.trim(), area.name));
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
        <Label className="visually-hidden">{EXTRACTS_ROOM.anotherNameOf(area.name)}</Label>
        <Input className="text-input" />
      </TextField>
      <Button disabled={alias.trim() === ''} onPress={() => void add()}>
        {EXTRACTS_ROOM.add}
      </Button>
      <Button kind="link" onPress={onDone}>
        {EXTRACTS_ROOM.leaveIt}
      </Button>
    </form>
  );
}
