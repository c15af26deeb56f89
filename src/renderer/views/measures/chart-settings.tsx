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
    if (reply.ok) say(`${spanOf(one)} is no longer exceptional, for any measure.`);
    else say(reply.failure.message, 'trouble');
  };
  return (
    <div className="chart-settings">
      <section aria-labelledby="steps-title">
        <h3 id="steps-title">Step changes</h3>
        {steps.length === 0 && <p>None: one mean and one pair of limits over all of it.</p>}
        <ul>
          {steps.map((step) => (
            <li key={step.month}>
              <span>
                <strong>{longPeriod(step.month)}</strong> {step.reason}
              </span>
              <Button
                kind="link"
                label={`Remove the step change of ${longPeriod(step.month)}`}
                onPress={() =>
                  void keep(
                    { steps: steps.filter(({ month }) => month !== step.month) },
                    `The step change of ${longPeriod(step.month)} is gone.`,
                  )
                }
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
        <Button
          kind="link"
          onPress={() => {
            panel.open({
              title: 'A step change',
              body: <StepForm setting={setting} onDone={panel.close} />,
            });
          }}
        >
          Add a step change…
        </Button>
      </section>
      <section aria-labelledby="exceptional-title">
        <h3 id="exceptional-title">Exceptional periods</h3>
        {exceptional.length === 0 && <p>None marked: every month counts.</p>}
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
                  label={`Change the exceptional period ${spanOf(one)}`}
                  onPress={() => {
                    panel.open({
                      title: 'An exceptional period',
                      body: <ExceptionalForm measure={measure} one={one} onDone={panel.close} />,
                    });
                  }}
                >
                  Change
                </Button>
                <Button
                  kind="link"
                  label={`Remove the exceptional period ${spanOf(one)}`}
                  onPress={() => void removeExceptional(one)}
                >
                  Remove
                </Button>
              </span>
            </li>
          ))}
        </ul>
        <Button
          kind="link"
          onPress={() => {
            panel.open({
              title: 'An exceptional period',
              body: <ExceptionalForm measure={measure} one={null} onDone={panel.close} />,
            });
          }}
        >
          Mark an exceptional period…
        </Button>
      </section>
      <section aria-labelledby="baseline-title">
        <h3 id="baseline-title">Baseline and percentages</h3>
        <p>
          {baseline === null
            ? `Limits are worked out from all ${String(view.points.length)} points${steps.length === 0 ? '' : ', step by step'}.`
            : `Limits are locked on the first ${String(baseline.months)} points: ${baseline.reason}`}
        </p>
        <p>No percentage where the earlier count is under {String(setting.smallestBase)}.</p>
        <div className="section-tools">
          <Button
            kind="link"
            onPress={() => {
              panel.open({ title: 'The baseline', body: <BaselineForm setting={setting} onDone={panel.close} /> });
            }}
          >
            {baseline === null ? 'Lock the limits on a baseline…' : 'Change the baseline…'}
          </Button>
          {baseline !== null && (
            <Button kind="link" onPress={() => void keep({ baseline: null }, 'The limits use all points again.')}>
              Unlock
            </Button>
          )}
          <Button
            kind="link"
            onPress={() => {
              panel.open({
                title: 'Percentages of small counts',
                body: <SmallestBaseForm setting={setting} onDone={panel.close} />,
              });
            }}
          >
            Smallest base…
          </Button>
        </div>
      </section>
    </div>
  );
}
