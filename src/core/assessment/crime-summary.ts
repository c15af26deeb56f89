import { rateCell } from '../disclosure/disclosure-table.ts';
import { areaKey } from '../intake/area-names.ts';
import type { OffenceRow } from '../performance/offence-table.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { ratePerThousand } from '../performance/gap.ts';
import { periodInWords } from '../time/period.ts';
import { countCells } from './count-cells.ts';
import {
  evidenceCellId,
  noEvidence,
  type EvidenceColumn,
  type EvidenceRow,
  type EvidenceTable,
} from './evidence-table.ts';
import { beforeLeftOut, marksOf, scopeInWords, type EvidenceScope } from './evidence-scope.ts';
import { changesOf, twoCountsCells, twoCountsColumns, twoCountsRow, type TwoCountsRow } from './two-counts-row.ts';

/** A kind of offence and its records in the two periods; null: not every month is held. */
export interface KindCounts {
  readonly name: string;
  readonly now: number | null;
  readonly before: number | null;
}

export interface CrimeSummaryInput {
  readonly scope: EvidenceScope;
  /** All crime of the city. */
  readonly total: Omit<KindCounts, 'name'>;
  readonly kinds: readonly KindCounts[];
  /** The own area in its group over exactly these months; empty: no comparison of these months is held. */
  readonly compared: readonly OffenceRow[];
  readonly residents: { readonly count: number; readonly year: string | null } | null;
  readonly notes: readonly string[];
}

export const CRIME_SUMMARY_TITLE = 'Crime summary';
const METHOD =
  'Records counted by offence group for the months named; all crime as the Board’s own measure has it. Change: exact test of two counts (no percentage on fewer than ten before). Rank 1 is the lowest rate of the group.';

const AREA = 'all-crime';
const DIRECTION = { rise: '↑ up', fall: '↓ down', none: '→ level', unclear: '→ no clear change' } as const;

function directionOf({ difference, evidence }: TwoCountsRow): string | null {
  if (difference === null || evidence === null || evidence === 'too few to say') return null;
  if (difference === 0) return DIRECTION.none;
  if (!/^(?:strong|some) evidence/.test(evidence)) return DIRECTION.unclear;
  return difference > 0 ? DIRECTION.rise : DIRECTION.fall;
}

/** The table every assessment begins with: what was recorded, whether it changed, and where that stands in the group. */
export function crimeSummary(input: CrimeSummaryInput): EvidenceTable {
  const { scope, residents } = input;
  if (input.total.now === null && input.kinds.every(({ now }) => now === null)) {
    return noEvidence(
      'crime-summary',
      CRIME_SUMMARY_TITLE,
      `No crime is held for all of ${periodInWords(scope.period)}. Bring the record extract, or choose another period.`,
      METHOD,
    );
  }
  const left = beforeLeftOut(scope, AREA);
  const compared = new Map(input.compared.map((row) => [areaKey(row.name), row]));
  const kinds = [...input.kinds].sort((a, b) => (b.now ?? -1) - (a.now ?? -1) || (a.name < b.name ? -1 : 1));
  // What only the group's figures know: the own area's count stands in them.
  const only = input.compared
    .filter(
      (row) =>
        row.measure !== AREA && row.count !== null && !kinds.some(({ name }) => areaKey(name) === areaKey(row.name)),
    )
    .map((row): KindCounts => ({ name: row.name, now: row.count, before: row.lastYear }));
  const parts = [...kinds, ...only].map((kind) => ({ ...kind, id: areaKey(kind.name), total: false }));
  const whole = { id: 'all', name: 'All crime', ...input.total, total: true };
  const derived = [];
  const rows: EvidenceRow[] = [];
  const tested: { name: string; row: TwoCountsRow; total: boolean }[] = [];
  for (const one of [...parts, whole]) {
    const row = twoCountsRow(one.now, left ? null : one.before);
    tested.push({ name: one.name, row, total: one.total });
    const rate = residents === null || one.now === null ? null : ratePerThousand(one.now, residents.count);
    const own = one.total ? input.compared.find(({ measure }) => measure === AREA) : compared.get(one.id);
    rows.push({
      id: one.id,
      head: one.name,
      cells: [
        ...twoCountsCells(row),
        rate,
        own?.average ?? null,
        own?.rank == null ? null : `${String(own.rank)} of ${String(own.of)}`,
        directionOf(row),
      ],
      ...(one.total ? { weight: 'total' as const } : {}),
    });
    derived.push(...changesOf(one.id, one.name, row));
    if (rate !== null && residents !== null) {
      const printed = { id: evidenceCellId(one.id, 'rate'), label: `Rate, ${one.name}`, value: rate, decimals: 1 };
      derived.push(rateCell(printed, evidenceCellId(one.id, 'now'), residents.count));
    }
  }
  const columns: EvidenceColumn[] = [
    ...twoCountsColumns(scopeInWords(scope.period), scopeInWords(scope.before)),
    { id: 'rate', head: 'Rate', under: 'per 1,000', kind: 'number', decimals: 1 },
    { id: 'average', head: 'Group average', under: 'per 1,000', kind: 'number', decimals: 1 },
    { id: 'rank', head: 'Rank', under: '1 lowest', kind: 'number' },
    { id: 'direction', head: 'Direction', kind: 'words' },
  ];
  const add = (of: 'now' | 'before') => kinds.reduce((sum, kind) => sum + (kind[of] ?? 0), 0);
  const whole2 =
    only.length === 0 && add('now') === whole.now && (whole.before === null || add('before') === whole.before);
  const counted = countCells({
    columns,
    rows,
    counted: ['now', 'before'],
    sums: whole2 ? [{ total: 'all', parts: parts.map(({ id }) => id) }] : [],
  });
  return {
    id: 'crime-summary',
    title: CRIME_SUMMARY_TITLE,
    finding: findingOf(scope, tested),
    rowHead: 'Offence group',
    columns,
    rows,
    notes: [
      ...marksOf(scope, [AREA]),
      ...(residents === null
        ? []
        : [`Residents: ${sayNumber(residents.count)}${residents.year === null ? '' : ` (${residents.year})`}.`]),
      ...input.notes,
    ],
    rests: { sources: scope.sources, dataTo: scope.dataTo, method: METHOD },
    provisional: scope.provisional,
    illustrative: scope.illustrative,
    nothing: null,
    disclosure: { ...counted, derived },
    ordered: { by: 'now', rank: null },
  };
}

/** `All crime: 19,058 in the 12 months …, …: strong evidence of a fall. Up: …; down: ….` */
function findingOf(
  scope: EvidenceScope,
  tested: readonly { name: string; row: TwoCountsRow; total: boolean }[],
): string {
  const whole = tested.find(({ total }) => total)?.row;
  const moved = (want: string): string[] =>
    tested.filter(({ row, total }) => !total && directionOf(row) === want).map(({ name }) => name);
  const [up, down] = [moved(DIRECTION.rise), moved(DIRECTION.fall)];
  const first =
    whole?.now == null
      ? ''
      : `${sayNumber(whole.now)} crimes were recorded in ${said(scope.period)}${
          whole.difference === null || whole.evidence === null ? '' : `, ${sayChange(whole)}: ${whole.evidence}`
        }.`;
  return [
    first,
    up.length === 0 ? '' : `More than a year earlier, beyond chance: ${sayList(up)}.`,
    down.length === 0 ? '' : `Fewer, beyond chance: ${sayList(down)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const said = (period: EvidenceScope['period']): string => {
  const words = scopeInWords(period);
  return /^\d/.test(words) ? `the ${words}` : words;
};

export const sayChange = ({ difference, percent }: TwoCountsRow): string => {
  if (difference === null) return '';
  if (difference === 0) return 'as many as a year earlier';
  const size = percent === null ? '' : ` (${sayNumber(Math.abs(percent), 1)}%)`;
  return `${sayNumber(Math.abs(difference))}${size} ${difference > 0 ? 'more' : 'fewer'} than a year earlier`;
};
