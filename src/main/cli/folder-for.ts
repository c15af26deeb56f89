import { basename, dirname, resolve } from 'node:path';
import { makeFolder } from '../engine/store/make-folder.ts';
import { Refused } from './ask.ts';

/** Makes the folder a file is to be written into, or says that it cannot. */
export function folderFor(file: string): void {
  try {
    makeFolder(dirname(resolve(file)));
  } catch {
    throw new Refused(
      `The folder of «${basename(file)}» is not there and cannot be made. Nothing was written. Is its disk connected, and may you write there?`,
    );
  }
}
