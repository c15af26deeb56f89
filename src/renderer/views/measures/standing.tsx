import type { ReactElement } from 'react';
import type { Status } from '../../../core/performance/measure-table.ts';
import { StatusMark } from '../../parts/status-mark.tsx';
import { numberInWords } from '../../words/numbers.ts';
import { PROFILE_WORDS } from '../../words/status.ts';
import { MEASURES_ROOM } from '../../words/measures-room.ts';
import './standing.css';

interface StandingProps {
  readonly main: Status;
  readonly linear: Status;
  readonly share: Status;
  readonly disagreement: string | null;
  readonly tolerancePercent: number;
  readonly decimals: number;
}

/** The status under both profiles side by side; where they disagree it is said. */
export function Standing({ main, linear, share, disagreement, decimals }: StandingProps): ReactElement {
  if (main.tier === 'monitoring-only' || main.tier === 'not-yet-known')
    return (
      <p className="standing-one">
        <StatusMark tier={main.tier} />
      </p>
    );
  return (
    <div className="standing">
      <Against status={linear} name={PROFILE_WORDS.linear} main={main.against === 'linear'} decimals={decimals} />
      <Against
        status={share}
        name={PROFILE_WORDS['last-year-share']}
        main={main.against === 'last-year-share'}
        decimals={decimals}
      />
      {disagreement !== null && (
        <p className="standing-disagree">
          <strong>{MEASURES_ROOM.sayWhichProfile}</strong> {disagreement}
        </p>
      )}
    </div>
  );
}

function Against(props: {
  readonly status: Status;
  readonly name: string;
  readonly main: boolean;
  readonly decimals: number;
}): ReactElement {
  const { status, decimals } = props;
  return (
    <div className="standing-part">
      <StatusMark tier={status.tier} />
      <p className="standing-name">
        {props.name}
        {props.main && <span className="standing-main">{MEASURES_ROOM.theOneReported}</span>}
      </p>
      {status.target !== null && status.actual !== null && (
        <p className="standing-words">
          {MEASURES_ROOM.against(
            numberInWords(status.actual, decimals),
            numberInWords(status.target, Math.max(decimals, 1)),
          )}
          {status.shortfallPercent !== null && ` · ${sideOf(status.shortfallPercent)}`}
        </p>
      )}
    </div>
  );
}

/** `0.4% on the wrong side`, `6.8% on the right side`. */
const sideOf = (shortfall: number): string =>
  Math.abs(shortfall) < 0.05
    ? MEASURES_ROOM.onTheLine
    : MEASURES_ROOM.onTheSide(numberInWords(Math.abs(shortfall), 1), shortfall > 0 ? 'wrong' : 'right');
