import type { ReactElement } from 'react';
import type { SpcView } from '../../../core/performance/spc-view.ts';
import type { Month } from '../../../core/time/month.ts';
import { periodInWords } from '../../../core/time/period.ts';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { longPeriod } from '../../words/dates.ts';
import { leftOutWords } from '../../words/process-chart.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { BaselineForm, SmallestBaseForm, StepForm } from './chart-forms.tsx';
import { ExceptionalForm } from './exceptional-form.tsx';
import { saveSetting, type Setting } from './save-setting.ts';

type Exceptional = Output<'exceptional.list'>[number];

const spanOf = ({ from, to }: Pick<Exceptional, 'from' | 'to'>): string =>
  periodInWords({ from: from as Month, to: to as Month });

/** What the officer has set about a chart: steps, baseline, exceptional periods, each with its reason. */
export function ChartSettings({ setting, view }: { readonly setting: Setting; readonly view: SpcView }): ReactElement {
  const panel = useSidePanel();
  const say = useSay();
  const exceptional = valueOf(useAnswer('exceptional.list', {})) ?? [];
  const { measure, steps, baseline } = setting;
  const keep = async (change: Parameters<typeof saveSetting>[1], said: string): Promise<void> => {
    const trouble = await saveSetting(setting, change);
    if (trouble === null) say(said);
    else say(trouble, 'trouble');
  };
  const removeExceptional = async (one: Exceptional): Promise<void> => {
    const reply = await ask('exceptional.remove', { periodId: one.periodId });
    if (reply.ok) say(MEASURES_ROOM.isNoLongerExceptional(spanOf(one)));
    else say(reply.failure.message, 'trouble');
  };
  return (
    <div className="chart-settings">
      <section aria-labelledby="steps-title">
        <h3 id="steps-title">{MEASURES_ROOM.stepChanges}</h3>
        {steps.length === 0 && <p>{MEASURES_ROOM.noneOneMeanAnd}</p>}
        <ul>
          {steps.map((step) => (
            <li key={step.month}>
              <span>
                <strong>{longPeriod(step.month)}</strong> {step.reason}
              </span>
              <Button
                kind="link"
                label={MEASURES_ROOM.removeTheStepChange(longPeriod(step.month))}
                onPress={() =>
                  void keep(
                    { steps: steps.filter(({ month }) => month !== step.month) },
                    MEASURES_ROOM.theStepChangeOf(longPeriod(step.month)),
                  )
                }
              >
                {MEASURES_ROOM.remove}
              </Button>
            </li>
          ))}
        </ul>
        <Button
          kind="link"
          onPress={() => {
            panel.open({
              title: MEASURES_ROOM.aStepChange,
              body: <StepForm setting={setting} onDone={panel.close} />,
            });
          }}
        >
          {MEASURES_ROOM.addAStepChange}
        </Button>
      </section>
      <section aria-labelledby="exceptional-title">
        <h3 id="exceptional-title">{MEASURES_ROOM.exceptionalPeriods}</h3>
        {exceptional.length === 0 && <p>{MEASURES_ROOM.noneMarkedEveryMonth}</p>}
        <ul>
          {exceptional.map((one) => (
            <li key={one.periodId}>
              <span>
                <strong>{spanOf(one)}</strong> {one.reason}:{' '}
                {leftOutWords(one.choices.find((choice) => choice.measure === measure)?.leftOutOf ?? [])}
              </span>
              <span className="section-tools">
                <Button
                  kind="link"
                  label={MEASURES_ROOM.changeTheExceptionalPeriod(spanOf(one))}
                  onPress={() => {
                    panel.open({
                      title: MEASURES_ROOM.anExceptionalPeriod,
                      body: <ExceptionalForm measure={measure} one={one} onDone={panel.close} />,
                    });
                  }}
                >
                  {MEASURES_ROOM.change}
                </Button>
                <Button
                  kind="link"
                  label={MEASURES_ROOM.removeTheExceptionalPeriod(spanOf(one))}
                  onPress={() => void removeExceptional(one)}
                >
                  {MEASURES_ROOM.remove}
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <Button
          kind="link"
          onPress={() => {
            panel.open({
              title: MEASURES_ROOM.anExceptionalPeriod,
              body: <ExceptionalForm measure={measure} one={null} onDone={panel.close} />,
            });
          }}
        >
          {MEASURES_ROOM.markAnExceptionalPeriod}
        </Button>
      </section>
      <section aria-labelledby="baseline-title">
        <h3 id="baseline-title">{MEASURES_ROOM.baselineAndPercentages}</h3>
        <p>
          {baseline === null
            ? MEASURES_ROOM.limitsAreWorkedOut(view.points.length, steps.length === 0 ? '' : MEASURES_ROOM.stepByStep)
            : MEASURES_ROOM.limitsAreLockedOn(baseline.months, baseline.reason)}
        </p>
        <p>{MEASURES_ROOM.noPercentageWhereThe(setting.smallestBase)}</p>
        <div className="section-tools">
          <Button
            kind="link"
            onPress={() => {
              panel.open({
                title: MEASURES_ROOM.theBaseline,
                body: <BaselineForm setting={setting} onDone={panel.close} />,
              });
            }}
          >
            {baseline === null ? MEASURES_ROOM.lockTheLimitsOn : MEASURES_ROOM.changeTheBaseline}
          </Button>
          {baseline !== null && (
            <Button kind="link" onPress={() => void keep({ baseline: null }, MEASURES_ROOM.theLimitsUseAll)}>
              {MEASURES_ROOM.unlock}
            </Button>
          )}
          <Button
            kind="link"
            onPress={() => {
              panel.open({
                title: MEASURES_ROOM.percentagesOfSmallCounts,
                body: <SmallestBaseForm setting={setting} onDone={panel.close} />,
              });
            }}
          >
            {MEASURES_ROOM.smallestBase}
          </Button>
        </div>
      </section>
    </div>
  );
}
