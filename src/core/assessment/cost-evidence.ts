import type { DerivedCell } from '../disclosure/disclosure-table.ts';
import { areaKey } from '../intake/area-names.ts';
import { sayList, sayNumber } from '../performance/say-number.ts';
import { countCells } from './count-cells.ts';
import {
  evidenceCellId,
  noEvidence,
  type EvidenceColumn,
  type EvidenceRow,
  type EvidenceTable,
} from './evidence-table.ts';
import { marksOf, scopeInWords, type EvidenceScope } from './evidence-scope.ts';
import type { UnitCosts } from './unit-costs.ts';

export interface CostInput {
  readonly scope: EvidenceScope;
  /** Null: no unit costs are held. */
  readonly costs: UnitCosts | null;
  /** Records by group and by offence; an offence stands under its group. */
  readonly counts: readonly { readonly group: string; readonly offence: string | null; readonly events: number }[];
}

const TITLE = 'Cost of crime';
const METHOD =
  'Recorded crimes times the unit cost of the list named: what society and services bear on average, not what the partnership pays. Crimes that were not recorded are not in it.';

/** Recorded crimes times their unit cost, as far as there are both. */
export function costEvidence({ scope, costs, counts }: CostInput): EvidenceTable {
  if (costs === null) {
    return noEvidence(
      'cost',
      TITLE,
      'No unit costs are held. Bring a sheet with «Prices of», «Source» and a row for each offence; none are built in.',
      METHOD,
    );
  }
  const sumOf = (isWanted: (one: CostInput['counts'][number]) => boolean): number =>
    counts.reduce((sum, one) => sum + (isWanted(one) ? one.events : 0), 0);
  const groups = new Set(counts.map(({ group }) => areaKey(group)));
  const priced = costs.rows.map(({ offence, pounds }) => {
    const key = areaKey(offence);
    const byGroup = groups.has(key);
    const known = byGroup || counts.some((one) => one.offence !== null && areaKey(one.offence) === key);
    const events = sumOf((one) => areaKey(byGroup ? one.group : (one.offence ?? '')) === key);
    return { id: key, offence, pounds, byGroup, events: known ? events : null };
  });
  // An offence whose whole group has a cost already would be counted twice.
  const doubled = priced.filter(
    ({ id, byGroup }) =>
      !byGroup &&
      counts.some(
        (one) =>
          areaKey(one.offence ?? '') === id && priced.some((other) => other.byGroup && other.id === areaKey(one.group)),
      ),
  );
  const used = priced.filter((one) => !doubled.includes(one));
  const whole = used.reduce((sum, { events, pounds }) => sum + (events ?? 0) * pounds, 0);
  const columns: EvidenceColumn[] = [
    { id: 'now', head: 'Recorded', under: scopeInWords(scope.period), kind: 'number' },
    { id: 'unit', head: 'Unit cost', under: `${costs.pricesOf} prices`, kind: 'number', prefix: '£' },
    { id: 'cost', head: 'Cost', under: `${costs.pricesOf} prices`, kind: 'number', prefix: '£' },
    { id: 'share', head: 'Share', under: 'of the cost', kind: 'number', decimals: 1, suffix: '%' },
  ];
  const costOf = ({ events, pounds }: (typeof used)[number]): number | null =>
    events === null ? null : events * pounds;
  const rows: EvidenceRow[] = [
    ...[...used]
      .sort((a, b) => (costOf(b) ?? -1) - (costOf(a) ?? -1) || (a.offence < b.offence ? -1 : 1))
      .map((one) => {
        const cost = costOf(one);
        return {
          id: one.id,
          head: one.offence,
          cells: [one.events, one.pounds, cost, cost === null || whole === 0 ? null : (cost / whole) * 100],
        };
      }),
    {
      id: 'all',
      head: 'All that has a unit cost',
      cells: [used.reduce((sum, { events }) => sum + (events ?? 0), 0), null, whole, null],
      weight: 'total',
    },
  ];
  const derived = used.flatMap((one): DerivedCell[] => {
    const cost = costOf(one);
    const about = {
      label: `Cost, ${one.offence}`,
      decimals: 0,
      numerator: { constant: 0, terms: [{ cell: evidenceCellId(one.id, 'now'), times: 1 }] },
      standing: 'ordinary' as const,
    };
    return cost === null
      ? []
      : [
          {
            ...about,
            id: evidenceCellId(one.id, 'cost'),
            value: cost,
            scale: one.pounds,
            denominator: { constant: 1, terms: [] },
          },
          {
            ...about,
            id: evidenceCellId(one.id, 'share'),
            value: whole === 0 ? null : (cost / whole) * 100,
            scale: 100 * one.pounds,
            denominator: { constant: Math.max(whole, 1), terms: [] },
          },
        ];
  });
  const isPriced = (one: CostInput['counts'][number]): boolean =>
    used.some(({ id, byGroup }) => id === areaKey(byGroup ? one.group : (one.offence ?? '')));
  const without = [...new Set(counts.filter((one) => !isPriced(one)).map(({ group }) => group))];
  const uncosted = sumOf((one) => !isPriced(one));
  const absent = used.filter(({ events }) => events === null).map(({ offence }) => offence);
  const [largest] = rows;
  return {
    id: 'cost',
    title: TITLE,
    finding:
      largest === undefined || whole === 0
        ? ''
        : `Recorded crime with a unit cost comes to £${sayNumber(whole)} at ${costs.pricesOf} prices${costs.illustrative ? ' (illustrative unit costs)' : ''}; the largest part is ${largest.head.toLowerCase()}, ${sayNumber(Number(largest.cells[3] ?? 0))}%.`,
    rowHead: 'Offence',
    columns,
    rows,
    notes: [
      `Unit costs: ${costs.source.replace(/\.$/, '')}, ${costs.pricesOf} prices.`,
      ...(costs.illustrative ? ['The unit costs are illustrative, not real ones.'] : []),
      ...(uncosted === 0
        ? []
        : [`${sayNumber(uncosted)} recorded crimes have no unit cost and are not in the sum (${sayList(without)}).`]),
      ...(absent.length === 0
        ? []
        : [`No record of these months is called ${sayList(absent.map((name) => `«${name}»`))}.`]),
      ...(doubled.length === 0
        ? []
        : [`Left out, as their whole group has a cost: ${sayList(doubled.map(({ offence }) => offence))}.`]),
      ...marksOf(scope, ['all-crime']),
    ],
    rests: { sources: [...scope.sources, costs.source], dataTo: scope.dataTo, method: METHOD },
    provisional: scope.provisional,
    illustrative: scope.illustrative || costs.illustrative,
    nothing: null,
    disclosure: {
      ...countCells({
        columns,
        rows,
        counted: ['now'],
        sums: [{ total: 'all', parts: used.filter(({ events }) => events !== null).map(({ id }) => id) }],
      }),
      derived,
    },
    ordered: { by: 'now', rank: null },
  };
}
