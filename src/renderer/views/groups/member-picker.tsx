import { useId, useState, type ReactElement } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { howMany } from '../../words/numbers.ts';
import { GROUPS_ROOM } from '../../words/groups-room.ts';

interface PickerProps {
  readonly areas: readonly string[];
  readonly members: readonly string[];
  readonly own: string;
  readonly onMembers: (members: readonly string[]) => void;
  readonly onOwn: (own: string) => void;
}

/** Areas that are known, to be ticked; one of the ticked ones is ours. */
export function MemberPicker({ areas, members, own, onMembers, onOwn }: PickerProps): ReactElement {
  const [sought, setSought] = useState('');
  const name = useId();
  const chosen = new Set(members);
  const words = sought.trim().toLocaleLowerCase('en-GB');
  const shown = areas.filter((area) => area.toLocaleLowerCase('en-GB').includes(words));
  const tick = (area: string, on: boolean): void => {
    onMembers(on ? [...members, area] : members.filter((one) => one !== area));
    if (!on && own === area) onOwn('');
  };
  if (areas.length === 0) return <p className="hint">{GROUPS_ROOM.noAreasAreKnown}</p>;
  return (
    <div className="member-picker">
      <div className="member-head">
        <SearchField className="field" value={sought} onChange={setSought}>
          <Label>{GROUPS_ROOM.findAnArea}</Label>
          <Input className="text-input" />
        </SearchField>
        <p>
          {GROUPS_ROOM.tickedOurs(howMany(members.length, 'area', 'areas'), own === '' ? GROUPS_ROOM.notMarked : own)}
        </p>
      </div>
      <div className="member-columns">
        <ul className="member-list" aria-label={GROUPS_ROOM.knownAreas} tabIndex={0}>
          {shown.map((area) => (
            <li key={area}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(area)}
                  onChange={(event) => {
                    tick(area, event.currentTarget.checked);
                  }}
                />
                {area}
              </label>
            </li>
          ))}
          {shown.length === 0 && <li className="hint">{GROUPS_ROOM.noKnownAreaHas(sought)}</li>}
        </ul>
        <fieldset className="member-list">
          <legend className="visually-hidden">{GROUPS_ROOM.whichOfTheTicked}</legend>
          {members.length === 0 && <p className="hint">{GROUPS_ROOM.tickAreasOnThe}</p>}
          {[...members]
            .sort((a, b) => a.localeCompare(b, 'en-GB'))
            .map((area) => (
              <label key={area} className={area === own ? 'own-member' : undefined}>
                <input
                  type="radio"
                  name={name}
                  checked={area === own}
                  onChange={() => {
                    onOwn(area);
                  }}
                />
                {area}
                {area === own ? GROUPS_ROOM.ours : ''}
              </label>
            ))}
        </fieldset>
      </div>
    </div>
  );
}
