import type { DerivedCell } from '../disclosure/disclosure-table.ts';
import { sayNumber } from '../performance/say-number.ts';
import { countCells } from './count-cells.ts';
import {
  evidenceCellId,
  noEvidence,
  type EvidenceColumn,
  type EvidenceRow,
  type EvidenceTable,
} from './evidence-table.ts';
import { beforeLeftOut, marksOf, scopeInSentence, scopeInWords, type EvidenceScope } from './evidence-scope.ts';

/** How often a word stands in one field of the records. `value` null: the field is blank. */
export interface FieldCount {
  readonly value: string | null;
  readonly now: number;
  readonly before: number;
}

/** One field of the records, as it is said, with all its words. */
export interface FieldCounts {
  readonly field: string;
  readonly name: string;
  readonly counts: readonly FieldCount[];
}

export interface ProfileInput {
  readonly scope: EvidenceScope;
  /** Fields that at least one record of these months fills. */
  readonly fields: readonly FieldCounts[];
  /** Every earlier month is held. */
  readonly beforeHeld: boolean;
  readonly notes: readonly string[];
}

const TITLE = { victims: 'Who the victims are', offenders: 'Who the offenders are', outcomes: 'Outcomes' } as const;
export type ProfileId = keyof typeof TITLE;

const METHOD: Record<ProfileId, string> = {
  victims:
    'Records by what they say of the victim, as bands and categories; nobody is named. Percentages are of the records that fill the field; «not recorded» is counted beside them.',
  offenders:
    'Records by what they say of the suspect or offender, as bands and categories; nobody is named. Percentages are of the records that fill the field: most crimes have no known offender.',
  outcomes:
    'Records by the outcome they carry on the day of the extract. Recent crimes are still under investigation, so their share falls as the year goes on: compare with care.',
};

const BLANK = /^(?:not (?:recorded|known|stated|provided|applicable)|unknown|none recorded|n\/?a|null|-+|\?)$/i;

/** Whether a word says that nothing is known. */
export const saysNothing = (value: string | null): boolean => value === null || BLANK.test(value.trim());

/** Bands and numbers in their order, everything else by size. */
function inOrder(counts: readonly FieldCount[]): FieldCount[] {
  const start = (value: string | null): number => Number.parseInt(/^\d+/.exec(value ?? '')?.[0] ?? '', 10);
  const banded = counts.length > 0 && counts.every(({ value }) => Number.isFinite(start(value)));
  return [...counts].sort((a, b) =>
    banded ? start(a.value) - start(b.value) : b.now - a.now || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  );
}

const MOST_WORDS = 14;

/** The words of a field: those that say nothing together, and beyond the most frequent the rest together. */
function wordsOf({ counts }: FieldCounts): { known: FieldCount[]; blank: FieldCount } {
  const add = (rows: readonly FieldCount[], value: string): FieldCount => ({
    value,
    now: rows.reduce((sum, { now }) => sum + now, 0),
    before: rows.reduce((sum, { before }) => sum + before, 0),
  });
  const said = inOrder(counts.filter(({ value }) => !saysNothing(value)));
  const blank = add(
    counts.filter(({ value }) => saysNothing(value)),
    'Not recorded',
  );
  if (said.length <= MOST_WORDS) return { known: said, blank };
  const most = [...said].sort((a, b) => b.now - a.now).slice(0, MOST_WORDS - 1);
  const rest = said.filter((one) => !most.includes(one));
  return { known: [...said.filter((one) => most.includes(one)), add(rest, `${String(rest.length)} others`)], blank };
}

/** `25–34`, `65 and over`: a band of ages as it is printed; any other word as it stands. */
const bandInWords = (value: string): string =>
  value.replace(/^(\d+)-(\d+)$/, '$1–$2').replace(/^(\d+)\+$/, '$1 and over');

/** Who the records are about, or what came of them: field by field, now and a year earlier. */
export function profileEvidence(id: ProfileId, { scope, fields, beforeHeld, notes }: ProfileInput): EvidenceTable {
  if (fields.length === 0) {
    return noEvidence(
      id,
      TITLE[id],
      id === 'outcomes'
        ? 'The records of these months carry no outcome.'
        : `The records of these months say nothing of the ${id}. Extracts with columns such as ${id === 'victims' ? '«Victim age band», «Victim sex», «Victim ethnicity», «Relationship»' : '«Suspect age», «Suspect sex»'} are kept by band and category.`,
      METHOD[id],
      notes,
    );
  }
  const compares = beforeHeld && !beforeLeftOut(scope, 'all-crime');
  const columns: EvidenceColumn[] = [
    { id: 'now', head: 'Records', under: scopeInWords(scope.period), kind: 'number' },
    { id: 'share', head: 'Share', under: 'of those recorded', kind: 'number', decimals: 1, suffix: '%' },
    ...(compares
      ? [
          { id: 'before', head: 'Before', under: scopeInWords(scope.before), kind: 'number' as const },
          {
            id: 'share-before',
            head: 'Share',
            under: 'before',
            kind: 'number' as const,
            decimals: 1,
            suffix: '%' as const,
          },
          { id: 'points', head: 'Change', under: 'points', kind: 'number' as const, decimals: 1, signed: true },
        ]
      : []),
  ];
  const rows: EvidenceRow[] = [];
  const derived: DerivedCell[] = [];
  const sums: { total: string; parts: string[] }[] = [];
  const one = fields.length === 1;
  let finding = '';
  for (const field of fields) {
    const { known, blank } = wordsOf(field);
    const ids = known.map(({ value }) => `${field.field}: ${value ?? ''}`);
    const [blankId, totalId] = [`${field.field}: blank`, `${field.field}: all`];
    const whole = {
      now: known.reduce((sum, { now }) => sum + now, 0),
      before: known.reduce((sum, { before }) => sum + before, 0),
    };
    const share = (part: number, of: number): number | null => (of === 0 ? null : (part / of) * 100);
    if (!one)
      rows.push({ id: `${field.field}: head`, head: field.name, cells: columns.map(() => null), weight: 'part' });
    known.forEach((count, at) => {
      const row = ids[at] ?? '';
      const [now, before] = [share(count.now, whole.now), share(count.before, whole.before)];
      const points = now === null || before === null ? null : now - before;
      rows.push({
        id: row,
        head: bandInWords(count.value ?? ''),
        cells: [count.now, now, ...(compares ? [count.before, before, points] : [])],
      });
      for (const [column, value, of] of [
        ['share', now, 'now'],
        ...(compares
          ? ([
              ['share-before', before, 'before'],
              ['points', points, 'now'],
            ] as const)
          : []),
      ] as const)
        derived.push({
          id: evidenceCellId(row, column),
          label: `Share, ${count.value ?? ''}`,
          value,
          decimals: 1,
          scale: 100,
          numerator: { constant: 0, terms: [{ cell: evidenceCellId(row, of), times: 1 }] },
          denominator: { constant: 0, terms: ids.map((part) => ({ cell: evidenceCellId(part, of), times: 1 })) },
          standing: 'ordinary',
        });
    });
    rows.push({
      id: blankId,
      head: 'Not recorded',
      cells: [blank.now, null, ...(compares ? [blank.before, null, null] : [])],
    });
    rows.push({
      id: totalId,
      head: one ? 'All records' : `All records, ${field.name.toLowerCase()}`,
      cells: [whole.now + blank.now, null, ...(compares ? [whole.before + blank.before, null, null] : [])],
      weight: 'total',
    });
    sums.push({ total: totalId, parts: [...ids, blankId] });
    if (finding === '') finding = sayLargest(id, field, known, blank.now, whole.now);
  }
  const counted = countCells({ columns, rows, counted: compares ? ['now', 'before'] : ['now'], sums });
  return {
    id,
    title: TITLE[id],
    finding,
    rowHead: one ? (fields[0]?.name ?? '') : 'What the records say',
    columns,
    rows,
    notes: [
      ...marksOf(scope, ['all-crime']),
      ...(beforeHeld
        ? []
        : [`Records of ${scopeInSentence(scope.before)} are not held for every month, so nothing is compared.`]),
      ...notes,
    ],
    rests: { sources: scope.sources, dataTo: scope.dataTo, method: METHOD[id] },
    provisional: scope.provisional,
    illustrative: scope.illustrative,
    nothing: null,
    disclosure: { ...counted, derived },
    ordered: null,
  };
}

function sayLargest(
  id: ProfileId,
  field: FieldCounts,
  known: readonly FieldCount[],
  blank: number,
  whole: number,
): string {
  const [largest] = [...known].sort((a, b) => b.now - a.now);
  if (largest === undefined || whole === 0) return '';
  const share = sayNumber((largest.now / whole) * 100);
  const unknown = sayNumber((blank / (whole + blank)) * 100);
  if (id === 'outcomes') {
    const beside = blank === 0 ? '' : ` In ${unknown}% of the records it is not recorded.`;
    return `The most frequent outcome is «${largest.value ?? ''}»: ${share}% of the records with one.${beside}`;
  }
  const beside = blank === 0 ? '' : `; ${unknown}% do not say`;
  return `${field.name}: ${bandInWords(largest.value ?? '')} is the largest part, ${share}% of the records that say it${beside}.`;
}
