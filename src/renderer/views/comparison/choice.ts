import type { Input } from '../../../preload/contract.ts';
import type { AverageKind, LimitsKind } from '../../words/comparison.ts';

/** What the officer has chosen in the room; null is «as it comes». */
export interface Choice {
  /** `all partnership`, `all force`, or `group NAME`. */
  readonly among: string | null;
  readonly own: string | null;
  readonly measure: string | null;
  /** `FROM TO`, or `months` for months of one's own choice. */
  readonly period: string | null;
  readonly from: string;
  readonly to: string;
  readonly beside: string;
  readonly limits: LimitsKind;
  readonly k: number;
  readonly confidence: 95 | 99.8;
  readonly average: AverageKind;
  readonly tab: ComparisonTab;
}

export type ComparisonTab = 'bars' | 'funnel' | 'rank' | 'rate' | 'offences';
export type Change = (change: Partial<Choice>) => void;

export const FIRST_CHOICE: Choice = {
  among: null,
  own: null,
  measure: null,
  period: null,
  from: '',
  to: '',
  beside: 'nothing',
  limits: 'spread',
  k: 1,
  confidence: 95,
  average: 'unweighted',
  tab: 'bars',
};

/** What every question and every picture of this room is asked with. */
export type Asked = Pick<Input<'group.show'>, 'group' | 'kind' | 'own' | 'limits' | 'k' | 'confidence' | 'average'>;

/** The question's part that says among which areas, around which average, by which limits. */
export function askedOf(choice: Choice, among: string): Asked {
  const [sort = 'all', ...rest] = among.split(' ');
  const name = rest.join(' ');
  return {
    ...(sort === 'group' ? { group: name } : { kind: name === 'force' ? 'force' : 'partnership' }),
    ...(sort === 'all' && name === 'force' && choice.own !== null ? { own: choice.own } : {}),
    limits: choice.limits,
    ...(choice.limits === 'spread' ? { k: choice.k } : { confidence: choice.confidence }),
    average: choice.average,
  };
}
