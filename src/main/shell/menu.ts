import { Menu, app } from 'electron';
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import type { Told } from '../../preload/contract.ts';

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
  const name = way === 'undo' ? 'Undo' : 'Redo';
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
  app.setAboutPanelOptions({ applicationName: 'Safer Workbench', applicationVersion: app.getVersion() });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          // The window itself hears Ctrl+K and F1: here they are only shown.
          { label: 'Find or do…', accelerator: 'CmdOrCtrl+K', registerAccelerator: false, click: ask('find') },
          { type: 'separator' },
          { label: 'Bring in extracts', accelerator: 'CmdOrCtrl+O', click: ask('extracts') },
          { label: 'Look in a folder…', accelerator: 'CmdOrCtrl+Shift+O', click: ask('extracts', 'look') },
          { type: 'separator' },
          { label: 'Print this room…', accelerator: 'CmdOrCtrl+P', click: print },
          { label: 'Settings', click: ask('settings') },
          { type: 'separator' },
          { role: 'close', label: 'Close window' },
          { role: 'quit', label: 'Quit' },
        ],
      },
      {
        label: 'Edit',
        submenu: [
          editItem('undo', edits.undo, onEdit),
          editItem('redo', edits.redo, onEdit),
          { type: 'separator' },
          { role: 'undo', label: 'Undo typing' },
          { role: 'redo', label: 'Redo typing' },
          { type: 'separator' },
          { role: 'cut', label: 'Cut' },
          { role: 'copy', label: 'Copy' },
          { role: 'paste', label: 'Paste' },
          { role: 'selectAll', label: 'Select all' },
        ],
      },
      {
        label: 'View',
        submenu: [
          { role: 'zoomIn', label: 'Larger' },
          { role: 'zoomOut', label: 'Smaller' },
          { role: 'resetZoom', label: 'Actual size' },
          { label: 'Size', submenu: ZOOMS.map(zoom) },
          { type: 'separator' },
          { role: 'togglefullscreen', label: 'Full screen' },
        ],
      },
      {
        label: 'Help',
        role: 'help',
        submenu: [
          { label: 'How each job is done', accelerator: 'F1', registerAccelerator: false, click: ask('help') },
          { label: 'Keys', click: ask('help', 'keys') },
          { label: 'Words', click: ask('help', 'words') },
          { type: 'separator' },
          { role: 'about', label: 'About Safer Workbench' },
        ],
      },
    ]),
  );
}
