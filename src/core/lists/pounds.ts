/** Pence in words: `£12,500` or `£1,234.56`; '' where not known. Worked in whole pence, so nothing is lost to rounding. */
export function poundsOf(pence: number | null): string {
  if (pence === null) return '';
  const size = Math.abs(pence);
  const pounds = Math.trunc(size / 100).toLocaleString('en-GB');
  const rest = size % 100;
  return `${pence < 0 ? '−' : ''}£${pounds}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const AMOUNT = /^£?\s*(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d{1,2}))?\s*$/;

/** Whole pence of an amount as written: «£1,234.56», «1234.5», a number of pounds. Null: no amount that can be read. */
export function penceOf(found: string | number): number | null {
  if (typeof found === 'number') {
    const pence = Math.round(found * 100);
    // A number of a sheet carries rounding noise; more than a thousandth of a penny is no amount in pounds and pence.
    return Number.isSafeInteger(pence) && pence >= 0 && Math.abs(pence - found * 100) < 0.001 ? pence : null;
  }
  const [, pounds, rest = ''] = AMOUNT.exec(found.trim()) ?? [];
  if (pounds === undefined) return null;
  const pence = Number(pounds.replaceAll(',', '')) * 100 + Number(rest.padEnd(2, '0'));
  return Number.isSafeInteger(pence) ? pence : null;
}
