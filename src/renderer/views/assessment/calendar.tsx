import type { ReactElement } from 'react';
import { sayDay } from '../../../core/lists/say-field.ts';
import { CALENDAR_WORDS } from '../../../core/lists/year-calendar.ts';
import type { Output } from '../../../preload/contract.ts';
import { ask, useAnswer } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { longPeriod } from '../../words/dates.ts';
import { LIST_PANES } from '../../words/assessment-lists.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane } from './list-pane.tsx';

type Month = Output<'calendar.show'>['months'][number];

/** The year by month: meetings and workshops, what is due and from whom, extracts that have not come. */
export function Calendar({ risk }: { readonly risk: Risk }): ReactElement {
  const answer = useAnswer('calendar.show', { year: risk.year });
  const say = useSay();
  const save = async (): Promise<void> => {
    const drawn = await ask('calendar.draw', { year: risk.year });
    const saved = drawn.ok ? await ask('chart.save', { bytes: drawn.value.bytes, name: drawn.value.name }) : drawn;
    if (!saved.ok) say(saved.failure.message, 'trouble');
    else if ('saved' in saved.value && saved.value.saved !== null)
      say(LIST_PANES.theCalendarIsSaved(saved.value.saved));
  };
  return (
    <>
      <div className="section-head">
        <h2>{LIST_PANES.byMonth(risk.year)}</h2>
        <div className="section-tools">
          <Button kind="link" onPress={() => void save()}>
            {LIST_PANES.saveAsACalendar}
          </Button>
        </div>
      </div>
      {answer.state === 'asking' && <Waiting says={LIST_PANES.readingTheCalendar} />}
      {answer.state === 'failed' && <Trouble failure={answer.failure} />}
      {answer.state === 'known' && <Agenda months={answer.value.months} />}
      <ListPane
        list="calendar"
        heading={LIST_PANES.datesOfTheYear}
        issues={risk.issues}
        what={LIST_PANES.theAssessmentItsWorkshops}
        columns={['day', 'kind', 'owner', 'state']}
      />
    </>
  );
}

function Agenda({ months }: { readonly months: readonly Month[] }): ReactElement {
  if (months.length === 0) return <p className="finding-under">{LIST_PANES.nothingStandsInThe}</p>;
  return (
    <ol className="agenda">
      {months.map(({ month, lines }) => (
        <li key={month}>
          <h3>{longPeriod(month)}</h3>
          <ul>
            {lines.map(({ day, kind, what, who, done, late, says }) => (
              <li key={`${day} ${kind} ${what}`} className={done ? 'agenda-done' : undefined}>
                <span className="agenda-day">{sayDay(day).replace(/ \S+ \d{4}$/, '')}</span>
                <span className="agenda-kind">{CALENDAR_WORDS[kind]}</span>
                <span>
                  {what}
                  {who !== null && <span className="agenda-who"> · {who}</span>}
                </span>
                <span className={late ? 'apart' : 'agenda-who'}>
                  {done ? LIST_PANES.done : late ? `▲ ${says}` : says}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
