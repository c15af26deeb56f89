import type { ChainedEntry } from './audit.ts';

const COLUMNS = [
  'entry',
  'at',
  'clockAt',
  'who',
  'what',
  'subject',
  'before',
  'after',
  'why',
  'appVersion',
  'previousHash',
  'hash',
] as const;

/** RFC 4180 with a byte order mark for Excel; text that a spreadsheet would take for a formula starts with an apostrophe. */
export function auditAsCsv(entries: readonly ChainedEntry[]): string {
  const cell = (value: string | number | null): string => {
    const text = value === null ? '' : String(value);
    const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
  };
  const rows = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(','));
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/** The trail for an auditor's own tools: every field that is hashed, and the hashes. */
export const auditAsJson = (entries: readonly ChainedEntry[]): string => `${JSON.stringify({ entries }, null, 2)}\n`;
