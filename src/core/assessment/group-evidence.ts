import type { OffenceRow, OffenceTable } from '../performance/offence-table.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { noEvidence, type EvidenceTable } from './evidence-table.ts';
import { marksOf, type EvidenceScope } from './evidence-scope.ts';

export interface GroupEvidenceInput {
  readonly scope: EvidenceScope;
  /** All offence groups over one span; null: none is held within the period. */
  readonly table: OffenceTable | null;
  /** The span is the period itself. */
  readonly wholePeriod: boolean;
}

const TITLE = 'Beside the most similar group';
const METHOD =
  'The own area among the areas of its group as the source gives them: rate per 1,000 residents, unweighted average of all areas, rank (1 is the lowest rate), and limits as iQuanta’s pictures have them.';

const VERDICT: Record<NonNullable<OffenceRow['verdict']>, string> = {
  above: 'above the group',
  below: 'below the group',
  inline: 'in line with the group',
};
const DIRECTION: Record<NonNullable<OffenceRow['direction']>, string> = {
  up: '↑ up',
  down: '↓ down',
  unclear: '→ no clear change',
  level: '→ level',
};

/** Where the own area stands in its group, offence by offence. */
export function groupEvidence({ scope, table, wholePeriod }: GroupEvidenceInput): EvidenceTable {
  if (table === null) {
    return noEvidence(
      'group',
      TITLE,
      'No comparison with the group is held for these months. Bring the sheets of the most similar group.',
      METHOD,
    );
  }
  const { rows } = table;
  const high = rows.filter(({ verdict }) => verdict === 'above');
  return {
    id: 'group',
    title: TITLE,
    finding: findingOf(table, high),
    rowHead: 'Offence group',
    columns: [
      { id: 'count', head: 'Count', under: table.periodInWords, kind: 'number' },
      { id: 'rate', head: 'Rate', under: 'per 1,000', kind: 'number', decimals: 1 },
      { id: 'average', head: 'Group average', under: 'per 1,000', kind: 'number', decimals: 1 },
      { id: 'distance', head: 'From average', under: '%', kind: 'number', signed: true, suffix: '%' },
      { id: 'rank', head: 'Rank', under: '1 lowest', kind: 'number' },
      { id: 'verdict', head: 'Beside the group', kind: 'words' },
      { id: 'last-year', head: 'Year before', kind: 'number' },
      { id: 'direction', head: 'Direction', kind: 'words' },
    ],
    rows: rows.map((row) => ({
      id: row.measure,
      head: row.name,
      cells: [
        row.count,
        row.ratePerThousand,
        row.average,
        row.distancePercent,
        row.rank === null ? null : `${String(row.rank)} of ${String(row.of)}`,
        row.verdict === null ? null : VERDICT[row.verdict],
        row.lastYear,
        row.direction === null ? null : DIRECTION[row.direction],
      ],
    })),
    notes: [
      ...(wholePeriod
        ? []
        : [`Of the period only ${table.periodInWords} is held for the group: these are its figures.`]),
      ...(table.limitsWords === null ? [] : [table.limitsWords]),
      ...table.notes,
      ...marksOf(
        scope,
        rows.map(({ measure }) => measure),
      ),
    ],
    rests: { sources: [table.source], dataTo: table.to, method: METHOD },
    provisional: table.provisional,
    illustrative: table.illustrative,
    nothing: null,
    disclosure: null,
    ordered: null,
  };
}

function findingOf(table: OffenceTable, high: readonly OffenceRow[]): string {
  const [all] = table.rows.filter(({ measure }) => measure === 'all-crime');
  const first =
    all === undefined || all.rank === null || all.distancePercent === null
      ? ''
      : `All crime, ${table.periodInWords}: rank ${String(all.rank)} of ${String(all.of)} (1 is the lowest), ${sayNumber(Math.abs(all.distancePercent))}% ${all.distancePercent < 0 ? 'below' : 'above'} the group’s average.`;
  const more = high.filter(({ measure }) => measure !== 'all-crime').map(({ name }) => name);
  return [first, more.length === 0 ? '' : `Above the group: ${sayList(more)}.`].filter((part) => part !== '').join(' ');
}
