import type { ExceptionalPeriod } from '../statistics/exceptional.ts';
import { addMonths, type Month } from '../time/month.ts';
import { quarterMonths, financialYearOf, quarterNumber } from '../time/financial-year.ts';
import { onePeriod, periodInWords, type Period } from '../time/period.ts';
import { sayList } from '../performance/say-number.ts';
import { noEvidence, type EvidenceRow, type EvidenceTable } from './evidence-table.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** One measure over three years; `valueOf` answers null for what is not held. */
export interface SeriesAsked {
  readonly measure: string;
  readonly name: string;
  /** Months are held, not quarters only. */
  readonly monthly: boolean;
  readonly valueOf: (period: Period) => number | null;
}

const YEARS = 3;
const TITLE = { 'by-month': 'Three years by month', 'by-quarter': 'Three years by quarter' } as const;
const METHOD = {
  'by-month': 'The Board’s measures as held, month by month. An empty cell is not held: never nought.',
  'by-quarter':
    'The Board’s measures: a quarter is the sum of its months or as the source gives it. An empty cell is not held: never nought.',
} as const;

/** The last 36 months, or twelve whole quarters, up to a month. */
export function threeYears(to: Month, by: 'by-month' | 'by-quarter'): Period[] {
  if (by === 'by-month')
    return Array.from({ length: YEARS * 12 }, (_, at) => onePeriod(addMonths(to, at + 1 - YEARS * 12)));
  const current = quarterMonths(financialYearOf(to), quarterNumber(to));
  const last = current.to <= to ? current : { from: addMonths(current.from, -3), to: addMonths(current.to, -3) };
  return Array.from({ length: YEARS * 4 }, (_, at) => {
    const back = (at + 1 - YEARS * 4) * 3;
    return { from: addMonths(last.from, back), to: addMonths(last.to, back) };
  });
}

const touches = (one: Pick<ExceptionalPeriod, 'from' | 'to'>, period: Period): boolean =>
  one.from <= period.to && period.from <= one.to;

/** Every counted measure side by side over three years. Exceptional months and changes of recording are marked in their row. */
export function threeYearSeries(
  scope: EvidenceScope,
  by: 'by-month' | 'by-quarter',
  series: readonly SeriesAsked[],
): EvidenceTable {
  const asked = threeYears(scope.period.to, by);
  const found = series
    .filter(({ monthly }) => monthly || by === 'by-quarter')
    .map((one) => ({ ...one, all: asked.map(one.valueOf) }))
    .filter(({ all }) => all.some((value) => value !== null));
  if (found.length === 0) {
    return noEvidence(by, TITLE[by], 'No measure is held for these years yet. Bring the months’ extracts.', METHOD[by]);
  }
  // Rows begin where knowledge does.
  const starts = asked.findIndex((_, at) => found.some(({ all }) => all[at] !== null));
  const periods = asked.slice(starts);
  const used = found.map(({ all, ...one }) => ({ ...one, values: all.slice(starts) }));
  const measures = used.map(({ measure }) => measure);
  const named = (measure: string): string => used.find((one) => one.measure === measure)?.name ?? measure;
  const marks = periods.map((period) => {
    const said = new Map<string, string[]>();
    const add = (says: string, measure: string) => said.set(says, [...(said.get(says) ?? []), named(measure)]);
    for (const one of scope.exceptional)
      if (measures.includes(one.measure) && touches(one, period))
        add(`exceptional: ${one.reason.replace(/\.$/, '')}`, one.measure);
    for (const { measure, month, reason } of scope.recording)
      if (measures.includes(measure) && period.from <= month && month <= period.to)
        add(`recording changed: ${reason.replace(/\.$/, '')}`, measure);
    return [...said].map(([says, of]) => (of.length === used.length ? says : `${says} (${sayList(of)})`)).join('; ');
  });
  const marked = marks.some((mark) => mark !== '');
  const rows = periods.map((period, at): EvidenceRow => ({
    id: period.from,
    head: periodInWords(period),
    cells: [
      ...used.map(({ values }) => values[at] ?? null),
      ...(marked ? [marks[at] === '' ? null : (marks[at] ?? null)] : []),
    ],
  }));
  const holes = new Map<number, string[]>();
  for (const { name, values } of used) {
    const missing = values.filter((value) => value === null).length;
    if (missing > 0) holes.set(missing, [...(holes.get(missing) ?? []), name]);
  }
  return {
    id: by,
    title: TITLE[by],
    finding: '',
    rowHead: by === 'by-month' ? 'Month' : 'Quarter',
    columns: [
      ...used.map(({ measure, name }) => ({ id: measure, head: name, kind: 'number' as const })),
      ...(marked ? [{ id: 'mark', head: 'Marked', kind: 'words' as const }] : []),
    ],
    rows,
    notes: [
      ...(starts === 0
        ? []
        : [`Nothing is held before ${periodInWords(onePeriod((periods[0] ?? scope.period).from))}.`]),
      ...[...holes].map(
        ([missing, names]) =>
          `${sayList(names)}: ${String(missing)} of these ${by === 'by-month' ? 'months' : 'quarters'} ${missing === 1 ? 'is' : 'are'} not held.`,
      ),
    ],
    rests: { sources: scope.sources, dataTo: scope.dataTo, method: METHOD[by] },
    provisional: scope.provisional,
    illustrative: scope.illustrative,
    nothing: null,
    disclosure: {
      counts: rows.flatMap((row) =>
        used.map(({ measure, name }, at) => {
          const value = row.cells[at];
          return {
            id: `${row.id} | ${measure}`,
            label: `${name}, ${row.head}`,
            value: typeof value === 'number' ? value : null,
            standing: 'ordinary' as const,
          };
        }),
      ),
      derived: [],
      relations: [],
    },
    ordered: null,
  };
}
