import type { SheetRow } from '../plan/read-plan.ts';

/** What one offence costs, as one list says it. */
export interface UnitCost {
  /** An offence group or an offence, as the records name it. */
  readonly offence: string;
  readonly pounds: number;
}

/** A list of unit costs: whose they are and at which year's prices. */
export interface UnitCosts {
  /** `2015/16`, as the list says it. */
  readonly pricesOf: string;
  readonly source: string;
  readonly illustrative: boolean;
  readonly rows: readonly UnitCost[];
}

export interface UnitCostReading {
  readonly costs: UnitCosts | null;
  readonly refusals: readonly { readonly row: number | null; readonly says: string }[];
}

const text = (cell: string | number | null | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim();

/** Pounds of a cell: a number, or a text such as `£1,200`; null: neither. */
function poundsOf(cell: string | number | null | undefined): number | null {
  if (typeof cell === 'number') return cell;
  const digits = text(cell).replace(/^£\s?/, '').replaceAll(',', '');
  return /^\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : null;
}

/** Problems of a list of unit costs; empty: it may be kept. */
export function problemsOfCosts({ pricesOf, source, rows }: UnitCosts): string[] {
  const names = rows.map(({ offence }) => offence.trim().toLowerCase());
  const twice = rows.filter((_, at) => names.indexOf(names[at] ?? '') !== at).map(({ offence }) => offence);
  return [
    ...(pricesOf.trim() === '' ? ['It does not say of which year its prices are.'] : []),
    ...(source.trim() === '' ? ['It does not say whose costs these are.'] : []),
    ...(rows.length === 0 ? ['It names no offence.'] : []),
    ...(twice.length === 0 ? [] : [`Named twice: ${twice.join(', ')}.`]),
    ...rows.filter(({ pounds }) => !(pounds >= 0)).map(({ offence }) => `«${offence}» has no cost of 0 or more.`),
  ];
}

/**
 * Reads unit costs from a sheet: rows «Prices of | 2015/16», «Source | …», then a heading «Offence | Unit cost» and one
 * offence a row. A sheet that says «illustrative» is kept as such. No cost is filled in for what it leaves out.
 */
export function readUnitCosts(rows: readonly SheetRow[]): UnitCostReading {
  let [pricesOf, source, illustrative, heading] = ['', '', false, -1];
  const costs: UnitCost[] = [];
  const refusals: { row: number | null; says: string }[] = [];
  for (const [at, cells] of rows.entries()) {
    const [first, second] = [text(cells[0]), text(cells[1])];
    if (/illustrative/i.test(cells.map(text).join(' '))) illustrative = true;
    if (first === '' && second === '') continue;
    if (heading < 0) {
      if (/^prices?(?: of)?\b/i.test(first)) pricesOf = second;
      else if (/^source\b/i.test(first)) source = second;
      else if (/^offence|^crime/i.test(first) && /cost/i.test(second)) heading = at;
      continue;
    }
    const pounds = poundsOf(cells[1]);
    if (first === '') refusals.push({ row: at + 1, says: 'names no offence' });
    else if (pounds === null) refusals.push({ row: at + 1, says: `«${second}» is no cost in pounds` });
    else costs.push({ offence: first, pounds });
  }
  if (heading < 0) refusals.push({ row: null, says: 'There is no heading «Offence» with «Unit cost» beside it.' });
  const found = { pricesOf, source, illustrative, rows: costs };
  if (heading >= 0) for (const says of problemsOfCosts(found)) refusals.push({ row: null, says });
  return { costs: refusals.length === 0 ? found : null, refusals };
}
