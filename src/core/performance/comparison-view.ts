/** One area of a most-similar-group comparison. */
export interface ComparedArea {
  readonly name: string;
  readonly own: boolean;
  readonly count: number | null;
  readonly population: number | null;
  readonly ratePerThousand: number | null;
}

/** A most-similar-group comparison for one period, areas from highest to lowest rate. */
export interface ComparisonView {
  readonly measure: string;
  readonly measureName: string;
  readonly from: string;
  readonly to: string;
  readonly periodInWords: string;
  readonly areas: readonly ComparedArea[];
  /** Mean of the areas' rates, own area included, as iQuanta does (HMIC comparator, «About the data»). */
  readonly averageUnweighted: number | null;
  /** All crimes over all residents, times 1,000. */
  readonly averagePooled: number | null;
  /** Own area's rank, 1 = lowest rate; null when there is no own area or its rate is not known. */
  readonly rank: number | null;
  readonly of: number;
  /** Own rate against the unweighted average, in percent. */
  readonly distancePercent: number | null;
  /** Mean ± 1 standard deviation of the rates; null with fewer than three areas. */
  readonly limits: { readonly kind: 'spread'; readonly lower: number; readonly upper: number } | null;
  readonly verdict: 'inline' | 'above' | 'below' | null;
  readonly sentence: string;
  readonly source: string;
  readonly provisional: boolean;
  readonly illustrative: boolean;
  readonly populationYear: string | null;
  readonly notes: readonly string[];
}
