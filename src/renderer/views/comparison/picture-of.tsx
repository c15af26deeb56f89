import { useCallback, type ReactElement } from 'react';
import type { GroupOverTime } from '../../../core/performance/group-over-time.ts';
import type { GroupView } from '../../../core/performance/group-view.ts';
import type { OffenceTable } from '../../../core/performance/offence-table.ts';
import { funnelPicture } from '../../../core/picture/funnel-picture.ts';
import { groupPicture, groupTitle } from '../../../core/picture/group-picture.ts';
import type { Look } from '../../../core/picture/look.ts';
import { overTimePicture } from '../../../core/picture/over-time-picture.ts';
import { Chart } from '../../charts/chart.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import { Callout } from './callout.tsx';
import { groupTable, overTimeTable } from './group-tables.ts';
import { offenceTable } from './offence-table.ts';
import type { Asked } from './choice.ts';

/** The table of a picture, with its notes. */
export function TableUnder({
  table,
  tall = false,
}: {
  readonly table: TableValue;
  readonly tall?: boolean;
}): ReactElement {
  return (
    <div className="table-under">
      <TableBlock table={table} heading={COMPARISON_ROOM.theSameFigures} kind="list" tall={tall} />
    </div>
  );
}

/** The bars or the funnel of one comparison. */
export function GroupChart(props: {
  readonly view: GroupView;
  readonly shows: 'group' | 'funnel';
  readonly asked: Asked;
}): ReactElement {
  const { view, shows, asked } = props;
  const { measure, from, to } = view;
  const picture = useCallback(
    (width: number, look: Look) =>
      shows === 'group' ? groupPicture(view, { width }, look) : funnelPicture(view, { width }, look),
    [view, shows],
  );
  return (
    <section aria-label={COMPARISON_ROOM.chart(view.periodInWords)}>
      <Chart
        picture={picture}
        label={`${shows === 'group' ? '' : COMPARISON_ROOM.funnelWord}${groupTitle(view)}: ${view.sentence}${view.fewerSentence === null ? '' : ` ${view.fewerSentence}`}`}
      />
      <div className="section-under">
        <PictureTools chart={{ view: shows, measure, from, to, ...asked }} />
      </div>
    </section>
  );
}

export function GroupFigures({ view, asked }: { readonly view: GroupView; readonly asked: Asked }): ReactElement {
  return <TableUnder table={groupTable(view, asked)} tall={view.areas.length > 40} />;
}

/** Rank or rate over time, chart and table. */
export function OverTime(props: {
  readonly view: GroupOverTime;
  readonly shows: 'rate' | 'rank';
  readonly asked: Asked;
  readonly spacing: { readonly months?: number; readonly every?: number };
}): ReactElement {
  const { view, shows, asked, spacing } = props;
  const picture = useCallback(
    (width: number, look: Look) => overTimePicture(view, shows, { width }, look),
    [view, shows],
  );
  const table = overTimeTable(view, asked);
  const last = view.moments.at(-1);
  // There is no rank of nobody: the table still tells the averages.
  if (view.area === null && shows === 'rank')
    return (
      <>
        <Callout>
          <strong>{COMPARISON_ROOM.noOwnAreaIs}</strong>
          {COMPARISON_ROOM.chooseItAboveTo}
        </Callout>
        <TableUnder table={table} tall />
      </>
    );
  const said =
    last?.rank == null
      ? COMPARISON_ROOM.noOwnAreaIsChosen
      : COMPARISON_ROOM.isOf1Is(view.area ?? COMPARISON_ROOM.theOwnArea, last.rank, last.of, last.words);
  return (
    <div className="comparison">
      <section aria-label={COMPARISON_ROOM.chartWord}>
        <Chart picture={picture} label={COMPARISON_ROOM.overTime(view.measureName, shows, said)} />
        <div className="section-under">
          <PictureTools chart={{ view: 'over-time', shows, measure: view.measure, ...spacing, ...asked }} />
        </div>
      </section>
      <TableUnder table={table} tall />
    </div>
  );
}

/** All offence groups at once: the sheet officers type by hand. */
export function Offences(props: {
  readonly view: OffenceTable;
  readonly asked: Asked;
  readonly onOpen: (measure: string) => void;
}): ReactElement {
  const table = offenceTable(props.view, props.onOpen, props.asked);
  return <TableBlock table={table} heading={table.caption} kind="list" tall sort={MOST_CRIMES_FIRST} />;
}

const MOST_CRIMES_FIRST = { by: 0, down: true } as const;
