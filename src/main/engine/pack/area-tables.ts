import { neighbourhoodCellId as id } from '../../../core/disclosure/from-neighbourhoods.ts';
import { comparisonCellId } from '../../../core/disclosure/keyed-figures.ts';
import { allProvisional, withSign, type Signs } from '../../../core/performance/signs-of.ts';
import type { Marked } from './period-table.ts';
import type { ComparisonView } from '../../../core/performance/comparison-view.ts';
import type { GapView } from '../../../core/performance/gap-view.ts';
import { areasFromHighest } from '../../../core/picture/comparison-picture.ts';
import { cityRateToDate } from '../../../core/picture/neighbourhood-picture.ts';
import { numberInWords } from '../../../core/picture/number-in-words.ts';
import { COLOUR } from './pack-look.ts';
import { placeTable, type Block } from './blocks.ts';
import { figure, words, type Cell, type Row } from './table-draft.ts';

/** A column whose every figure is provisional says so once, in its head. */
const headWithSign = (words: string, signs: Signs, cells: readonly string[]): string =>
  allProvisional(signs, cells) ? `${words} [p]` : words;

/** A figure with the signs that its column's head does not say already. */
function signed(signs: Signs, cell: string, text: string, look: Omit<Cell, 'text'>): Cell {
  const { text: shown, sign } = withSign(signs, cell, text);
  return figure(shown, { ...look, sign: sign.replace('[p]', '') });
}

/** The areas of a most similar group from the highest rate, and what the group comes to. */
export function comparisonTable(view: ComparisonView, signs: Signs = new Map()): Block {
  const head = (words: string, idOf: (area: string) => string): string =>
    headWithSign(
      words,
      signs,
      view.areas.map(({ name }) => idOf(name)),
    );
  const summary = (label: string, value: string, begins = false): Row => ({
    begins,
    cells: [words(label, { span: 3 }), figure(value)],
  });
  return placeTable({
    widths: [4400, 1600, 1700, 1700],
    size: 17,
    together: true,
    heads: [
      {
        cells: [
          words('Area'),
          figure(head('Crimes', comparisonCellId.count)),
          figure('Residents'),
          figure(head('Per 1,000', comparisonCellId.rate)),
        ],
      },
    ],
    rows: [
      ...areasFromHighest(view.areas).map((area) => {
        const look = area.own ? { bold: true, fill: COLOUR.current } : {};
        return {
          cells: [
            words(area.own ? `▶ ${area.name}` : area.name, look),
            signed(signs, comparisonCellId.count(area.name), numberInWords(area.count), look),
            figure(numberInWords(area.population), look),
            signed(signs, comparisonCellId.rate(area.name), numberInWords(area.ratePerThousand, 1), look),
          ],
        };
      }),
      summary('Average of the rates, own area included', numberInWords(view.averageUnweighted, 1), true),
      summary('All crimes over all residents', numberInWords(view.averagePooled, 1)),
    ],
  });
}

/** Every neighbourhood from the highest rate, the priority ones said in words as well as by shade. */
export function neighbourhoodTable(view: GapView, { hidden = new Map(), signs = new Map() }: Marked = {}): Block {
  const head = (words: string, idOf: (area: string) => string): string =>
    headWithSign(
      words,
      signs,
      view.neighbourhoods.map(({ name }) => idOf(name)),
    );
  const symbolOr = (id: string, text: string): string => (text === '' ? (hidden.get(id)?.symbol ?? '') : text);
  const at = view.periods.find((one) => one.period === view.dataTo);
  return placeTable({
    widths: [3512, 1100, 800, 1000, 1100, 1000, 900],
    size: 16,
    heads: [
      {
        cells: [
          words('Neighbourhood'),
          words('Priority'),
          figure('Rank'),
          figure(head('Crimes', id.count)),
          figure('Residents'),
          figure(head('Per 1,000', id.rate)),
          figure('% of gap'),
        ],
      },
    ],
    rows: [
      ...view.neighbourhoods.map((area) => {
        const look = area.priority ? { bold: true, fill: COLOUR.current } : {};
        const share = area.shareOfGapPercent;
        return {
          cells: [
            words(area.name, look),
            words(area.priority ? 'priority' : '', look),
            figure(numberInWords(area.rank), look),
            signed(signs, id.count(area.name), symbolOr(id.count(area.name), numberInWords(area.count)), look),
            figure(numberInWords(area.population), look),
            signed(
              signs,
              id.rate(area.name),
              symbolOr(id.rate(area.name), numberInWords(area.ratePerThousand, 1)),
              look,
            ),
            figure(share === null ? '' : `${numberInWords(share)}%`, look),
          ],
        };
      }),
      {
        begins: true,
        cells: [
          words('The city, crimes without a place included', { bold: true, span: 3 }),
          figure(symbolOr(id.city, numberInWords(at?.cityCount ?? null)), { bold: true }),
          figure(numberInWords(view.cityPopulation), { bold: true }),
          figure(numberInWords(cityRateToDate(view), 1), { bold: true }),
          figure(''),
        ],
      },
    ],
  });
}
