import { numberInWords, signedPercent } from '../../core/picture/number-in-words.ts';

export { numberInWords, signedPercent };

/** What a screen reader hears for an empty cell. */
export const NOT_KNOWN = 'not known';

/** `1 file`, `23,621 records`. */
export const howMany = (count: number, one: string, many: string): string =>
  `${numberInWords(count)} ${count === 1 ? one : many}`;

/** `812 bytes`, `1.4 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return howMany(bytes, 'byte', 'bytes');
  if (bytes < 1_000_000) return `${numberInWords(bytes / 1000)} kB`;
  return `${numberInWords(bytes / 1_000_000, 1)} MB`;
}
