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
import { ISSUE_PANES } from '../../words/assessment-issues.ts';
import type { Risk } from './assessment-words.ts';

/** What is not scored yet, by name where it is little. */
function sayMissing(missing: readonly string[], all: number): string {
  if (missing.length === all) return 'everything';
  return missing.length > 2 ? ISSUE_PANES.dimensions(missing.length) : missing.join(', ');
}

/** The ranked table as it is shown and copied; what is so of no issue has no column. */
export function rankedValue({ table, scheme, year, lastYear }: Risk): TableValue {
  const areApart = table.rows.some((row) => (row.disagreements ?? []).length > 0);
  const areMissing = table.rows.some((row) => row.missing.length > 0);
  const show = (value: number | null, decimals = 1): string => numberInWords(value, decimals);
  return {
    caption: ISSUE_PANES.issuesRankedByRisk(year, table.scheme, table.version),
    rowHead: ISSUE_PANES.issue,
    columns: [
      { head: ISSUE_PANES.rankWord },
      { head: ISSUE_PANES.risk },
      { head: ISSUE_PANES.band, text: true },
      { head: ISSUE_PANES.harm, divider: true },
      { head: ISSUE_PANES.likelihood },
      { head: ISSUE_PANES.confidence, text: true, divider: true },
      { head: ISSUE_PANES.position, under: ISSUE_PANES.howBadlyPlacedWe },
      { head: ISSUE_PANES.rankHolds, under: ISSUE_PANES.oneLevelMoreOr, text: true },
      { head: ISSUE_PANES.lastYear, under: lastYear.year, text: true },
      ...(areApart ? [{ head: ISSUE_PANES.scorersApart, under: ISSUE_PANES.dimensionsWord, text: true }] : []),
      ...(areMissing ? [{ head: ISSUE_PANES.notScoredYet, text: true }] : []),
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
                : ISSUE_PANES.fromTo(show(row.bestRank, 0), show(row.worstRank, 0)),
        },
        { text: row.movement ?? '' },
        ...(areApart
          ? [{ text: (row.disagreements ?? []).length === 0 ? '' : `⇕ ${String(row.disagreements?.length ?? 0)}` }]
          : []),
        ...(areMissing ? [{ text: sayMissing(row.missing, scheme.dimensions.length) }] : []),
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
    else if (saved.value.saved !== null) say(ISSUE_PANES.theMatrixIsSaved(saved.value.saved));
  };
  if (risk.table.rows.length === 0)
    return (
      <Empty title={ISSUE_PANES.nothingToRankYet}>
        <p>{ISSUE_PANES.putTheIssuesIn}</p>
        <GoButton to={{ room: 'assessment', at: 'register' }}>{ISSUE_PANES.openTheRegister}</GoButton>
      </Empty>
    );
  const table = rankedValue(risk);
  return (
    <>
      <div className="section-head">
        <h2>{ISSUE_PANES.matrix}</h2>
        <div className="section-tools">
          <Button kind="link" onPress={() => void save('png')}>
            {ISSUE_PANES.saveAsPng}
          </Button>
          <Button kind="link" onPress={() => void save('svg')}>
            {ISSUE_PANES.saveAsSvg}
          </Button>
        </div>
      </div>
      <Chart picture={picture} label={matrixFinding(matrix)} />
      <section className="section">
        <TableBlock table={table} heading={ISSUE_PANES.rankedTable} kind="list" notesHidden />
        <div className="notes">
          <p>{risk.table.source}</p>
          <p>{ISSUE_PANES.confidenceAndOurOwn}</p>
        </div>
      </section>
    </>
  );
}
