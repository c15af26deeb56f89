import { existsSync, readFileSync } from 'node:fs';

/** A worked case: what is small, how few further cells are needed, and what a reader can then say. */
export interface WorkedCase {
  readonly case: string;
  readonly threshold?: string;
  readonly rows?: readonly (readonly number[])[];
  readonly values?: readonly number[];
  readonly months?: readonly number[];
  readonly primary?: readonly string[];
  readonly primary_only_intervals?: Readonly<Record<string, readonly [number, number]>>;
  readonly min_secondary_count?: number;
  readonly cheapest_secondary?: readonly string[];
  readonly cheapest_secondary_sum?: number;
  readonly number_of_minimal_solutions?: number;
  readonly intervals_after?: Readonly<Record<string, readonly [number, number]>>;
  readonly strict_min_secondary_count?: number;
  readonly strict_cheapest?: readonly string[];
  readonly strict_number_of_minimal_solutions?: number;
  readonly strict_intervals?: Readonly<Record<string, readonly [number, number]>>;
  readonly population?: number;
  readonly count?: number;
  readonly rate_per_1000?: number;
  readonly previous?: number;
  readonly pct_change?: number;
  readonly recovered_count?: number;
  readonly release1?: number;
  readonly release2?: number;
  readonly recovered?: number;
}

export interface WorkedCases {
  readonly cases: readonly WorkedCase[];
  readonly rounding: readonly {
    readonly value: number;
    readonly nearest5_half_away: number;
    readonly dasa_formula: number | string;
    readonly lt5_symbol: number | string;
    readonly c_marker: number | string;
  }[];
}

const OWN = new URL('./worked-cases.json', import.meta.url);
const SHARED = new URL('../../../../shared/oracle/sdc_suppression_cases.json', import.meta.url);

/** The cases kept beside this test, and the shared table they were taken from where it is at hand. */
export const WORKED: readonly { readonly from: string; readonly worked: WorkedCases }[] = [
  { from: 'kept here', url: OWN },
  { from: 'shared', url: SHARED },
]
  .filter(({ url }) => existsSync(url))
  .map(({ from, url }) => ({ from, worked: JSON.parse(readFileSync(url, 'utf8')) as WorkedCases }));
