import { useState, type ReactElement } from 'react';
import { planPage } from '../../../core/picture/plan-page.ts';
import type { Input } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { FileDrop } from '../../parts/file-drop.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { TIER_WORDS } from '../../words/status.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import { BAND_WORDS, type PlanView } from './assessment-words.ts';
import { DrawnPageView } from './drawn-page.tsx';
import { PlanRowForm } from './plan-row-form.tsx';

type Format = Input<'plan.draw'>['format'];

const FORMATS: readonly (readonly [Format, string])[] = [
  ['pdf', 'PDF'],
  ['docx', LIST_PANES.word],
  ['xlsx', LIST_PANES.excel],
  ['png', 'PNG'],
  ['svg', 'SVG'],
];

/** The plan on a page: the page itself as it is handed over, and its rows to edit. */
export function PlanPane(): ReactElement {
  const [year, setYear] = useState<string | null>(null);
  const plans = valueOf(useAnswer('plan.list', {}))?.plans ?? [];
  const answer = useAnswer('plan.show', year === null ? {} : { year });
  const say = useSay();
  const bring = async (file: string): Promise<void> => {
    const reply = await ask('plan.import', { file });
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.view === null)
      say(
        LIST_PANES.thePlanWasNot(
          reply.value.refusals
            .slice(0, 4)
            .map(({ row, says }) => (row === null ? says : LIST_PANES.row(row, says)))
            .join(' '),
        ),
        'trouble',
      );
    else {
      setYear(reply.value.view.plan.year);
      say(LIST_PANES.isKept(reply.value.view.plan.title, reply.value.view.plan.year));
    }
  };
  const drop = (tall: boolean): ReactElement => (
    <FileDrop
      label={LIST_PANES.aPlansSheet}
      title={tall ? LIST_PANES.noPlanOnA : LIST_PANES.anotherPlanOrThis}
      note={LIST_PANES.aSheetWithA}
      tall={tall}
      primary={tall}
      onFiles={(files) => {
        const [first] = files;
        if (first !== undefined) void bring(first.file);
      }}
    />
  );
  if (answer.state === 'asking') return <Waiting says={LIST_PANES.drawingThePlan} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (answer.value === null) return drop(true);
  return (
    <>
      <ThePlan view={answer.value} years={plans.map((one) => one.year)} onYear={setYear} />
      <section className="section">{drop(false)}</section>
    </>
  );
}

function ThePlan(props: {
  readonly view: PlanView;
  readonly years: readonly string[];
  readonly onYear: (year: string) => void;
}): ReactElement {
  const { view, years, onYear } = props;
  const { plan, lights } = view;
  const say = useSay();
  const panel = useSidePanel();
  const page = planPage({ plan, lights });
  const save = async (format: Format): Promise<void> => {
    const drawn = await ask('plan.draw', { year: plan.year, format });
    if (!drawn.ok) {
      say(drawn.failure.message, 'trouble');
      return;
    }
    const saved = await ask('chart.save', { bytes: drawn.value.bytes, name: drawn.value.name });
    if (!saved.ok) say(saved.failure.message, 'trouble');
    else if (saved.value.saved !== null) say(LIST_PANES.thePlanIsSaved(saved.value.saved));
  };
  const edit = (at: number | null): void => {
    const row = at === null ? null : (plan.rows[at] ?? null);
    panel.open({
      title: row === null ? LIST_PANES.aNewRow : row.weWill,
      body: <PlanRowForm key={String(at)} plan={plan} at={at} onDone={panel.close} />,
    });
  };
  const table: TableValue = {
    caption: LIST_PANES.rowsOfThePlan(plan.year),
    rowHead: LIST_PANES.weWill,
    columns: [
      { head: LIST_PANES.band, text: true },
      { head: LIST_PANES.accountable, text: true },
      { head: LIST_PANES.light, text: true },
      { head: LIST_PANES.why, text: true },
    ],
    rows: plan.rows.map((row, at) => ({
      head: row.weWill,
      divider: at > 0 && plan.rows[at - 1]?.band !== row.band,
      onHead: () => {
        edit(at);
      },
      cells: [
        { text: BAND_WORDS[row.band] },
        { text: row.accountable ?? LIST_PANES.notYetNamed },
        { text: TIER_WORDS[lights[at]?.tier ?? 'not-yet-known'] },
        { text: lights[at]?.why ?? '' },
      ],
    })),
    notes: [],
  };
  return (
    <>
      <div className="section-head">
        <Chooser
          label={LIST_PANES.planOf}
          value={plan.year}
          options={years.map((one) => ({ id: one, words: one }))}
          onChoose={onYear}
        />
        <div className="section-tools">
          {FORMATS.map(([format, words]) => (
            <Button key={format} kind="link" onPress={() => void save(format)}>
              {LIST_PANES.saveAs(words)}
            </Button>
          ))}
        </div>
      </div>
      {!page.fits && <p className="apart">{LIST_PANES.thePlanHasMore}</p>}
      <DrawnPageView page={page} label={LIST_PANES.theTableBelowSays(plan.title, plan.year)} />
      <section className="section">
        <div className="section-head">
          <h2>{LIST_PANES.rows}</h2>
          <Button
            onPress={() => {
              edit(null);
            }}
          >
            {LIST_PANES.addARow}
          </Button>
        </div>
        <FigureTable table={table} captionHidden />
      </section>
    </>
  );
}
