import { Menu, app } from 'electron';

/** The application menu: short, in the officer's words, with every usual key. */
export function setMenu(print: () => void): void {
  app.setAboutPanelOptions({ applicationName: 'Safer Workbench', applicationVersion: app.getVersion() });
  const menu = Menu.buildFromTemplate([
    {
      label: 'File',
      submenu: [
        { label: 'Print this room…', accelerator: 'CmdOrCtrl+P', click: print },
        { type: 'separator' },
        { role: 'close', label: 'Close window' },
        { role: 'quit', label: 'Quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        { role: 'resetZoom', label: 'Actual size' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: 'Full screen' },
      ],
    },
    { label: 'Help', role: 'help', submenu: [{ role: 'about', label: 'About Safer Workbench' }] },
  ]);
  Menu.setApplicationMenu(menu);
}
