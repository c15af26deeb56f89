// Writes the bundled sample month (resources/sample): small workbooks of our own making in the layouts that partners
// send, holding the figures printed in the performance report of 23 July 2015. Whatever the report does not print
// (splits, members of the group, cohorts, scores) is illustrative and says so in the sheet.
// The same every time: a seeded generator, fixed dates, no clock. Run: npm run sample
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', 'sample');
const WRITTEN = new Date(Date.UTC(2015, 6, 10, 9, 0, 0));
const MONTHS = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar'];
const YEARS = ['12/13.', '13/14.', '14/15'];
const NONE = null;
const blanks = (count) => Array.from({ length: count }, () => NONE);
const HEADER = [NONE, ...YEARS, ...MONTHS];

// ── the figures as printed ──────────────────────────────────────────────────────────────────────────────────────────
const CRIME_1415 = [1612, 3158, 4786, 6369, 7876, 9425, 10991, 12545, 14163, 15649, 17142, 18822];
const CRIME_1516 = [1662, 3368, 4799];
const GAP_1415 = [6.9, 13.5, 19.6, 26.4, 32.5, 39.3, 45.8, 52.2, 58.4, 64.2, 70.6, 77.4];
const GAP_1516 = [6.5, 12.6, 18.0];
const CITY_RESIDENTS = 261546;

// ── a generator that gives the same numbers every time (mulberry32) ─────────────────────────────────────────────────
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const chooser = (choices) => {
  const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random() * total;
    for (const [choice, weight] of choices) if ((left -= weight) < 0) return choice;
    return choices[choices.length - 1][0];
  };
};

// ── writing ─────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Every entry of a zip gets the same date (1 January 2015), so that writing again gives the same bytes. */
function withFixedDates(bytes) {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const fixedDate = ((2015 - 1980) << 9) | (1 << 5) | 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = zip.readUInt32LE(at + 42);
    for (const place of [at + 12, local + 10]) {
      zip.writeUInt16LE(0, place);
      zip.writeUInt16LE(fixedDate, place + 2);
    }
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

/** A sheet from rows; `formats` are number formats by column (from 1); `merges` as Excel writes them. */
function addSheet(book, name, rows, { widths = [], merges = [], formats = {}, percentRows = [] } = {}) {
  const sheet = book.addWorksheet(name);
  rows.forEach((cells, index) => {
    const row = sheet.addRow(cells);
    if (percentRows.includes(index + 1)) row.numFmt = '0%';
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  for (const [column, format] of Object.entries(formats)) sheet.getColumn(Number(column)).numFmt = format;
  for (const block of merges) sheet.mergeCells(block);
  return sheet;
}

async function saveWorkbook(folder, name, build) {
  const book = new ExcelJS.Workbook();
  book.creator = 'Safer Workbench sample';
  book.lastModifiedBy = 'Safer Workbench sample';
  book.created = WRITTEN;
  book.modified = WRITTEN;
  build(book);
  const zip = { compression: 'DEFLATE', compressionOptions: { level: 9 } };
  save(folder, name, withFixedDates(await book.xlsx.writeBuffer({ zip })));
}

function save(folder, name, bytes) {
  mkdirSync(join(ROOT, folder), { recursive: true });
  writeFileSync(join(ROOT, folder, name), bytes);
  console.log(`${folder}/${name}  ${String(bytes.length)} bytes`);
}

// ── neighbourhoods: the city total is published, the split is ours ──────────────────────────────────────────────────
// [name, residents, how much recorded crime it draws within its group]
const PRIORITY = [
  ['Barne Barton', 5820, 7],
  ['City Centre', 6140, 21],
  ['Devonport', 6410, 9],
  ['East End', 7930, 10],
  ['Greenbank & University', 5090, 8],
  ['Honicknowle', 8120, 8],
  ['Morice Town', 4230, 6],
  ['North Prospect & Weston Mill', 7610, 10],
  ['Stonehouse', 9870, 19],
  ['Whitleigh', 7260, 9],
];
const OTHERS = [
  ['Beacon Park', 5410, 2],
  ['Chaddlewood', 7520, 2],
  ['Colebrook & Newnham', 5230, 2],
  ['Compton', 5570, 2],
  ['Derriford West & Crownhill', 6180, 4],
  ['Efford', 7340, 5],
  ['Eggbuckland', 6020, 2],
  ['Elburton & Dunstone', 8060, 2],
  ['Ernesettle', 5290, 4],
  ['Estover', 7050, 4],
  ['Ford', 6830, 5],
  ['Glenholt', 3760, 1],
  ['Goosewell', 5940, 1],
  ['Ham & Pennycross', 6660, 4],
  ['Higher Compton & Mannamead', 7180, 3],
  ['Keyham', 6470, 5],
  ['Leigham & Mainstone', 7310, 3],
  ['Lipson & Laira', 6590, 4],
  ['Manadon & Widey', 6240, 3],
  ['Mount Gould', 7450, 6],
  ['Mutley', 6890, 7],
  ['Peverell & Hartley', 8930, 4],
  ['Plympton St Mary', 8210, 3],
  ['Plympton St Maurice', 7640, 3],
  ['Plymstock & Radford', 8870, 4],
  ['Southway', 6720, 5],
  ['Stoke', 7090, 6],
  ['Tamerton Foliot', 3180, 1],
];
const residentsOf = (areas) => areas.reduce((sum, [, residents]) => sum + residents, 0);
const PRIORITY_RESIDENTS = residentsOf(PRIORITY);
// The last neighbourhood takes what is left of the published city total.
OTHERS.push(['Woodford', CITY_RESIDENTS - PRIORITY_RESIDENTS - residentsOf(OTHERS), 3]);

// ── the record extract ──────────────────────────────────────────────────────────────────────────────────────────────
/** Monthly counts (all, in the ten, not placed) whose cumulative gap is the printed one to one decimal. */
function monthsOf(startYear, cumulativeCrime, cumulativeGap) {
  let priorityBefore = 0;
  return cumulativeCrime.map((cumulative, index) => {
    const cityRate = (cumulative / CITY_RESIDENTS) * 1000;
    const priority = Math.round(((cityRate + cumulativeGap[index]) * PRIORITY_RESIDENTS) / 1000);
    const gap = (priority / PRIORITY_RESIDENTS) * 1000 - cityRate;
    if (gap.toFixed(1) !== cumulativeGap[index].toFixed(1))
      throw new Error(`gap ${String(gap)} is not the printed one`);
    const all = cumulative - (cumulativeCrime[index - 1] ?? 0);
    const month = { year: index < 9 ? startYear : startYear + 1, month: ((index + 3) % 12) + 1 };
    const counts = { ...month, all, priority: priority - priorityBefore, unplaced: Math.round(all * 0.013) };
    priorityBefore = priority;
    return counts;
  });
}

const OFFENCES = chooser([
  [['Violence against the person', 'Violence with injury'], 145],
  [['Violence against the person', 'Violence without injury'], 140],
  [['Sexual offences', 'Rape'], 11],
  [['Sexual offences', 'Other sexual offences'], 22],
  [['Robbery', 'Robbery of personal property'], 8],
  [['Burglary', 'Burglary in a dwelling'], 34],
  [['Burglary', 'Burglary in a building other than a dwelling'], 46],
  [['Vehicle offences', 'Theft from a vehicle'], 56],
  [['Vehicle offences', 'Theft or unauthorised taking of a motor vehicle'], 18],
  [['Theft', 'Shoplifting'], 118],
  [['Theft', 'Bicycle theft'], 18],
  [['Theft', 'Other theft'], 112],
  [['Criminal damage and arson', 'Criminal damage'], 150],
  [['Criminal damage and arson', 'Arson'], 10],
  [['Drug offences', 'Possession of drugs'], 44],
  [['Public order offences', 'Public order offences'], 46],
  [['Possession of weapons offences', 'Possession of weapons'], 7],
  [['Miscellaneous crimes against society', 'Miscellaneous crimes'], 15],
]);
const OUTCOMES = chooser([
  ['Investigation complete - no suspect identified', 44],
  ['Charged/Summonsed', 18],
  ['Evidential difficulties (victim does not support)', 16],
  ['Community resolution', 9],
  ['Caution - adults', 7],
  ['Under investigation', 6],
]);
const AGE_BANDS = chooser([
  ['0-10', 2],
  ['11-17', 9],
  ['18-24', 17],
  ['25-34', 20],
  ['35-44', 15],
  ['45-54', 13],
  ['55-64', 7],
  ['65+', 5],
  ['Not recorded', 12],
]);

/** Now and then a neighbourhood is written as people write it: in capitals, with «and», with a space behind. */
function asTyped(name, random) {
  const luck = random();
  if (luck < 0.006) return name.toUpperCase();
  if (luck < 0.012) return `${name} `;
  if (luck < 0.03 && name.includes('&')) return name.replace('&', 'and');
  return name;
}

function recordRows() {
  const random = generator(20150723);
  const inTen = chooser(PRIORITY.map(([name, , weight]) => [name, weight]));
  const elsewhere = chooser(OTHERS.map(([name, , weight]) => [name, weight]));
  const months = [...monthsOf(2014, CRIME_1415, GAP_1415), ...monthsOf(2015, CRIME_1516, GAP_1516)];
  const rows = [];
  for (const { year, month, all, priority, unplaced } of months) {
    const places = Array.from({ length: all }, (_, index) =>
      index < priority ? inTen(random) : index < priority + unplaced ? NONE : elsewhere(random),
    );
    for (let last = places.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [places[last], places[other]] = [places[other], places[last]];
    }
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    const dates = places.map(() => 1 + Math.floor(random() * days)).sort((a, b) => a - b);
    places.forEach((place, index) => {
      const day = dates[index];
      const number = `PL/${String(100001 + rows.length)}/${String(year % 100)}`;
      const text = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${String(year)}`;
      const date = random() < 0.008 ? text : new Date(Date.UTC(year, month - 1, day));
      const [group, offence] = OFFENCES(random);
      const domestic = group === 'Violence against the person' && random() < 0.3 ? 'Y' : 'N';
      const placed = place === NONE ? NONE : asTyped(place, random);
      rows.push([number, date, group, offence, placed, OUTCOMES(random), AGE_BANDS(random), domestic, 1]);
    });
  }
  return rows;
}

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
