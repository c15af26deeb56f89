import type { ReactElement, ReactNode } from 'react';
import type { MeasureSummary, Output } from '../../../preload/contract.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { momentInWords } from '../../words/dates.ts';
import { howMany } from '../../words/numbers.ts';
import type { Room } from '../../words/rooms.ts';
import './worklist.css';

/** How many of the newest imports the worklist names. */
const SHOWN = 3;

interface WorklistProps {
  readonly home: Output<'home.show'>;
  readonly onMeasure: (measure: string) => void;
  readonly onRoom: (room: Room) => void;
}

/** What needs words: significant concern first, then measures whose two profiles disagree. */
export function needsWords(measures: readonly MeasureSummary[]): { measure: MeasureSummary; why: string }[] {
  const concern = measures.filter(({ status }) => status.tier === 'significant-concern');
  const divided = measures.filter((one) => one.disagreement !== null && !concern.includes(one));
  return [
    ...concern.map((measure) => ({ measure, why: measure.sentence })),
    ...divided.map((measure) => ({ measure, why: measure.disagreement ?? '' })),
  ];
}

/** The month's routine as a short list: what is late, what has come, what needs words. */
export function Worklist({ home, onMeasure, onRoom }: WorklistProps): ReactElement {
  const words = needsWords(home.measures);
  const imports = valueOf(useAnswer('import.list', {})) ?? (home.lastImport === null ? [] : [home.lastImport]);
  const latest = [...imports].sort((a, b) => b.importId - a.importId).slice(0, SHOWN);
  return (
    <div className="worklist">
      <Part title="What is late" count={home.overdue.length} none="Nothing: every source is in.">
        {home.overdue.map((late) => (
          <li key={late.measure}>
            <p className="worklist-what">{late.name}</p>
            <p>{late.says}</p>
            <p className="worklist-quiet">{late.source}</p>
          </li>
        ))}
      </Part>
      <Part
        title="What needs words"
        count={words.length}
        none="Nothing is of significant concern, and the profiles agree."
      >
        {words.map(({ measure, why }) => (
          <li key={measure.measure}>
            <p className="worklist-what">
              <StatusMark tier={measure.status.tier} quiet />
              <Button
                kind="link"
                onPress={() => {
                  onMeasure(measure.measure);
                }}
              >
                {measure.shortName}
              </Button>
            </p>
            <p>{why}</p>
          </li>
        ))}
      </Part>
      <Part title="What has come" count={home.imports} none="Nothing yet.">
        {latest.map((one) => (
          <li key={one.importId}>
            <p className="worklist-what">{one.fileName}</p>
            <p className="worklist-quiet">{one.state === 'withdrawn' ? `Withdrawn: ${one.about}` : one.about}</p>
          </li>
        ))}
        {latest[0] !== undefined && (
          <li className="worklist-quiet">The last came {momentInWords(latest[0].importedAt)}</li>
        )}
        <li className="worklist-doors">
          <Button
            kind="link"
            onPress={() => {
              onRoom('extracts');
            }}
          >
            Bring in extracts
          </Button>
          <Button
            kind="link"
            onPress={() => {
              onRoom('packs');
            }}
          >
            Write the Board’s workbook
          </Button>
        </li>
      </Part>
      <p className="visually-hidden">{howMany(home.imports, 'import is', 'imports are')} held.</p>
    </div>
  );
}

function Part(props: {
  readonly title: string;
  readonly count: number;
  readonly none: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="worklist-part">
      <h2>
        {props.title} {props.count > 0 && <span className="worklist-count">{props.count}</span>}
      </h2>
      <ul>
        {props.count === 0 && <li className="worklist-quiet">{props.none}</li>}
        {props.children}
      </ul>
    </section>
  );
}
