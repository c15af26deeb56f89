import type { Warning } from '../intake/draft.ts';
import { blockName, cellName } from '../intake/grid.ts';
import { readNumber } from '../intake/read-number.ts';
import { tidyText } from '../intake/tidy-text.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import type { WideSheet } from './check-wide.ts';

/** A number written as text in a table. */
interface Written {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly value: number;
  readonly family: string;
}

/** Numbers of one table written in different ways: text among numbers, some with commas, other decimals in one kind. */
export function checkNumberForms(sheet: WideSheet): Warning[] {
  return sheet.tables.flatMap((table) => {
    const { written, numbers } = formsIn(table, sheet);
    if (written.length === 0) return [];
    return numbers > 0 ? [sayTexts(written)] : [...mixedCommas(written), ...mixedDecimals(written)];
  });
}

function formsIn(table: WideTable, { cells }: WideSheet): { written: Written[]; numbers: number } {
  const written: Written[] = [];
  let numbers = 0;
  for (const { row, meaning, measure } of table.rows) {
    if (meaning === 'not-understood' || meaning === 'left-out') continue;
    const family = `${measure} ${meaning === 'target' || meaning === 'gap-target' || meaning === 'change' ? meaning : 'figures'}`;
    for (const { column } of table.columns) {
      const cell = cells.cell(row, column);
      if (typeof cell === 'number' || (cell !== null && typeof cell === 'object' && cell.kind === 'percent')) numbers++;
      if (typeof cell !== 'string') continue;
      const found = readNumber(cell);
      if (found !== null) written.push({ row, column, text: tidyText(cell), value: found.value, family });
    }
  }
  return { written, numbers };
}

const cellsOf = (written: readonly Written[]): string => {
  const blocks: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const { row, column } of written) {
    const last = blocks.at(-1);
    if (last?.top === row && last.right === column - 1) last.right = column;
    else blocks.push({ top: row, bottom: row, left: column, right: column });
  }
  return blocks.map(blockName).join(', ');
};

const listed = (written: readonly Written[]): string => {
  const texts = written.slice(0, 4).map(({ text }) => `«${text}»`);
  return written.length > 4 ? `${texts.join(', ')} …` : texts.join(', ');
};

const sayTexts = (written: readonly Written[]): Warning => ({
  check: 'text-numbers',
  cells: cellsOf(written),
  says: `${listed(written)} ${written.length === 1 ? 'is' : 'are'} written as text among true numbers: a formula would leave ${written.length === 1 ? 'it' : 'them'} out.`,
  found: written.map(({ text }) => text).join(', '),
  expected: written.map(({ value }) => String(value)).join(', '),
});

function mixedCommas(written: readonly Written[]): Warning[] {
  const large = written.filter(({ value }) => Math.abs(value) >= 1000);
  const commas = large.filter(({ text }) => text.includes(','));
  const plain = large.filter(({ text }) => !text.includes(','));
  if (commas.length === 0 || plain.length === 0) return [];
  const fewer = commas.length <= plain.length ? commas : plain;
  const more = fewer === commas ? plain : commas;
  return [
    {
      check: 'mixed-commas',
      cells: cellsOf(fewer),
      says: `${listed(fewer)} ${fewer === commas ? 'have' : 'lack'} a comma for thousands, the others of the table (${more[0]?.text ?? ''}, …) ${fewer === commas ? 'do not' : 'have one'}.`,
      found: fewer.map(({ text }) => text).join(', '),
      expected: null,
    },
  ];
}

const decimalsOf = (text: string): number => (/\.(\d+)/.exec(text)?.[1] ?? '').length;

/** A nought kept at the end («6.90») shows that decimals were fixed; figures of the same kind with others stand out. */
function mixedDecimals(written: readonly Written[]): Warning[] {
  return [...new Set(written.map(({ family }) => family))].flatMap((family) => {
    const own = written.filter((one) => one.family === family && !one.text.includes('%'));
    const fixed = own.find(({ text }) => /\.\d*0(?!\d)/.test(text));
    if (fixed === undefined) return [];
    const decimals = decimalsOf(fixed.text);
    const others = own.filter(({ text }) => decimalsOf(text) !== decimals);
    if (others.length === 0) return [];
    return [
      {
        check: 'mixed-decimals',
        cells: cellsOf(others),
        says: `${listed(others)} ${others.length === 1 ? 'has' : 'have'} other decimals than ${cellName(fixed.row, fixed.column)} «${fixed.text}».`,
        found: others.map(({ text }) => text).join(', '),
        expected: others.map(({ value }) => value.toFixed(decimals)).join(', '),
      },
    ];
  });
}
