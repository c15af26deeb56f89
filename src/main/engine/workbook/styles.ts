import { meaningOfBuiltIn, meaningOfCode, type FormatMeaning } from './number-format.ts';
import { xmlTags } from './xml-elements.ts';

/** For each cell style (`s="3"`), what its number format makes of a number. */
export type StyleMeanings = readonly FormatMeaning[];

/** Reads `cellXfs` and the custom formats of a styles part. */
export function readStyles(xml: string): StyleMeanings {
  const custom = new Map<number, FormatMeaning>();
  const meanings: FormatMeaning[] = [];
  let isInCellStyles = false;
  for (const tag of xmlTags(xml)) {
    if (tag.name === 'numFmt' && !tag.isEnd) {
      custom.set(Number(tag.attribute('numFmtId') ?? Number.NaN), meaningOfCode(tag.attribute('formatCode') ?? ''));
    } else if (tag.name === 'cellXfs') {
      isInCellStyles = !tag.isEnd && !tag.isEmpty;
      if (tag.isEnd) break;
    } else if (tag.name === 'xf' && isInCellStyles && !tag.isEnd) {
      const id = Number(tag.attribute('numFmtId') ?? 0);
      meanings.push(custom.get(id) ?? meaningOfBuiltIn(id));
    }
  }
  return meanings;
}
