import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file whole or not at all: what stood there before stays until all of the new one is on the disk. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch (trouble) {
    await rm(beside, { force: true });
    throw trouble;
  }
}
