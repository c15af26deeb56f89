import { useCallback, useEffect, useState, type ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { MeasureTable } from '../../../core/performance/measure-table.ts';
import type { Look } from '../../../core/picture/look.ts';
import { measurePicture } from '../../../core/picture/measure-picture.ts';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { Page } from '../../parts/page.tsx';
import { PictureTools } from '../../parts/picture-tools.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { longPeriod } from '../../words/dates.ts';
import { numberInWords } from '../../words/numbers.ts';
import { DIRECTION_WORDS } from '../../words/status.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import { noteOpened } from '../this-month/opened-measures.ts';
import { boardTable } from './board-table.ts';
import { twoYearsTable } from './two-years-table.ts';
import { IsItAChange } from './is-it-a-change.tsx';
import { DefinitionSection } from './definition-section.tsx';
import { MeasureWords } from './measure-words.tsx';
import { ShareBody } from './share-body.tsx';
import { Standing } from './standing.tsx';

interface OneMeasureProps {
  readonly summary: MeasureSummary;
  /** The tab to begin with. */
  readonly tab: string | undefined;
}

/** One measure: the sentence, the chart, where it stands, the Board's table, and what it is made of. */
export function OneMeasure({ summary, tab }: OneMeasureProps): ReactElement {
  const [year, setYear] = useState<string | null>(null);
  const [beside, setBeside] = useState<string | null>(null);
  useEffect(() => {
    noteOpened(summary.measure, summary.dataTo);
  }, [summary.measure, summary.dataTo]);
  const shownYear = year ?? summary.year ?? summary.years.at(-1) ?? null;
  const besideYear = beside === shownYear || !summary.years.includes(beside ?? '') ? null : beside;
  const isShare = ['percentage', 'cohort', 'distance-travelled'].includes(summary.kind);
  const asked = shownYear === null ? null : { measure: summary.measure, year: shownYear };
  const answer = useAnswer('measure.table', isShare ? null : asked);
  const share = useAnswer('share.show', isShare ? asked : null);
  const asAt = summary.dataTo === null ? null : (readPeriodId(summary.dataTo)?.to ?? null);
  const years = [...summary.years].sort().reverse();
  const words = (
    <>
      {asAt !== null && shownYear === summary.year && <MeasureWords view={summary.measure} asAt={asAt} />}
      <DefinitionSection measure={summary.measure} year={shownYear} />
    </>
  );
  return (
    <Page
      title={summary.name}
      tools={
        years.length > 0 && (
          <>
            <Chooser
              label={MEASURES_ROOM.year}
              value={shownYear}
              options={years.map((one) => ({ id: one, words: one }))}
              onChoose={setYear}
            />
            {!isShare && years.length > 1 && (
              <Chooser
                label={MEASURES_ROOM.beside}
                value={besideYear ?? 'nothing'}
                options={[
                  { id: 'nothing', words: MEASURES_ROOM.nothing },
                  ...years.filter((one) => one !== shownYear).map((one) => ({ id: one, words: one })),
                ]}
                onChoose={setBeside}
              />
            )}
          </>
        )
      }
    >
      {shownYear === null && <p className="page-lead">{MEASURES_ROOM.nothingHasComeFor(summary.source)}</p>}
      {shownYear !== null && (isShare ? share : answer).state === 'asking' && (
        <Waiting says={MEASURES_ROOM.workingItOut} />
      )}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && (
        <WaysOfLooking
          tab={tab ?? MEASURES_ROOM.board}
          board={
            besideYear === null ? (
              <MeasureBody table={answer.value} />
            ) : (
              <SideBySide measure={summary.measure} table={answer.value} year={besideYear} />
            )
          }
          change={<IsItAChange summary={summary} year={answer.value.year} share={false} />}
          words={words}
        />
      )}
      {share.state === 'failed' && <Trouble failure={share.failure} />}
      {share.state === 'known' && (
        <WaysOfLooking
          tab={tab ?? MEASURES_ROOM.board}
          board={<ShareBody view={share.value} />}
          change={<IsItAChange summary={summary} year={share.value.year} share />}
          words={words}
        />
      )}
      {shownYear === null && words}
    </Page>
  );
}

/** One measure for the Board, as a question of change, and in words. */
function WaysOfLooking(props: {
  /** The one that is open first. */
  readonly tab: string;
  readonly board: ReactElement;
  readonly change: ReactElement;
  readonly words: ReactElement;
}): ReactElement {
  return (
    <Tabs className="tabs" defaultSelectedKey={props.tab}>
      <TabList aria-label={MEASURES_ROOM.waysOfLooking} className="tab-list">
        <Tab id="board" className="tab">
          {MEASURES_ROOM.forTheBoard}
        </Tab>
        <Tab id="change" className="tab">
          {MEASURES_ROOM.isItAChange}
        </Tab>
        <Tab id="words" className="tab">
          {MEASURES_ROOM.wordsAndDefinition}
        </Tab>
      </TabList>
      <TabPanel id="board" className="tab-panel">
        {props.board}
      </TabPanel>
      <TabPanel id="change" className="tab-panel">
        {props.change}
      </TabPanel>
      <TabPanel id="words" className="tab-panel">
        {props.words}
      </TabPanel>
    </Tabs>
  );
}

type SignedTable = MeasureTable & { readonly signs: Readonly<Record<string, string>> };

/** Two years of one measure next to each other, the earlier on the left, and both in one table. */
function SideBySide(props: {
  readonly measure: string;
  readonly table: SignedTable;
  readonly year: string;
}): ReactElement {
  const other = useAnswer('measure.table', { measure: props.measure, year: props.year });
  if (other.state === 'asking') return <Waiting says={MEASURES_ROOM.workingItOut} />;
  if (other.state === 'failed') return <Trouble failure={other.failure} />;
  const pair = [props.table, other.value].sort((one, two) => one.year.localeCompare(two.year));
  const [earlier = props.table, later = props.table] = pair;
  return (
    <>
      <div className="side-by-side">
        {pair.map((table) => (
          <section key={table.year} aria-label={table.year}>
            <h2>{table.year}</h2>
            <MeasureBody table={table} />
          </section>
        ))}
      </div>
      <div className="section">
        <TableBlock table={twoYearsTable(earlier, later)} heading={MEASURES_ROOM.theTwoYears} kind="board" />
      </div>
    </>
  );
}

function MeasureBody({ table }: { readonly table: SignedTable }): ReactElement {
  const picture = useCallback((width: number, look: Look) => measurePicture(table, { width }, look), [table]);
  const board = boardTable(table, table.signs);
  return (
    <>
      <Standing
        main={table.status}
        linear={table.statusLinear}
        share={table.statusLastYearShare}
        disagreement={table.disagreement}
        tolerancePercent={table.tolerancePercent}
        decimals={table.decimals}
      />
      <section className="section" aria-label={MEASURES_ROOM.chart}>
        <Chart picture={picture} label={`${table.name}: ${table.sentence}`} />
        <div className="section-under">
          <PictureTools chart={{ view: 'measure', measure: table.measure, year: table.year }} />
        </div>
      </section>
      <TableBlock table={board} heading={MEASURES_ROOM.theBoardsTable} kind="board" />
      <About table={table} />
    </>
  );
}

/** What the measure is, who owns it and where its figures come from. */
function About({ table }: { readonly table: MeasureTable }): ReactElement {
  const target =
    table.annualTarget === null
      ? MEASURES_ROOM.noneWatchedOnly
      : MEASURES_ROOM.in(
          numberInWords(table.annualTarget, table.decimals),
          table.unit,
          table.year,
          table.targetWords === null ? '' : ` («${table.targetWords}»)`,
        );
  const tolerance: [string, string] = [
    MEASURES_ROOM.tolerance,
    MEASURES_ROOM.shortOfProfileBefore(numberInWords(table.tolerancePercent)),
  ];
  const rows: readonly [string, string][] = [
    [MEASURES_ROOM.counts, MEASURES_ROOM.byOf2(table.unit, table.cadence)],
    [MEASURES_ROOM.direction, DIRECTION_WORDS[table.direction]],
    [MEASURES_ROOM.target, target],
    ...(table.annualTarget === null ? [] : [tolerance]),
    [MEASURES_ROOM.dataTo, table.dataTo === null ? MEASURES_ROOM.nothingYet : longPeriod(table.dataTo)],
    [MEASURES_ROOM.owner, table.owner],
    [MEASURES_ROOM.source, table.source],
    ...(table.lagMonths === 0
      ? []
      : [[MEASURES_ROOM.lag, MEASURES_ROOM.monthBehindTheReport(table.lagMonths)] as [string, string]]),
    ...(table.provisional
      ? [[MEASURES_ROOM.standing, MEASURES_ROOM.provisionalFiguresMayStill] as [string, string]]
      : []),
  ];
  return (
    <section className="section" aria-labelledby="about-title">
      <h2 id="about-title">{MEASURES_ROOM.aboutThisMeasure}</h2>
      <dl className="about">
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
