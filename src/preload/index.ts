import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Told, Workbench } from './contract.ts';

// One channel. What the page says is always a «call»; only a file it was given by hand becomes an «offer».
const ask = (...words: unknown[]): Promise<never> => ipcRenderer.invoke('workbench', ...words) as Promise<never>;

const workbench: Workbench = {
  invoke: (command, input) => ask('call', command, input),
  onTold: (listener) => {
    const heard = (_event: unknown, told: Told): void => {
      listener(told);
    };
    ipcRenderer.on('workbench', heard);
    return () => {
      ipcRenderer.off('workbench', heard);
    };
  },
  offer: (files) =>
    ask(
      'offer',
      Array.from(files, (file) => webUtils.getPathForFile(file)),
    ),
};

contextBridge.exposeInMainWorld('workbench', workbench);
