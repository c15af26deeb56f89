import { describe, expect, it } from 'vitest';
import { tableHtml, tableText } from '../../src/renderer/parts/table-clipboard.ts';
import type { TableValue } from '../../src/renderer/parts/table-value.ts';
import { momentInWords, periodsInWords } from '../../src/renderer/words/dates.ts';
import { fileSize, howMany } from '../../src/renderer/words/numbers.ts';
import { sayTiers } from '../../src/renderer/words/status.ts';

describe('words', () => {
  it('writes moments, sizes and counts as an officer would', () => {
    expect(momentInWords('2015-07-23T09:05:00')).toBe('23 July 2015, 9.05am');
    expect(momentInWords('2015-07-23T00:30:00')).toBe('23 July 2015, 12.30am');
    expect(fileSize(1_300_000)).toBe('1.3 MB');
    expect(howMany(1, 'record', 'records')).toBe('1 record');
    expect(howMany(23621, 'record', 'records')).toBe('23,621 records');
  });

  it('puts written periods into words', () => {
    expect(periodsInWords('sum of 2015-04 and 2015-16 Q2')).toBe('Sum of April 2015 and July to September 2015');
  });

  it('counts the tiers worst first', () => {
    expect(sayTiers(['monitoring-only', 'some-concerns', 'some-concerns'])).toBe('2 some concerns · 1 monitoring only');
  });
});

describe('a copied table', () => {
  const table: TableValue = {
    caption: 'ASB',
    rowHead: 'Month',
    columns: [{ head: 'Apr' }, { head: 'May', under: 'printed' }],
    rows: [
      { head: '=HYPERLINK("x")', cells: [{ text: '1,023' }, { text: '−6.9%' }] },
      { head: 'A <b> & c', tone: 'target', cells: [{ text: '' }, { text: '12.3' }] },
    ],
    notes: ['Source: council.'],
  };

  it('keeps numbers as numbers and empty cells empty in a spreadsheet', () => {
    const [, heads, first, second] = tableText(table).split('\n');
    expect(heads).toBe('Month\tApr\tMay printed');
    expect(first).toBe(`'=HYPERLINK("x")\t1,023\t-6.9%`);
    expect(second).toBe('A <b> & c\t\t12.3');
  });

  it('carries no markup out of a cell, and no formula', () => {
    const html = tableHtml(table);
    expect(html).toContain('A &lt;b&gt; &amp; c');
    expect(html).toMatch(/mso-number-format:'\\@'"><font[^<>]*>=HYPERLINK/);
    expect(html).toContain('font-style:italic');
    expect(html).toContain('<p style="font-family:Calibri,sans-serif;font-size:9pt">Source: council.</p>');
  });

  it('looks the same to programs that read no styles: borders, bold heads, leaning targets, numbers to the right', () => {
    const html = tableHtml(table).replaceAll(/ style="[^"]*"/g, '');
    expect(html).toContain('<table border="1"');
    expect(html).toMatch(/<th scope="col" align="right" bgcolor="#EDF0F3"><font[^<>]*><b>May printed<\/b>/);
    expect(html).toMatch(/<td align="right" nowrap><font[^<>]*><i>12\.3<\/i>/);
  });
});
