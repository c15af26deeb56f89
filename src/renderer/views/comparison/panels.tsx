import { useState, type ReactElement } from 'react';
import { useAnswer } from '../../ask.ts';
import { Chooser } from '../../parts/chooser.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { crossesChange } from '../../../core/performance/like-for-like.ts';
import { howMany } from '../../words/numbers.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import type { GroupView } from '../../../core/performance/group-view.ts';
import { Callout } from './callout.tsx';
import type { Asked, Change, Choice } from './choice.ts';
import { besideTable } from './group-tables.ts';
import { offenceSentence } from './offence-table.ts';
import type { PeriodOffered } from './periods-offered.ts';
import { GroupChart, GroupFigures, Offences, OverTime } from './picture-of.tsx';
import { Reading } from './reading.tsx';
import { useSteady } from './steady.ts';

interface PanelProps {
  readonly choice: Choice;
  readonly onChange: Change;
  readonly asked: Asked;
}
interface PeriodProps extends PanelProps {
  readonly measure: string;
  readonly period: PeriodOffered;
}

/** The finding, how far the average is, and what to know before believing either. */
function Finding({
  view,
  besideWarning,
}: {
  readonly view: GroupView;
  readonly besideWarning?: string | null;
}): ReactElement {
  const crossing = crossesChange(view.group, view.from, view.to);
  return (
    <>
      {view.fewerSentence !== null && !isTooFew(view) && <p className="finding">{view.fewerSentence}</p>}
      {view.group?.example === true && (
        <Callout>
          <strong>{COMPARISON_ROOM.anExampleGroupNot}</strong>
          {COMPARISON_ROOM.useItToTry}
        </Callout>
      )}
      {crossing !== null && <Callout>{crossing}</Callout>}
      {besideWarning != null && (
        <Callout>
          <strong>{COMPARISON_ROOM.notLikeForLike}</strong> {besideWarning}
        </Callout>
      )}
    </>
  );
}

/** A comparison of fewer than three rates is none: most often the residents have not come. */
const isTooFew = (view: GroupView): boolean =>
  view.areas.filter(({ ratePerThousand }) => ratePerThousand !== null).length < 3;

/** The chart and its table; only the table where there are too few rates to compare. */
function ChartAndTable(props: {
  readonly view: GroupView;
  readonly shows: 'group' | 'funnel';
  readonly asked: Asked;
}): ReactElement {
  const { view, shows, asked } = props;
  const without = view.areas.filter(({ population }) => population === null).length;
  if (isTooFew(view))
    return (
      <>
        <Callout>
          <strong>{COMPARISON_ROOM.tooFewRatesTo}</strong>
          {COMPARISON_ROOM.noResidentsHeldBring(howMany(without, COMPARISON_ROOM.areaHas, COMPARISON_ROOM.areasHave))}
        </Callout>
        <GroupFigures view={view} asked={asked} />
      </>
    );
  return (
    <div className="comparison">
      <GroupChart view={view} shows={shows} asked={asked} />
      <GroupFigures view={view} asked={asked} />
    </div>
  );
}

/** Sorted bars; with another period beside them, two pictures and one table. */
export function BarsPanel(props: PeriodProps & { readonly beside: PeriodOffered | null }): ReactElement {
  const { choice, onChange, asked, measure, period, beside } = props;
  const span = { measure, from: period.from, to: period.to };
  const answer = useSteady(
    useAnswer('group.show', {
      ...span,
      ...asked,
      ...(beside === null ? {} : { beside: { from: beside.from, to: beside.to } }),
    }),
  );
  const other = useSteady(
    useAnswer('group.show', beside === null ? null : { measure, from: beside.from, to: beside.to, ...asked }),
  );
  const reading = <Reading choice={choice} onChange={onChange} />;
  if (answer.state === 'asking') return <Waiting says={COMPARISON_ROOM.comparing} />;
  if (answer.state === 'failed')
    return (
      <>
        {reading}
        <Trouble failure={answer.failure} />
      </>
    );
  const view = answer.value;
  if (beside === null || other.state !== 'known')
    return (
      <>
        <Finding view={view} />
        {reading}
        <ChartAndTable {...{ view, asked }} shows="group" />
      </>
    );
  const table = besideTable(view, other.value);
  return (
    <>
      <Finding view={view} besideWarning={view.besideWarning} />
      {reading}
      <div className="beside">
        <GroupChart view={other.value} shows="group" asked={asked} />
        <GroupChart view={view} shows="group" asked={asked} />
      </div>
      <section className="section" aria-labelledby="beside-title">
        <div className="section-head">
          <h2 id="beside-title">{COMPARISON_ROOM.theTwoPeriodsBeside}</h2>
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden tall={table.rows.length > 40} />
      </section>
    </>
  );
}

/** The same areas by their size: an outlier of a small area is not one of a large area. */
export function FunnelPanel(props: PeriodProps): ReactElement {
  const { choice, onChange, asked, measure, period } = props;
  const answer = useSteady(useAnswer('group.show', { measure, from: period.from, to: period.to, ...asked }));
  if (answer.state === 'asking') return <Waiting says={COMPARISON_ROOM.comparing} />;
  return (
    <>
      {answer.state === 'known' && <Finding view={answer.value} />}
      <Reading choice={choice} onChange={onChange} />
      {answer.state === 'failed' ? (
        <Trouble failure={answer.failure} />
      ) : (
        <ChartAndTable view={answer.value} shows="funnel" asked={asked} />
      )}
    </>
  );
}

const SPACINGS = [
  { id: 'held', words: COMPARISON_ROOM.asHeld, spacing: {} },
  { id: 'month', words: COMPARISON_ROOM.monthByMonth, spacing: { months: 1, every: 1 } },
  { id: 'quarter', words: COMPARISON_ROOM.quarterByQuarter, spacing: { months: 3, every: 3 } },
  { id: 'rolling', words: COMPARISON_ROOM.n12MonthsRollingEach, spacing: { months: 12, every: 3 } },
  { id: 'year', words: COMPARISON_ROOM.wholeYears, spacing: { months: 12, every: 12 } },
] as const;

/** Where the own area stood, period by period. */
export function OverTimePanel(
  props: PanelProps & { readonly measure: string; readonly shows: 'rate' | 'rank' },
): ReactElement {
  const { choice, onChange, asked, measure, shows } = props;
  const [chosen, setChosen] = useState<(typeof SPACINGS)[number]['id']>('held');
  const spacing = SPACINGS.find(({ id }) => id === chosen)?.spacing ?? {};
  const answer = useSteady(useAnswer('group.over-time', { measure, ...spacing, ...asked }));
  if (answer.state === 'asking') return <Waiting says={COMPARISON_ROOM.comparing} />;
  return (
    <>
      {answer.state === 'known' && answer.value.warnings.map((warning) => <Callout key={warning}>{warning}</Callout>)}
      <div className="choices choices-quiet">
        <Chooser label={COMPARISON_ROOM.points} value={chosen} options={SPACINGS} onChoose={setChosen} />
        <Reading choice={choice} onChange={onChange} />
      </div>
      {answer.state === 'failed' ? (
        <Trouble failure={answer.failure} />
      ) : (
        <OverTime view={answer.value} shows={shows} asked={asked} spacing={spacing} />
      )}
    </>
  );
}

/** All offence groups of the period. */
export function OffencesPanel(props: PanelProps & { readonly period: PeriodOffered }): ReactElement {
  const { choice, onChange, asked, period } = props;
  const answer = useSteady(useAnswer('group.offences', { from: period.from, to: period.to, ...asked }));
  if (answer.state === 'asking') return <Waiting says={COMPARISON_ROOM.comparingEveryOffenceGroup} />;
  return (
    <>
      {answer.state === 'known' && <p className="finding">{offenceSentence(answer.value)}</p>}
      <Reading choice={choice} onChange={onChange} />
      {answer.state === 'failed' ? (
        <Trouble failure={answer.failure} />
      ) : (
        <Offences
          view={answer.value}
          asked={asked}
          onOpen={(measure) => {
            onChange({ measure, tab: 'bars' });
          }}
        />
      )}
    </>
  );
}
