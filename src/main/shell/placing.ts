import { readFileSync, writeFileSync } from 'node:fs';

/** Where the window stood last. Nothing else about the officer's work is remembered here. */
export interface Placing {
  readonly x: number | null;
  readonly y: number | null;
  readonly width: number;
  readonly height: number;
  readonly maximised: boolean;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FIRST: Placing = { x: null, y: null, width: 1280, height: 800, maximised: false };

/** The place kept in a file's text; the first place where it is not there, not ours, or on a screen that is gone. */
export function placingFrom(text: string | null, screens: readonly Area[]): Placing {
  const kept = parsed(text);
  if (kept === null) return FIRST;
  const { x, y, width, height, maximised } = kept;
  if (!whole(width) || !whole(height) || width < 400 || height < 300) return FIRST;
  const size = { width, height, maximised: maximised === true };
  if (!whole(x) || !whole(y)) return { ...FIRST, ...size };
  const seen = screens.some((s) => x >= s.x - 8 && y >= s.y - 8 && x < s.x + s.width - 100 && y < s.y + s.height - 100);
  return seen ? { x, y, ...size } : { ...FIRST, ...size };
}

const whole = (value: unknown): value is number => Number.isInteger(value);

function parsed(text: string | null): Record<keyof Placing, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    return { x: null, y: null, width: null, height: null, maximised: null, ...value };
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

export function keepPlacing(path: string, area: Area, maximised: boolean): void {
  try {
    writeFileSync(path, JSON.stringify({ ...area, maximised }), { mode: 0o600 });
  } catch {
    // A window that opens in its usual place next time is loss enough: nothing to trouble the officer with.
  }
}
