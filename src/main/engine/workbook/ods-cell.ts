import type { CellValue, DayValue } from '../../../core/intake/grid.ts';
import { readIsoDay } from './excel-day.ts';
import type { XmlTag } from './xml-elements.ts';

const ERROR = /^(?:#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;
const DURATION = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;
/** Excel's day nought, on which a time of day without a date falls. */
const DAY_NOUGHT = '1899-12-31';

/** The value of a `table-cell` with the text shown in it. */
export function odsValue(cell: XmlTag, text: string | null, showsMonthOnly: boolean): CellValue {
  const hasFormula = cell.attribute('formula') !== null;
  const type = cell.attribute('value-type');
  const isTyped = type !== null && type !== 'string';
  // Excel writes an error as the number 0 that shows «#N/A», LibreOffice as an empty text that does.
  if (text !== null && (isTyped || hasFormula) && ERROR.test(text)) return { kind: 'error', code: text };
  if (isTyped) {
    const value = typedValue(cell, type, showsMonthOnly);
    if (value !== null) return value;
  }
  const shown = text ?? cell.attribute('string-value');
  if (!hasFormula) return shown === '' ? null : shown;
  return shown ?? (type === 'string' ? '' : { kind: 'no-result' });
}

function typedValue(cell: XmlTag, type: string, showsMonthOnly: boolean): CellValue {
  switch (type) {
    case 'float':
    case 'currency':
      return numberOf(cell.attribute('value'));
    case 'percentage': {
      const value = numberOf(cell.attribute('value'));
      return value === null ? null : { kind: 'percent', value };
    }
    case 'date':
      return readIsoDay(cell.attribute('date-value') ?? '', showsMonthOnly);
    case 'time':
      return timeOf(cell.attribute('time-value') ?? '');
    case 'boolean':
      return cell.attribute('boolean-value') === 'true';
    default:
      return null;
  }
}

function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A time of day as a day value on Excel's day nought; a length of time of a day or more as a number of days. */
function timeOf(duration: string): DayValue | number | null {
  const [, hours, minutes = '', seconds = ''] = DURATION.exec(duration) ?? [];
  if (hours === undefined) return null;
  if (Number(hours) >= 24) return Number(hours) / 24 + Number(minutes) / 1440 + Number(seconds) / 86_400;
  const time = [hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':');
  return { kind: 'day', day: DAY_NOUGHT, time, monthOnly: false };
}
