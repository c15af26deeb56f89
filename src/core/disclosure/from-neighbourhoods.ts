import type { GapView } from '../performance/gap-view.ts';
import {
  percentageCell,
  rateCell,
  type CountCell,
  type DerivedCell,
  type DisclosureTable,
} from './disclosure-table.ts';
import type { Suppressed } from './suppressed.ts';

/** Ids of the cells of a table of neighbourhoods. */
export const neighbourhoodCellId = {
  count: (name: string): string => `count ${name}`,
  rate: (name: string): string => `rate ${name}`,
  share: (name: string): string => `share ${name}`,
  city: 'city',
  cityRate: 'city rate',
  priority: 'priority',
  priorityRate: 'priority rate',
  gap: 'gap',
} as const;

const id = neighbourhoodCellId;

type Period = GapView['periods'][number];

/** A neighbourhood's part of the gap: its crimes above the city's rate over the ten's. */
function shareCell(view: GapView, one: GapView['neighbourhoods'][number]): DerivedCell {
  const printed = {
    id: id.share(one.name),
    label: `Share of the gap, ${one.name}`,
    value: one.shareOfGapPercent,
    decimals: 1,
  };
  const city = view.cityPopulation ?? 1;
  const cell = percentageCell(printed, id.count(one.name), id.priority);
  const less = (sum: DerivedCell['numerator'], residents: number) => ({
    ...sum,
    terms: [...sum.terms, { cell: id.city, times: -residents / city }],
  });
  return {
    ...cell,
    numerator: less(cell.numerator, one.population ?? 0),
    denominator: less(cell.denominator, view.priorityPopulation ?? 0),
  };
}

function cityCells(view: GapView, at: Period | undefined): DerivedCell[] {
  const { cityPopulation, priorityPopulation } = view;
  if (cityPopulation === null || priorityPopulation === null) return [];
  const decimals = 1;
  const gap: DerivedCell = {
    id: id.gap,
    label: 'The gap',
    value: at?.gap ?? null,
    decimals,
    scale: 1000,
    numerator: {
      constant: 0,
      terms: [
        { cell: id.priority, times: 1 / priorityPopulation },
        { cell: id.city, times: -1 / cityPopulation },
      ],
    },
    denominator: { constant: 1, terms: [] },
    standing: 'ordinary',
  };
  const city = { id: id.cityRate, label: 'Rate, the city', value: at?.cityRate ?? null, decimals };
  const ten = {
    id: id.priorityRate,
    label: 'Rate, priority neighbourhoods',
    value: at?.priorityRate ?? null,
    decimals,
  };
  return [rateCell(city, id.city, cityPopulation), rateCell(ten, id.priority, priorityPopulation), gap];
}

/**
 * Neighbourhoods over the period to date with the city's and the priority neighbourhoods' totals, their rates and
 * shares of the gap. Crimes that could not be placed are printed in a note, so they count as known.
 */
export function fromNeighbourhoods(view: GapView): DisclosureTable {
  const at = view.periods.find((one) => one.period === view.dataTo);
  const counts = view.neighbourhoods.map((one): CountCell => ({
    id: id.count(one.name),
    label: one.name,
    value: one.count,
    standing: 'ordinary',
  }));
  const totals: CountCell[] = [
    { id: id.city, label: 'The city', value: at?.cityCount ?? null, standing: 'total' },
    { id: id.priority, label: 'The priority neighbourhoods', value: at?.priorityCount ?? null, standing: 'total' },
  ];
  const derived = view.neighbourhoods.flatMap((one): DerivedCell[] => {
    const printed = { id: id.rate(one.name), label: `Rate, ${one.name}`, value: one.ratePerThousand, decimals: 1 };
    const rates = one.population === null ? [] : [rateCell(printed, id.count(one.name), one.population)];
    return one.shareOfGapPercent === null ? rates : [...rates, shareCell(view, one)];
  });
  const named = (priority: boolean) =>
    view.neighbourhoods.filter((one) => !priority || one.priority).map((one) => id.count(one.name));
  return {
    counts: [...counts, ...totals],
    derived: [...derived, ...cityCells(view, at)],
    relations: [
      { total: id.city, parts: named(false), says: 'the neighbourhoods make the city' },
      { total: id.priority, parts: named(true), says: 'the priority neighbourhoods make their total' },
    ].filter((one) => one.parts.length > 0),
  };
}

/**
 * The neighbourhoods fit for paper. Hidden ones come last, by name, and nobody keeps a rank: a place in the order
 * between two printed rates would give the count away.
 */
export function withholdInNeighbourhoods(view: GapView, suppressed: Suppressed): GapView['neighbourhoods'] {
  const rounded = (key: string, given: number | null) => {
    const cell = suppressed.cells.get(key);
    return cell === undefined ? given : cell.value;
  };
  const all = view.neighbourhoods.map((one) => ({
    ...one,
    count: rounded(id.count(one.name), one.count),
    ratePerThousand: rounded(id.rate(one.name), one.ratePerThousand),
    shareOfGapPercent: rounded(id.share(one.name), one.shareOfGapPercent),
  }));
  const isHidden = (name: string) => suppressed.cells.get(id.count(name))?.symbol !== null;
  const hidden = all.filter((one) => isHidden(one.name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (hidden.length === 0) return all;
  return [...all.filter((one) => !isHidden(one.name)), ...hidden].map((one) => ({ ...one, rank: null }));
}
