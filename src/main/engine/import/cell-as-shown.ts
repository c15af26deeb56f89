import type { CellValue } from '../../../core/intake/grid.ts';
import { inReadingOrder } from '../../../core/intake/tidy-text.ts';

/** A cell as the officer would see it, without its fonts: dates the British way, percentages as such. */
export function cellAsShown(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return inReadingOrder(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number')
    return value.toLocaleString('en-GB', { maximumFractionDigits: 10, useGrouping: false });
  switch (value.kind) {
    case 'day': {
      const [year = '', month = '', day = ''] = value.day.split('-');
      return [`${day}/${month}/${year}`, value.time].filter((part) => part !== null).join(' ');
    }
    case 'percent':
      return `${(value.value * 100).toLocaleString('en-GB', { maximumFractionDigits: 8 })}%`;
    case 'error':
      return value.code;
    case 'no-result':
      return '(formula without a stored result)';
  }
}
