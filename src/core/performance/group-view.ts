import type { Direction } from '../measure/measure.ts';
import type { GroupLabel } from '../statistics/against-group.ts';
import type { GroupLimitsKind } from './group-limits.ts';

/** How a comparison is asked for: which limits, which average. */
export interface GroupOptions {
  readonly limits: GroupLimitsKind;
  /** Sample standard deviations either side, for `spread`. */
  readonly k: number;
  /** Confidence of the other limits: 0.95 or 0.998. */
  readonly confidence: number;
  /** Which average distances and «how many fewer» are measured from. */
  readonly average: 'unweighted' | 'pooled';
}

/** Which members a group has, and from when to when. `validTo` null: still in force. */
export interface GroupInForce {
  readonly name: string;
  readonly kind: 'partnership' | 'force' | 'own-choice';
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly members: number;
  readonly example: boolean;
}

/** One area of a comparison with everything said of it. Null: not known. */
export interface GroupArea {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly ratePerThousand: number | null;
  /** The area's own limits at 95% and at 99.8% (exact below 10 events, Byar's from 10); null without a count. */
  readonly lower95: number | null;
  readonly upper95: number | null;
  readonly lower998: number | null;
  readonly upper998: number | null;
  readonly method: 'exact' | 'Byar' | null;
  /** 1 = lowest rate. */
  readonly rank: number | null;
  readonly distancePercent: number | null;
  /** The chosen limits at this area. */
  readonly bandLower: number | null;
  readonly bandUpper: number | null;
  readonly verdict: 'inline' | 'above' | 'below' | null;
  /** By the area's own limits against the average used. */
  readonly label95: GroupLabel | null;
  readonly label998: GroupLabel | null;
}

/** One point of the curves of a funnel, rates per 1,000. */
export interface FunnelPoint {
  readonly population: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

/** A comparison of areas over one period by named limits: the bar chart, the funnel and the words of one picture. */
export interface GroupView {
  readonly measure: string;
  readonly measureName: string;
  readonly direction: Direction;
  readonly from: string;
  readonly to: string;
  readonly periodInWords: string;
  readonly group: GroupInForce | null;
  /** From the highest rate to the lowest; areas without a rate last. */
  readonly areas: readonly GroupArea[];
  readonly averageUnweighted: number | null;
  readonly averagePooled: number | null;
  readonly averageUsed: number | null;
  readonly average: 'unweighted' | 'pooled';
  readonly rank: number | null;
  readonly of: number;
  readonly distancePercent: number | null;
  readonly limits: {
    readonly kind: GroupLimitsKind;
    readonly k: number;
    readonly confidence: number;
    /** How they were made; printed under the chart. */
    readonly words: string;
    /** Rate the limits lie around. */
    readonly around: number;
    /** The same band for every area: only for `spread`. */
    readonly lower: number | null;
    readonly upper: number | null;
  } | null;
  readonly verdict: 'inline' | 'above' | 'below' | null;
  readonly sentence: string;
  /** Fewer events that would bring the own area to the average; below 0 it lies under it. Not rounded. */
  readonly fewerToAverage: number | null;
  readonly fewerSentence: string | null;
  /** Null without counts and residents. */
  readonly funnel: { readonly around: number; readonly words: string; readonly curve: readonly FunnelPoint[] } | null;
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly populationYear: string | null;
  readonly notes: readonly string[];
}
