import electron from 'electron';

/*
 * Electron's clipboard changed its shape: newer ones take items by MIME type and answer later, older ones (also the one the
 * tests run on) take everything at once. This file is the only one that knows.
 */
interface OlderClipboard {
  write(data: { html?: string; text?: string; image?: electron.NativeImage }): void;
}

const isOlder = (): boolean => !('ClipboardItem' in electron);

const write = async (
  older: Parameters<OlderClipboard['write']>[0],
  newer: Record<string, string | Blob>,
): Promise<void> => {
  if (isOlder()) (electron.clipboard as unknown as OlderClipboard).write(older);
  else await electron.clipboard.write([new electron.ClipboardItem(newer)]);
};

/** The same table twice: for Word and Excel with its shape, for anything else as tabs and lines. */
export const copyTable = (html: string, text: string): Promise<void> =>
  write({ html, text }, { 'text/html': html, 'text/plain': text });

/** Copies a picture; false where the bytes are not one. */
export async function copyPicture(png: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const image = electron.nativeImage.createFromBuffer(Buffer.from(png));
  if (image.isEmpty()) return false;
  await write({ image }, { 'image/png': new Blob([png]) });
  return true;
}

const SECRET_STAYS_SECONDS = 60;

/** Copies something that should not lie about: it is taken away again, unless something else was copied since. */
export async function copySecret(text: string): Promise<void> {
  await write({ text }, { 'text/plain': text });
  setTimeout(() => {
    void (async () => {
      if ((await electron.clipboard.readText()) === text) await write({ text: '' }, { 'text/plain': '' });
    })();
  }, SECRET_STAYS_SECONDS * 1000).unref();
}
