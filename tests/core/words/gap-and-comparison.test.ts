import { describe, expect, it } from 'vitest';
import { comparisonParagraph } from '../../../src/core/words/comparison-paragraph.ts';
import { gapParagraph } from '../../../src/core/words/gap-paragraph.ts';
import { boardPlace, inBoardOrder, type BoardItem } from '../../../src/core/words/board-order.ts';
import { paragraphText } from '../../../src/core/words/paragraph.ts';
import { NOT_READY } from '../../../src/core/words/exception-paragraph.ts';
import { JULY_2015, julyTable, type JulyMeasure } from '../performance/july-2015.ts';
import { comparison, gap } from '../picture/july-2015.ts';

describe('the paragraph on the gap', () => {
  it('A: holds 18.0 against the profile of 19.3, not against last year’s 19.6 as the paper did', () => {
    expect(paragraphText(gapParagraph(gap))).toBe(
      'At the end of June 2015 the gap stood at 18.0 crimes per 1,000 residents since April, 1.6 narrower than the 19.6 ' +
        'at the same time last year. June alone added 5.4, against 6.1 in June 2014. Most of it is in Stonehouse (22%), ' +
        'Morice Town (18%) and City Centre (16%), together 56% of the gap. The gap is 7% under the profile of 19.3 ' +
        '(the year’s target in equal steps, 77.3 for 2015/16). On the right side of the profile: generally satisfied. ' +
        'The split by neighbourhood is illustrative, and so is the gap.',
    );
  });

  it('says that a gap without data will be ready at the next board', () => {
    const empty = { ...gap, dataTo: null, periods: gap.periods.map((one) => ({ ...one, gap: null })) };
    expect(paragraphText(gapParagraph(empty))).toBe(NOT_READY);
  });

  it('says wider when it is wider', () => {
    const wider = { ...gap, periods: gap.periods.map((one) => ({ ...one, lastYearGap: (one.lastYearGap ?? 0) / 2 })) };
    expect(paragraphText(gapParagraph(wider))).toMatch(/18\.0 .* 8\.2 wider than the 9\.8/);
  });
});

describe('the paragraph on the most similar group', () => {
  it('gives rate, rank, distance from the average and the verdict, and what is provisional and illustrative', () => {
    expect(paragraphText(comparisonParagraph(comparison))).toBe(
      'From 1 April to 30 June 2015 the rate of all crime in Devon & Cornwall - Plymouth was 18.3 per 1,000 residents, ' +
        '10th of 15 in its most similar group (1st is the lowest). That is 5% above the group’s average of 17.6. It lies ' +
        'within one standard deviation of the average (15.8 to 19.3), so it is in line with the group. The figures are ' +
        'provisional. The other areas and their figures are illustrative.',
    );
  });

  it('says so when the own area is not there or has no rate', () => {
    const areas = comparison.areas.map((area) => ({ ...area, own: false }));
    expect(paragraphText(comparisonParagraph({ ...comparison, areas }))).toContain('not among the areas compared');
    expect(paragraphText(comparisonParagraph({ ...comparison, rank: null }))).toContain('is not known');
  });
});

describe('the order of the Board’s paper', () => {
  const items: BoardItem[] = [
    { kind: 'gap', view: gap },
    ...(Object.keys(JULY_2015) as JulyMeasure[]).map((id): BoardItem => ({ kind: 'measure', table: julyTable(id) })),
  ];
  const nameOf = (item: BoardItem): string =>
    item.kind === 'gap' ? 'gap' : item.kind === 'share' ? item.share.measure : item.table.measure;

  it('puts significant concern first, then some concerns, then what moved beyond chance, then satisfied', () => {
    expect(inBoardOrder(items).map(nameOf)).toEqual([
      'da-referrals',
      'domestic-abuse',
      'asb',
      'serious-acquisitive-crime',
      'gap',
      'dash-training',
      'hate',
      'all-crime',
    ]);
  });

  it('knows which are exceptions', () => {
    expect(items.filter((item) => boardPlace(item) === 'exception').map(nameOf)).toEqual([
      'domestic-abuse',
      'da-referrals',
      'asb',
      'serious-acquisitive-crime',
    ]);
  });
});
