import type { ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Page } from '../../parts/page.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import type { Room } from '../../words/rooms.ts';
import { sayTiers } from '../../words/status.ts';
import { MeasureOverview } from './measure-overview.tsx';
import { Worklist } from './worklist.tsx';

interface ThisMonthProps {
  readonly onMeasure: (measure: string) => void;
  readonly onRoom: (room: Room) => void;
}

/** The first screen: what to do, then where every measure stands. */
export function ThisMonthView({ onMeasure, onRoom }: ThisMonthProps): ReactElement {
  const answer = useAnswer('home.show', {});
  if (answer.state === 'asking') return <Waiting says="Opening the store…" />;
  if (answer.state === 'failed')
    return (
      <Page title="This month">
        <Trouble failure={answer.failure} />
      </Page>
    );
  const home = answer.value;
  if (home.imports === 0) return <FirstMonth onRoom={onRoom} />;
  return (
    <Page title="This month" lead={leadOf(home)}>
      <Worklist home={home} onMeasure={onMeasure} onRoom={onRoom} />
      <MeasureOverview measures={home.measures} onMeasure={onMeasure} />
    </Page>
  );
}

function leadOf(home: Output<'home.show'>): string {
  const judged = home.measures.filter((measure) => measure.dataTo !== null);
  const to = home.dataTo === null ? 'No figures yet.' : `Data to ${home.dataTo}.`;
  return judged.length === 0 ? to : `${to} ${sayTiers(home.measures.map((measure) => measure.status.tier))}.`;
}

function FirstMonth({ onRoom }: { readonly onRoom: (room: Room) => void }): ReactElement {
  return (
    <Page title="This month">
      <Empty title="Nothing has come yet">
        <p>
          Bring in the month’s extracts as they arrived: Excel workbooks or CSV files, many at once. You see what was
          found before anything is kept.
        </p>
        <Button
          kind="primary"
          onPress={() => {
            onRoom('extracts');
          }}
        >
          Bring in extracts
        </Button>
      </Empty>
    </Page>
  );
}
