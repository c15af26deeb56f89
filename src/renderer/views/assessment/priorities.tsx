import { useState, type ReactElement } from 'react';
import { Input, Label, TextArea, TextField } from 'react-aria-components';
import { ask } from '../../ask.ts';
import { DayField } from '../../parts/day-field.tsx';
import { Button } from '../../parts/button.tsx';
import { useSay } from '../../parts/notice.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty } from '../../parts/states.tsx';
import { dayText } from '../../words/dates.ts';
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import { Tick } from '../../parts/tick.tsx';
import { today, type Risk } from './assessment-words.ts';

/** What the Board agreed: the priorities in order, and the reason where it departs from the ranking. */
export function Priorities({ risk }: { readonly risk: Risk }): ReactElement {
  const { agreed, table, year } = risk;
  const [chosen, setChosen] = useState<readonly string[]>(agreed?.issues ?? []);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>(agreed?.reasons ?? {});
  const [meeting, setMeeting] = useState(agreed?.meeting ?? '');
  const [day, setDay] = useState(agreed?.agreedOn ?? today());
  const say = useSay();
  if (table.rows.length === 0)
    return (
      <Empty title={ISSUE_PANES.nothingToAgreeOn}>
        <p>{ISSUE_PANES.putTheIssuesIn}</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>{ISSUE_PANES.openTheRegister}</GoButton>
      </Empty>
    );
  // As the ranking has it: one chosen from below the line, or passed over above it, wants a reason.
  const departs = (id: string, rank: number | null): boolean =>
    chosen.includes(id) !== (rank !== null && rank <= chosen.length);
  const wanting = table.rows.filter((row) => departs(row.issue, row.rank));
  const ready =
    chosen.length > 0 &&
    meeting.trim() !== '' &&
    day !== '' &&
    wanting.every(({ issue }) => (reasons[issue] ?? '').trim() !== '');
  const save = async (): Promise<void> => {
    const given = Object.fromEntries(wanting.map(({ issue }) => [issue, (reasons[issue] ?? '').trim()]));
    const reply = await ask('risk.agree-priorities', {
      year,
      agreedOn: day,
      meeting: meeting.trim(),
      issues: [...chosen],
      reasons: given,
    });
    if (reply.ok) say(ISSUE_PANES.thePrioritiesOfAre(year, meeting.trim()));
    else say(reply.failure.message, 'trouble');
  };
  const move = (id: string, by: 1 | -1): void => {
    setChosen((now) => {
      const at = now.indexOf(id);
      const next = [...now];
      next.splice(at, 1);
      next.splice(Math.max(0, at + by), 0, id);
      return next;
    });
  };
  return (
    <div className="priorities">
      <p className="finding-under">
        {agreed === null
          ? ISSUE_PANES.noPrioritiesAreAgreed(year)
          : ISSUE_PANES.agreedByOnA(agreed.meeting, dayText(agreed.agreedOn))}
      </p>
      <div className="score-head">
        <TextField value={meeting} onChange={setMeeting} maxLength={300} className="field">
          <Label>{ISSUE_PANES.meeting}</Label>
          <Input className="text-input" />
        </TextField>
        <DayField label={ISSUE_PANES.day} value={day} onChange={setDay} />
      </div>
      <ul className="priority-list">
        {table.rows.map(({ issue, name, rank, band }) => {
          const place = chosen.indexOf(issue);
          return (
            <li key={issue}>
              <Tick
                words={
                  <>
                    {place >= 0 && <b>{ISSUE_PANES.priority(place + 1)}</b>}
                    <span>{name}</span>
                  </>
                }
                on={place >= 0}
                onChange={(on) => {
                  setChosen((now) => (on ? [...now, issue] : now.filter((other) => other !== issue)));
                }}
              />
              <span className="priority-rank">
                {rank === null ? ISSUE_PANES.notRanked : ISSUE_PANES.rank(rank)}
                {band === null ? '' : `, ${band.toLowerCase()}`}
              </span>
              <span className="section-tools">
                {place > 0 && (
                  <Button
                    kind="link"
                    label={ISSUE_PANES.onePlaceUp(name)}
                    onPress={() => {
                      move(issue, -1);
                    }}
                  >
                    {ISSUE_PANES.up}
                  </Button>
                )}
                {place >= 0 && place < chosen.length - 1 && (
                  <Button
                    kind="link"
                    label={ISSUE_PANES.onePlaceDown(name)}
                    onPress={() => {
                      move(issue, 1);
                    }}
                  >
                    {ISSUE_PANES.down}
                  </Button>
                )}
              </span>
              {chosen.length > 0 && departs(issue, rank) && (
                <TextField
                  value={reasons[issue] ?? ''}
                  onChange={(reason) => {
                    setReasons((now) => ({ ...now, [issue]: reason }));
                  }}
                  maxLength={2000}
                  className="field priority-reason"
                >
                  <Label>{place >= 0 ? ISSUE_PANES.whyItIsChosen : ISSUE_PANES.whyItIsPassed}</Label>
                  <TextArea className="text-input" rows={2} />
                </TextField>
              )}
            </li>
          );
        })}
      </ul>
      <Button kind="primary" disabled={!ready} onPress={() => void save()}>
        {ISSUE_PANES.keepWhatWasAgreed}
      </Button>
    </div>
  );
}
