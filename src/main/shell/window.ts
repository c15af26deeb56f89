import { BrowserWindow } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { ADDRESS } from './address.ts';

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
  void window.loadURL(ADDRESS);
  return window;
}
