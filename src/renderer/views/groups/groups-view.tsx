import { useState, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useGo } from '../../parts/go.ts';
import { useSay } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { datesOfGroup } from '../../words/comparison.ts';
import { howMany } from '../../words/numbers.ts';
import { GROUPS_ROOM } from '../../words/groups-room.ts';
import { GroupForm } from './group-form.tsx';
import { NEW_GROUP, type Drafted } from './drafted-group.ts';
import './groups.css';

type Group = Output<'group.list'>[number];

const keyOf = (group: Pick<Group, 'name' | 'validFrom'>): string => `${group.name} ${group.validFrom}`;

/** The groups an area is compared in: dated, with members, made by the officer or read from a sheet. */
export function GroupsView({ onBack }: { readonly onBack: () => void }): ReactElement {
  const go = useGo();
  const answer = useAnswer('group.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [draft, setDraft] = useState<Drafted | null>(null);
  const say = useSay();
  const addExample = async (): Promise<void> => {
    const reply = await ask('group.add-example', {});
    if (reply.ok) say(GROUPS_ROOM.isAmongTheGroups(reply.value.name));
    else say(reply.failure.message, 'trouble');
  };
  if (answer.state === 'asking') return <Waiting says={GROUPS_ROOM.readingTheGroups} />;
  const groups = answer.state === 'known' ? answer.value : [];
  const shown = groups.find((group) => keyOf(group) === chosen) ?? groups[0];
  const done = (name: string | null): void => {
    setDraft(null);
    if (name !== null) setChosen(name);
  };
  return (
    <Page
      title={GROUPS_ROOM.groups}
      lead={GROUPS_ROOM.whichAreasOursIs}
      tools={
        <>
          <Button onPress={onBack}>{GROUPS_ROOM.backToTheComparison}</Button>
          <Button
            kind="primary"
            onPress={() => {
              setDraft(NEW_GROUP);
            }}
          >
            {GROUPS_ROOM.makeAGroup}
          </Button>
        </>
      }
    >
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      <div className={groups.length === 0 && draft === null ? undefined : 'groups'}>
        <div className={groups.length === 0 ? 'empty' : undefined}>
          {groups.length === 0 ? (
            <>
              <h2>{GROUPS_ROOM.noGroupYet}</h2>
              <p>{GROUPS_ROOM.theHomeOfficesLists}</p>
            </>
          ) : (
            <ul className="group-list" aria-label={GROUPS_ROOM.groups}>
              {groups.map((group) => (
                <li key={keyOf(group)}>
                  <button
                    type="button"
                    aria-current={draft === null && group === shown ? 'true' : undefined}
                    onClick={() => {
                      setDraft(null);
                      setChosen(keyOf(group));
                    }}
                  >
                    <strong>{group.name}</strong>
                    <span>
                      {datesOfGroup(group)} · {howMany(group.members.length, 'area', 'areas')}
                      {group.example ? GROUPS_ROOM.example : ''}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="groups-hint">
            <p>
              {GROUPS_ROOM.orBringInA}
              <em>{GROUPS_ROOM.group}</em>, <em>{GROUPS_ROOM.area}</em>, <em>{GROUPS_ROOM.validFrom}</em>,{' '}
              <em>{GROUPS_ROOM.validTo}</em>
              {GROUPS_ROOM.and}
              <em>{GROUPS_ROOM.source}</em>
              {GROUPS_ROOM.oneRowForEach}
            </p>
            <div className="section-tools">
              <Button
                kind="link"
                onPress={() => {
                  go({ room: 'extracts' });
                }}
              >
                {GROUPS_ROOM.goToExtracts}
              </Button>
              {!groups.some(({ example }) => example) && (
                <Button kind="link" onPress={() => void addExample()}>
                  {GROUPS_ROOM.addTheExampleGroup}
                </Button>
              )}
            </div>
          </div>
        </div>
        {draft !== null ? (
          <GroupForm key={String(draft.groupId)} draft={draft} onDone={done} />
        ) : (
          shown !== undefined && <OneGroup group={shown} onEdit={setDraft} />
        )}
      </div>
    </Page>
  );
}

const KIND_WORDS = {
  partnership: GROUPS_ROOM.communitySafetyPartnerships,
  force: GROUPS_ROOM.policeForces,
  'own-choice': GROUPS_ROOM.ourOwnChoiceOf,
} as const;

function OneGroup(props: { readonly group: Group; readonly onEdit: (draft: Drafted) => void }): ReactElement {
  const { group, onEdit } = props;
  const say = useSay();
  const [sure, setSure] = useState(false);
  const remove = async (groupId: number): Promise<void> => {
    const reply = await ask('group.remove', { groupId });
    if (reply.ok) say(GROUPS_ROOM.isGoneTheFigures(group.name));
    else say(reply.failure.message, 'trouble');
    setSure(false);
  };
  const { groupId } = group;
  const drafted = (id: number | null): Drafted => ({ ...group, groupId: id, validTo: group.validTo ?? '' });
  return (
    <section className="one-group" aria-labelledby="group-title">
      <h2 id="group-title">{group.name}</h2>
      {group.example && <p className="tag-line">{GROUPS_ROOM.anExampleToTry}</p>}
      <dl className="about">
        {(
          [
            [GROUPS_ROOM.kind, KIND_WORDS[group.kind]],
            [GROUPS_ROOM.valid, datesOfGroup(group)],
            [GROUPS_ROOM.ourArea, group.ownArea],
            [GROUPS_ROOM.source, group.source],
          ] as const
        ).map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <h3>{howMany(group.members.length, 'area', 'areas')}</h3>
      <ul className="group-members">
        {group.members.map((name) => (
          <li key={name} className={name === group.ownArea ? 'own-member' : undefined}>
            {name}
            {name === group.ownArea && GROUPS_ROOM.ours}
          </li>
        ))}
      </ul>
      {groupId === null ? <p className="hint">{GROUPS_ROOM.readFromASheet}</p> : null}
      <div className="section-tools">
        {groupId !== null && (
          <Button
            onPress={() => {
              onEdit(drafted(groupId));
            }}
          >
            {GROUPS_ROOM.editThisGroup}
          </Button>
        )}
        <Button
          onPress={() => {
            onEdit({ ...drafted(null), name: `${group.name} (copy)` });
          }}
        >
          {GROUPS_ROOM.copyIntoANew}
        </Button>
        {groupId !== null &&
          (sure ? (
            <>
              <Button kind="danger" onPress={() => void remove(groupId)}>
                {GROUPS_ROOM.remove(group.name)}
              </Button>
              <Button
                onPress={() => {
                  setSure(false);
                }}
              >
                {GROUPS_ROOM.keepIt}
              </Button>
            </>
          ) : (
            <Button
              kind="link"
              onPress={() => {
                setSure(true);
              }}
            >
              {GROUPS_ROOM.removeWord}
            </Button>
          ))}
      </div>
    </section>
  );
}
