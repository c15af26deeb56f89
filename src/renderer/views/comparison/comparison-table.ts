import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import { areasFromHighest, comparisonTitle } from '../../../core/picture/comparison-picture.ts';
import type { TableRow, TableValue } from '../../parts/table-value.ts';
import { numberInWords } from '../../words/numbers.ts';

/** The compared areas as the bars show them, with the averages under a rule. */
export function comparisonTable(view: ComparisonView): TableValue {
  const { measure, from, to } = view;
  const areas = areasFromHighest(view.areas).map((area): TableRow => {
    const rate = numberInWords(area.ratePerThousand, 1);
    return {
      head: area.name,
      ...(area.own ? { tone: 'own' as const } : {}),
      cells: [
        { text: numberInWords(area.count) },
        { text: numberInWords(area.population) },
        rate === '' ? { text: '' } : { text: rate, figure: { view: 'comparison', measure, from, to, area: area.name } },
      ],
    };
  });
  const average = (head: string, value: number | null, divider: boolean): TableRow => ({
    head,
    tone: 'strong',
    ...(divider ? { divider: true } : {}),
    cells: [{ text: '' }, { text: '' }, { text: numberInWords(value, 1) }],
  });
  return {
    caption: comparisonTitle(view),
    rowHead: 'Area',
    columns: [{ head: 'Crimes' }, { head: 'Residents' }, { head: 'Rate', under: 'per 1,000' }],
    rows: [
      ...areas,
      average('Average of the rates', view.averageUnweighted, true),
      average('All crimes over all residents', view.averagePooled, false),
    ],
    notes: [...view.notes, `Source: ${view.source.replace(/\.$/, '')}.`],
  };
}
