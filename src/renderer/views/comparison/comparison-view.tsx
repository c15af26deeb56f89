import { useCallback, useState, type ReactElement } from 'react';
import type { ComparisonView as Comparison } from '../../../core/performance/comparison-view.ts';
import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import type { Look } from '../../../core/picture/look.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Page } from '../../parts/page.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import type { Room } from '../../words/rooms.ts';
import { comparisonTable } from './comparison-table.ts';
import './comparison.css';

/** The most similar group: one period, areas from high to low, our own marked. */
export function ComparisonView({ onRoom }: { readonly onRoom: (room: Room) => void }): ReactElement {
  const [chosen, setChosen] = useState<string | null>(null);
  const periods = useAnswer('comparison.periods', {});
  const list = periods.state === 'known' ? periods.value : [];
  const idOf = (one: { measure: string; from: string; to: string }): string => `${one.measure} ${one.from} ${one.to}`;
  const newestFirst = [...list].sort((a, b) => b.to.localeCompare(a.to) || a.measureName.localeCompare(b.measureName));
  const shown = newestFirst.find((one) => idOf(one) === chosen) ?? newestFirst[0];
  const answer = useAnswer(
    'comparison.show',
    shown === undefined ? null : { measure: shown.measure, from: shown.from, to: shown.to },
  );

  if (periods.state === 'asking') return <Waiting says="Looking for comparisons…" />;
  if (periods.state === 'failed')
    return (
      <Page title="Comparison">
        <Trouble failure={periods.failure} />
      </Page>
    );
  if (shown === undefined)
    return (
      <Page title="Comparison">
        <Empty title="No comparison yet">
          <p>Bring in a bar chart extract of the most similar group: areas with crimes, residents and rate.</p>
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
  return (
    <Page
      title="Comparison"
      tools={
        <Chooser
          label="Period"
          value={idOf(shown)}
          options={newestFirst.map((one) => ({ id: idOf(one), words: `${one.measureName}, ${one.words}` }))}
          onChoose={setChosen}
        />
      }
    >
      {answer.state === 'asking' && <Waiting says="Comparing…" />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && <ComparisonBody view={answer.value} />}
    </Page>
  );
}

function ComparisonBody({ view }: { readonly view: Comparison }): ReactElement {
  const picture = useCallback((width: number, look: Look) => comparisonPicture(view, { width }, look), [view]);
  const table = comparisonTable(view);
  const { measure, from, to } = view;
  return (
    <div className="comparison">
      <section aria-label="Chart">
        <Chart picture={picture} label={`${table.caption}: ${view.sentence}`} />
        <div className="section-under">
          <PictureTools chart={{ view: 'comparison', measure, from, to }} />
        </div>
      </section>
      <section aria-labelledby="comparison-title">
        <div className="section-head">
          <h2 id="comparison-title">The same figures</h2>
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden />
        <ul className="notes">
          {view.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
