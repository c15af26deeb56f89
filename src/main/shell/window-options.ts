import type { BrowserWindowConstructorOptions } from 'electron';
import type { Placing } from './placing.ts';
import { SHELL } from './words.ts';

/** Kept in memory only: the window leaves no cache, no cookies and no history on the disk. */
export const PARTITION = 'workbench';

/** Everything a window of ours is allowed, in one place. */
export function windowOptions(asked: {
  readonly preload: string;
  readonly icon: string;
  readonly placing: Placing;
  readonly dark: boolean;
  readonly packaged: boolean;
}): BrowserWindowConstructorOptions {
  const { x, y, width, height, zoom } = asked.placing;
  return {
    title: SHELL.name,
    icon: asked.icon,
    width,
    height,
    ...(x === null || y === null ? {} : { x, y }),
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: asked.dark ? '#0C1116' : '#F5F7F9',
    webPreferences: {
      preload: asked.preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !asked.packaged,
      zoomFactor: zoom,
    },
  };
}
