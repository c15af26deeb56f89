import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../src/core/intake/grid.ts';
import type { RecordDraft } from '../../../src/core/intake/draft.ts';
import { makeRecordReader } from '../../../src/core/intake/read-records.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { contextOf, gridOf } from './make-grid.ts';

const HEADER = ['Crime Number', 'Date\nRecorded', 'HO Group', 'Neighbourhood ', 'Outcome', 'Count'];
const day = (text: string): CellValue => ({ kind: 'day', day: text, time: null, monthOnly: false });

function read(
  rows: readonly (readonly CellValue[])[],
  formulas: readonly string[] = [],
  neighbourhoods: readonly string[] = [],
) {
  const title = ['Recorded crime, Plymouth. Crimes recorded 01/04/2014 to 30/06/2015'];
  const grid = gridOf([title, [null], HEADER, ...rows], 'Crimes', formulas);
  const context = contextOf('crimes.xlsx', neighbourhoods);
  const plan = recognise(grid, context);
  const reader = makeRecordReader(plan, context);
  const records = grid.rows.map((row) => reader.take(row)).filter((record): record is RecordDraft => record !== null);
  return { plan, records, ...reader.finish() };
}

describe('a record extract', () => {
  it('finds headings that are not in the first row, and text dates among real ones', () => {
    const { plan, records, covers } = read([
      ['CR/1', '01/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/2', day('2014-05-02'), 'Theft', null, 'Charged', 1],
    ]);
    expect(plan).toMatchObject({ layout: 'records', dataset: 'recorded-crime', measure: 'all-crime', headerRows: [3] });
    expect(records.map(({ reference, day: on, month, area }) => [reference, on, month, area])).toEqual([
      ['CR/1', '2014-04-01', '2014-04', 'Stonehouse'],
      ['CR/2', '2014-05-02', '2014-05', null],
    ]);
    expect(covers).toEqual({ from: '2014-04', to: '2014-05' });
  });

  it('does not count the TOTAL row, and says when it differs from the records', () => {
    const rows: CellValue[][] = [
      ['CR/1', '01/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/2', '02/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
    ];
    const right = read([...rows, ['TOTAL', null, null, null, null, 2]], ['F6']);
    const wrong = read([...rows, [null, null, null, null, null, 3]], ['F6']);
    expect(right).toMatchObject({ rowsRead: 2, kept: 2, warnings: [], refusals: [] });
    expect(wrong).toMatchObject({ rowsRead: 2, kept: 2, refusals: [] });
    expect(wrong.warnings.map(({ check }) => check)).toEqual(['total-differs']);
  });

  it('refuses a row whose date or count cannot be read, with the cell and the reason', () => {
    const { kept, refusals } = read([
      ['CR/1', '31/02/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/2', null, 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/3', '03/04/2014', 'Theft', 'Stonehouse', 'Charged', 1.5],
      ['CR/4', '04/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/5', 41733, 'Theft', 'Stonehouse', 'Charged', 1],
    ]);
    expect(kept).toBe(1);
    expect(refusals.map(({ cell, found }) => [cell, found])).toEqual([
      ['B4', '31/02/2014'],
      ['B5', ''],
      ['F6', '1.5'],
      ['B8', '41733'],
    ]);
    expect(refusals.at(-1)?.why).toBe(
      'not a date such as 30/04/2015 but a bare number (as Excel’s day number 41733 would be 04/04/2014; say so of the column, if it is), so the row’s month is not known',
    );
  });

  it('counts a row for as many events as its count column says', () => {
    const { records, kept } = read([
      ['CR/1', '01/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/2', '02/04/2014', 'Theft', 'Stonehouse', 'Charged', 3],
    ]);
    expect(kept).toBe(2);
    expect(records.map(({ events }) => events)).toEqual([1, 3]);
  });

  it('holds the spellings of a neighbourhood together, under the name that is known if one is', () => {
    const spellings = ['CITY CENTRE', 'City Centre ', 'City Centre', 'Ham and Pennycross'];
    const rows = spellings.map((name, index) => [`CR/${String(index)}`, '01/04/2014', 'Theft', name, 'Charged', 1]);
    expect(read(rows).records.map(({ area }) => area)).toEqual([
      'City Centre',
      'City Centre',
      'City Centre',
      'Ham and Pennycross',
    ]);
    const known = read(rows, [], ['City Centre', 'Ham & Pennycross']);
    expect(known.records.at(-1)?.area).toBe('Ham & Pennycross');
    expect(known.spellings).toEqual([
      { found: 'CITY CENTRE', kept: 'City Centre', rows: 1 },
      { found: 'City Centre ', kept: 'City Centre', rows: 1 },
      { found: 'Ham and Pennycross', kept: 'Ham & Pennycross', rows: 1 },
    ]);
  });

  it('proposes a typing slip but keeps the name as it stands', () => {
    const { records, warnings } = read(
      [['CR/1', '01/04/2014', 'Theft', 'Stonehuose', 'Charged', 1]],
      [],
      ['Stonehouse'],
    );
    expect(records[0]?.area).toBe('Stonehuose');
    expect(warnings.map(({ check }) => check)).toEqual(['area-slip']);
  });

  it('keeps records dated outside the period the title states, and says so', () => {
    const { kept, warnings, quality } = read([
      ['CR/1', '31/03/2014', 'Theft', 'Stonehouse', 'Charged', 1],
      ['CR/2', '01/04/2014', 'Theft', 'Stonehouse', 'Charged', 1],
    ]);
    expect(kept).toBe(2);
    const stated = { from: '2014-04-01', to: '2015-06-30' };
    expect(quality.outsidePeriod).toEqual({ rows: 1, stated, first: 'B4' });
    expect(warnings).toEqual([expect.objectContaining({ check: 'outside-stated-period', cells: 'B4' })]);
  });

  it('tells a slip in a date, a year or more from all others, from a gap in the extract', () => {
    const of = (dates: readonly string[]) =>
      read(dates.map((on, at) => [`CR/${String(at)}`, on, 'Theft', 'Stonehouse', 'Charged', 1])).quality;
    const june = Array.from({ length: 30 }, () => '05/06/2015');
    const slip = of([...june, '05/06/2051', '05/04/2015']);
    expect(slip).toMatchObject({
      farFromOthers: { rows: 1, months: ['2051-06'] },
      missingMonths: ['2015-05'],
      outsidePeriod: { rows: 1, first: 'B34' },
    });
    const gap = of([...june, ...june.map(() => '05/06/2013')]);
    expect(gap.farFromOthers).toEqual({ rows: 0, months: [] });
    expect(gap.missingMonths).toHaveLength(23);
  });

  it('reads a police.uk street file: months without days, and alike rows each kept', () => {
    const header = [
      'Crime ID',
      'Month',
      'Reported by',
      'Longitude',
      'Latitude',
      'Location',
      'LSOA code',
      'LSOA name',
      'Crime type',
      'Last outcome category',
    ];
    const asb = [
      null,
      '2018-10',
      'Devon & Cornwall Police',
      -4.1,
      50.3,
      'On or near Parking Area',
      'E01015014',
      'Plymouth 027A',
      'Anti-social behaviour',
      null,
    ];
    const grid = gridOf([header, asb, asb, [...asb.slice(0, 7), 'Cornwall 001A', 'Burglary', 'Under investigation']]);
    const context = contextOf('2018-10-devon-and-cornwall-street.csv');
    const plan = recognise(grid, context);
    const reader = makeRecordReader(plan, context);
    const records = grid.rows.flatMap((row) => reader.take(row) ?? []);
    expect(plan).toMatchObject({ layout: 'records', dataset: 'street-crime', measure: 'street-crime' });
    expect(reader.finish().quality.outsidePeriod).toBeNull();
    expect(records.map(({ month, day: on, district, offenceGroup }) => [month, on, district, offenceGroup])).toEqual([
      ['2018-10', null, 'Plymouth', 'Anti-social behaviour'],
      ['2018-10', null, 'Plymouth', 'Anti-social behaviour'],
      ['2018-10', null, 'Cornwall', 'Burglary'],
    ]);
  });
});
