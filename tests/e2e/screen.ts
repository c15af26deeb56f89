import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A screen of its own, whose picture lies in a file: to see what a window shows that nobody may drive. */
export interface Screen {
  readonly display: string;
  /** How many pixels show each colour (`#rrggbb`). */
  readonly colours: () => ReadonlyMap<string, number>;
  readonly close: () => void;
}

/** Xvfb keeps its picture as an X window dump: numbers of four bytes, the largest first, then a colour table, then pixels. */
export async function startScreen(folder: string): Promise<Screen> {
  const words = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-ac', '-nolisten', 'tcp', '-fbdir', folder];
  const xvfb = spawn('Xvfb', words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await firstLine(xvfb);
  const file = join(folder, 'Xvfb_screen0');
  return {
    display: `:${number}`,
    colours: () => (existsSync(file) ? coloursOf(readFileSync(file)) : new Map()),
    close: () => {
      xvfb.kill();
    },
  };
}

function firstLine(xvfb: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let heard = '';
    xvfb.once('error', failed);
    xvfb.once('exit', () => {
      failed(new Error('The screen did not start.'));
    });
    xvfb.stdio[3]?.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
      if (heard.includes('\n')) found(heard.trim());
    });
  });
}

function coloursOf(dump: Buffer): ReadonlyMap<string, number> {
  const field = (index: number): number => dump.readUInt32BE(index * 4);
  const [headBytes, width, height, rowBytes, tableColours] = [field(0), field(4), field(5), field(12), field(19)];
  const start = headBytes + tableColours * 12;
  const found = new Map<string, number>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = `#${(dump.readUInt32LE(start + y * rowBytes + x * 4) & 0xffffff).toString(16).padStart(6, '0')}`;
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
  }
  return found;
}
