/** A number found in text, and whether it was written as a percentage (its value is then a fraction: 0.125 for 12.5%). */
export interface NumberFound {
  readonly value: number;
  readonly percent: boolean;
}

/** Digits alone, as most cells of a text file are. */
const DIGITS = /^\d{1,15}$/;
const MARKS = /\s*(?:[~*†‡^]+|\((?:r|p|e)\)|\[(?:r|p|e|note ?\d+)\])$/i;
const PLAIN = /^\d+(?:\.\d*)?$|^\.\d+$/;
const GROUPED = /^\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d*)?$/;
const SCIENTIFIC = /^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i;

/**
 * A number written in any British form: `18,713`, `1 234`, `25,767 `, `(12)` for minus twelve, `12.5%`, `17~` (marked
 * by the source), `−6%`, `£1,200`. Null when the text is anything else, `1,23` included.
 */
export function readNumber(text: string): NumberFound | null {
  if (DIGITS.test(text)) return { value: Number(text), percent: false };
  let rest = text
    .replaceAll(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .trim();
  if (rest === '' || !/\d/.test(rest)) return null;
  rest = rest.replace(MARKS, '').trim();
  let sign = 1;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    sign = -1;
    rest = rest.slice(1, -1).trim();
  }
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trim();
  if (/^[+-]/.test(rest)) {
    sign = rest.startsWith('-') ? -sign : sign;
    rest = rest.slice(1).trim();
  }
  if (rest.startsWith('£')) rest = rest.slice(1).trim();
  if (!PLAIN.test(rest) && !GROUPED.test(rest) && !SCIENTIFIC.test(rest)) return null;
  const value = Number(rest.replaceAll(/[, ]/g, ''));
  if (!Number.isFinite(value)) return null;
  const signed = sign < 0 && value !== 0 ? -value : value;
  return { value: percent ? asFraction(signed) : signed, percent };
}

/** 12.5 to 0.125 without the dust of binary division. */
const asFraction = (percent: number): number => Number((percent / 100).toPrecision(15));
