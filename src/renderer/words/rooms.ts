export type Room =
  | 'this-month'
  | 'extracts'
  | 'measures'
  | 'gap'
  | 'comparison'
  | 'packs'
  | 'check'
  | 'assessment'
  | 'settings'
  | 'help';

/** A place to go to: a room, and where in it. */
export interface Place {
  readonly room: Room;
  /** A measure, a tab, a topic: what it is, the room itself knows. */
  readonly at?: string;
}
export type Go = (place: Place) => void;

/** The rooms in the order of the month's work; the key is the number that opens it. */
export const ROOMS: readonly { readonly room: Room; readonly name: string; readonly key: string }[] = [
  { room: 'this-month', name: 'This month', key: '1' },
  { room: 'extracts', name: 'Extracts', key: '2' },
  { room: 'measures', name: 'Measures', key: '3' },
  { room: 'gap', name: 'The gap', key: '4' },
  { room: 'comparison', name: 'Comparison', key: '5' },
  { room: 'packs', name: 'Packs', key: '6' },
  { room: 'check', name: 'Check a sheet', key: '7' },
  { room: 'assessment', name: 'Assessment', key: '8' },
  { room: 'settings', name: 'Settings', key: '9' },
];
