import type { Locator, Page } from 'playwright';

/**
 * Drops real files on a place: a hidden file input hands the window true files (with their paths, which only the
 * doorway can see), and the browser's own drag events carry them. A made-up transfer allows no
 * effect and knows no file-system entry of its own, so it is told what the file manager's would say.
 */
export async function dropFiles(page: Page, place: Locator, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.id = 'files-to-drop';
    input.hidden = true;
    document.body.append(input);
  });
  await page.locator('#files-to-drop').setInputFiles([...paths]);
  await place.evaluate((element) => {
    const input = document.querySelector<HTMLInputElement>('#files-to-drop');
    const dataTransfer = new DataTransfer();
    Object.defineProperty(dataTransfer, 'effectAllowed', { value: 'all' });
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isFile: true, isDirectory: false }) as FileSystemEntry;
    const { left, top, width, height } = element.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true, dataTransfer };
    for (const kind of ['dragenter', 'dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, at));
    input?.remove();
  });
}
