import {
  changeCalculator,
  proportionCalculator,
  rateCalculator,
  ruleSetNames,
  shareChangeCalculator,
  spcCalculator,
  type CannotWorkOut,
} from '../../core/statistics/calculators.ts';
import { UsageError, type CommandLine, type OptionName } from './arguments.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { number, textTable } from './text-table.ts';

/** A number of the command line. Throws {@link UsageError} when it is none. */
function numberOf(line: CommandLine, name: OptionName, text: string): number {
  const plain = text
    .trim()
    .replace(/^−/, '-')
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(/%$/, '');
  const value = plain === '' ? Number.NaN : Number(plain);
  if (!Number.isFinite(value)) throw new UsageError(`«${line.command}»: --${name} ${text} is not a number`);
  return value;
}

const needed = (line: CommandLine, name: OptionName): number => numberOf(line, name, line.needed(name));

/** `--confidence 95` or `99.8`, in percent; 95 when it is not given. */
export function confidenceOf(line: CommandLine): number {
  const text = line.value('confidence');
  return text === null ? 95 : numberOf(line, 'confidence', text);
}

/** A whole or broken number given as an option, or null. */
export function numberGiven(line: CommandLine, name: OptionName): number | null {
  const text = line.value(name);
  return text === null ? null : numberOf(line, name, text);
}

/** Prints an answer as JSON (`parts` of it, in their order) or in words; what cannot be worked out is said and refused. */
function answer<A extends object>(
  line: CommandLine,
  { out, err }: Surroundings,
  found: A | CannotWorkOut,
  parts: readonly (keyof A & string)[],
  inWords: (answer: A) => string,
): Promise<number> {
  if ('cannot' in found) {
    err(found.says);
    return Promise.resolve(EXIT.refused);
  }
  const shape = Object.fromEntries(parts.map((part) => [part, found[part]]));
  out(line.json ? JSON.stringify(shape, null, 2) : inWords(found));
  return Promise.resolve(EXIT.done);
}

/** `rate --count 8 --population 1000 [--per 1000] [--confidence 95|99.8]`. */
export function rateCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const per = numberGiven(line, 'per');
  const found = rateCalculator({
    count: needed(line, 'count'),
    population: needed(line, 'population'),
    ...(per === null ? {} : { per }),
    confidence: confidenceOf(line),
  });
  return answer(
    line,
    surroundings,
    found,
    ['rate', 'lower', 'upper', 'confidence', 'method'],
    (one) =>
      `${number(one.rate, 3)} per ${number(one.per, 0)} (${String(one.confidence)}% limits ${number(one.lower, 3)} to ` +
      `${number(one.upper, 3)}, ${one.method})`,
  );
}

/** `proportion --count 60 --of 80 [--confidence 95|99.8]`. */
export function proportionCommand(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const asked = { count: needed(line, 'count'), of: needed(line, 'of'), confidence: confidenceOf(line) };
  const share = (value: number): string => `${number(value * 100, 1)}%`;
  return answer(
    line,
    surroundings,
    proportionCalculator(asked),
    ['proportion', 'lower', 'upper', 'method'],
    (one) =>
      `${share(one.proportion)} (${String(one.confidence)}% limits ${share(one.lower)} to ${share(one.upper)}, ${one.method})`,
  );
}

/** `56/70` as a part of a whole; null where the text is a plain number. */
function shareGiven(line: CommandLine, name: OptionName, text: string): { part: number; whole: number } | null {
  const [part, whole, more] = text.split('/');
  if (part === undefined || whole === undefined) return null;
  if (more !== undefined) throw new UsageError(`«${line.command}»: --${name} ${text} is not a share such as 56/70`);
  return { part: numberOf(line, name, part), whole: numberOf(line, name, whole) };
}

/** `change --before 629 --after 525 [--confidence 95|99.8]`; `--before 56/70 --after 48/80` compares two shares. */
export function changeOfCounts(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const [before, after] = (['before', 'after'] as const).map((name) => shareGiven(line, name, line.needed(name)));
  if (before != null && after != null) {
    const share = (value: number): string => `${number(value * 100, 1)}%`;
    const points = (value: number): string => number(value * 100, 1);
    return answer(
      line,
      surroundings,
      shareChangeCalculator({ before, after, confidence: confidenceOf(line) }),
      ['before', 'after', 'difference', 'lower', 'upper', 'method', 'p'],
      (one) =>
        `From ${share(one.before)} to ${share(one.after)}: ${points(one.difference)} percentage points ` +
        `(${String(one.confidence)}% limits ${points(one.lower)} to ${points(one.upper)}, Newcombe; p = ${pInWords(one.p)})`,
    );
  }
  const asked = { before: needed(line, 'before'), after: needed(line, 'after'), confidence: confidenceOf(line) };
  const parts = ['difference', 'percent', 'ratio', 'ratioLower', 'ratioUpper', 'p', 'says'] as const;
  return answer(line, surroundings, changeCalculator(asked), parts, ({ says, p }) => `${says} (p = ${pInWords(p)})`);
}

/** A p-value with two figures: 0.0024, 0.90. */
export const pInWords = (p: number): string => (p >= 0.1 ? p.toFixed(2) : p.toPrecision(2));

function groupOf(line: CommandLine, text: string): { part: number; whole: number } {
  const group = shareGiven(line, 'values', text);
  if (group === null) throw new UsageError(`«${line.command}»: --values are either all numbers or all shares (18/23)`);
  return group;
}

/** `spc --values 1,2,3 [--rules NAME]`, or shares, `18/23,20/31`; an empty place or `-` is a month that is not known. */
export function spcOfValues(line: CommandLine, surroundings: Surroundings): Promise<number> {
  const texts = line
    .needed('values')
    .split(/[,;\s]+/)
    .map((text) => (text === '' || text === '-' || text === 'null' ? null : text));
  const rules = line.value('rules');
  const named = rules === null ? {} : { rules };
  const shares = texts.some((text) => text?.includes('/') === true);
  const found = shares
    ? spcCalculator({
        values: [],
        groups: texts.map((text) => (text === null ? null : groupOf(line, text))),
        ...named,
      })
    : spcCalculator({ values: texts.map((text) => (text === null ? null : numberOf(line, 'values', text))), ...named });
  return answer(line, surroundings, found, ['mean', 'lower', 'upper', 'points', 'trial'], (one) =>
    [
      `Mean ${number(one.mean, 1)}, limits ${number(one.lower, 1)} to ${number(one.upper, 1)} (rules ${one.rules})` +
        (one.trial ? '; trial limits: fewer than 13 points' : ''),
      textTable(
        ['Point', 'Value', 'Special'],
        one.points.map(({ value, flags }, at) => [
          String(at + 1),
          value === null ? '' : String(value),
          flags.join(', ') || '·',
        ]),
      ),
    ].join('\n'),
  );
}

/** What `--rules` may say, for the help. */
export const RULES_HELP = ruleSetNames().join('|');
