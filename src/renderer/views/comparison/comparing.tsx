import type { ReactElement } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Output } from '../../../preload/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Page } from '../../parts/page.tsx';
import { datesOfGroup } from '../../words/comparison.ts';
import { COMPARISON_ROOM } from '../../words/comparison-room.ts';
import { askedOf, type Change, type Choice, type ComparisonTab } from './choice.ts';
import { periodsOffered, type PeriodOffered } from './periods-offered.ts';
import { BarsPanel, FunnelPanel, OffencesPanel, OverTimePanel } from './panels.tsx';
import { MonthInput } from './month-input.tsx';

type Held = Output<'group.measures'>;
type Groups = Output<'group.list'>;

interface ComparingProps {
  readonly choice: Choice;
  readonly onChange: Change;
  readonly held: { readonly partnership: Held; readonly force: Held };
  readonly groups: Groups;
  readonly onGroups: () => void;
}

const TABS: readonly { readonly id: ComparisonTab; readonly words: string }[] = [
  { id: 'bars', words: COMPARISON_ROOM.bars },
  { id: 'funnel', words: COMPARISON_ROOM.funnel },
  { id: 'rank', words: COMPARISON_ROOM.rankOverTime },
  { id: 'rate', words: COMPARISON_ROOM.rateOverTime },
  { id: 'offences', words: COMPARISON_ROOM.allOffences },
];

/** More areas than this read better in a group. */
const MANY = 45;

/** Among which areas: every area held, the forces held, each group by name with its dates. */
function amongOptions({ held, groups }: ComparingProps): { readonly id: string; readonly words: string }[] {
  const names = [...new Set(groups.map(({ name }) => name))];
  return [
    ...names.map((name) => {
      const dated = groups.filter((group) => group.name === name);
      const latest = dated.at(-1);
      const dates = latest === undefined ? '' : datesOfGroup(latest);
      const made = dated.length > 1 ? COMPARISON_ROOM.madeTimes(dated.length) : '';
      return { id: `group ${name}`, words: `${name}, ${dates}${made}` };
    }),
    ...(held.partnership.measures.length === 0
      ? []
      : [{ id: 'all-partnership', words: COMPARISON_ROOM.allPartnershipsHeld(held.partnership.areas.length) }]),
    ...(held.force.measures.length === 0
      ? []
      : [{ id: 'all-force', words: COMPARISON_ROOM.allPoliceForcesHeld(held.force.areas.length) }]),
  ];
}

function firstAmong(options: readonly { readonly id: string }[], { held }: ComparingProps): string {
  const all = held.partnership.measures.length > 0 ? 'all-partnership' : 'all-force';
  const many = held.partnership.areas.length > MANY;
  return many ? (options[0]?.id ?? all) : all;
}

/** The room's choosers and its five ways of looking. */
export function Comparing(props: ComparingProps): ReactElement {
  const { choice, onChange, held, groups } = props;
  const options = amongOptions(props);
  const among = options.find(({ id }) => id === choice.among)?.id ?? firstAmong(options, props);
  const group = groups.findLast(({ name }) => `group ${name}` === among);
  const isForce = group === undefined ? among === 'all-force' : group.kind === 'force';
  const { measures, areas } = held[isForce ? 'force' : 'partnership'];
  const measure =
    measures.find((one) => one.measure === choice.measure) ??
    measures.find((one) => one.measure === 'all-crime') ??
    measures[0];
  const periods = periodsOffered(measure?.spans ?? []);
  const asked = askedOf(choice, among);
  const own = months(choice);
  const period =
    choice.period === 'months' ? own : (periods.find(({ id }) => id === choice.period) ?? periods[0] ?? null);
  const beside = periods.find(({ id }) => id === choice.beside && id !== period?.id) ?? null;
  return (
    <Page
      title={COMPARISON_ROOM.comparison}
      tools={
        <Button kind="plain" onPress={props.onGroups}>
          {COMPARISON_ROOM.groups}
        </Button>
      }
    >
      <div className="choices" role="group" aria-label={COMPARISON_ROOM.whatIsCompared}>
        <Chooser
          label={COMPARISON_ROOM.among}
          value={among}
          options={options}
          onChoose={(next) => {
            onChange({ among: next });
          }}
        />
        {among === 'all-force' && (
          <Chooser
            label={COMPARISON_ROOM.ourForce}
            value={choice.own}
            options={areas.map((name) => ({ id: name, words: name }))}
            onChoose={(name) => {
              onChange({ own: name });
            }}
          />
        )}
        {choice.tab !== 'offences' && (
          <Chooser
            label={COMPARISON_ROOM.measure}
            value={measure?.measure ?? null}
            options={measures.map((one) => ({ id: one.measure, words: one.name }))}
            onChoose={(next) => {
              onChange({ measure: next });
            }}
          />
        )}
        {(choice.tab === 'bars' || choice.tab === 'funnel' || choice.tab === 'offences') && (
          <PeriodChoice choice={choice} onChange={onChange} periods={periods} period={period} />
        )}
        {choice.tab === 'bars' && periods.length > 1 && (
          <Chooser
            label={COMPARISON_ROOM.beside}
            value={beside?.id ?? 'nothing'}
            options={[
              { id: 'nothing', words: COMPARISON_ROOM.nothing },
              ...periods.filter(({ id }) => id !== period?.id).map(({ id, words }) => ({ id, words })),
            ]}
            onChoose={(next) => {
              onChange({ beside: next });
            }}
          />
        )}
      </div>
      <Tabs
        className="tabs"
        selectedKey={choice.tab}
        onSelectionChange={(key) => {
          const tab = TABS.find(({ id }) => id === key);
          if (tab !== undefined) onChange({ tab: tab.id });
        }}
      >
        <TabList aria-label={COMPARISON_ROOM.waysOfLooking} className="tab-list">
          {TABS.map(({ id, words }) => (
            <Tab key={id} id={id} className="tab">
              {words}
            </Tab>
          ))}
        </TabList>
        {measure !== undefined && (
          <>
            <TabPanel id="bars" className="tab-panel">
              {period !== null && (
                <BarsPanel {...{ choice, onChange, asked, period, beside }} measure={measure.measure} />
              )}
            </TabPanel>
            <TabPanel id="funnel" className="tab-panel">
              {period !== null && <FunnelPanel {...{ choice, onChange, asked, period }} measure={measure.measure} />}
            </TabPanel>
            {(['rank', 'rate'] as const).map((shows) => (
              <TabPanel key={shows} id={shows} className="tab-panel">
                <OverTimePanel {...{ choice, onChange, asked, shows }} measure={measure.measure} />
              </TabPanel>
            ))}
            <TabPanel id="offences" className="tab-panel">
              {period !== null && <OffencesPanel {...{ choice, onChange, asked, period }} />}
            </TabPanel>
          </>
        )}
      </Tabs>
    </Page>
  );
}

function months({ from, to }: Choice): PeriodOffered | null {
  if (!/^\d{4}-\d{2}$/.test(from) || !/^\d{4}-\d{2}$/.test(to) || from > to) return null;
  return { id: `${from} ${to}`, from, to, words: '' };
}

/** A period held or added up; or any months, from and to. */
function PeriodChoice(props: {
  readonly choice: Choice;
  readonly onChange: Change;
  readonly periods: readonly PeriodOffered[];
  readonly period: PeriodOffered | null;
}): ReactElement {
  const { choice, onChange, periods, period } = props;
  const free = choice.period === 'months';
  return (
    <>
      <Chooser
        label={COMPARISON_ROOM.period}
        value={free ? 'months' : (period?.id ?? null)}
        options={[
          ...periods.map(({ id, words }) => ({ id, words })),
          { id: 'months', words: COMPARISON_ROOM.otherMonths },
        ]}
        onChoose={(id) => {
          onChange(id === 'months' ? { period: id, from: period?.from ?? '', to: period?.to ?? '' } : { period: id });
        }}
      />
      {free && (
        <>
          <MonthInput
            label={COMPARISON_ROOM.firstMonth}
            value={choice.from}
            onChange={(from) => {
              onChange({ from });
            }}
          />
          <MonthInput
            label={COMPARISON_ROOM.lastMonth}
            value={choice.to}
            onChange={(to) => {
              onChange({ to });
            }}
          />
        </>
      )}
    </>
  );
}
