import type { Locator, Page } from 'playwright';

/** Drops files from the computer's own folders on a place in the window, as a hand would: the browser itself carries them. */
export async function dropFiles(page: Page, place: Locator, paths: readonly string[]): Promise<void> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('The place to drop on is not to be seen');
  const debug = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await debug.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await debug.detach();
}
