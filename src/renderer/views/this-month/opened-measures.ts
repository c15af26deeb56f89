/* What the officer has opened since the window opened: the routine ticks a change once it has been looked at. */

const opened = new Set<string>();

const keyOf = (measure: string, dataTo: string | null): string => `${measure} ${dataTo ?? ''}`;

/** Notes that a measure was opened, with the figures it had then: new figures are to be looked at anew. */
export function noteOpened(measure: string, dataTo: string | null): void {
  opened.add(keyOf(measure, dataTo));
}

export const wasOpened = (measure: string, dataTo: string | null): boolean => opened.has(keyOf(measure, dataTo));
