import type { ReactElement } from 'react';
import { sayDay } from '../../../core/lists/say-field.ts';
import { CALENDAR_WORDS } from '../../../core/lists/year-calendar.ts';
import { useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import type { Go } from '../../words/rooms.ts';
import { THIS_MONTH_ROOM } from '../../words/this-month-room.ts';
import './due-soon.css';

/** How many of the earliest are named. */
const SHOWN = 5;

/** What the calendar says is overdue, or due within thirty days; nothing where nothing is. */
export function DueSoon({ go }: { readonly go: Go }): ReactElement | null {
  const due = valueOf(useAnswer('calendar.due', {}))?.lines ?? [];
  if (due.length === 0) return null;
  return (
    <section className="section due-soon" aria-labelledby="due-title">
      <h2 id="due-title">{THIS_MONTH_ROOM.dueWithinThirtyDays}</h2>
      <ul>
        {due.slice(0, SHOWN).map(({ day, kind, what, late, says }) => (
          <li key={`${day} ${kind} ${what}`}>
            <span className="due-day">{sayDay(day)}</span>
            <span>
              {what} <span className="due-kind">{CALENDAR_WORDS[kind]}</span>
            </span>
            <span className={late ? 'due-late' : 'due-kind'}>{late ? `▲ ${says}` : says}</span>
          </li>
        ))}
      </ul>
      <Button
        kind="link"
        onPress={() => {
          go({ room: 'assessment', at: 'calendar' });
        }}
      >
        {due.length > SHOWN ? THIS_MONTH_ROOM.allInTheCalendar(due.length) : THIS_MONTH_ROOM.openTheCalendar}
      </Button>
    </section>
  );
}
