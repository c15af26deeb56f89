import { describe, expect, it } from 'vitest';
import { certainlyAbout, isNhsNumber, looksLikeName, tellsAStory } from '../../../src/core/intake/about-a-person.ts';
import { choiceOf } from '../../../src/core/intake/choice-of.ts';
import type { CellValue, Grid } from '../../../src/core/intake/grid.ts';
import type { RecordDraft } from '../../../src/core/intake/draft.ts';
import { kindOfHeading, personalColumns } from '../../../src/core/intake/personal-columns.ts';
import { makeRecordReader } from '../../../src/core/intake/read-records.ts';
import { recognise } from '../../../src/core/intake/recognise.ts';
import { recogniseWith } from '../../../src/core/intake/recognise-with.ts';
import type { RecordsMapping } from '../../../src/core/intake/records-plan.ts';
import { contextOf, gridOf } from './make-grid.ts';

const kindsUnder = (heading: string, values: readonly CellValue[]) => {
  const grid = gridOf([[heading], ...values.map((value) => [value])]);
  const [header, ...below] = grid.rows;
  return header === undefined ? [] : personalColumns(header, below).map(({ kind, by }) => [kind, by]);
};
const kind = (heading: string, values: readonly CellValue[]) => kindsUnder(heading, values)[0]?.[0] ?? null;

/** Values that come again, as categories do. */
const often = (values: readonly string[], times = 12): string[] => Array.from({ length: times }, () => values).flat();

describe('a heading that is about people', () => {
  it.each([
    ['Victim Name', 'name'],
    ['SURNAME', 'name'],
    ['First name(s)', 'name'],
    ['Officer in case', 'name'],
    ['D.O.B.', 'birth'],
    ['Date of Birth', 'birth'],
    ['Offence Postcode', 'postcode'],
    ['Home address', 'address'],
    ['House number', 'address'],
    ['Tel.', 'telephone'],
    ['Contact number', 'telephone'],
    ['E-mail address', 'e-mail'],
    ['NHS Number', 'identity-number'],
    ['NI No', 'identity-number'],
    ['PNC ID', 'identity-number'],
    ['Vehicle registration', 'identity-number'],
    ['MO', 'free-text'],
    ['Modus Operandi', 'free-text'],
    ['Notes', 'free-text'],
    ['victim_name', 'name'],
  ])('«%s» is %s', (heading, expected) => {
    expect(kindOfHeading(heading)).toBe(expected);
  });

  it.each([
    'Neighbourhood name',
    'LSOA name',
    'Ward name',
    'Beat',
    'Offence name',
    'Offence description',
    'Crime number',
    'Date recorded',
    'Month',
    'Postcode sector',
    'Reported by',
    'Victim age band',
    'Victim sex',
    'Country of birth',
    'Outcome',
    'Location',
    'Crime ID',
    'Station name',
    'Street crime',
  ])('«%s» is not', (heading) => {
    expect(kindOfHeading(heading)).toBeNull();
  });
});

describe('values that are about people, whatever their heading says', () => {
  it('people’s names, with title, surname first, or given name first', () => {
    expect(kind('Aggrieved', ['Mr Trembath', 'Mrs J Penrose', 'Ms A Nance', 'Dr Polglaze'])).toBe('name');
    expect(kind('Column 7', ['Penrose, Sarah', 'Nance, David', 'Trembath, Emma', 'Polglaze, Ann'])).toBe('name');
    expect(kind('Column 7', ['Sarah Penrose', 'David Nance', 'Emma Trembath', 'Morwenna Polglaze'])).toBe('name');
  });

  it('under a heading that is a person, anything in the shape of a name', () => {
    expect(kind('Victim', ['Morwenna Trembath', 'Jowan Nance', 'Kerensa Polglaze'])).toBe('name');
    expect(kind('Victim', ['Person', 'Business', 'Person', 'Crown', 'Person'])).toBeNull();
  });

  it('full postcodes, addresses, telephone numbers (also typed as numbers), e-mail addresses', () => {
    expect(kind('Place', ['PL4 8AA', 'PL1 1AE', 'TR18 2ab', 'PL48AA'])).toBe('postcode');
    expect(kind('Location', ['12 Ker Street', 'Flat 3, 40 North Road', '7a Union Street', '221B Baker St'])).toBe(
      'address',
    );
    expect(kind('Other', ['01752 555 0100', '07700 900123', '+44 7700 900 456'])).toBe('telephone');
    expect(kind('Other', [7700900123, 7700900124, 7700900125])).toBe('telephone');
    expect(kind('Reply to', ['a.nance@example.org', 'b@example.com', ''])).toBe(null);
    expect(kind('Reply to', ['a.nance@example.org', 'b@example.com', 'none'])).toBe('e-mail');
  });

  it('National Insurance and NHS numbers, and number plates', () => {
    expect(kind('Id 2', ['QQ 12 34 56 C', 'AB123456C', 'CE 12 34 56 A'])).toBe('identity-number');
    expect(kind('Id 2', ['943 476 5919', '9434765870', '987 654 4321'])).toBe('identity-number');
    expect(kind('Car', ['AB12 CDE', 'WK15XYZ', 'WJ64 ABC'])).toBe('identity-number');
  });

  it('days of birth, which spread over decades, and not the days of crimes', () => {
    const births = ['02/03/1951', '14/07/1962', '30/01/1968', '12/12/1975', '01/05/1983', '19/09/1990', '05/06/1997'];
    expect(kind('Date 2', [...births, '22/02/2004'])).toBe('birth');
    const crimes = often(['02/03/2014', '14/07/2014', '30/01/2015', '12/12/2014'], 3);
    expect(kind('Date 2', [...crimes, '01/01/1974'])).toBeNull();
  });

  it('sentences of what happened', () => {
    const told = [
      'Unknown offender entered the shed overnight and took two bicycles.',
      'IP states that he was pushed outside the shop and his phone was taken',
      'She reports that her ex-partner came to the house and shouted at her',
    ];
    expect(kind('Crime description', told)).toBe('free-text');
  });
});

describe('what is not about people is not taken for it', () => {
  const PLACES = [
    ...['Barne Barton', 'City Centre', 'Devonport', 'East End', 'Greenbank & University', 'Morice Town', 'Whitleigh'],
    ...[
      'Stonehouse',
      'Leigham & Mainstone',
      'St Budeaux',
      'Victoria Park',
      'Keyham',
      'Mutley',
      'Beacon Park',
      'Plympton St Mary',
    ],
  ];
  it('names of neighbourhoods, wards and beats, in a short list and in a long one', () => {
    expect(kindsUnder('Neighbourhood', PLACES)).toEqual([]);
    expect(kindsUnder('Column 4', PLACES)).toEqual([]);
    expect(kindsUnder('Column 4', often(PLACES))).toEqual([]);
    expect(kindsUnder('Beat', often(['D1A1', 'DA12', 'P3 B', 'PL1', 'E2 N']))).toEqual([]);
  });

  it('LSOA codes and names, grid references, crime numbers', () => {
    expect(kindsUnder('Column 2', ['E01015012', 'E01015013', 'E01015014', 'E01015092'])).toEqual([]);
    expect(kindsUnder('Column 2', ['Plymouth 001A', 'Plymouth 012C', 'Plymouth 027D'])).toEqual([]);
    expect(kindsUnder('Easting', [247812, 248110, 247554])).toEqual([]);
    expect(kindsUnder('Crime No', ['EC/15/0012345', '06000123415', '07700900123', '06000123416'])).toEqual([]);
    expect(kindsUnder('Ref', ['a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0', 'CR/1', 'CR/2'])).toEqual([]);
  });

  it('descriptions of offences, however long the Home Office makes them', () => {
    const offences = [
      'Assault occasioning actual bodily harm (section 47)',
      'Burglary in a dwelling with intent to commit or the commission of an offence triable only on indictment',
      'Causing public fear, alarm or distress',
      'Making off without payment',
      'Possession of an article with a blade or point in a public place',
      'Sexual activity involving a child under 16: offender aged 18 or over',
      'Criminal damage to a building other than a dwelling; value under £5,000',
    ];
    expect(kindsUnder('HO Sub Group', offences)).toEqual([]);
    expect(kindsUnder('Offence Description', often(offences))).toEqual([]);
  });

  it('outcomes under «Details» that come again and again, districts under «Postcode», street-level places', () => {
    expect(kindsUnder('Outcome details', often(['Charged', 'No suspect identified', 'Caution given by him']))).toEqual(
      [],
    );
    expect(kindsUnder('Postcode', ['PL4', 'PL1', 'PL5', 'PL4 8'])).toEqual([]);
    expect(kindsUnder('Street', ['On or near Ker Street', 'On or near Parking Area', 'No location'])).toEqual([]);
  });

  it('one odd cell among many', () => {
    expect(kindsUnder('Outcome', [...often(['Charged', 'No suspect identified'], 20), 'John Smith'])).toEqual([]);
  });
});

describe('a single text', () => {
  it('is certainly about a person only when its form leaves no doubt', () => {
    expect(certainlyAbout('call 01752 555010 after six')).toBe('telephone');
    expect(certainlyAbout('seen at PL4 8AA')).toBe('postcode');
    expect(certainlyAbout('a.nance@example.org')).toBe('e-mail');
    expect(certainlyAbout('AB 12 34 56 C')).toBe('identity-number');
    for (const text of ['30/04/2015', '10:20', 'D1A1', 'E01015012', '18,713', 'Theft @ shop', 'CR/15/001234', '<5'])
      expect(certainlyAbout(text)).toBeNull();
  });

  it('is an NHS number only with the right check digit', () => {
    expect(['943 476 5919', '9434765918', '0434765919', '943'].map(isNhsNumber)).toEqual([true, false, false, false]);
  });

  it('looks like a name, or tells a story, or does neither', () => {
    expect(['Sarah Penrose', 'Mr Nance', 'PC 4512 Nance', 'Penrose, Sarah'].every(looksLikeName)).toBe(true);
    expect(['Morice Town', 'Victoria Park', 'Charged', 'Arson, Criminal damage', 'Theft'].some(looksLikeName)).toBe(
      false,
    );
    expect(tellsAStory('Theft from the person of another')).toBe(false);
  });
});

const HEADER = [
  'Crime Number',
  'Date of Birth',
  'Date Recorded',
  'NHS number',
  'HO Group',
  'Crime description',
  'Neighbourhood',
  'Victim',
  'Beat',
];
const row = (n: number, extra: Partial<Record<'victim' | 'beat', string>> = {}): CellValue[] => [
  `CR/${String(n)}`,
  `0${String(n)}/07/19${String(50 + n * 4)}`,
  `0${String(n)}/04/2014`,
  '943 476 5919',
  'Theft',
  `He took the bicycle number ${String(n)} from the shed behind the house`,
  'Stonehouse',
  extra.victim ?? `${['Sarah', 'David', 'Emma'][n % 3] ?? ''} Penrose-${'Abcdefghijk'.slice(0, n)}`,
  extra.beat ?? 'D1A',
];
const grid = (rows: readonly CellValue[][]): Grid => gridOf([['Recorded crime, Plymouth'], HEADER, ...rows], 'Crimes');
const ROWS = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => row(n));
const context = contextOf('crimes.xlsx', ['Stonehouse']);

function read(sheet: Grid, plan = recognise(sheet, context)) {
  const reader = makeRecordReader(plan, context);
  const records = sheet.rows.map((one) => reader.take(one)).filter((one): one is RecordDraft => one !== null);
  return { plan, records, ...reader.finish() };
}
const peopleIn = ({ mapping }: { mapping: unknown }) => (mapping as RecordsMapping).people;

describe('a record extract with columns about people', () => {
  it('leaves them out, reads the date recorded and not the date of birth, and takes the crime number for the reference', () => {
    const { plan, records } = read(grid(ROWS));
    expect(peopleIn(plan).map(({ heading, kind: what, by, keptAs }) => [heading, what, by, keptAs])).toEqual([
      ['Date of Birth', 'birth', 'heading', null],
      ['NHS number', 'identity-number', 'heading', null],
      ['Crime description', 'free-text', 'values', null],
      ['Victim', 'name', 'values', null],
    ]);
    expect(records[0]).toMatchObject({ reference: 'CR/1', day: '2014-04-01', offence: null, area: 'Stonehouse' });
    expect(JSON.stringify(records)).not.toMatch(/Penrose|bicycle|943|1954/);
  });

  it('keeps one only with the officer’s reason, which goes with the decision', () => {
    const sheet = grid(ROWS);
    const automatic = choiceOf(recognise(sheet, context), sheet);
    const wanting = (reason?: string) => ({
      ...automatic,
      tables: automatic.tables.map((table) => ({
        ...table,
        columns: table.columns.map((one) =>
          one.column === 5
            ? { ...one, is: { kind: 'field', field: 'offence' } as const, ...(reason === undefined ? {} : { reason }) }
            : one,
        ),
      })),
    });
    const without = recogniseWith(sheet, context, wanting());
    expect(peopleIn(without).find(({ column }) => column === 5)?.keptAs).toBeNull();
    const plan = recogniseWith(sheet, context, wanting('These are codes of the force, not notes'));
    expect(peopleIn(plan).find(({ column }) => column === 5)).toMatchObject({
      keptAs: 'offence',
      reason: 'These are codes of the force, not notes',
    });
    expect(read(sheet, plan).records[0]?.offence).toMatch(/bicycle/);
    const again = choiceOf(plan, sheet).tables[0]?.columns.find(({ column }) => column === 5);
    expect(again?.reason).toBe('These are codes of the force, not notes');
  });

  it('drops a single telephone number in a column of beats, keeps the rest of its row and says so', () => {
    const { records, warnings } = read(grid([...ROWS, row(9, { beat: '01752 555010' })]));
    expect(records).toHaveLength(9);
    expect(records[8]?.beat).toBeNull();
    expect(warnings.map(({ check, cells }) => [check, cells])).toEqual([['about-people', 'I11']]);
  });

  it('says that references repeat without saying one', () => {
    const { warnings } = read(grid([...ROWS, row(1)]));
    expect(warnings.find(({ check }) => check === 'repeated-reference')).toMatchObject({ cells: 'A11' });
    expect(JSON.stringify(warnings)).not.toContain('CR/1');
  });
});
