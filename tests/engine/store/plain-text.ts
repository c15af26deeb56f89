import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under a folder. */
export const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

const asText = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text.toUpperCase()),
];

/** The figure planted in April, as text and as SQLite keeps a whole number. */
export const PLANTED = 87654321;

const MARKS = [
  ...['Zennor', 'Plymouth', 'domestic abuse', 'observation', 'SQLite format', 'pilchards', 'Withdrawn-because'].flatMap(
    asText,
  ),
  Buffer.from(String(PLANTED)),
  Buffer.from([0x05, 0x39, 0x7f, 0xb1]),
];

/** Where any byte of these files tells a name, a figure, a path or the passphrase in plain text. */
export function toldIn(files: readonly string[]): string[] {
  return files.flatMap((path) => {
    const bytes = readFileSync(path);
    return MARKS.filter((mark) => bytes.includes(mark)).map((mark) => `${path}: ${mark.toString('latin1')}`);
  });
}
