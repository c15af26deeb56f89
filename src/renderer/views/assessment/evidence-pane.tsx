import { useCallback, useState, type ReactElement } from 'react';
import { editedEvidence } from '../../../core/assessment/evidence-edit.ts';
import type { Look } from '../../../core/picture/look.ts';
import { spcPicture } from '../../../core/picture/spc-picture.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Button } from '../../parts/button.tsx';
import { Chooser } from '../../parts/chooser.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { useSidePanel } from '../../parts/side-panel.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { longPeriod, momentInWords } from '../../words/dates.ts';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
import { Callout } from '../comparison/callout.tsx';
import type { Risk } from './assessment-words.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { EvidencePeriod } from './evidence-period.tsx';
import { evidenceValue } from './evidence-table-value.ts';
import { RowForm } from './row-form.tsx';
import type { EvidenceShown } from './evidence-words.ts';
import { UnitCosts } from './unit-costs.tsx';
import './evidence.css';

/** The tables of evidence, each drafted from what is held, with the officer's words beside it. */
export function EvidencePane({ risk }: { readonly risk: Risk }): ReactElement {
  const answer = useAnswer('evidence.show', { year: risk.year });
  const [open, setOpen] = useState<string>('crime-summary');
  if (answer.state === 'asking') return <Waiting says={EVIDENCE_PANES.draftingTheEvidenceFrom} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  const evidence = answer.value;
  const at = evidence.tables.findIndex(({ table }) => table.id === open);
  const shown = evidence.tables[at];
  if (shown === undefined) throw new Error(`there is no table of evidence «${open}»`);
  const step = (by: number) => evidence.tables[at + by]?.table;
  return (
    <>
      <EvidencePeriod evidence={evidence} />
      <div className="evidence-choice">
        <Chooser
          label={EVIDENCE_PANES.table}
          value={open}
          options={evidence.tables.map(({ table, edit, figuresChanged }) => ({
            id: table.id,
            words: `${table.title}${table.nothing !== null ? EVIDENCE_PANES.nothingHeld : edit.tableLeftOut ? EVIDENCE_PANES.leftOut : figuresChanged ? EVIDENCE_PANES.figuresChanged : ''}`,
          }))}
          onChoose={setOpen}
        />
        {[-1, 1].map((by) => {
          const to = step(by);
          return (
            <Button
              key={by}
              kind="link"
              disabled={to === undefined}
              onPress={() => {
                if (to !== undefined) setOpen(to.id);
              }}
            >
              {to === undefined
                ? by < 0
                  ? EVIDENCE_PANES.firstTable
                  : EVIDENCE_PANES.lastTable
                : by < 0
                  ? `← ${to.title}`
                  : `${to.title} →`}
            </Button>
          );
        })}
      </div>
      <EvidenceSection key={open} year={evidence.year} shown={shown} />
    </>
  );
}

function EvidenceSection({ year, shown }: { readonly year: string; readonly shown: EvidenceShown }): ReactElement {
  const { table: draft, edit, figuresChanged, savedAt } = shown;
  const panel = useSidePanel();
  const table = editedEvidence(draft, edit);
  const editWords = (): void => {
    panel.open({ title: draft.title, body: <EvidenceForm year={year} shown={shown} onDone={panel.close} /> });
  };
  const editRow = (row: string): void => {
    const head = draft.rows.find(({ id }) => id === row)?.head ?? row;
    panel.open({ title: head, body: <RowForm year={year} shown={shown} row={row} onDone={panel.close} /> });
  };
  if (draft.nothing !== null)
    return (
      <>
        <Empty title={draft.title}>
          <p>{draft.nothing}</p>
        </Empty>
        {draft.id === 'cost' && <UnitCosts />}
      </>
    );
  const value = evidenceValue(table, editRow);
  return (
    <section className="section" aria-labelledby="evidence-title">
      <div className="section-head">
        <h2 id="evidence-title">{draft.title}</h2>
        <div className="section-tools">
          <CopyTable table={evidenceValue(table)} />
          <Button kind="link" onPress={editWords}>
            {EVIDENCE_PANES.editTheWordsAnd}
          </Button>
        </div>
      </div>
      {figuresChanged && (
        <Callout>
          <strong>{EVIDENCE_PANES.theFiguresHaveChangedSince}</strong>
          {EVIDENCE_PANES.readThemAgainSaving}
        </Callout>
      )}
      {edit.tableLeftOut && <p className="apart">{EVIDENCE_PANES.leftOutOfThe}</p>}
      {table.finding !== '' && <p className="evidence-finding">{table.finding}</p>}
      {edit.finding !== null && draft.finding !== '' && (
        <p className="evidence-drafted">{EVIDENCE_PANES.asDraftedOf(draft.finding)}</p>
      )}
      {edit.words !== '' &&
        edit.words
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => (
            <p key={line} className="evidence-words">
              {line}
            </p>
          ))}
      {draft.id === 'by-month' && <MonthByMonth />}
      <FigureTable table={value} captionHidden tall={table.rows.length > 24} />
      <div className="notes">
        {table.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>
          <strong>{EVIDENCE_PANES.whatThisRestsOn}</strong> {restsOn(draft)}
        </p>
        {savedAt !== null && <p>{EVIDENCE_PANES.ownWordsOrRows(momentInWords(savedAt))}</p>}
      </div>
      {draft.id === 'cost' && <UnitCosts />}
    </section>
  );
}

function restsOn({ rests, provisional, illustrative }: EvidenceShown['table']): string {
  return [
    rests.dataTo === null ? '' : EVIDENCE_PANES.dataTo(longPeriod(rests.dataTo)),
    provisional ? EVIDENCE_PANES.provisionalFiguresMayStill : '',
    illustrative ? EVIDENCE_PANES.illustrativeFigures : '',
    rests.sources.length === 0
      ? ''
      : `${rests.sources.length === 1 ? EVIDENCE_PANES.file : EVIDENCE_PANES.files}: ${rests.sources.join('; ')}.`,
    rests.method,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** All crime with the limits of normal variation, exceptional months as bands: the very chart of the measure's room. */
function MonthByMonth(): ReactElement | null {
  const chart = useAnswer('spc.show', { measure: 'all-crime' });
  const view = chart.state === 'known' ? chart.value : null;
  const picture = useCallback(
    (width: number, look: Look) => {
      if (view === null) throw new Error('nothing to draw');
      return spcPicture(view, { width }, look);
    },
    [view],
  );
  return view === null ? null : (
    <Chart picture={picture} label={EVIDENCE_PANES.processChart(view.name, view.sentence)} />
  );
}
