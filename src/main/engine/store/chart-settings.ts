import type { RuleSetName } from '../../../core/statistics/spc-rules.ts';
import type { ReadStore, WriteStore } from './open-store.ts';

/** How a measure's process chart is drawn, as the officer set it. */
export interface ChartSetting {
  readonly rules: RuleSetName;
  /** Limits of the first segment from its first so many months only, with the reason; null: from all of them. */
  readonly baseline: { readonly months: number; readonly reason: string } | null;
  /** First month of each new segment, with the reason. */
  readonly steps: readonly { readonly month: string; readonly reason: string }[];
  /** No percentage on an earlier count below this. */
  readonly smallestBase: number;
}

/** Before anything is set: seven points, as NHS Making Data Count, no percentage on a base under 10. */
export const CHART_DEFAULTS: ChartSetting = { rules: 'mdc-7', baseline: null, steps: [], smallestBase: 10 };

/** The latest setting of a measure, and when it was saved; null: never. */
export function chartSetting(db: ReadStore, measure: string): ChartSetting & { readonly savedAt: string | null } {
  const row = db
    .prepare<[string], { setting: string; savedAt: string }>(
      'SELECT setting, saved_at AS savedAt FROM chart_setting WHERE measure_id = ? ORDER BY version DESC LIMIT 1',
    )
    .get(measure);
  if (row === undefined) return { ...CHART_DEFAULTS, savedAt: null };
  return { ...CHART_DEFAULTS, ...(JSON.parse(row.setting) as Partial<ChartSetting>), savedAt: row.savedAt };
}

/** Saves a setting as the measure's next version. */
export function saveChartSetting(db: WriteStore, measure: string, setting: ChartSetting): void {
  db.prepare(
    `INSERT INTO chart_setting (measure_id, version, setting, saved_at)
     SELECT @measure, coalesce(max(version), 0) + 1, @setting, @savedAt FROM chart_setting WHERE measure_id = @measure`,
  ).run({ measure, setting: JSON.stringify(setting), savedAt: new Date().toISOString() });
}
