import { useState, type ReactElement } from 'react';
import type { MeasureSummary } from '../../../preload/contract.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import { addMonths } from '../../../core/time/month.ts';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { EmptyRoom } from '../../parts/empty-room.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { longPeriod } from '../../words/dates.ts';
import { EMPTY_ROOMS } from '../../words/empty-rooms.ts';
import { PACKS_ROOM } from '../../words/packs-room.ts';
import { ActionLog } from './action-log.tsx';
import { ComposePack } from './compose-pack.tsx';
import { AssessmentsWritten } from '../../parts/assessments-written.tsx';
import { EarlierPacks } from './earlier-packs.tsx';
import { MarkingsSection } from './markings.tsx';
import { SmallNumbersSection } from './small-numbers.tsx';
import './packs.css';

/** How many months back a pack can be written as at. */
const MONTHS_BACK = 15;

const NO_MARKING = 'none';

/** The latest month that any measure knows, and those before it, newest first. */
export function monthsForPacks(measures: readonly MeasureSummary[]): string[] {
  const known = measures
    .map(({ dataTo }) => (dataTo === null ? null : readPeriodId(dataTo)))
    .filter((one) => one !== null);
  const latest = known
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return latest === undefined ? [] : Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(latest, -back));
}

interface PacksProps {
  /** `earlier`: come to see the packs handed over. */
  readonly at: string | undefined;
}

/** Writing the Board's workbook. */
export function PacksView({ at }: PacksProps): ReactElement {
  const answer = useAnswer('measure.list', {});
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const [marking, setMarking] = useState<string>(NO_MARKING);
  const [template, setTemplate] = useState('board');
  const [meeting, setMeeting] = useState('');
  const [composing, setComposing] = useState(false);
  const markings = valueOf(useAnswer('marking.list', {})) ?? [];
  const templates = valueOf(useAnswer('template.list', {})) ?? [];

  if (answer.state === 'asking') return <Waiting says={PACKS_ROOM.readingTheMeasures} />;
  if (answer.state === 'failed')
    return (
      <Page title={PACKS_ROOM.packs}>
        <Trouble failure={answer.failure} />
      </Page>
    );
  const months = monthsForPacks(answer.value);
  const asAt = chosen ?? months[0] ?? null;
  if (asAt === null)
    return (
      <Page title={PACKS_ROOM.packs}>
        <EmptyRoom words={EMPTY_ROOMS.packs} />
      </Page>
    );
  const chosenTemplate = templates.find(({ name }) => name === template);
  const write = async (format: 'xlsx' | 'docx' | 'pdf'): Promise<void> => {
    setBusy(true);
    const reply = await ask('report.save', {
      asAt,
      format,
      template,
      marking: marking === NO_MARKING ? null : marking,
      meeting: meeting.trim() === '' ? null : meeting.trim(),
    });
    setBusy(false);
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.saved !== null) setSaved(reply.value.saved);
  };
  return (
    <Page title={PACKS_ROOM.packs}>
      <section className="pack">
        <h2>{PACKS_ROOM.theBoardsWorkbookAnd}</h2>
        <p>{PACKS_ROOM.anExcelWorkbookWith}</p>
        <div className="pack-tools">
          <Chooser
            label={PACKS_ROOM.asAt}
            value={asAt}
            options={months.map((month) => ({ id: month, words: longPeriod(month) }))}
            onChoose={(month) => {
              setChosen(month);
              setSaved(null);
            }}
          />
          <Chooser
            label={PACKS_ROOM.template}
            value={template}
            options={templates.map(({ name }) => ({ id: name, words: name === 'board' ? PACKS_ROOM.board : name }))}
            onChoose={setTemplate}
          />
          <Chooser
            label={PACKS_ROOM.marking}
            value={marking}
            options={[{ id: NO_MARKING, words: PACKS_ROOM.none }, ...markings.map((one) => ({ id: one, words: one }))]}
            onChoose={setMarking}
          />
          <Button
            kind="link"
            onPress={() => {
              setComposing(!composing);
            }}
          >
            {composing ? PACKS_ROOM.putTheComposingAway : PACKS_ROOM.composeThePack}
          </Button>
        </div>
        <div className="pack-meeting">
          <Field label={PACKS_ROOM.meetingAsItStands} value={meeting} onChange={setMeeting} />
        </div>
        {composing && chosenTemplate !== undefined && (
          <ComposePack
            key={chosenTemplate.name}
            template={chosenTemplate}
            onDone={() => {
              setComposing(false);
            }}
          />
        )}
        <div className="pack-tools">
          <Button kind="primary" disabled={busy} onPress={() => void write('xlsx')}>
            {busy ? PACKS_ROOM.writing : PACKS_ROOM.writeTheWorkbookTo(longPeriod(asAt))}
          </Button>
          <Button disabled={busy} onPress={() => void write('docx')}>
            {PACKS_ROOM.writeTheBoardsPaper}
          </Button>
          <Button disabled={busy} onPress={() => void write('pdf')}>
            {PACKS_ROOM.saveAsPdf}
          </Button>
        </div>
        <div role="status" className="pack-saved">
          {saved !== null && (
            <p>
              {PACKS_ROOM.saved}
              <strong>{saved}</strong>
            </p>
          )}
        </div>
        <Readiness measures={answer.value} asAt={asAt} />
      </section>
      <SmallNumbersSection asAt={asAt} />
      <MarkingsSection />
      <ActionLog />
      <EarlierPacks arrives={at === 'earlier'} />
      <AssessmentsWritten />
    </Page>
  );
}

/** What the workbook will hold and what it will leave blank. */
function Readiness({
  measures,
  asAt,
}: {
  readonly measures: readonly MeasureSummary[];
  readonly asAt: string;
}): ReactElement {
  return (
    <>
      <h3>{PACKS_ROOM.whatGoesIn}</h3>
      <ul className="pack-list">
        {measures.map(({ measure, shortName, dataTo }) => {
          const to = dataTo === null ? null : (readPeriodId(dataTo)?.to ?? null);
          const late = to !== null && to < asAt;
          return (
            <li key={measure}>
              <span>{shortName}</span>
              <span className={late || to === null ? 'pack-late' : 'pack-in'}>
                {to === null || dataTo === null
                  ? PACKS_ROOM.nothingHasCome
                  : late
                    ? PACKS_ROOM.onlyToLaterMonths(longPeriod(dataTo))
                    : PACKS_ROOM.to(longPeriod(asAt))}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
