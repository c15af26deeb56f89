import { expect, it } from 'vitest';
import { placingFrom } from '../../src/main/shell/placing.ts';
import { windowOptions } from '../../src/main/shell/window-options.ts';

const placing = { x: null, y: null, width: 1280, height: 800, maximised: false, zoom: 1, dense: false };

it('opens the window with exactly these rights', () => {
  expect(
    windowOptions({ preload: '/app/preload/index.cjs', icon: '/app/icon.png', placing, dark: false, packaged: true }),
  ).toEqual({
    title: 'Safer Workbench',
    icon: '/app/icon.png',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#F5F7F9',
    webPreferences: {
      preload: '/app/preload/index.cjs',
      partition: 'workbench',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
      zoomFactor: 1,
    },
  });
});

it('paints the window dark from the first moment where the computer is dark', () => {
  expect(windowOptions({ preload: 'p', icon: 'i', placing, dark: true, packaged: false }).backgroundColor).toBe(
    '#0C1116',
  );
});

const screen = { x: 0, y: 0, width: 1920, height: 1080 };

it('opens where it stood last, as large as it was and with its rows as close', () => {
  const kept = { x: 100, y: 50, width: 1400, height: 900, maximised: true, zoom: 1.5, dense: true };
  expect(placingFrom(JSON.stringify(kept), [screen])).toEqual(kept);
});

it.each([
  ['no place is kept', null],
  ['what is kept is damaged', '{"x":'],
  ['what is kept is something else', '[1,2]'],
  ['what is kept is no size', '{"x":0,"y":0,"width":1e9999,"height":"800"}'],
  ['what is kept is too small to see', '{"x":0,"y":0,"width":1,"height":1}'],
])('opens in its first place where %s', (_why, text) => {
  expect(placingFrom(text, [screen])).toEqual(placing);
});

it('keeps its size but comes back into view where the screen it stood on is gone', () => {
  const kept = JSON.stringify({ x: 2500, y: 50, width: 1400, height: 900, maximised: false });
  expect(placingFrom(kept, [screen])).toEqual({ ...placing, width: 1400, height: 900 });
});

it('never opens at a size of writing that nobody could read', () => {
  const kept = { x: 0, y: 0, width: 1280, height: 800, zoom: 40 };
  expect(placingFrom(JSON.stringify(kept), [screen]).zoom).toBe(1);
});
