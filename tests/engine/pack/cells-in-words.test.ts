import { describe, expect, it } from 'vitest';
import { cellsInWords } from '../../../src/main/engine/pack/cells-in-words.ts';

const from = (cells: readonly string[], sheet = 'ASB') =>
  cells.map((cell) => ({ importId: 1, file: 'ASB.xls', sheet, cell }));
const said = (cells: readonly string[]) => cellsInWords(from(cells)).map((one) => one.cells);

describe('where figures were read, in words', () => {
  it('joins neighbouring cells of a row to a block, and blocks under one another', () => {
    expect(said(['E4', 'F4', 'G4'])).toEqual(['E4:G4']);
    expect(said(['Z1', 'AA1'])).toEqual(['Z1:AA1']);
    expect(said(['B5:D5', 'B6:D6', 'B7:D7'])).toEqual(['B5:D7']);
    expect(said(['rows 5 to 1,616', 'rows 1,617 to 3,162'])).toEqual(['rows 5 to 3,162']);
  });

  it('does not join what does not meet', () => {
    expect(said(['E4', 'G4', 'H5'])).toEqual(['E4, G4, H5']);
  });

  it('names both cells of a difference, and keeps what is no cell as it is', () => {
    expect(said(['C4', 'D4 − C4', 'E4 − D4'])).toEqual(['C4:E4']);
    expect(said(['the whole sheet'])).toEqual(['the whole sheet']);
  });

  it('keeps the sheets of a file apart', () => {
    expect(cellsInWords([...from(['A1']), ...from(['A2'], 'Other')])).toEqual([
      { file: 'ASB.xls', sheet: 'ASB', cells: 'A1' },
      { file: 'ASB.xls', sheet: 'Other', cells: 'A2' },
    ]);
  });
});
