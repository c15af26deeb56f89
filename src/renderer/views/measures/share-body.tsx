import { useCallback, type ReactElement } from 'react';
import { sayAgainstShareTarget } from '../../../core/performance/make-share-view.ts';
import type { ShareView } from '../../../core/performance/share-view.ts';
import type { Look } from '../../../core/picture/look.ts';
import { sharePicture } from '../../../core/picture/share-picture.ts';
import { Chart } from '../../charts/chart.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { numberInWords } from '../../words/numbers.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { domainTable, shareTable } from './share-tables.ts';

/** A percentage, a cohort or distance travelled: the finding, the chart, n of N by period, and the star's domains. */
export function ShareBody({ view }: { readonly view: ShareView }): ReactElement {
  const picture = useCallback((width: number, look: Look) => sharePicture(view, { width }, look), [view]);
  const table = shareTable(view);
  const domains = domainTable(view);
  const against = sayAgainstShareTarget(view.status);
  const { distance } = view;
  return (
    <>
      <p className="standing-one">
        <StatusMark tier={view.status.tier} />
        {against !== null && <span> {against}</span>}
      </p>
      <p className="share-sentence">{view.sentence}</p>
      {view.dataTo !== null && (
        <section className="section" aria-label={MEASURES_ROOM.chart}>
          <Chart picture={picture} label={`${view.name}: ${view.sentence}`} />
          <div className="section-under">
            <PictureTools chart={{ view: 'share', measure: view.measure, year: view.year }} />
          </div>
        </section>
      )}
      <section className="section" aria-labelledby="board-title">
        <div className="section-head">
          <h2 id="board-title">{MEASURES_ROOM.theBoardsTable}</h2>
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden />
        <p className="share-quiet">{MEASURES_ROOM.everyFigureIsShown}</p>
      </section>
      {domains !== null && distance !== null && (
        <section className="section" aria-labelledby="domains-title">
          <div className="section-head">
            <h2 id="domains-title">{MEASURES_ROOM.distanceTravelledByDomain}</h2>
            <CopyTable table={domains} />
          </div>
          <FigureTable table={domains} captionHidden />
          <p className="share-quiet">
            {MEASURES_ROOM.notLeftYetCounted(
              numberInWords(distance.withoutExit),
              distance.withoutPair !== null && distance.withoutPair > 0
                ? MEASURES_ROOM.leftWithoutScoresTo(numberInWords(distance.withoutPair))
                : '',
            )}
          </p>
        </section>
      )}
    </>
  );
}
