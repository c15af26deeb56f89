import type { FigureKey } from '../../../core/intake/draft-key.ts';
import type { ObservationDraft, RecordDraft } from '../../../core/intake/draft.ts';
import type { SheetPlan, TableReading } from '../../../core/intake/plan.ts';
import { TextMap } from '../../../core/intake/text-map.ts';
import type { Month } from '../../../core/time/month.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import type { Sink } from './read-file.ts';

/** What a file says of one dataset: its figures, sheet by sheet, and the months it speaks for, blank cells included. */
export interface Said {
  readonly figures: (readonly SaidFigure[])[];
  covers: { from: Month; to: Month } | null;
}

/** A figure as it was read; of a sheet of half a million nothing is copied until it is known to be needed. */
export type SaidFigure = FigureKey & Pick<ObservationDraft, 'value' | 'symbol'>;

/** The city's months of one measure as one sheet gives them. */
export interface CitySeries {
  readonly position: number;
  readonly dataset: string;
  readonly measure: string;
  readonly months: Map<Month, { readonly value: number | null; readonly cell: string }>;
}

/** Keeps nothing but the numbers needed to say what would be new, changed or gone. */
export class CountingSink implements Sink {
  readonly said = new Map<string, Said>();
  readonly series: CitySeries[] = [];
  private readonly city: string;
  private current: Said = { figures: [], covers: null };
  private sheet = { position: 0, dataset: '' };
  private recordMeasure = '';
  private recordMonths = new TextMap<{ readonly month: Month; events: number }>();

  /** `city`: the district whose records count; those of a wider extract's other districts do not. */
  constructor(city: string) {
    this.city = city;
  }

  startSheet(position: number, plan: SheetPlan): void {
    this.sheet = { position, dataset: plan.dataset };
    const said = this.said.get(plan.dataset) ?? { figures: [], covers: null };
    this.said.set(plan.dataset, said);
    this.current = said;
    this.recordMeasure = plan.measure ?? plan.dataset;
    this.recordMonths = new TextMap();
  }

  record(draft: RecordDraft): void {
    if (draft.district !== undefined && draft.district !== this.city) return;
    const { month } = draft;
    const counted = this.recordMonths.get(month) ?? this.recordMonths.set(month, { month, events: 0 });
    counted.events += draft.events;
  }

  table(reading: TableReading): void {
    const byMeasure = new Map<string, CitySeries['months']>();
    for (const { measure, areaKind, from, to, quantity, value, cell } of reading.observations) {
      if (areaKind === 'city' && quantity === 'count' && from === to) {
        let months = byMeasure.get(measure);
        if (months === undefined) byMeasure.set(measure, (months = new Map() as CitySeries['months']));
        months.set(from, { value, cell });
      }
    }
    this.current.figures.push(reading.observations);
    for (const [measure, months] of byMeasure) this.series.push({ ...this.sheet, measure, months });
  }

  endSheet(report: SheetReport): void {
    const counts = [...this.recordMonths.entries()].map(([, count]) => count);
    if (counts.length > 0) {
      const months = new Map(counts.map(({ month, events }) => [month, { value: events, cell: '' }]));
      this.series.push({ ...this.sheet, measure: this.recordMeasure, months });
    }
    const counted = { measure: this.recordMeasure, area: null, areaKind: 'city', quantity: 'count' } as const;
    this.current.figures.push(
      counts.map(({ month, events }) => ({ ...counted, from: month, to: month, value: events, symbol: null })),
    );
    if (report.covers === null) return;
    const { from, to } = report.covers as { from: Month; to: Month };
    const { covers } = this.current;
    this.current.covers =
      covers === null
        ? { from, to }
        : { from: from < covers.from ? from : covers.from, to: to > covers.to ? to : covers.to };
  }
}
