import type { ObservationDraft } from './draft.ts';
import { areaKey } from './area-names.ts';

/** What makes two numbers the same figure: measure, area, period and quantity. */
export type FigureKey = Pick<ObservationDraft, 'measure' | 'area' | 'areaKind' | 'from' | 'to' | 'quantity'>;

/** The written key of a figure; the city is the same however it is named, other areas by {@link areaKey} and kind. */
export function draftKey({ measure, area, areaKind, from, to, quantity }: FigureKey): string {
  return `${measure}|${area === null ? '' : `${areaKind} ${keyOf(area)}`}|${from}|${to}|${quantity}`;
}

/** A table names each area many times over: its key is worked out once. */
const KEPT = 20_000;
const keys = new Map<string, string>();

function keyOf(area: string): string {
  let key = keys.get(area);
  if (key === undefined) {
    if (keys.size >= KEPT) keys.clear();
    keys.set(area, (key = areaKey(area)));
  }
  return key;
}

/** The cell each figure was read from. A row's figures differ by their period alone, so they are kept by series. */
export class CellsByFigure {
  private readonly series = new Map<string, Map<string, string>>();
  private last: Pick<FigureKey, 'measure' | 'area' | 'areaKind' | 'quantity'> | null = null;
  private lastCells = new Map<string, string>();

  get(figure: FigureKey): string | undefined {
    return this.cellsOf(figure).get(periodKey(figure));
  }

  set(figure: FigureKey, cell: string): void {
    this.cellsOf(figure).set(periodKey(figure), cell);
  }

  private cellsOf(figure: FigureKey): Map<string, string> {
    const { last } = this;
    const { measure, area, areaKind, quantity } = figure;
    if (last?.area === area && last.measure === measure && last.areaKind === areaKind && last.quantity === quantity) {
      return this.lastCells;
    }
    const key = `${measure}|${area === null ? '' : `${areaKind} ${keyOf(area)}`}|${quantity}`;
    let cells = this.series.get(key);
    if (cells === undefined) this.series.set(key, (cells = new Map<string, string>()));
    this.last = { measure, area, areaKind, quantity };
    this.lastCells = cells;
    return cells;
  }
}

const periodKey = ({ from, to }: FigureKey): string => (from === to ? from : `${from}|${to}`);
