import { closeSync, fstatSync, openSync, read, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { damaged, notAWorkbook } from './refusals.ts';

/** The bytes of a file on disc or in memory, read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** Fewer bytes than asked for only at the end of the file. */
  read(start: number, length: number): Buffer;
  stream(start: number, length: number): Readable;
  close(): void;
}

const CHUNK_BYTES = 256 * 1024;

export function fileSource(path: string): ByteSource {
  const file = openFile(path);
  let isOpen = true;
  const size = fstatSync(file).size;
  return {
    size,
    read(start, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - start)));
      let filled = 0;
      while (filled < bytes.length) {
        const got = readSync(file, bytes, filled, bytes.length - filled, start + filled);
        if (got === 0) throw damaged('it became shorter while it was being read');
        filled += got;
      }
      return bytes;
    },
    stream: (start, length) => fileStream(file, start, Math.min(size, start + length)),
    close() {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

/** Reads without ever closing the file, which stays open for the next part. */
function fileStream(file: number, start: number, end: number): Readable {
  let at = start;
  return new Readable({
    highWaterMark: CHUNK_BYTES,
    read() {
      const length = Math.min(CHUNK_BYTES, end - at);
      if (length <= 0) {
        this.push(null);
        return;
      }
      read(file, Buffer.allocUnsafe(length), 0, length, at, (failure, got, bytes) => {
        if (failure !== null || got === 0) {
          this.destroy(failure ?? damaged('it became shorter while it was being read'));
          return;
        }
        at += got;
        this.push(got === bytes.length ? bytes : bytes.subarray(0, got));
      });
    },
  });
}

function openFile(path: string): number {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (reason) {
    const code = reason instanceof Error && 'code' in reason ? reason.code : null;
    if (code === 'ENOENT') throw notAWorkbook('There is no file there any more. Choose it again.');
    throw notAWorkbook(
      'This file could not be opened. Close it in other programs, check that you may read it, try again.',
    );
  }
  if (!fstatSync(file).isFile()) {
    closeSync(file);
    throw notAWorkbook('This is a folder, not a file. Choose the workbooks inside it.');
  }
  return file;
}

export function memorySource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: (start, length) => bytes.subarray(start, Math.max(start, Math.min(bytes.length, start + length))),
    stream: (start, length) => Readable.from(pieces(bytes.subarray(start, start + length))),
    close: () => undefined,
  };
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}
