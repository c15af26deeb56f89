import type { Tier } from '../performance/measure-table.ts';

/** Whom or what a row of the plan is about, in the order of the page. */
export type PlanBand = 'individuals' | 'communities' | 'issues';

export const PLAN_BANDS: readonly PlanBand[] = ['individuals', 'communities', 'issues'];

/** One line of the plan: aim, outputs, outcomes and indicators, as Safer Plymouth's model of May 2016 heads them. */
export interface PlanRow {
  readonly band: PlanBand;
  readonly weWill: string;
  readonly soThat: string;
  readonly ultimately: string;
  readonly measuredBy: string;
  /** Null: not yet named. */
  readonly accountable: string | null;
  /** Measures held here, by id, that the traffic light is told from; empty: none of the indicators is held. */
  readonly measures: readonly string[];
}

/** A plan on a page. */
export interface Plan {
  /** Financial year it begins with, `2016/17`. */
  readonly year: string;
  readonly title: string;
  readonly vision: string;
  readonly whoWeAre: readonly string[];
  readonly whoWeAreTogether: string;
  readonly doingTheWork: readonly string[];
  readonly wantToSee: string;
  readonly facingWords: string;
  readonly facing: readonly { readonly band: PlanBand; readonly text: string }[];
  readonly rows: readonly PlanRow[];
  /** Printed at the foot: where it comes from, whether it is an example. */
  readonly note: string;
}

/** How one linked measure stands. */
export interface MeasureStanding {
  readonly measure: string;
  readonly name: string;
  readonly tier: Tier;
  readonly dataTo: string | null;
}

/** The traffic light of a row, and why in a sentence. */
export interface RowLight {
  readonly tier: Tier;
  readonly why: string;
}

export interface PlanView {
  readonly plan: Plan;
  /** One for each row of the plan, in its order. */
  readonly lights: readonly RowLight[];
}
