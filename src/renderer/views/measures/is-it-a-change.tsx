import type { ReactElement } from 'react';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { ProcessChart } from './process-chart.tsx';
import { Season, YearEnd } from './season.tsx';
import { TwoPeriods } from './two-periods.tsx';
import './change.css';

/** The four questions behind «has it changed?»: chance, process, season, and where the year is going. */
export function IsItAChange(props: { readonly summary: MeasureSummary; readonly year: string }): ReactElement {
  const { summary, year } = props;
  return (
    <>
      <TwoPeriods summary={summary} />
      <ProcessChart measure={summary.measure} />
      <Season measure={summary.measure} />
      <YearEnd measure={summary.measure} year={year} />
    </>
  );
}
