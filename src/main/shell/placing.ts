import { readFileSync, writeFileSync } from 'node:fs';

/** Where the window stood last, and how large and close things stood in it. Nothing else is remembered here. */
export interface Placing {
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
  /** 1 is actual size. */
  readonly zoom: number;
  /** The rows of tables stand close together. */
  readonly dense: boolean;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FIRST: Placing = { x: null, y: null, width: 1280, height: 800, maximised: false, zoom: 1, dense: false };
const LEAST_ZOOM = 0.5;
const MOST_ZOOM = 3;

/** The place kept in a file's text; the first place where it is not there, not ours, or on a screen that is gone. */
export function placingFrom(text: string | null, screens: readonly Area[]): Placing {
  const kept = parsed(text);
  if (kept === null) return FIRST;
  const { x, y, width, height, maximised } = kept;
  const look = { zoom: zoomFrom(kept.zoom), dense: kept.dense === true };
  if (!whole(width) || !whole(height) || width < 400 || height < 300) return { ...FIRST, ...look };
  const size = { width, height, maximised: maximised === true, ...look };
  if (!whole(x) || !whole(y)) return { ...FIRST, ...size };
  const seen = screens.some((s) => x >= s.x - 8 && y >= s.y - 8 && x < s.x + s.width - 100 && y < s.y + s.height - 100);
  return seen ? { x, y, ...size } : { ...FIRST, ...size };
}

const zoomFrom = (kept: unknown): number =>
  typeof kept === 'number' && kept >= LEAST_ZOOM && kept <= MOST_ZOOM ? kept : FIRST.zoom;
const whole = (value: unknown): value is number => Number.isInteger(value);

function parsed(text: string | null): Record<keyof Placing, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return { x: null, y: null, width: null, height: null, maximised: null, zoom: null, dense: null, ...value };
  } catch {
    return null;
  }
}

export function readPlacing(path: string, screens: readonly Area[]): Placing {
  try {
    return placingFrom(readFileSync(path, 'utf8'), screens);
  } catch {
    return placingFrom(null, screens);
  }
}

export function keepPlacing(path: string, placing: Placing): void {
  try {
    writeFileSync(path, JSON.stringify(placing), { mode: 0o600 });
  } catch {
    // A window that opens in its usual place next time is loss enough: nothing to trouble the officer with.
  }
}
