import type { ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import type { Go } from '../../words/rooms.ts';
import { sayTiers } from '../../words/status.ts';
import { THIS_MONTH_ROOM } from '../../words/this-month-room.ts';
import { DueSoon } from './due-soon.tsx';
import { FirstStart } from './first-start.tsx';
import { MeasureOverview } from './measure-overview.tsx';
import { Routine } from './routine.tsx';

/** The first screen: what to do, then where every measure stands. */
export function ThisMonthView({ go }: { readonly go: Go }): ReactElement {
  const answer = useAnswer('home.show', {});
  if (answer.state === 'asking') return <Waiting says={THIS_MONTH_ROOM.openingTheStore} />;
  if (answer.state === 'failed')
    return (
      <Page title={THIS_MONTH_ROOM.thisMonth}>
        <Trouble failure={answer.failure} />
      </Page>
    );
  const home = answer.value;
  if (home.imports === 0) return <FirstStart go={go} />;
  return (
    <Page title={THIS_MONTH_ROOM.thisMonth} lead={leadOf(home)}>
      <Routine home={home} go={go} />
      <DueSoon go={go} />
      <MeasureOverview
        measures={home.measures}
        onMeasure={(measure) => {
          go(measure === 'gap' ? { room: 'gap' } : { room: 'measures', at: measure });
        }}
      />
    </Page>
  );
}

function leadOf(home: Output<'home.show'>): string {
  const judged = home.measures.filter((measure) => measure.dataTo !== null);
  const to = home.dataTo === null ? THIS_MONTH_ROOM.noFiguresYet : THIS_MONTH_ROOM.dataTo(home.dataTo);
  return judged.length === 0 ? to : `${to} ${sayTiers(home.measures.map((measure) => measure.status.tier))}.`;
}
