import { useCallback, type ReactElement } from 'react';
import type { Look } from '../../../core/picture/look.ts';
import { matrixFinding, matrixPicture } from '../../../core/picture/matrix-picture.ts';
import { ask } from '../../ask.ts';
import { Chart } from '../../charts/chart.tsx';
import { Button } from '../../parts/button.tsx';
import { TableBlock } from '../../parts/table-block.tsx';
import { useSay } from '../../parts/notice.tsx';
import { GoButton } from '../../parts/go-button.tsx';
import { Empty } from '../../parts/states.tsx';
import type { TableValue } from '../../parts/table-value.ts';
import { numberInWords } from '../../words/numbers.ts';
import type { Risk } from './assessment-words.ts';

/** What is not scored yet, by name where it is little. */
function sayMissing(missing: readonly string[], all: number): string {
  if (missing.length === all) return 'everything';
  return missing.length > 2 ? `${String(missing.length)} dimensions` : missing.join(', ');
}

/** The ranked table as it is shown and copied. */
export function rankedValue({ table, scheme, year, lastYear }: Risk): TableValue {
  const show = (value: number | null, decimals = 1): string => numberInWords(value, decimals);
  return {
    caption: `Issues ranked by risk, ${year}: ${table.scheme}, version ${table.version}`,
    rowHead: 'Issue',
    columns: [
      { head: 'Rank' },
      { head: 'Risk' },
      { head: 'Band', text: true },
      { head: 'Harm', divider: true },
      { head: 'Likelihood' },
      { head: 'Confidence', text: true, divider: true },
      { head: 'Position', under: 'how badly placed we are' },
      { head: 'Rank holds?', under: 'one level more or less', text: true },
      { head: 'Last year', under: lastYear.year, text: true },
      { head: 'Scorers apart', under: 'dimensions', text: true },
      { head: 'Not scored yet', text: true },
    ],
    rows: table.rows.map((row) => ({
      head: row.name,
      cells: [
        { text: show(row.rank, 0), tone: 'strong' as const },
        { text: show(row.risk, scheme.decimals), tone: 'strong' as const },
        { text: row.band ?? '' },
        { text: show(row.harm) },
        { text: show(row.likelihood) },
        { text: row.confidence ?? '' },
        { text: show(row.position) },
        {
          text:
            row.keepsRank === null
              ? ''
              : row.keepsRank
                ? 'yes'
                : `from ${show(row.bestRank, 0)} to ${show(row.worstRank, 0)}`,
        },
        { text: row.movement ?? '' },
        {
          text: (row.disagreements ?? []).length === 0 ? '' : `⇕ ${String(row.disagreements?.length ?? 0)}`,
        },
        { text: sayMissing(row.missing, scheme.dimensions.length) },
      ],
    })),
    notes: [table.source, table.notice],
  };
}

/** The ranking as a matrix and as a table, with sensitivity and last year beside it. */
export function Ranking({ risk }: { readonly risk: Risk }): ReactElement {
  const say = useSay();
  const { matrix, year, scheme } = risk;
  const picture = useCallback(
    (width: number, look: Look) => matrixPicture(matrix, year, scheme, { width }, look),
    [matrix, year, scheme],
  );
  const save = async (format: 'png' | 'svg'): Promise<void> => {
    const drawn = await ask('risk.draw-matrix', { year, format });
    if (!drawn.ok) {
      say(drawn.failure.message, 'trouble');
      return;
    }
    const saved = await ask('chart.save', { bytes: drawn.value.bytes, name: drawn.value.name });
    if (!saved.ok) say(saved.failure.message, 'trouble');
    else if (saved.value.saved !== null) say(`The matrix is saved: ${saved.value.saved}`);
  };
  if (risk.table.rows.length === 0)
    return (
      <Empty title="Nothing to rank yet">
        <p>Put the issues in the register, then score them.</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>Open the register</GoButton>
      </Empty>
    );
  const table = rankedValue(risk);
  return (
    <>
      <div className="section-head">
        <h2>Matrix</h2>
        <div className="section-tools">
          <Button kind="link" onPress={() => void save('png')}>
            Save as PNG
          </Button>
          <Button kind="link" onPress={() => void save('svg')}>
            Save as SVG
          </Button>
        </div>
      </div>
      <Chart picture={picture} label={matrixFinding(matrix)} />
      <section className="section">
        <TableBlock table={table} heading="Ranked table" kind="list" notesHidden />
        <div className="notes">
          <p>{risk.table.source}</p>
          <p>
            Confidence and our own position stand beside the risk and never change it. A rank that holds stays the same
            when any one level is one step higher or lower.
          </p>
        </div>
      </section>
    </>
  );
}
