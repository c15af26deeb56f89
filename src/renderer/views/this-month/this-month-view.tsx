import type { ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import type { Room } from '../../words/rooms.ts';
import { sayTiers } from '../../words/status.ts';
import { DropPlace } from '../extracts/drop-place.tsx';
import { MeasureOverview } from './measure-overview.tsx';
import { Worklist } from './worklist.tsx';
import './routine.css';

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

const ROUTINE = [
  ['Bring in', 'what partners sent, as it arrived; every sheet is recognised and shown before it is kept.'],
  ['Check', 'what could not be read, what changed since last month, what is late.'],
  ['Read', 'each measure against its profile and last year; click any figure to see the cells it came from.'],
  ['Hand over', 'the Board’s workbook and the charts, ready to paste.'],
] as const;

/** An empty store says what to do, and what will follow. */
function FirstMonth({ onRoom }: { readonly onRoom: (room: Room) => void }): ReactElement {
  return (
    <Page title="This month" lead="Nothing has come yet. Start with the month’s extracts.">
      <DropPlace
        tall
        primary
        onTaken={() => {
          onRoom('extracts');
        }}
      />
      <ol className="routine">
        {ROUTINE.map(([step, words]) => (
          <li key={step}>
            <strong>{step}</strong> {words}
          </li>
        ))}
      </ol>
    </Page>
  );
}
