import { createConnection, type Socket } from 'node:net';

/** The keys of a British or American keyboard as X numbers them, row by row. */
const ROWS: readonly (readonly [first: number, keys: string])[] = [
  [24, 'qwertyuiop'],
  [38, 'asdfghjkl'],
  [52, 'zxcvbnm'],
];
const NAMED: Readonly<Record<string, number>> = { Enter: 36, Control: 37, Shift: 50, Space: 65, F12: 96 };

function keyNumber(key: string): number {
  const named = NAMED[key];
  if (named !== undefined) return named;
  for (const [first, keys] of ROWS) if (keys.includes(key)) return first + keys.indexOf(key);
  throw new Error(`no such key: ${key}`);
}

/** A keyboard and a mouse of one screen, as a person has them: for a window that no debugger can reach. */
export interface Keyboard {
  /** Presses keys together, such as `Control+k`. */
  readonly press: (keys: string) => void;
  readonly type: (words: string) => void;
  /** Lays the pointer there, so that the window under it has the keyboard. */
  readonly pointAt: (x: number, y: number) => void;
  readonly close: () => void;
}

const [KEY_DOWN, KEY_UP, MOVED] = [2, 3, 6] as const;

/** Joins a screen that asks for no key, and speaks XTEST: https://www.x.org/releases/current/doc/xextproto/xtest.html */
export async function keyboardOf(display: string): Promise<Keyboard> {
  const socket = createConnection(`/tmp/.X11-unix/X${display.replace(':', '')}`);
  const hello = Buffer.alloc(12);
  hello.write('l');
  hello.writeUInt16LE(11, 2);
  socket.write(hello);
  const welcome = await answerOf(socket);
  if (welcome[0] !== 1) throw new Error('The screen does not take us.');
  const name = Buffer.from('XTEST\0\0\0');
  const question = Buffer.alloc(8);
  question.writeUInt8(98, 0); // QueryExtension
  question.writeUInt16LE(4, 2);
  question.writeUInt16LE(5, 4);
  socket.write(Buffer.concat([question, name]));
  const found = await answerOf(socket);
  if (found[8] !== 1) throw new Error('The screen has no XTEST.');
  const extension = found.readUInt8(9);

  const happens = (what: number, detail: number, x = 0, y = 0): void => {
    const request = Buffer.alloc(36);
    request.writeUInt8(extension, 0);
    request.writeUInt8(2, 1); // FakeInput
    request.writeUInt16LE(9, 2);
    request.writeUInt8(what, 4);
    request.writeUInt8(detail, 5);
    request.writeInt16LE(x, 24);
    request.writeInt16LE(y, 26);
    socket.write(request);
  };
  const press = (keys: string): void => {
    const numbers = keys.split('+').map(keyNumber);
    for (const number of numbers) happens(KEY_DOWN, number);
    for (const number of numbers.reverse()) happens(KEY_UP, number);
  };
  return {
    press,
    type: (words) => {
      for (const letter of words) press(letter === ' ' ? 'Space' : letter);
    },
    pointAt: (x, y) => {
      happens(MOVED, 0, x, y);
    },
    close: () => {
      socket.end();
    },
  };
}

const answerOf = (socket: Socket): Promise<Buffer> =>
  new Promise((heard, failed) => {
    socket.once('data', heard);
    socket.once('error', failed);
  });
