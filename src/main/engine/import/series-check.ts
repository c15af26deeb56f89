import type { Warning } from '../../../core/intake/draft.ts';
import { seriesWarnings, type MonthFigure } from '../../../core/intake/series-warnings.ts';
import type { Month } from '../../../core/time/month.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import type { ReadStore } from '../store/open-store.ts';
import { shortNames } from '../store/measures.ts';
import type { CitySeries } from './counting-sink.ts';
import type { HeldByDataset } from './changes.ts';

/** Adds to each sheet's warnings what is odd about its monthly series beside what is held of the same dataset. */
export function withSeriesWarnings(
  store: ReadStore,
  reports: readonly SheetReport[],
  series: readonly CitySeries[],
  held: HeldByDataset,
): SheetReport[] {
  const names = shortNames(store);
  const byPosition = new Map<number, Warning[]>();
  for (const { position, dataset, measure, months } of series) {
    const known = new Map<Month, number | null>();
    for (const figure of held.get(dataset)?.values() ?? []) {
      const own = figure.measure === measure && figure.area === null && figure.quantity === 'count';
      if (own && figure.from === figure.to) known.set(figure.from, figure.value);
    }
    const figures: MonthFigure[] = [...months].map(([month, { value, cell }]) => ({ month, value, cell }));
    const said = seriesWarnings(known, figures, names.get(measure) ?? `«${measure}»`);
    byPosition.set(position, [...(byPosition.get(position) ?? []), ...said]);
  }
  return reports.map((report, position) => {
    const more = byPosition.get(position) ?? [];
    return more.length === 0 ? report : { ...report, warnings: [...report.warnings, ...more] };
  });
}
