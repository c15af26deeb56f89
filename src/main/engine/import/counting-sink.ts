import { areaKey } from '../../../core/intake/area-names.ts';
import type { RecordDraft } from '../../../core/intake/draft.ts';
import type { SheetPlan, TableReading } from '../../../core/intake/plan.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import type { Sink } from './read-file.ts';

/** One held or drafted number, with the words to show it by. */
export interface Counted {
  readonly dataset: string;
  readonly measure: string;
  readonly area: string | null;
  readonly from: string;
  readonly to: string;
  readonly quantity: string;
  readonly value: number | null;
  readonly symbol: string | null;
}

export const countedKey = (one: Pick<Counted, 'dataset' | 'measure' | 'area' | 'from' | 'to' | 'quantity'>): string =>
  [one.dataset, one.measure, one.area === null ? '' : areaKey(one.area), one.from, one.to, one.quantity].join('\u0001');

/** Months a dataset speaks for in this file, blank cells included. */
export interface Coverage {
  readonly dataset: string;
  readonly measure: string | null;
  readonly from: string;
  readonly to: string;
}

/** Keeps nothing but the numbers needed to say what would be new, changed or gone. */
export class CountingSink implements Sink {
  readonly counted = new Map<string, Counted>();
  readonly coverage: Coverage[] = [];
  private plan: SheetPlan | null = null;

  startSheet(_position: number, plan: SheetPlan): void {
    this.plan = plan;
  }

  record(draft: RecordDraft): void {
    const plan = this.plan;
    if (plan === null) return;
    const one = {
      dataset: plan.dataset,
      measure: plan.measure ?? plan.dataset,
      area: null,
      from: draft.month,
      to: draft.month,
      quantity: 'count',
    };
    const key = countedKey(one);
    this.counted.set(key, { ...one, value: (this.counted.get(key)?.value ?? 0) + 1, symbol: null });
  }

  table(reading: TableReading): void {
    const dataset = this.plan?.dataset ?? '';
    for (const draft of reading.observations) {
      const one = {
        dataset,
        measure: draft.measure,
        area: draft.areaKind === 'city' ? null : draft.area,
        from: draft.from,
        to: draft.to,
        quantity: draft.quantity,
        value: draft.value,
        symbol: draft.symbol?.found ?? null,
      };
      this.counted.set(countedKey(one), one);
    }
  }

  endSheet(report: SheetReport, plan: SheetPlan): void {
    if (report.covers === null) return;
    this.coverage.push({ dataset: plan.dataset, measure: plan.measure, ...report.covers });
  }
}
