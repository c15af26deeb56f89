import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';

/** Milliseconds in which the charts are drawn anew on white paper. */
const REDRAWN_AFTER = 250;

/** Prints the room being looked at, in the light look whatever the window's own is, and goes back to that. */
export function printRoom(window: BrowserWindow | null): void {
  if (window === null) return;
  const { themeSource } = nativeTheme;
  nativeTheme.themeSource = 'light';
  setTimeout(() => {
    if (window.isDestroyed()) return;
    window.webContents.print({ printBackground: true }, () => {
      nativeTheme.themeSource = themeSource;
    });
  }, REDRAWN_AFTER);
}
