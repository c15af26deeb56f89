import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import type { Look } from '../../../core/picture/look.ts';
import { neighbourhoodPicture } from '../../../core/picture/neighbourhood-picture.ts';
import type { GapView as Gap } from '../../../core/performance/gap-view.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { EmptyRoom } from '../../parts/empty-room.tsx';
import { Page } from '../../parts/page.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { EMPTY_ROOMS } from '../../words/empty-rooms.ts';
import { ratesSentence } from '../../words/gap.ts';
import { GAP_ROOM } from '../../words/gap-room.ts';
import { ExploreGap } from './explore.tsx';
import { GapMap } from './map.tsx';
import { Standing } from '../measures/standing.tsx';
import { gapTable, neighbourhoodTable } from './gap-tables.ts';
import './gap.css';

interface GapProps {
  /** A neighbourhood to show among the others. */
  readonly at: string | undefined;
}

/** The gap between the priority neighbourhoods and the city, and the neighbourhoods behind it. */
export function GapView({ at }: GapProps): ReactElement {
  const [year, setYear] = useState<string | null>(null);
  const measures = useAnswer('measure.list', {});
  const gap = measures.state === 'known' ? measures.value.find((one) => one.measure === 'gap') : undefined;
  const years = [...(gap?.years ?? [])].sort().reverse();
  const shown = year ?? gap?.year ?? years[0] ?? null;
  const answer = useAnswer('gap.show', shown === null ? null : { year: shown });

  if (measures.state === 'asking') return <Waiting says={GAP_ROOM.readingTheMeasures} />;
  if (measures.state === 'failed')
    return (
      <Page title={GAP_ROOM.theGap}>
        <Trouble failure={measures.failure} />
      </Page>
    );
  if (shown === null)
    return (
      <Page title={GAP_ROOM.theGap}>
        <EmptyRoom words={EMPTY_ROOMS.gap} />
        <MapAlone />
      </Page>
    );
  return (
    <Page
      title={GAP_ROOM.theGap}
      tools={
        <Chooser
          label={GAP_ROOM.year}
          value={shown}
          options={years.map((one) => ({ id: one, words: one }))}
          onChoose={setYear}
        />
      }
    >
      <Tabs className="tabs">
        <TabList aria-label={GAP_ROOM.waysOfLooking} className="tab-list">
          <Tab id="board" className="tab">
            {GAP_ROOM.forTheBoard}
          </Tab>
          <Tab id="explored" className="tab">
            {GAP_ROOM.byAnotherMethod}
          </Tab>
          <Tab id="map" className="tab">
            {GAP_ROOM.map}
          </Tab>
        </TabList>
        <TabPanel id="board" className="tab-panel">
          {answer.state === 'asking' && <Waiting says={GAP_ROOM.workingItOut} />}
          {answer.state === 'failed' && <Trouble failure={answer.failure} />}
          {answer.state === 'known' && <GapBody view={answer.value} at={at} />}
        </TabPanel>
        <TabPanel id="explored" className="tab-panel">
          <ExploreGap year={shown} years={years} />
        </TabPanel>
        <TabPanel id="map" className="tab-panel">
          <GapMap year={shown} />
        </TabPanel>
      </Tabs>
    </Page>
  );
}

/** The map where there is no gap to show: street records alone can be mapped by small area. */
function MapAlone(): ReactElement | null {
  const mappable = useAnswer('map.measures', {});
  if (mappable.state !== 'known' || mappable.value.length === 0) return null;
  return (
    <section className="section" aria-labelledby="map-title">
      <h2 id="map-title">{GAP_ROOM.mapOfTheRecords}</h2>
      <GapMap year={null} />
    </section>
  );
}

function GapBody({ view, at }: { readonly view: Gap; readonly at: string | undefined }): ReactElement {
  const places = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === undefined) return;
    const heads = [...(places.current?.querySelectorAll<HTMLElement>('th[scope="row"]') ?? [])];
    const row = heads
      .find(({ textContent }) => textContent === at || textContent === `${at} (priority)`)
      ?.closest('tr');
    row?.scrollIntoView({ block: 'center' });
    row?.querySelector<HTMLElement>('button.figure')?.focus();
  }, [at]);
  const line = useCallback((width: number, look: Look) => gapPicture(view, { width }, look), [view]);
  const dots = useCallback((width: number, look: Look) => neighbourhoodPicture(view, { width }, look), [view]);
  const monthly = gapTable(view);
  const areas = neighbourhoodTable(view);
  return (
    <>
      <Standing
        main={view.status}
        linear={view.statusLinear}
        share={view.statusLastYearShare}
        disagreement={view.disagreement}
        tolerancePercent={15}
        decimals={1}
      />
      <section className="section" aria-label={GAP_ROOM.theGapThroughThe}>
        <Chart picture={line} label={GAP_ROOM.theGapOf(view.sentence)} />
        <div className="section-under">
          <PictureTools chart={{ view: 'gap', year: view.year }} />
        </div>
      </section>
      <TableBlock table={monthly} heading={GAP_ROOM.byMonthCumulativeSince} kind="board" />
      {view.neighbourhoods.length > 0 && (
        <section className="section" aria-labelledby="gap-areas">
          <h2 id="gap-areas">{GAP_ROOM.neighbourhoods}</h2>
          <div className="gap-areas" ref={places}>
            <div>
              <Chart picture={dots} label={ratesSentence(view.neighbourhoods)} />
              <div className="section-under">
                <PictureTools chart={{ view: 'neighbourhoods', year: view.year }} />
              </div>
            </div>
            <TableBlock table={areas} heading={GAP_ROOM.eachNeighbourhood} level={3} kind="list" />
          </div>
        </section>
      )}
    </>
  );
}
