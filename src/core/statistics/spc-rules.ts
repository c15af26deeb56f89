import type { XmrLimits } from './xmr.ts';

/** A named set of rules, saved with a measure and printed under its chart. */
export interface RuleSet {
  readonly id: string;
  readonly words: string;
  /** Points in a row on one side of the mean that make a shift. */
  readonly shift: number;
  /** Points in a row that each rise, or each fall, counting the first. */
  readonly trend: number;
  /** Two of three beyond two thirds of the way to a limit; `same-side` asks all three to lie on one side of the mean. */
  readonly twoOfThree: 'same-side' | 'two-same-side' | 'off';
  /** Leave unusually large moving ranges out of the limits. */
  readonly screen: boolean;
}

/** Rule sets by name. The tools of NHS Making Data Count differ among themselves, so the name is always shown. */
export const ruleSets = {
  'mdc-7': {
    id: 'mdc-7',
    words: 'NHS Making Data Count: outside the limits; 7 rising or falling; 2 of 3 near a limit; 7 on one side',
    shift: 7,
    trend: 7,
    twoOfThree: 'same-side',
    screen: false,
  },
  'mdc-7-screened': {
    id: 'mdc-7-screened',
    words: 'NHS Making Data Count with 7 points, unusually large moving ranges left out of the limits',
    shift: 7,
    trend: 7,
    twoOfThree: 'same-side',
    screen: true,
  },
  'mdc-6': {
    id: 'mdc-6',
    words:
      'Making Data Count with 6 points: outside the limits; 6 rising or falling; 2 of 3 near a limit; 6 on one side',
    shift: 6,
    trend: 6,
    twoOfThree: 'same-side',
    screen: false,
  },
  'shift-7-trend-5': {
    id: 'shift-7-trend-5',
    words: 'Outside the limits; 5 rising or falling; 2 of 3 near the same limit, the third anywhere; 7 on one side',
    shift: 7,
    trend: 5,
    twoOfThree: 'two-same-side',
    screen: false,
  },
} as const satisfies Record<string, RuleSet>;

export type RuleSetName = keyof typeof ruleSets;

/** The rule set of that name, or null. */
export const ruleSetNamed = (name: string): RuleSet | null =>
  Object.hasOwn(ruleSets, name) ? ruleSets[name as RuleSetName] : null;

/** What can be special about a point. */
export type SpecialCause =
  | 'above-limit'
  | 'below-limit'
  | 'rising-trend'
  | 'falling-trend'
  | 'two-of-three-high'
  | 'two-of-three-low'
  | 'shift-high'
  | 'shift-low';

/** 1 above, −1 below, 0 on; null where the point is not known. */
type Sign = 1 | 0 | -1 | null;
const sign = (value: number): Sign => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** Marks each member of a run of `length` or more equal signs that are neither 0 nor unknown. */
function runs(signs: readonly Sign[], length: number): Sign[] {
  const marks: Sign[] = signs.map(() => null);
  let start = 0;
  for (let index = 0; index <= signs.length; index += 1) {
    if (index < signs.length && signs[index] === signs[start]) continue;
    const of = signs[start] ?? null;
    if (of !== null && of !== 0 && index - start >= length) marks.fill(of, start, index);
    start = index;
  }
  return marks;
}

/** Members of runs that rise or fall over `points` points, the first point included. */
function trends(values: readonly (number | null)[], points: number): Sign[] {
  const steps = values.slice(1).map((value, index): Sign => {
    const before = values[index] ?? null;
    return value === null || before === null ? null : sign(value - before);
  });
  const marks: Sign[] = values.map(() => null);
  runs(steps, points - 1).forEach((of, index) => {
    if (of === null) return;
    marks[index] ??= of;
    marks[index + 1] = of;
  });
  return marks;
}

/** Points near a limit that have another near the same limit among three neighbours. */
function twosOfThree(near: readonly Sign[], sides: readonly Sign[], rule: RuleSet['twoOfThree']): Sign[] {
  const marks: Sign[] = near.map(() => null);
  if (rule === 'off') return marks;
  for (let start = 0; start + 3 <= near.length; start += 1) {
    for (const side of [1, -1] as const) {
      const window = [start, start + 1, start + 2];
      const close = window.filter((index) => near[index] === side);
      const together = rule === 'two-same-side' || window.every((index) => sides[index] === side);
      if (close.length >= 2 && together) for (const index of close) marks[index] = side;
    }
  }
  return marks;
}

/**
 * Everything special about each point against its own limits, in order of precedence: outside, trend, two of three, shift.
 * Empty for common cause and for points not known.
 */
export function specialCauses(
  values: readonly (number | null)[],
  limits: readonly (XmrLimits | null)[],
  rules: RuleSet,
): readonly SpecialCause[][] {
  const judged = (judge: (value: number, own: XmrLimits, index: number) => Sign): Sign[] =>
    values.map((value, index) => {
      const own = limits[index] ?? null;
      return value === null || own === null ? null : judge(value, own, index);
    });
  const side = judged((value, own) => sign(value - own.mean));
  const outside = judged((value, own) => (value > own.upper ? 1 : value < own.lower ? -1 : 0));
  const near = judged((value, own, index) => {
    if (outside[index] !== 0) return rules.twoOfThree === 'two-same-side' ? (outside[index] ?? null) : 0;
    return value > own.nearUpper ? 1 : value < own.nearLower ? -1 : 0;
  });
  const tests: readonly (readonly [readonly Sign[], SpecialCause, SpecialCause])[] = [
    [outside, 'above-limit', 'below-limit'],
    [trends(values, rules.trend), 'rising-trend', 'falling-trend'],
    [twosOfThree(near, side, rules.twoOfThree), 'two-of-three-high', 'two-of-three-low'],
    [runs(side, rules.shift), 'shift-high', 'shift-low'],
  ];
  return values.map((_, index) =>
    tests.flatMap(([marks, high, low]) => (marks[index] === 1 ? [high] : marks[index] === -1 ? [low] : [])),
  );
}
