import { useState, type ReactElement } from 'react';
import { ask, useAnswer, valueOf } from '../../ask.ts';
import { AssessmentsWritten } from '../../parts/assessments-written.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../parts/notice.tsx';
import { Trouble, Waiting } from '../../parts/states.tsx';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
import type { Risk } from './assessment-words.ts';
import { spanInWords, type EvidenceShown } from './evidence-words.ts';
import './evidence.css';

const NO_MARKING = 'none';
type Format = 'docx' | 'xlsx' | 'pdf';

/** How a table goes into the document, in words. */
function stateOf({ table, edit, figuresChanged }: EvidenceShown): { says: string; late: boolean } {
  if (edit.tableLeftOut) return { says: EVIDENCE_PANES.leftOutByChoice, late: true };
  if (table.nothing !== null) return { says: EVIDENCE_PANES.nothingIsHeldThe, late: true };
  if (figuresChanged) return { says: EVIDENCE_PANES.theFiguresHaveChanged, late: true };
  const own = edit.finding !== null || edit.words !== '' || Object.keys(edit.notes).length > 0;
  return { says: own ? EVIDENCE_PANES.withYourOwnWords : EVIDENCE_PANES.asDrafted, late: false };
}

/** The whole assessment as one document: what goes into it, and its three forms. */
export function DocumentPane({ risk }: { readonly risk: Risk }): ReactElement {
  const { year } = risk;
  const answer = useAnswer('evidence.show', { year });
  const markings = valueOf(useAnswer('marking.list', {})) ?? [];
  const plans = valueOf(useAnswer('plan.list', {}))?.plans ?? [];
  const [title, setTitle] = useState(EVIDENCE_PANES.strategicAssessment(year));
  const [marking, setMarking] = useState(NO_MARKING);
  const [busy, setBusy] = useState<Format | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const say = useSay();
  if (answer.state === 'asking') return <Waiting says={EVIDENCE_PANES.lookingAtWhatThe} />;
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
      what: EVIDENCE_PANES.issuesAndTheirScores,
      says: scored === 0 ? EVIDENCE_PANES.noIssueIsScored : EVIDENCE_PANES.issuesRanked(scored),
      late: scored === 0,
    },
    {
      what: EVIDENCE_PANES.priorities,
      says: risk.agreed === null ? EVIDENCE_PANES.noneAreAgreedYet : EVIDENCE_PANES.agreed(risk.agreed.issues.length),
      late: risk.agreed === null,
    },
    {
      what: EVIDENCE_PANES.planOnAPage,
      says:
        plans.length === 0
          ? EVIDENCE_PANES.thereIsNoPlan
          : EVIDENCE_PANES.thePlanOf((plans.find((plan) => plan.year === year) ?? plans[0])?.year ?? ''),
      late: plans.length === 0,
    },
    { what: EVIDENCE_PANES.dataNotesAndGlossary, says: EVIDENCE_PANES.writtenFromTheStore, late: false },
  ];
  return (
    <section className="document" aria-label={EVIDENCE_PANES.theDocument}>
      <p>{EVIDENCE_PANES.theWholeAssessmentOf(year, spanInWords(evidence.period))}</p>
      {illustrative && <p className="apart">{EVIDENCE_PANES.someOfTheseFigures}</p>}
      <div className="evidence-choice">
        <Field label={EVIDENCE_PANES.title} value={title} onChange={setTitle} longest={200} />
        <Chooser
          label={EVIDENCE_PANES.marking}
          value={marking}
          options={[NO_MARKING, ...markings].map((one) => ({ id: one, words: one }))}
          onChoose={setMarking}
        />
      </div>
      <div className="section-tools">
        <Button kind="primary" disabled={busy !== null} onPress={() => void write('docx')}>
          {busy === 'docx' ? EVIDENCE_PANES.writing : EVIDENCE_PANES.writeItForWord}
        </Button>
        <Button disabled={busy !== null} onPress={() => void write('pdf')}>
          {busy === 'pdf' ? EVIDENCE_PANES.writing : EVIDENCE_PANES.saveAsPdf}
        </Button>
        <Button disabled={busy !== null} onPress={() => void write('xlsx')}>
          {busy === 'xlsx' ? EVIDENCE_PANES.writing : EVIDENCE_PANES.writeTheWorkbook}
        </Button>
      </div>
      <div role="status" className="document-saved">
        {saved !== null && (
          <p>
            {EVIDENCE_PANES.saved}
            <strong>{saved}</strong>
          </p>
        )}
      </div>
      <h2>{EVIDENCE_PANES.whatGoesIn}</h2>
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
