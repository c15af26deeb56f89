import { useState, type ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { EmptyRoom } from '../../parts/empty-room.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { EMPTY_ROOMS } from '../../words/empty-rooms.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import { GroupsView } from '../groups/groups-view.tsx';
import { FIRST_CHOICE, type Change, type Choice } from './choice.ts';
import { Comparing } from './comparing.tsx';
import './comparison.css';

/** Our area among others: bars, funnel, rank and rate over time, all offences; and the groups it is compared in. */
export function ComparisonView(): ReactElement {
  const [choice, setChoice] = useState<Choice>(FIRST_CHOICE);
  const [atGroups, setAtGroups] = useState(false);
  const onChange: Change = (change) => {
    setChoice((now) => ({ ...now, ...change }));
  };
  const partnerships = useAnswer('group.measures', { kind: 'partnership' });
  const forces = useAnswer('group.measures', { kind: 'force' });
  const groups = useAnswer('group.list', {});

  if (atGroups)
    return (
      <GroupsView
        onBack={() => {
          setAtGroups(false);
        }}
      />
    );
  if (partnerships.state === 'asking' || forces.state === 'asking' || groups.state === 'asking')
    return <Waiting says={COMPARISON_ROOM.lookingForComparisons} />;
  for (const answer of [partnerships, forces, groups])
    if (answer.state === 'failed')
      return (
        <Page title={COMPARISON_ROOM.comparison}>
          <Trouble failure={answer.failure} />
        </Page>
      );
  if (partnerships.state !== 'known' || forces.state !== 'known' || groups.state !== 'known')
    return <Waiting says={COMPARISON_ROOM.lookingForComparisons} />;
  const openGroups = (): void => {
    setAtGroups(true);
  };
  if (partnerships.value.measures.length === 0 && forces.value.measures.length === 0)
    return <NothingToCompare onGroups={openGroups} />;
  return (
    <Comparing
      choice={choice}
      onChange={onChange}
      held={{ partnership: partnerships.value, force: forces.value }}
      groups={groups.value}
      onGroups={openGroups}
    />
  );
}

function NothingToCompare({ onGroups }: { readonly onGroups: () => void }): ReactElement {
  return (
    <Page title={COMPARISON_ROOM.comparison}>
      <EmptyRoom words={EMPTY_ROOMS.comparison}>
        <Button onPress={onGroups}>{COMPARISON_ROOM.groups}</Button>
      </EmptyRoom>
    </Page>
  );
}
