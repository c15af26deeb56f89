import type { ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { EmptyRoom } from '../../parts/empty-room.tsx';
import { Page } from '../../parts/page.tsx';
import { SideList } from '../../parts/side-list.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { EMPTY_ROOMS } from '../../words/empty-rooms.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { NewMeasure } from './new-measure.tsx';
import { OneMeasure } from './one-measure.tsx';
import './measures.css';

interface MeasuresProps {
  /** The measure, and after a stroke one of its tabs: `asb`, `asb/words`. */
  readonly at: string | undefined;
  readonly onChoose: (measure: string) => void;
}

/** The measures by name, and one of them in full. */
export function MeasuresView({ at, onChoose }: MeasuresProps): ReactElement {
  const [chosen = null, tab] = at?.split('/') ?? [];
  const answer = useAnswer('measure.list', {});
  if (answer.state === 'asking') return <Waiting says={MEASURES_ROOM.readingTheMeasures} />;
  if (answer.state === 'failed')
    return (
      <Page title={MEASURES_ROOM.measures}>
        <Trouble failure={answer.failure} />
      </Page>
    );
  const measures = answer.value.filter((one) => one.measure !== 'gap');
  const known = measures.filter((one) => one.years.length > 0);
  const shown = measures.find((one) => one.measure === chosen) ?? known[0] ?? measures[0];
  if (shown === undefined || known.length === 0)
    return (
      <Page title={MEASURES_ROOM.measures}>
        <EmptyRoom words={EMPTY_ROOMS.measures} />
      </Page>
    );
  return (
    <div className="measures">
      <SideList
        label={MEASURES_ROOM.measures}
        groups={[
          {
            items: measures.map(({ measure, shortName, status }) => ({
              id: measure,
              name: shortName,
              mark: <StatusMark tier={status.tier} quiet />,
            })),
          },
        ]}
        shown={shown.measure}
        onChoose={onChoose}
        head={<NewMeasure onMade={onChoose} />}
      >
        <OneMeasure key={shown.measure} summary={shown} tab={tab} />
      </SideList>
    </div>
  );
}
