import { useState, type ReactElement } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Failure } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble } from '../../parts/states.tsx';
import { MonthInput } from '../comparison/month-input.tsx';
import { GROUPS_ROOM } from '../../words/groups-room.ts';
import { missingIn, type Drafted } from './drafted-group.ts';
import { MemberPicker } from './member-picker.tsx';

const KINDS = [
  { id: 'partnership', words: GROUPS_ROOM.communitySafetyPartnerships },
  { id: 'force', words: GROUPS_ROOM.policeForces },
  { id: 'own-choice', words: GROUPS_ROOM.ourOwnChoiceOf },
] as const;

/** Making a group or changing one. */
export function GroupForm(props: {
  readonly draft: Drafted;
  readonly onDone: (kept: string | null) => void;
}): ReactElement {
  const [draft, setDraft] = useState(props.draft);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const say = useSay();
  const known = useAnswer('group.measures', { kind: draft.kind === 'force' ? 'force' : 'partnership' });
  const areas = [...new Set([...(valueOf(known)?.areas ?? []), ...draft.members])].sort((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
  const change = (part: Partial<Drafted>): void => {
    setDraft((now) => ({ ...now, ...part }));
  };
  const missing = missingIn(draft);
  const save = async (): Promise<void> => {
    setBusy(true);
    const { groupId, name, kind, ownArea, validFrom, validTo, source } = draft;
    const members = [...new Set([ownArea, ...draft.members])];
    const reply = await ask('group.save', {
      groupId,
      name: name.trim(),
      kind,
      ownArea,
      validFrom,
      validTo: validTo === '' ? null : validTo,
      source: source.trim(),
      members,
    });
    setBusy(false);
    if (!reply.ok) {
      setFailure(reply.failure);
      return;
    }
    say(GROUPS_ROOM.isKeptWithAreas(reply.value.name, reply.value.members.length));
    props.onDone(`${reply.value.name} ${reply.value.validFrom}`);
  };
  const text = (label: string, field: 'name' | 'source', longest: number): ReactElement => (
    <TextField
      className="field"
      value={draft[field]}
      maxLength={longest}
      onChange={(value) => {
        change({ [field]: value });
      }}
    >
      <Label>{label}</Label>
      <Input className="text-input" />
    </TextField>
  );
  return (
    <section className="one-group" aria-labelledby="group-form-title">
      <h2 id="group-form-title">
        {draft.groupId === null ? GROUPS_ROOM.aNewGroup : GROUPS_ROOM.change(props.draft.name)}
      </h2>
      <div className="group-form">
        {text(GROUPS_ROOM.name, 'name', 200)}
        {text(GROUPS_ROOM.sourceWhoMadeThe, 'source', 500)}
        <div className="choices">
          <Chooser
            label={GROUPS_ROOM.kind}
            value={draft.kind}
            options={KINDS}
            onChoose={(kind) => {
              change({ kind });
            }}
          />
          <MonthInput
            label={GROUPS_ROOM.validFrom}
            value={draft.validFrom}
            onChange={(validFrom) => {
              change({ validFrom });
            }}
          />
          <MonthInput
            label={GROUPS_ROOM.validTo}
            value={draft.validTo}
            hint={GROUPS_ROOM.emptyStillInForce}
            onChange={(validTo) => {
              change({ validTo });
            }}
          />
        </div>
        <MemberPicker
          areas={areas}
          members={draft.members}
          own={draft.ownArea}
          onMembers={(members) => {
            change({ members });
          }}
          onOwn={(ownArea) => {
            change({ ownArea });
          }}
        />
        {failure !== null && <Trouble failure={failure} />}
        <div className="group-form-foot">
          <Button kind="primary" disabled={busy || missing.length > 0} onPress={() => void save()}>
            {GROUPS_ROOM.keepThisGroup}
          </Button>
          <Button
            onPress={() => {
              props.onDone(null);
            }}
          >
            {GROUPS_ROOM.leaveItAsIt}
          </Button>
          {missing.length > 0 && <p className="hint">{GROUPS_ROOM.stillNeeded(missing.join('; '))}</p>}
        </div>
      </div>
    </section>
  );
}
