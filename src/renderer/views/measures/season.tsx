import { useCallback, type ReactElement } from 'react';
import type { SeasonView } from '../../../core/performance/season-view.ts';
import type { Look } from '../../../core/picture/look.ts';
import { seasonPicture } from '../../../core/picture/season-picture.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { indexTable, sameMonthTable, yearEndTable } from './change-tables.ts';

/** Season, or that it cannot be told from signal; each month beside the same month of last year either way. */
export function Season({ measure }: { readonly measure: string }): ReactElement {
  const answer = useAnswer('season.show', { measure });
  return (
    <section className="section" aria-labelledby="season-title">
      <h2 id="season-title">{MEASURES_ROOM.season}</h2>
      {answer.state === 'asking' && <Waiting says={MEASURES_ROOM.lookingAtTheMonths} />}
      {answer.state === 'failed' &&
        (answer.failure.kind === 'refused' ? (
          <p className="finding-under">{answer.failure.message}</p>
        ) : (
          <Trouble failure={answer.failure} />
        ))}
      {answer.state === 'known' && <SeasonBody view={answer.value} />}
    </section>
  );
}

function SeasonBody({ view }: { readonly view: SeasonView }): ReactElement {
  const picture = useCallback((width: number, look: Look) => seasonPicture(view, { width }, look), [view]);
  const months = sameMonthTable(view, false);
  const index = indexTable(view);
  return (
    <>
      {!view.known && <p className="finding">{view.says}</p>}
      {view.known && (
        <>
          <Chart picture={picture} label={MEASURES_ROOM.seasonOf(view.name, view.says)} />
          <div className="section-under">
            <PictureTools chart={{ view: 'season', measure: view.measure }} />
          </div>
          <div className="section-head table-head">
            <h3>{MEASURES_ROOM.seasonalIndex100}</h3>
            <CopyTable table={index} />
          </div>
          <FigureTable table={index} captionHidden />
        </>
      )}
      {months.rows.length > 0 && (
        <>
          <div className="small-table season-months">
            <TableBlock
              table={months}
              heading={MEASURES_ROOM.eachMonthBesideThe}
              level={3}
              kind="list"
              tall
              notesHidden
            />
          </div>
        </>
      )}
      <ul className="notes">
        {view.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}

/** Where the year would end, by both ways, never one bare number. */
export function YearEnd({ measure, year }: { readonly measure: string; readonly year: string }): ReactElement {
  const answer = useAnswer('year-end.show', { measure, year });
  if (answer.state === 'asking') return <Waiting says={MEASURES_ROOM.reckoningTheYearsEnd} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const view = answer.value;
  const table = yearEndTable(view);
  return (
    <section className="section" aria-labelledby="year-end-title">
      <div className="section-head">
        <h2 id="year-end-title">{MEASURES_ROOM.whereWouldEnd(year)}</h2>
        <CopyTable table={table} />
      </div>
      <p className="finding">{view.sentence}</p>
      <div className="small-table">
        <FigureTable table={table} captionHidden />
      </div>
      <ul className="notes">
        {table.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
