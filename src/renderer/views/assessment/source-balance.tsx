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
import type { Risk } from './assessment-words.ts';
import { ListPane } from './list-pane.tsx';

/** Whose evidence each issue rests on, and whose is missing. */
export function SourceBalance({ risk }: { readonly risk: Risk }): ReactElement {
  const answer = useAnswer('balance.show', { year: risk.year });
  const issues = answer.state === 'known' ? answer.value.issues : null;
  const picture = useCallback((width: number, look: Look) => balancePicture(issues ?? [], { width }, look), [issues]);
  if (answer.state === 'asking') return <Waiting says="Weighing the evidence…" />;
  if (answer.state === 'failed') return <Trouble failure={answer.failure} />;
  if (issues === null || issues.length === 0)
    return (
      <Empty title="No issue in the register yet">
        <p>Put the issues in the register; then link what each one rests on here.</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>Open the register</GoButton>
      </Empty>
    );
  const table: TableValue = {
    caption: `Whose evidence each issue rests on, ${risk.year}: share of the pieces that are linked, in %`,
    rowHead: 'Issue',
    columns: [
      { head: 'Pieces' },
      ...EVIDENCE_FROM.map(({ words }) => ({ head: `${words.charAt(0).toUpperCase()}${words.slice(1)}`, under: '%' })),
      { head: 'Not told', under: 'pieces' },
      { head: 'What is missing', text: true },
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
      <Chart picture={picture} label={`Whose evidence each issue rests on in ${risk.year}: the table says the same.`} />
      <section className="section">
        <div className="section-head">
          <h2>Balance by issue</h2>
          <CopyTable table={table} />
        </div>
        <FigureTable table={table} captionHidden />
        <div className="notes">
          <p>
            Counted are the pieces linked below, community voice that speaks to the issue, and the lines of evidence its
            scorers gave. A scorer’s line whose words do not tell whose it is counts as «not told», in no share.
          </p>
        </div>
      </section>
      <ListPane
        list="evidence"
        heading="Evidence linked to issues"
        issues={risk.issues}
        what="Say what an issue rests on and whose evidence that is: a police extract, a partner’s return, a service’s own figures, what people said."
        columns={['from', 'issues', 'measures']}
      />
    </>
  );
}
