import { useSyncExternalStore, type ReactElement } from 'react';
import type { Output } from '../../../preload/contract.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { StatusMark } from '../../parts/status-mark.tsx';
import type { Go } from '../../words/rooms.ts';
import { ROUTINE_WORDS } from '../../words/routine.ts';
import { THIS_MONTH_ROOM } from '../../words/this-month-room.ts';
import { isReady, queue } from '../extracts/queue.ts';
import { wasOpened } from './opened-measures.ts';
import { routineSteps, type Step } from './routine-steps.ts';
import './routine.css';

interface RoutineProps {
  readonly home: Output<'home.show'>;
  readonly go: Go;
}

/** The month's routine as a short list; each line leads to the place that does it, and ticks itself. */
export function Routine({ home, go }: RoutineProps): ReactElement {
  const imports = valueOf(useAnswer('import.list', {}));
  const packs = valueOf(useAnswer('pack.list', {}));
  const words = valueOf(useAnswer('words.show', home.month === null ? null : { asAt: home.month }));
  const waiting = useSyncExternalStore(queue.subscribe, queue.snapshot).filter(isReady).length;
  const retention = valueOf(useAnswer('retention.show', {}));
  const recordsDue = (retention?.due ?? []).reduce((sum, { records }) => sum + records, 0);
  const steps = routineSteps({ home, imports, words, packs, waiting, recordsDue, wasOpened });
  return (
    <section className="routine" aria-labelledby="routine-title">
      <h2 id="routine-title">
        {ROUTINE_WORDS.title}{' '}
        <span className="routine-count">
          {ROUTINE_WORDS.done(steps.filter(({ done }) => done).length, steps.length)}
        </span>
      </h2>
      <ol>
        {steps.map((step) => (
          <StepRow key={step.id} step={step} go={go} />
        ))}
      </ol>
    </section>
  );
}

function StepRow({ step, go }: { readonly step: Step; readonly go: Go }): ReactElement {
  // What is left over stands under what it is left over from.
  const after = step.id === 'changed' && step.lines.length > 0;
  return (
    <li className={step.done ? 'routine-step routine-done' : 'routine-step'}>
      <Tick done={step.done} />
      <h3>{step.title}</h3>
      <div className="routine-body">
        {step.says !== '' && !after && <p className="routine-says">{step.says}</p>}
        {step.lines.length > 0 && (
          <ul>
            {step.lines.map((line) => (
              <li key={line.key} className={line.says === '' ? 'routine-door' : undefined}>
                {line.tier !== undefined && <StatusMark tier={line.tier} quiet />}
                <Button
                  kind="link"
                  onPress={() => {
                    go(line.to);
                  }}
                >
                  {line.link}
                </Button>{' '}
                <span>{line.says}</span>
                {line.done && <span className="routine-line-done">{THIS_MONTH_ROOM.done}</span>}
              </li>
            ))}
          </ul>
        )}
        {after && <p className="routine-says">{step.says}</p>}
      </div>
    </li>
  );
}

function Tick({ done }: { readonly done: boolean }): ReactElement {
  return (
    <span className="routine-tick">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {done ? (
          <>
            <circle cx="8" cy="8" r="8" fill="currentColor" />
            <path d="M4.2 8.3l2.6 2.6 5-5.6" fill="none" className="routine-tick-sign" strokeWidth="1.8" />
          </>
        ) : (
          <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        )}
      </svg>
      <span className="visually-hidden">{done ? THIS_MONTH_ROOM.doneWord : THIS_MONTH_ROOM.toDo}</span>
    </span>
  );
}
