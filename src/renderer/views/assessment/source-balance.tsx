import { useCallback, type ReactElement } from 'react';
import { EVIDENCE_FROM } from '../../../core/lists/source-balance.ts';
import { balancePicture } from '../../../core/picture/balance-picture.ts';
import type { Look } from '../../../core/picture/look.ts';
import { useAnswer } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { CopyTable } from '../../parts/copy-table.tsx';
import { FigureTable } from '../../parts/figure-table.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { numberInWords } from '../../words/numbers.ts';
import { EVIDENCE_PANES } from '../../words/assessment-evidence.ts';
import type { Risk } from './assessment-words.ts';
import { ListPane } from './list-pane.tsx';

/** Whose evidence each issue rests on, and whose is missing. */
export function SourceBalance({ risk }: { readonly risk: Risk }): ReactElement {
  const answer = useAnswer('balance.show', { year: risk.year });
  const issues = answer.state === 'known' ? answer.value.issues : null;
  const picture = useCallback((width: number, look: Look) => balancePicture(issues ?? [], { width }, look), [issues]);
  if (answer.state === 'asking') return <Waiting says={EVIDENCE_PANES.weighingTheEvidence} />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (issues === null || issues.length === 0)
    return (
      <Empty title={EVIDENCE_PANES.noIssueInThe}>
        <p>{EVIDENCE_PANES.putTheIssuesIn}</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>{EVIDENCE_PANES.openTheRegister}</GoButton>
      </Empty>
    );
  const table: TableValue = {
    caption: EVIDENCE_PANES.whoseEvidenceEachIssue(risk.year),
    rowHead: EVIDENCE_PANES.issue,
    columns: [
      { head: EVIDENCE_PANES.pieces },
      ...EVIDENCE_FROM.map(({ words }) => ({ head: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, under: '%' })),
      { head: EVIDENCE_PANES.notTold, under: EVIDENCE_PANES.piecesWord },
      { head: EVIDENCE_PANES.whatIsMissing, text: true },
    ],
    rows: issues.map((one) => ({
      head: one.name,
      cells: [
        { text: String(one.links.length) },
        ...one.shares.map(({ percent }) => ({ text: numberInWords(percent, 0) })),
        { text: one.notTold === 0 ? '0' : String(one.notTold) },
        { text: one.says },
      ],
    })),
    notes: [],
  };
  return (
    <>
      <Chart picture={picture} label={EVIDENCE_PANES.whoseEvidenceEachIssueRests(risk.year)} />
      <section className="section">
        <div className="section-head">
          <h2>{EVIDENCE_PANES.balanceByIssue}</h2>
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden />
        <div className="notes">
          <p>{EVIDENCE_PANES.countedAreThePieces}</p>
        </div>
      </section>
      <ListPane
        list="evidence"
        heading={EVIDENCE_PANES.evidenceLinkedToIssues}
        issues={risk.issues}
        what={EVIDENCE_PANES.sayWhatAnIssue}
        columns={['from', 'issues', 'measures']}
      />
    </>
  );
}
