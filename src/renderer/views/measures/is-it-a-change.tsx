import type { ReactElement } from 'react';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import { ProcessChart } from './process-chart.tsx';
import { Season, YearEnd } from './season.tsx';
import { TwoPeriods } from './two-periods.tsx';
import './change.css';

/**
 * The four questions behind «has it changed?»: chance, process, season, and where the year is going. A share of people has
 * no running total and is too few to show a season: chance and process only.
 */
export function IsItAChange(props: {
  readonly summary: MeasureSummary;
  readonly year: string;
  readonly share: boolean;
}): ReactElement {
  const { summary, year, share } = props;
  if (summary.kind === 'cumulative-gap') return <p className="page-lead">{MEASURES_ROOM.aGapIsADifference}</p>;
  if (share) {
    return (
      <>
        <TwoPeriods summary={summary} />
        <ProcessChart measure={summary.measure} />
      </>
    );
  }
  return (
    <>
      <TwoPeriods summary={summary} />
      <ProcessChart measure={summary.measure} />
      <Season measure={summary.measure} />
      <YearEnd measure={summary.measure} year={year} />
    </>
  );
}
