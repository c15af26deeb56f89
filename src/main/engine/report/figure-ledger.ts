import type { Origin } from '../../../core/provenance/origin.ts';
import { traceKey, type ReportContent } from './report-content.ts';

/** Where one printed figure stands in the workbook, and the cells it was read from. */
export interface LedgerLine {
  readonly sheet: string;
  readonly cell: string;
  /** «Actual 2015/16, June 2015». */
  readonly what: string;
  readonly value: number;
  readonly format: string;
  readonly from: readonly Origin[];
}

/** Notes every figure as it is put down, for the sheet «Where each figure comes from». */
export class FigureLedger {
  readonly lines: LedgerLine[] = [];
  private readonly traces: ReportContent['traces'];

  constructor(traces: ReportContent['traces']) {
    this.traces = traces;
  }

  /** Notes a figure under its trace; one whose cells are not known (a target) is noted with none. */
  note(
    place: { readonly sheet: string; readonly cell: string; readonly what: string; readonly format: string },
    value: number | null,
    trace: { readonly view: string; readonly what: string; readonly where: string },
  ): void {
    if (value === null) return;
    const from = this.traces.get(traceKey(trace.view, trace.what, trace.where)) ?? [];
    this.lines.push({ ...place, value, from });
  }
}
