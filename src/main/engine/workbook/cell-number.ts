/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, power) => Number(`1e${String(power)}`));
const EXACT_DIGITS = 15;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The number written in `bytes` from `start` to `end`; NaN when it is not one. Up to fifteen digits one division
 * gives the nearest double (Clinger 1990); longer ones go to the language's own reader.
 */
export function numberIn(bytes: Buffer, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 0x2d;
  if (isNegative) at++;
  let digits = 0;
  let value = 0;
  let pointAt = -1;
  for (; at < end; at++) {
    const sign = bytes[at] ?? 0;
    if (sign >= 0x30 && sign <= 0x39) {
      value = value * 10 + (sign - 0x30);
      digits++;
    } else if (sign === 0x2e && pointAt < 0) {
      pointAt = digits;
    } else {
      return numberInText(bytes, start, end);
    }
  }
  if (digits === 0 || digits > EXACT_DIGITS) return numberInText(bytes, start, end);
  if (pointAt >= 0) value /= POWERS[digits - pointAt] ?? Number.NaN;
  return isNegative && value !== 0 ? -value : value;
}

function numberInText(bytes: Buffer, start: number, end: number): number {
  const text = bytes.toString('latin1', start, end).trim();
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}
