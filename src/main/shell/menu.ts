import { Menu, app } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Told } from '../../preload/contract.ts';
import { SHELL } from './words.ts';

const ZOOMS = [100, 125, 150, 175, 200] as const;

type Asked = Extract<Told, { about: 'asked' }>;

/** What undo and redo would do, in words; null: nothing. */
export interface EditsOffered {
  readonly undo: string | null;
  readonly redo: string | null;
}

/** One line of the menu. Its key is the window's to hear: while text is typed it undoes the typing instead. */
const editItem = (
  way: 'undo' | 'redo',
  says: string | null,
  onEdit: (way: 'undo' | 'redo') => void,
): MenuItemConstructorOptions => {
  const name = way === 'undo' ? SHELL.undo : SHELL.redo;
  return {
    label: says === null ? name : `${name}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
    enabled: says !== null,
    accelerator: way === 'undo' ? 'CmdOrCtrl+Z' : 'CmdOrCtrl+Y',
    registerAccelerator: false,
    click: () => {
      onEdit(way);
    },
  };
};

/** The application menu: short, in the officer's words, with every usual key. What a room does, it asks the window for. */
export function setMenu(
  window: () => BrowserWindow | null,
  tell: (told: Told) => void,
  print: () => void,
  edits: EditsOffered,
): void {
  const onEdit = (item: 'undo' | 'redo'): void => {
    tell({ about: 'menu', item });
  };
  const ask =
    (room: Asked['room'], at: string | null = null) =>
    () => {
      tell({ about: 'asked', room, at });
    };
  const zoom = (percent: number): MenuItemConstructorOptions => ({
    label: `${String(percent)}%`,
    click: () => window()?.webContents.setZoomFactor(percent / 100),
  });
  app.setAboutPanelOptions({ applicationName: SHELL.name, applicationVersion: app.getVersion() });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: SHELL.file,
        submenu: [
          // The window itself hears Ctrl+K and F1: here they are only shown.
          { label: SHELL.find, accelerator: 'CmdOrCtrl+K', registerAccelerator: false, click: ask('find') },
          { type: 'separator' },
          { label: SHELL.bringIn, accelerator: 'CmdOrCtrl+O', click: ask('extracts') },
          { label: SHELL.lookInAFolder, accelerator: 'CmdOrCtrl+Shift+O', click: ask('extracts', 'look') },
          { type: 'separator' },
          { label: SHELL.print, accelerator: 'CmdOrCtrl+P', click: print },
          { label: SHELL.settings, click: ask('settings') },
          { type: 'separator' },
          { role: 'close', label: SHELL.closeWindow },
          { role: 'quit', label: SHELL.quit },
        ],
      },
      {
        label: SHELL.edit,
        submenu: [
          editItem('undo', edits.undo, onEdit),
          editItem('redo', edits.redo, onEdit),
          { type: 'separator' },
          { role: 'undo', label: SHELL.undoTyping },
          { role: 'redo', label: SHELL.redoTyping },
          { type: 'separator' },
          { role: 'cut', label: SHELL.cut },
          { role: 'copy', label: SHELL.copy },
          { role: 'paste', label: SHELL.paste },
          { role: 'selectAll', label: SHELL.selectAll },
        ],
      },
      {
        label: SHELL.view,
        submenu: [
          { role: 'zoomIn', label: SHELL.larger },
          { role: 'zoomOut', label: SHELL.smaller },
          { role: 'resetZoom', label: SHELL.actualSize },
          { label: SHELL.size, submenu: ZOOMS.map(zoom) },
          { type: 'separator' },
          { role: 'togglefullscreen', label: SHELL.fullScreen },
        ],
      },
      {
        label: SHELL.help,
        role: 'help',
        submenu: [
          { label: SHELL.howEachJobIsDone, accelerator: 'F1', registerAccelerator: false, click: ask('help') },
          { label: SHELL.keys, click: ask('help', 'keys') },
          { label: SHELL.words, click: ask('help', 'words') },
          { type: 'separator' },
          { role: 'about', label: SHELL.about },
        ],
      },
    ]),
  );
}
