import type { Warning } from '../intake/draft.ts';
import { numberIn, shownNumber, type Line } from '../intake/wide-lines.ts';
import type { WideTable } from '../intake/wide-mapping.ts';
import { previousYear } from '../time/financial-year.ts';
import { figuresOf } from './change-row.ts';
import type { WideSheet } from './check-wide.ts';
import { endingsOf } from './last-period.ts';
import type { SheetText, TableWords } from './table-words.ts';
import { isTarget } from './target-profile.ts';

const RISE = 'increase|rise|growth';
const FALL = 'reduction|decrease|fall|drop';
const CHANGE = new RegExp(
  String.raw`\b(${RISE}|${FALL})(?: in [a-z ]{3,40})? of (less than |under |about |around |over |more than )?(\d+(?:\.\d+)?)\s*%`,
  'gi',
);
const MORE = /\b(\d+(?:\.\d+)?)\s*% (more|higher|fewer|less|lower)\b/gi;
const TARGET = /\btargets? of (\d[\d,]*(?:\.\d+)?)(?!\s*%|[\d/])/gi;
const QUARTER = /\b(?:end of )?(?:quarter|q) ?(one|two|three|four|[1-4])\b/i;
const QUARTERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, 1: 1, 2: 2, 3: 3, 4: 4 };

/** Sentences on a measure sheet that say other numbers, or the other direction, than the table beside them. */
export function checkNarrative(sheet: WideSheet, words: ReadonlyMap<WideTable, TableWords>): Warning[] {
  return sheet.tables.flatMap((table) => {
    const lines = sheet.lines.filter(({ row }) => table.rows.includes(row));
    const sentences = (words.get(table)?.texts ?? []).filter(
      ({ cell, text }) =>
        cell !== words.get(table)?.target?.cell && cell !== words.get(table)?.status?.cell && text.length >= 20,
    );
    const changes = changesOf(lines, sheet);
    const targets = targetsOf(lines, sheet, words.get(table));
    return sentences.flatMap((sentence) => [
      ...checkChange(sentence, changes),
      ...checkTarget(sentence, targets),
      ...checkQuarter(sentence, table, sheet),
    ]);
  });
}

/** The last change of each measure of a table in percent, since April and for the last period alone. */
function changesOf(lines: readonly Line[], { settled, unknown }: WideSheet): number[] {
  const years = [...new Set(lines.map(({ row, year }) => `${row.measure} ${year}`))];
  const seen = lines.filter(
    ({ row, year }, at) =>
      years.indexOf(`${row.measure} ${year}`) >= 0 &&
      lines.findIndex((one) => one.row.measure === row.measure && one.year === year) === at,
  );
  return seen.flatMap(({ row, year }) => {
    const now = figuresOf(settled.lines, row.measure, year, unknown);
    const before = figuresOf(settled.lines, row.measure, previousYear(year), unknown);
    const place = now.sums.findLastIndex((sum) => sum !== null);
    return (['sums', 'months'] as const).flatMap((kind) => {
      const [here, there] = [now[kind][place] ?? null, before[kind][place] ?? null];
      return here === null || there === null || there === 0 ? [] : [(here / there - 1) * 100];
    });
  });
}

/** Every figure the word «target» may mean: the profile at the last period known, its end, the number in words. */
function targetsOf(lines: readonly Line[], { settled, unknown }: WideSheet, words: TableWords | undefined): number[] {
  const printed = lines.filter(isTarget).flatMap((line) => {
    const { sums } = figuresOf(settled.lines, line.row.measure, line.year, unknown);
    const place = sums.findLastIndex((sum) => sum !== null);
    return line.slots.flatMap((slot) =>
      slot.place === place || slot.place === line.periods - 1 ? (numberIn(slot) ?? []) : [],
    );
  });
  return words?.target === undefined || words.target === null ? printed : [...printed, words.target.annual];
}

interface Said {
  readonly text: string;
  readonly up: boolean;
  readonly bound: string;
  readonly percent: number;
}

function checkChange({ cell, text }: SheetText, changes: readonly number[]): Warning[] {
  if (changes.length === 0) return [];
  const said: Said[] = [
    ...[...text.matchAll(CHANGE)].map(([found, word = '', bound = '', percent = '']) => ({
      text: found,
      up: new RegExp(`^(?:${RISE})$`, 'i').test(word),
      bound: bound.trim().toLowerCase(),
      percent: Number(percent),
    })),
    ...[...text.matchAll(MORE)].map(([found, percent = '', word = '']) => ({
      text: found,
      up: /^(?:more|higher)$/i.test(word),
      bound: '',
      percent: Number(percent),
    })),
  ];
  const wrong = said.filter((one) => !changes.some((change) => isWhatIsSaid(one, change)));
  const [first] = wrong;
  if (first === undefined) return [];
  const shown = changes.map(
    (change) => `${change.toLocaleString('en-GB', { maximumFractionDigits: 2, signDisplay: 'always' })}%`,
  );
  return [
    {
      check: 'narrative-differs',
      cells: cell,
      says: `«${first.text}» is not what the table shows: ${[...new Set(shown)].join(', ')}.`,
      found: first.text,
      expected: [...new Set(shown)].join(', '),
    },
  ];
}

function isWhatIsSaid({ up, bound, percent }: Said, change: number): boolean {
  if (change !== 0 && change > 0 !== up) return false;
  const size = Math.abs(change);
  if (bound === 'less than' || bound === 'under') return size <= percent && change !== 0;
  if (bound === 'more than' || bound === 'over') return size >= percent;
  if (bound === 'about' || bound === 'around') return Math.abs(size - percent) <= Math.max(1, percent * 0.1);
  const decimals = (String(percent).split('.')[1] ?? '').length;
  return Math.abs(size - percent) <= 0.5 * 10 ** -decimals + 1e-9;
}

function checkTarget({ cell, text }: SheetText, targets: readonly number[]): Warning[] {
  if (targets.length === 0) return [];
  const said = [...text.matchAll(TARGET)].map(([, amount = '']) => Number(amount.replaceAll(',', '')));
  const wrong = said.filter((value) => !targets.some((target) => Math.abs(target - value) < 0.05));
  const [first] = wrong;
  if (first === undefined) return [];
  const shown = [...new Set(targets)].map(shownNumber).join(', ');
  return [
    {
      check: 'narrative-target-differs',
      cells: cell,
      says: `The text speaks of a target of ${shownNumber(first)}; the table’s are ${shown}.`,
      found: shownNumber(first),
      expected: shown,
    },
  ];
}

/** «At the end of quarter one» where the table stops before that quarter’s end. */
function checkQuarter({ text }: SheetText, table: WideTable, sheet: WideSheet): Warning[] {
  const [, word = ''] = QUARTER.exec(text) ?? [];
  const quarter = QUARTERS[word.toLowerCase()];
  const [ending] = endingsOf({ ...sheet, tables: [table] });
  if (quarter === undefined || ending === undefined || ending.periods !== 12) return [];
  const [from, until] = [(quarter - 1) * 3, quarter * 3 - 1];
  const place = (Number(ending.to.slice(5, 7)) + 8) % 12;
  if (place < from || place >= until) return [];
  return [
    {
      check: 'last-period-differs',
      cells: ending.next,
      says: `The text speaks of quarter ${word}, but «${ending.title}» ends in ${ending.period}.`,
      found: ending.period,
      expected: `quarter ${word}`,
    },
  ];
}
