import { useState, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { AssessmentsWritten } from '../../parts/assessments-written.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import type { Risk } from './assessment-words.ts';
import { spanInWords, type EvidenceShown } from './evidence-words.ts';
import './evidence.css';

const NO_MARKING = 'none';
type Format = 'docx' | 'xlsx' | 'pdf';

/** How a table goes into the document, in words. */
function stateOf({ table, edit, figuresChanged }: EvidenceShown): { says: string; late: boolean } {
  if (edit.tableLeftOut) return { says: 'left out by choice', late: true };
  if (table.nothing !== null) return { says: 'nothing is held: the document says so', late: true };
  if (figuresChanged) return { says: 'the figures have changed since its words were written', late: true };
  const own = edit.finding !== null || edit.words !== '' || Object.keys(edit.notes).length > 0;
  return { says: own ? 'with your own words' : 'as drafted', late: false };
}

/** The whole assessment as one document: what goes into it, and its three forms. */
export function DocumentPane({ risk }: { readonly risk: Risk }): ReactElement {
  const { year } = risk;
  const answer = useAnswer('evidence.show', { year });
  const markings = valueOf(useAnswer('marking.list', {})) ?? [];
  const plans = valueOf(useAnswer('plan.list', {}))?.plans ?? [];
  const [title, setTitle] = useState(`Strategic assessment ${year}`);
  const [marking, setMarking] = useState(NO_MARKING);
  const [busy, setBusy] = useState<Format | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const say = useSay();
  if (answer.state === 'asking') return <Waiting says="Looking at what the document would hold…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const evidence = answer.value;
  const write = async (format: Format): Promise<void> => {
    setBusy(format);
    const reply = await ask('assessment.save', {
      year,
      format,
      marking: marking === NO_MARKING ? null : marking,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
    });
    setBusy(null);
    if (!reply.ok) say(reply.failure.message, 'trouble');
    else if (reply.value.saved !== null) setSaved(reply.value.saved);
  };
  const illustrative = evidence.tables.some(({ table }) => table.illustrative);
  const scored = risk.table.rows.filter(({ rank }) => rank !== null).length;
  const others: { what: string; says: string; late: boolean }[] = [
    {
      what: 'Issues and their scores',
      says: scored === 0 ? 'no issue is scored yet' : `${String(scored)} issues ranked`,
      late: scored === 0,
    },
    {
      what: 'Priorities',
      says:
        risk.agreed === null
          ? 'none are agreed yet: the chapter is left out'
          : `${String(risk.agreed.issues.length)} agreed`,
      late: risk.agreed === null,
    },
    {
      what: 'Plan on a page',
      says:
        plans.length === 0
          ? 'there is no plan yet: the chapter is left out'
          : `the plan of ${(plans.find((plan) => plan.year === year) ?? plans[0])?.year ?? ''}`,
      late: plans.length === 0,
    },
    { what: 'Data notes and glossary', says: 'written from the store', late: false },
  ];
  return (
    <section className="document" aria-label="The document">
      <p>
        The whole assessment of {year}, drafted for {spanInWords(evidence.period)}: every table and chart with its
        source, how far its data go and its method. Small numbers are left out as the Packs room sets them, in tables
        about people always.
      </p>
      {illustrative && (
        <p className="apart">Some of these figures are illustrative: every page of the document will be marked so.</p>
      )}
      <div className="evidence-choice">
        <Field label="Title" value={title} onChange={setTitle} longest={200} />
        <Chooser
          label="Marking"
          value={marking}
          options={[NO_MARKING, ...markings].map((one) => ({ id: one, words: one }))}
          onChoose={setMarking}
        />
      </div>
      <div className="section-tools">
        <Button kind="primary" disabled={busy !== null} onPress={() => void write('docx')}>
          {busy === 'docx' ? 'Writing…' : 'Write it for Word'}
        </Button>
        <Button disabled={busy !== null} onPress={() => void write('pdf')}>
          {busy === 'pdf' ? 'Writing…' : 'Save as PDF'}
        </Button>
        <Button disabled={busy !== null} onPress={() => void write('xlsx')}>
          {busy === 'xlsx' ? 'Writing…' : 'Write the workbook'}
        </Button>
      </div>
      <div role="status" className="document-saved">
        {saved !== null && (
          <p>
            Saved: <strong>{saved}</strong>
          </p>
        )}
      </div>
      <h2>What goes in</h2>
      <ul className="document-list">
        {evidence.tables.map((shown) => {
          const { says, late } = stateOf(shown);
          return (
            <li key={shown.table.id}>
              <span>{shown.table.title}</span>
              <span className={late ? 'document-late' : 'document-in'}>{says}</span>
            </li>
          );
        })}
        {others.map(({ what, says, late }) => (
          <li key={what}>
            <span>{what}</span>
            <span className={late ? 'document-late' : 'document-in'}>{says}</span>
          </li>
        ))}
      </ul>
      <AssessmentsWritten year={risk.year} />
    </section>
  );
}
