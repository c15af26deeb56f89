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
    if (reply.ok) say(`${reply.value.name} is among the groups.`);
    else say(reply.failure.message, 'trouble');
  };
  if (answer.state === 'asking') return <Waiting says="Reading the groups…" />;
  const groups = answer.state === 'known' ? answer.value : [];
  const shown = groups.find((group) => keyOf(group) === chosen) ?? groups[0];
  const done = (name: string | null): void => {
    setDraft(null);
    if (name !== null) setChosen(name);
  };
  return (
    <Page
      title="Groups"
      lead="Which areas ours is set beside, from when to when. A chart across a re-made group says so."
      tools={
        <>
          <Button onPress={onBack}>Back to the comparison</Button>
          <Button
            kind="primary"
            onPress={() => {
              setDraft(NEW_GROUP);
            }}
          >
            Make a group
          </Button>
        </>
      }
    >
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      <div className="groups">
        <div>
          {groups.length === 0 ? (
            <p className="groups-none">
              No group yet. The Home Office’s lists are not published, so none is shipped: make yours here or bring in a
              sheet.
            </p>
          ) : (
            <ul className="group-list" aria-label="Groups">
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
                      {group.example ? ' · example' : ''}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          <div className="groups-hint">
            <p>
              Or bring in a sheet with the columns <em>Group</em>, <em>Area</em>, <em>Valid from</em>, <em>Valid to</em>{' '}
              and <em>Source</em>, one row for each area.
            </p>
            <div className="section-tools">
              <Button
                kind="link"
                onPress={() => {
                  go({ room: 'extracts' });
                }}
              >
                Go to Extracts
              </Button>
              {!groups.some(({ example }) => example) && (
                <Button kind="link" onPress={() => void addExample()}>
                  Add the example group
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
  partnership: 'Community safety partnerships',
  force: 'Police forces',
  'own-choice': 'Our own choice of areas',
} as const;

function OneGroup(props: { readonly group: Group; readonly onEdit: (draft: Drafted) => void }): ReactElement {
  const { group, onEdit } = props;
  const say = useSay();
  const [sure, setSure] = useState(false);
  const remove = async (groupId: number): Promise<void> => {
    const reply = await ask('group.remove', { groupId });
    if (reply.ok) say(`«${group.name}» is gone. The figures of its areas stay.`);
    else say(reply.failure.message, 'trouble');
    setSure(false);
  };
  const { groupId } = group;
  const drafted = (id: number | null): Drafted => ({ ...group, groupId: id, validTo: group.validTo ?? '' });
  return (
    <section className="one-group" aria-labelledby="group-title">
      <h2 id="group-title">{group.name}</h2>
      {group.example && <p className="tag-line">An example to try the comparison with; not the Home Office’s list.</p>}
      <dl className="about">
        {(
          [
            ['Kind', KIND_WORDS[group.kind]],
            ['Valid', datesOfGroup(group)],
            ['Our area', group.ownArea],
            ['Source', group.source],
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
            {name === group.ownArea && ' (ours)'}
          </li>
        ))}
      </ul>
      {groupId === null ? (
        <p className="hint">
          Read from a sheet: a newer sheet corrects it, withdrawing the import takes it away. To change it here, copy
          it.
        </p>
      ) : null}
      <div className="section-tools">
        {groupId !== null && (
          <Button
            onPress={() => {
              onEdit(drafted(groupId));
            }}
          >
            Edit this group
          </Button>
        )}
        <Button
          onPress={() => {
            onEdit({ ...drafted(null), name: `${group.name} (copy)` });
          }}
        >
          Copy into a new group
        </Button>
        {groupId !== null &&
          (sure ? (
            <>
              <Button kind="danger" onPress={() => void remove(groupId)}>
                Remove «{group.name}»
              </Button>
              <Button
                onPress={() => {
                  setSure(false);
                }}
              >
                Keep it
              </Button>
            </>
          ) : (
            <Button
              kind="link"
              onPress={() => {
                setSure(true);
              }}
            >
              Remove…
            </Button>
          ))}
      </div>
    </section>
  );
}
