import type { ObservationDraft } from './draft.ts';
import { areaKey } from './area-names.ts';

/** What makes two numbers the same figure: measure, area, period and quantity. */
export type FigureKey = Pick<ObservationDraft, 'measure' | 'area' | 'areaKind' | 'from' | 'to' | 'quantity'>;

/** The written key of a figure; the city is the same however it is named, other areas by {@link areaKey} and kind. */
export const draftKey = ({ measure, area, areaKind, from, to, quantity }: FigureKey): string =>
  `${measure}|${area === null ? '' : `${areaKind} ${areaKey(area)}`}|${from}|${to}|${quantity}`;
