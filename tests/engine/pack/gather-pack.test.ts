import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hasFigures } from '../../../src/core/performance/measure-table.ts';
import { monthOf } from '../../../src/core/time/month.ts';
import { paragraphText } from '../../../src/core/words/paragraph.ts';
import { gatherPack } from '../../../src/main/engine/pack/gather-pack.ts';
import { wordPackBytes } from '../../../src/main/engine/pack/write-docx.ts';
import { engineWithMonth, SAMPLE } from '../month.ts';
import { temporaryFolder } from '../temporary-store.ts';
import { cellsOf, readParts, tableUnder } from './read-docx.ts';

it('makes the July 2015 pack from the bundled sample month, every row with the cells it was read from', async () => {
  const engine = await engineWithMonth(SAMPLE, join(temporaryFolder(), 'store.sqlite'));
  try {
    const own = { view: 'asb', edited: 'Our own words.', actions: [] };
    const pack = await gatherPack(engine.store.read, monthOf(2015, 6), '2015-07-10T09:30:00.000Z', { words: [own] });
    expect(pack.paragraphs.find((one) => one.view === 'asb')?.edited).toBe('Our own words.');
    const referrals = pack.paragraphs.find((one) => one.view === 'da-referrals');
    expect(referrals && paragraphText(referrals.draft)).toContain('525 referrals, 104 fewer than the 629');
    const document = readParts(await wordPackBytes(pack)).get('word/document.xml') ?? '';
    const cells = cellsOf(tableUnder(document, 'The cells that each table’s rows were read from'));
    for (const table of pack.tables.filter(hasFigures)) {
      expect(
        cells.some(([name, row, file, , where]) => name === table.name && row !== '' && file !== '' && where !== ''),
      ).toBe(true);
    }
    const glance = cellsOf(tableUnder(document, 'year to date against last year and the profile'));
    expect(glance.find(([name]) => name === 'Reduce anti-social behaviour incidents')?.slice(2, 6)).toEqual([
      '2,527',
      '2,713',
      '−6.9%',
      '2,516',
    ]);
  } finally {
    engine.store.close();
  }
}, 120_000);
