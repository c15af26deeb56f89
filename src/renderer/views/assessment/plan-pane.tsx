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
import { BAND_WORDS, type PlanView } from './assessment-words.ts';
import { DrawnPageView } from './drawn-page.tsx';
import { PlanRowForm } from './plan-row-form.tsx';

type Format = Input<'plan.draw'>['format'];

const FORMATS: readonly (readonly [Format, string])[] = [
  ['pdf', 'PDF'],
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
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
        `The plan was not kept. ${reply.value.refusals
          .slice(0, 4)
          .map(({ row, says }) => (row === null ? says : `Row ${String(row)}: ${says}`))
          .join(' ')}`,
        'trouble',
      );
    else {
      setYear(reply.value.view.plan.year);
      say(`${reply.value.view.plan.title}, ${reply.value.view.plan.year}, is kept.`);
    }
  };
  const drop = (tall: boolean): ReactElement => (
    <FileDrop
      label="A plan’s sheet"
      title={tall ? 'No plan on a page yet' : 'Another plan, or this one anew'}
      note="A sheet with a row for each part of the plan: Year, Title, Vision, Who we are, Facing, Row…"
      tall={tall}
      primary={tall}
      onFiles={(files) => {
        const [first] = files;
        if (first !== undefined) void bring(first.file);
      }}
    />
  );
  if (answer.state === 'asking') return <Waiting says="Drawing the plan…" />;
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
    else if (saved.value.saved !== null) say(`The plan is saved: ${saved.value.saved}`);
  };
  const edit = (at: number | null): void => {
    const row = at === null ? null : (plan.rows[at] ?? null);
    panel.open({
      title: row === null ? 'A new row' : row.weWill,
      body: <PlanRowForm key={String(at)} plan={plan} at={at} onDone={panel.close} />,
    });
  };
  const table: TableValue = {
    caption: `Rows of the plan ${plan.year}`,
    rowHead: 'We will',
    columns: [
      { head: 'Band', text: true },
      { head: 'Accountable', text: true },
      { head: 'Light', text: true },
      { head: 'Why', text: true },
    ],
    rows: plan.rows.map((row, at) => ({
      head: row.weWill,
      divider: at > 0 && plan.rows[at - 1]?.band !== row.band,
      onHead: () => {
        edit(at);
      },
      cells: [
        { text: BAND_WORDS[row.band] },
        { text: row.accountable ?? 'not yet named' },
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
          label="Plan of"
          value={plan.year}
          options={years.map((one) => ({ id: one, words: one }))}
          onChoose={onYear}
        />
        <div className="section-tools">
          {FORMATS.map(([format, words]) => (
            <Button key={format} kind="link" onPress={() => void save(format)}>
              Save as {words}
            </Button>
          ))}
        </div>
      </div>
      {!page.fits && (
        <p className="apart">The plan has more words than one page holds in type that can be read. Shorten it.</p>
      )}
      <DrawnPageView page={page} label={`${plan.title}, ${plan.year}: the table below says the same in words.`} />
      <section className="section">
        <div className="section-head">
          <h2>Rows</h2>
          <Button
            onPress={() => {
              edit(null);
            }}
          >
            Add a row
          </Button>
        </div>
        <FigureTable table={table} captionHidden />
      </section>
    </>
  );
}
