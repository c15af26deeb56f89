// Writes the bundled sample month (resources/sample): small workbooks of our own making in the layouts that partners
// send, holding the figures printed in the performance report of 23 July 2015. Whatever the report does not print
// (splits, members of the group, cohorts, scores) is illustrative and says so in the sheet.
// The same every time: a seeded generator, fixed dates, no clock. Run: npm run sample [-- FOLDER]
import XLSX from '@e965/xlsx';
import { Buffer } from 'node:buffer';
import { generator } from './sample/generator.mjs';
import { OTHERS, PRIORITY } from './sample/neighbourhoods.mjs';
import { CITY_RESIDENTS, CRIME_1415, CRIME_1516, GAP_1415, GAP_1516 } from './sample/printed.mjs';
import { recordRows } from './sample/recorded-crime.mjs';
import { addSheet, save, saveWorkbook } from './sample/write-files.mjs';

const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const YEARS = ['12/13.', '13/14.', '14/15'];
const NONE = null;
const blanks = (count) => Array.from({ length: count }, () => NONE);
const HEADER = [NONE, ...YEARS, ...MONTHS];

async function policeFiles() {
  await saveWorkbook('police', 'Closing the gap return to June 2015.xlsx', (book) => {
    const rows = [
      ['Reduce the Gap between the worst 10 neighbourhoods & city average per 1000* (one month behind)'],
      HEADER,
      ['Gap 2015 - 2016', NONE, 76.3, 77.4, ...GAP_1516],
      ['Gap 2014 - 2015', ...blanks(3), ...GAP_1415],
      [
        'Target Gap 15/16',
        ...blanks(3),
        ...MONTHS.map((_, index) => (index === 11 ? 77.3 : round2(6.44 * (index + 1)))),
      ],
      ['All Crime Culmative 2014 - 2015', ...blanks(3), ...CRIME_1415],
      // The return carries the June total forward to March: the reader must take those cells as unknown.
      ['All Crime Culmative 2015 - 2016', '18,713', '18,953', '18,822', ...CRIME_1516, ...Array(9).fill(4799)],
      ['% difference in All Crime 13/14 - 14/15', ...blanks(3), 0.03, 0.07, 0],
      [],
      ['* per 1,000 resident population. Crimes that could not be placed count towards the city only.'],
      ['Sample month: figures as printed in the performance report of 23 July 2015. OFFICIAL'],
    ];
    addSheet(book, 'Gap', rows, { widths: [46], merges: ['A11:P11'], percentRows: [8] });
  });

  const actual1415 = [542, 572, 625, 662, 564, 528, 519, 544, 587, 480, 488, 476];
  await saveWorkbook('police', 'Domestic abuse crimes and incidents to June 2015.xlsx', (book) => {
    const rows = [
      ['Increase Reporting of Domestic Violence. (Crimes and Incidents)'],
      HEADER,
      ['Actual 2014 - 2015', NONE, 7103, 6587, ...actual1415],
      ['Actual 2015 - 2016', ...blanks(3), 556, 572, 504],
      ['Target 15/16', ...blanks(3), ...MONTHS.map((_, index) => 549 * (index + 1))],
      ['Cum Actuals 14/15', ...blanks(3), ...running(actual1415)],
      ['Cum Actuals 15/16', ...blanks(3), 556, 1128, 1632],
      ['% difference in Actuals', ...blanks(3), 0.03, 0.01, -0.06, ...Array(9).fill(-1)],
    ];
    addSheet(book, 'DV', rows, { widths: [30], merges: ['A1:P1'], percentRows: [8] });
  });

  const thefts1415 = [179, 155, 182, 139, 162, 198, 154, 168, 163, 170, 171, 176];
  await saveWorkbook('police', 'Serious acquisitive crime to May 2015.xlsx', (book) => {
    const rows = [
      ['Serious Acquisitive Crime', ...YEARS, ...MONTHS],
      ['Actual 2014 - 2015', 2244, 1969, 2017, ...thefts1415],
      // The second row of the same name is 2015/16: so it was printed.
      ['Actual 2014 - 2015', ...blanks(3), 196, 195],
      ['Cum Actuals 15/16', ...blanks(3), 196, 391],
      ['Cum Actuals 14/15', ...blanks(3), ...running(thefts1415)],
      ['% difference in Actuals', ...blanks(3), 0.095, 0.171],
    ];
    const sheet = addSheet(book, 'SAC', rows, { widths: [28] });
    sheet.getRow(6).numFmt = '0.0%';
  });

  await saveWorkbook('police', 'Recorded crime April 2014 to June 2015.xlsx', (book) => {
    const records = recordRows();
    const header = ['Crime Number', 'Date\nRecorded', 'HO Group', 'HO Sub Group', 'Neighbourhood ', 'Outcome'];
    const sheet = addSheet(
      book,
      'Recorded crime',
      [
        ['OFFICIAL - Recorded crime, Plymouth LPA (sample: monthly totals as printed, everything else illustrative)'],
        ['Extracted 10/07/2015. Crimes recorded 01/04/2014 to 30/06/2015'],
        [],
        [...header, 'Victim Age Band', 'DA Flag', 'Count'],
        ...records,
        ['TOTAL', ...blanks(7), { formula: `SUM(I5:I${String(records.length + 4)})`, result: records.length }],
      ],
      { widths: [15, 12, 32, 42, 30, 46, 16, 8, 7], formats: { 2: 'dd/mm/yyyy' }, merges: ['A1:I1'] },
    );
    sheet.getRow(4).alignment = { wrapText: true };
    addSheet(book, 'Notes', [
      ['Notes'],
      ['Monthly totals are those printed in the performance report of 23 July 2015.'],
      ['The split by neighbourhood, offence, outcome, age and flag is illustrative: no row is a real crime.'],
      ['Crimes with no neighbourhood could not be placed on the map; they belong to the city total.'],
      ['One row per recorded crime. Figures change as records are updated.'],
    ]);
    console.log(`  ${String(records.length)} records`);
  });
}

const round2 = (value) => Math.round(value * 100) / 100;
const running = (values) => values.map((_, index) => values.slice(0, index + 1).reduce((sum, value) => sum + value, 0));

async function partnerFiles() {
  const asb1415 = [808, 882, 1023, 1056, 915, 982, 850, 755, 682, 639, 642, 831];
  const asb = XLSX.utils.aoa_to_sheet([
    ['Reduce Anti-social Behaviour incidents'],
    HEADER,
    ['Actual 2014 - 2015', 14342, 10291, 10299, ...asb1415],
    ['Actual 2015 - 2016', ...blanks(3), 864, 894, 769],
    ['Target 15/16', ...blanks(3), ...MONTHS.map((_, index) => (index === 11 ? 10064 : 838 * (index + 1)))],
    ['Cum Actuals 14/15', ...blanks(3), ...running(asb1415)],
    ['Cum Actuals 15/16', ...blanks(3), 864, 1758, 2527],
  ]);
  const oldBook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(oldBook, asb, 'ASB');
  save(
    'partner',
    'Anti-social behaviour incidents to June 2015.xls',
    XLSX.write(oldBook, { type: 'buffer', bookType: 'biff8' }),
  );

  await saveWorkbook('partner', 'DASH training quarter 1 2015-16.xlsx', (book) => {
    const quarters = ['Quarter 1', 'Quarter 2', 'Quarter 3', 'Quarter 4'];
    const rows = [
      ['Number of professionals in receipt of DASH training'],
      [NONE, ...quarters],
      ['Actual 2014 - 2015', 15, 15, 15, 13],
      ['Actual 2015 - 2016', 58],
      ['Target 15/16', 50, 100, 150, 200],
    ];
    addSheet(book, 'Sheet1', rows, { widths: [24], merges: ['A1:E1'] });
  });

  const hate = [
    '"The number of racist, disablist, homophobic and faith incidents reported \u2013 cumulative"',
    ['', ...YEARS, ...MONTHS].join(','),
    'Cumulative average 14/15,,,,55,109,152,208,247,292,354,408,456,504,551,617',
    'Cumulative average 15/16,,603,617,58,122,174',
    'Target required,,,,53,105,157,208,260,312,364,416,468,520,571,621',
  ].join('\r\n');
  // Windows-1252, as Excel saves a plain .csv: the long dash of the title is the one byte 96.
  save('partner', 'Hate incidents to June 2015.csv', Buffer.from(`${hate}\r\n`.replace('\u2013', '\u0096'), 'latin1'));

  await saveWorkbook('partner', 'Licence cohort quarter 1 2015-16.xlsx', (book) => {
    const share = (row, result) => ({ formula: `1-C${String(row)}/B${String(row)}`, result });
    const rows = [
      ['Offenders sentenced to more than 1 day - less than 12 months: licence cohort (illustrative)'],
      ['Quarter', 'Cohort', 'Returned to court for revocation', '% not returned'],
      ['2014/15 Q3', 112, 30, share(3, 1 - 30 / 112)],
      ['2014/15 Q4', 121, 27, share(4, 1 - 27 / 121)],
      ['2015/16 Q1', 126, 33, share(5, 1 - 33 / 126)],
    ];
    addSheet(book, 'Licence', rows, { widths: [14, 10, 32, 16], formats: { 4: '0.0%' } });
  });

  await saveWorkbook('partner', 'Neighbourhood populations mid-2014.xlsx', (book) => {
    const areas = [...PRIORITY.map((area) => [...area, true]), ...OTHERS.map((area) => [...area, false])];
    const sorted = areas.sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = [
      ['Usual residents, mid-2014 (city total as published; neighbourhood split illustrative)'],
      [],
      ['Neighbourhood', 'Residents', 'Priority neighbourhood'],
      ...sorted.map(([name, residents, , priority]) => [name, residents, priority ? 'Yes' : NONE]),
      ['Plymouth', CITY_RESIDENTS],
    ];
    addSheet(book, 'Mid-2014', rows, { widths: [32, 12, 24] });
  });
}

async function voluntaryFiles() {
  await saveWorkbook('voluntary', 'Domestic abuse service referrals quarter 1 2015-16.xlsx', (book) => {
    const total = (row, result) => ({ formula: `SUM(B${String(row)}:E${String(row)})`, result });
    const rows = [
      ['Increase referrals to Domestic Abuse Services'],
      ['Year', 'Q1 (Apr-Jun)', 'Q2 (Jul-Sep)', 'Q3 (Oct-Dec)', 'Q4 (Jan-Mar)', 'Total'],
      ['2014/15', 629, 727, 760, 549, total(3, 2665)],
      ['2015/16', 525, 'n/a', 'n/a', 'n/a', total(4, 525)],
      [],
      ['Repeat clients counted once per quarter. Cells under 5 shown as <5'],
    ];
    addSheet(book, 'Referrals', rows, { widths: [12, 14, 14, 14, 14, 10], merges: ['A1:F1'] });
    addSheet(book, 'First time', [
      ['Quarter', 'First-time referrals'],
      ['2015/16 Q1', '<5'],
    ]);
  });

  const domains =
    'Health and wellbeing,Safety,Support networks,Housing,Finances,Legal issues,Children,Confidence and self-esteem';
  const random = generator(46);
  const score = (low, high) => low + Math.floor(random() * (high - low + 1));
  const sources = ['Police', 'Housing', 'Self', 'GP', 'VCS'];
  const clients = Array.from({ length: 24 }, (_, index) => {
    const entry = domains.split(',').map(() => score(1, 7));
    const open = index % 7 === 5;
    const exit = entry.map((before) => (open ? NONE : Math.min(10, Math.max(1, before + score(-1, 3)))));
    const closed = open ? NONE : new Date(Date.UTC(2015, 3, 1 + score(0, 89)));
    const answer = open ? NONE : random() < 0.8 ? 'Y' : 'N';
    return [`SC${String(index + 1).padStart(3, '0')}`, sources[score(0, 4)], closed, ...entry, ...exit, answer];
  });
  await saveWorkbook('voluntary', 'Outcome star quarter 1 2015-16.xlsx', (book) => {
    const rows = [
      ['Illustrative scores, 1 (stuck) to 10 (self-reliant)'],
      [...blanks(3), 'ENTRY', ...blanks(7), 'EXIT'],
      [
        'Client ref',
        'Referral source',
        'Date closed',
        ...domains.split(','),
        ...domains.split(','),
        'Satisfied? (Y/N)',
      ],
      ...clients,
    ];
    addSheet(book, 'Stars', rows, { formats: { 3: 'dd-mmm-yy' }, merges: ['D2:K2', 'L2:S2'] });
  });
}

/** The group's members are not public: illustrative areas, and only Plymouth's own count is the printed one. */
async function iquantaFiles() {
  const areas = [
    ['A', 187430, 3761, 3604],
    ['B', 243910, 4187, 4402],
    ['C', 318260, 6590, 6247],
    ['D', 152870, 3322, 3190],
    ['E', 274650, 5219, 5388],
    ['F', 129740, 2081, 1957],
    ['G', 205380, 4283, 4061],
    ['H', 337120, 5612, 5544],
    ['I', 168590, 3027, 3155],
    ['J', 291340, 5938, 6120],
    ['K', 224070, 4470, 4219],
    ['L', 146220, 2318, 2436],
    ['M', 379510, 7064, 6890],
    ['N', 198760, 3291, 3402],
  ];
  const order = [3, 11, 6, 0, 9, 13, 4, NONE, 1, 7, 12, 2, 10, 5, 8];
  const periods = [
    ['MSG all crime January to March 2015.xlsx', '01 January 15 - 31 March 2015', 4659, 3],
    ['MSG all crime April to June 2015.xlsx', '01 April 15 - 30 June 2015', 4799, 2],
  ];
  for (const [file, words, own, column] of periods) {
    await saveWorkbook('iquanta', file, (book) => {
      const rows = [
        [`iQuanta Barchart MSG - Crimes per 1000 Residents - All Crime ${words}`],
        ['Illustrative rates; membership as listed'],
        [],
        ['Area', 'Crimes', 'Population', 'Crimes per 1000 Residents'],
        ...order.map((position, index) => {
          const [letter, residents] = position === NONE ? ['', CITY_RESIDENTS] : areas[position];
          const crimes = position === NONE ? own : areas[position][column];
          const name = position === NONE ? 'Devon & Cornwall - Plymouth' : `Illustrative area ${letter}`;
          const row = String(index + 5);
          return [name, crimes, residents, { formula: `B${row}/C${row}*1000`, result: (crimes / residents) * 1000 }];
        }),
        ['MSG average'],
      ];
      addSheet(book, 'Barchart', rows, { widths: [30, 10, 12, 26], formats: { 4: '0.000' } });
    });
  }
}

await policeFiles();
await partnerFiles();
await voluntaryFiles();
await iquantaFiles();
