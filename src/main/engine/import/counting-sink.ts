import type { ComparedFigure } from '../../../core/intake/compare.ts';
import { draftKey } from '../../../core/intake/draft-key.ts';
import type { RecordDraft } from '../../../core/intake/draft.ts';
import type { SheetPlan, TableReading } from '../../../core/intake/plan.ts';
import type { Month } from '../../../core/time/month.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import type { Sink } from './read-file.ts';

/** What a file says of one dataset: its figures by key, and the months it speaks for, blank cells included. */
export interface Said {
  readonly figures: Map<string, ComparedFigure>;
  covers: { from: Month; to: Month } | null;
}

/** Keeps nothing but the numbers needed to say what would be new, changed or gone. */
export class CountingSink implements Sink {
  readonly said = new Map<string, Said>();
  private current: Said = { figures: new Map(), covers: null };
  private recordMeasure = '';
  private recordMonths = new Map<Month, number>();

  startSheet(_position: number, plan: SheetPlan): void {
    const said = this.said.get(plan.dataset) ?? { figures: new Map<string, ComparedFigure>(), covers: null };
    this.said.set(plan.dataset, said);
    this.current = said;
    this.recordMeasure = plan.measure ?? plan.dataset;
    this.recordMonths = new Map();
  }

  record(draft: RecordDraft): void {
    this.recordMonths.set(draft.month, (this.recordMonths.get(draft.month) ?? 0) + draft.events);
  }

  table(reading: TableReading): void {
    for (const { measure, area, areaKind, from, to, quantity, value, symbol } of reading.observations) {
      const named = areaKind === 'city' ? null : area;
      this.say({ measure, area: named, areaKind, from, to, quantity, value, symbol: symbol?.found ?? null });
    }
  }

  endSheet(report: SheetReport): void {
    for (const [month, value] of this.recordMonths) {
      const period = { from: month, to: month };
      this.say({
        measure: this.recordMeasure,
        area: null,
        areaKind: 'city',
        ...period,
        quantity: 'count',
        value,
        symbol: null,
      });
    }
    if (report.covers === null) return;
    const { from, to } = report.covers as { from: Month; to: Month };
    const { covers } = this.current;
    this.current.covers =
      covers === null
        ? { from, to }
        : { from: from < covers.from ? from : covers.from, to: to > covers.to ? to : covers.to };
  }

  private say(figure: ComparedFigure): void {
    this.current.figures.set(draftKey(figure), figure);
  }
}
