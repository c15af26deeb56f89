import type { ReactElement } from 'react';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { Button } from '../../parts/button.tsx';
import { Sparkline } from '../../parts/sparkline.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import { Term } from '../../parts/term.tsx';
import { longPeriod } from '../../words/dates.ts';
import { NOT_KNOWN, numberInWords, signedPercent } from '../../words/numbers.ts';
import { THIS_MONTH_ROOM } from '../../words/this-month-room.ts';
import './measure-overview.css';

interface OverviewProps {
  readonly measures: readonly MeasureSummary[];
  readonly onMeasure: (measure: string) => void;
}

/** Every measure in one calm table, each with its finding. */
export function MeasureOverview({ measures, onMeasure }: OverviewProps): ReactElement {
  return (
    <section className="section overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{THIS_MONTH_ROOM.measures}</h2>
      <div className="overview-scroll">
        <table aria-labelledby="overview-title">
          <thead>
            <tr>
              <th scope="col">{THIS_MONTH_ROOM.measureAndFinding}</th>
              <th scope="col" className="number">
                {THIS_MONTH_ROOM.latest}
              </th>
              <th scope="col" className="number">
                {THIS_MONTH_ROOM.yearToDate}
              </th>
              <th scope="col" className="number">
                {THIS_MONTH_ROOM.lastYear}
              </th>
              <th scope="col" className="number">
                <Term term="change">{THIS_MONTH_ROOM.change}</Term>
              </th>
              <th scope="col" className="number">
                <Term term="profile">{THIS_MONTH_ROOM.profile}</Term>
              </th>
              <th scope="col">
                <Term term="status">{THIS_MONTH_ROOM.status}</Term>
              </th>
              <th scope="col">{THIS_MONTH_ROOM.trend}</th>
            </tr>
          </thead>
          {measures.map((measure) => (
            <OverviewRows key={measure.measure} measure={measure} onMeasure={onMeasure} />
          ))}
        </table>
      </div>
    </section>
  );
}

function OverviewRows({
  measure,
  onMeasure,
}: { readonly measure: MeasureSummary } & Pick<OverviewProps, 'onMeasure'>): ReactElement {
  const { decimals } = measure;
  const sign = ['percentage', 'cohort', 'distance-travelled'].includes(measure.kind) ? '%' : '';
  const shown = (value: number | null): string => (value === null ? '' : `${numberInWords(value, decimals)}${sign}`);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup">
          <Button
            kind="link"
            onPress={() => {
              onMeasure(measure.measure);
            }}
          >
            {measure.shortName}
          </Button>
        </th>
        <td className="number">
          {measure.dataTo !== null && <span className="overview-period">{shortPeriodYear(measure.dataTo)}</span>}
          <Known text={shown(measure.latest)} />
        </td>
        <td className="number overview-strong">
          <Known text={shown(measure.toDate)} />
        </td>
        <td className="number">
          <Known text={shown(measure.lastYearToDate)} />
        </td>
        <td className="number">
          <Known text={signedPercent(measure.changePercent)} />
        </td>
        <td className="number overview-target">
          <Known text={shown(measure.profile)} />
        </td>
        <td className="overview-status" rowSpan={2}>
          <StatusMark tier={measure.status.tier} />
        </td>
        <td className="overview-trend" rowSpan={2}>
          <Sparkline values={measure.recent} />
        </td>
      </tr>
      <tr className="overview-finding">
        <td colSpan={6}>
          {measure.sentence}
          {measure.disagreement !== null && THIS_MONTH_ROOM.theTwoProfilesDisagree}
          {measure.illustrative && THIS_MONTH_ROOM.illustrative}
        </td>
      </tr>
    </tbody>
  );
}

const Known = ({ text }: { readonly text: string }): ReactElement =>
  text === '' ? <span className="visually-hidden">{NOT_KNOWN}</span> : <>{text}</>;

/** `Jun 2015`, `Q1 2015-16`: short enough to stand under a number. */
function shortPeriodYear(period: string): string {
  const [year = '', quarter] = period.split(' ');
  return quarter === undefined ? longPeriod(period).replace(/^(\w{3})\w*/, '$1') : `${quarter} ${year}`;
}
