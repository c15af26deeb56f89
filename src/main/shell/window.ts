import { BrowserWindow } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { ADDRESS, isOurs } from './address.ts';

/** Opens the window, shown only once its first picture is ready, and brings the page back should it ever fall over. */
export function openWindow(options: BrowserWindowConstructorOptions, maximised: boolean): BrowserWindow {
  const window = new BrowserWindow(options);
  window.once('ready-to-show', () => {
    if (maximised) window.maximize();
    window.show();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void window.loadURL(ADDRESS);
  });
  // A page may empty itself (about:blank) without asking; it is brought back, and until then it is not ours to answer.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isOurs(address)) void window.loadURL(ADDRESS);
  });
  void window.loadURL(ADDRESS);
  return window;
}
