import { app, nativeTheme, protocol, screen, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { basename, join } from 'node:path';
import type { Output, Told } from '../preload/contract.ts';
import { shellAnswers } from './shell/answers.ts';
import { openDoorway, tellWindow } from './shell/doorway.ts';
import { startEngineProcess } from './shell/engine-process.ts';
import { superviseEngine } from './shell/engine.ts';
import { guardCommandLine, guardEverything, guardSession } from './shell/guard.ts';
import { setMenu } from './shell/menu.ts';
import { besideArchive, makeDataFolder, nodeIn, storeClicked, storePathFrom } from './shell/places.ts';
import { printRoom } from './shell/print-room.ts';
import { keepPlacing, readPlacing } from './shell/placing.ts';
import { SCHEME, serveWindowFiles } from './shell/protocol.ts';
import { sampleStorePath } from './shell/sample-month.ts';
import { switchStore } from './shell/switch-store.ts';
import { PARTITION, windowOptions } from './shell/window-options.ts';
import { openWindow } from './shell/window.ts';

const here = import.meta.dirname;

// Chromium has no sandbox for root: a test machine that runs as root starts us with --no-sandbox; a packaged app never is.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([SCHEME]);
guardCommandLine(app.commandLine, app.isPackaged);
// Days are written the British way in the window's own fields too, whatever the computer is set to.
app.commandLine.appendSwitch('lang', 'en-GB');
guardEverything(app);

const dataFolder = app.getPath('userData');
makeDataFolder(dataFolder);

// macOS hands a clicked store over as an event, and may do so before anything else has begun.
let clicked: string | null = null;
let onClicked: (path: string) => void = (path) => {
  clicked ??= path;
};
app.on('open-file', (event, path) => {
  event.preventDefault();
  onClicked(path);
});

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  let window: BrowserWindow | null = null;
  const ours = session.fromPartition(PARTITION);
  await Promise.all([guardSession(session.defaultSession), guardSession(ours)]);
  serveWindowFiles(ours.protocol, join(here, '../renderer'));

  const storePath = clicked ?? storePathFrom(process.argv, dataFolder, process.cwd());
  const node = nodeIn({
    appFolder: app.getAppPath(),
    packagedIn: app.isPackaged ? process.resourcesPath : null,
    named: process.env['WORKBENCH_NODE'],
  });
  const storePaths = { own: storePath, sample: sampleStorePath(dataFolder) };
  const tell = (told: Told): void => {
    tellWindow(window, told);
    if (told.about === 'changed') void followEdits();
  };
  const engine = switchStore(
    (which, tellOpen) =>
      superviseEngine({
        start: (heard) =>
          startEngineProcess(
            { script: join(here, 'engine.js'), storePath: storePaths[which], node, asks: which === 'own' },
            heard,
          ),
        tell: tellOpen,
        silenceSeconds: 600,
        cancelSeconds: 3,
      }),
    tell,
  );
  /** The menu says what undo would undo. */
  const followEdits = async (): Promise<void> => {
    const reply = await engine.ask('edit.offered', {}, 'shell');
    const { undo, redo } = reply.ok ? (reply.value as Output<'edit.offered'>) : { undo: null, redo: null };
    setMenu(
      () => window,
      tell,
      () => {
        printRoom(window);
      },
      { undo: undo?.says ?? null, redo: redo?.says ?? null },
    );
  };
  void followEdits();
  const sampleFolder = besideArchive(join(app.getAppPath(), 'resources/sample'));
  const placingPath = join(dataFolder, 'window.json');
  const placing = readPlacing(
    placingPath,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  let dense = placing.dense;
  const keep = (): void => {
    if (window === null) return;
    const [bounds, maximised, zoom] = [window.getNormalBounds(), window.isMaximized(), window.webContents.zoomFactor];
    keepPlacing(placingPath, { ...bounds, maximised, zoom, dense });
  };
  const density = {
    isDense: () => dense,
    keep: (next: boolean) => {
      dense = next;
      keep();
    },
  };
  openDoorway(
    () => window,
    engine,
    shellAnswers(() => window, engine, { storePath, sampleFolder, tell, density }),
  );

  const preload = join(here, '../preload/index.cjs');
  const icon = join(app.getAppPath(), 'resources/icon/icon.png');
  const dark = nativeTheme.shouldUseDarkColors;
  const options = windowOptions({ preload, icon, placing, dark, packaged: app.isPackaged });
  const opened = openWindow(options, placing.maximised);
  window = opened;
  opened.on('close', keep);
  opened.on('closed', () => {
    window = null;
  });

  // One store is open at a time, and nothing that is started beside it opens another: the officer is told so.
  onClicked = (path) => {
    if (path !== storePath) tell({ about: 'not-opened', store: basename(path) });
  };
  app.on('second-instance', (_event, args, workingFolder) => {
    if (opened.isDestroyed()) return;
    if (opened.isMinimized()) opened.restore();
    opened.focus();
    const other = storeClicked(args, workingFolder);
    if (other !== null) onClicked(other);
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
