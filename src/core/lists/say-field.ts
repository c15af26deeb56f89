import { MONTH_NAMES } from '../time/month.ts';
import type { FieldForm, FieldValue } from './list-form.ts';
import { poundsOf } from './pounds.ts';

/** `23 July 2015` for `2015-07-23`; anything else as it was written. */
export function sayDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  return year === undefined || month === undefined || date === undefined
    ? day
    : `${String(Number(date))} ${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
}

/** What a field says, in words; '' where it is not known. Ids are said by the names given for them. */
export function sayField(field: FieldForm, value: FieldValue, names: ReadonlyMap<string, string> = new Map()): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly string[]).map((id) => names.get(id) ?? id).join(', ');
  if (typeof value === 'number') return field.kind === 'pence' ? poundsOf(value) : value.toLocaleString('en-GB');
  const words = String(value);
  if (field.kind === 'day') return sayDay(words);
  if (field.kind === 'choice') return field.options?.find(({ id }) => id === words)?.words ?? words;
  return words;
}
