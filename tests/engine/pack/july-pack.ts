import { draftParagraphs } from '../../../src/main/engine/pack/draft-paragraphs.ts';
import { drawPackPictures } from '../../../src/main/engine/pack/draw-pack-pictures.ts';
import { BOARD_SECTIONS, type PackContent } from '../../../src/main/engine/pack/pack-content.ts';
import { julyContent } from '../report/july-content.ts';

/** The Board pack of 23 July 2015, with a cell map of one table. */
export async function julyPack(more: Partial<PackContent> = {}): Promise<PackContent> {
  const content = await julyContent();
  return {
    ...content,
    title: 'Performance report',
    marking: 'OFFICIAL-SENSITIVE',
    meeting: 'Thursday 23 July 2015',
    sections: BOARD_SECTIONS,
    paragraphs: draftParagraphs(content),
    pictures: await drawPackPictures(content),
    actionLog: [],
    cells: [
      {
        table: 'Reduce anti-social behaviour incidents',
        rows: [
          {
            row: 'Actual 2015/16',
            from: ['E4', 'F4', 'G4'].map((cell) => ({
              importId: 1,
              file: 'Anti-social behaviour incidents to June 2015.xls',
              sheet: 'ASB',
              cell,
            })),
          },
        ],
      },
    ],
    ...more,
  };
}
