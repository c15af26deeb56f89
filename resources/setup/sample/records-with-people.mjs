// The sample's records once more, with times and people as categories, and the year before them: all of it illustrative.
import { chooser, generator } from './generator.mjs';
import { recordRows } from './recorded-crime.mjs';

const SEX = chooser([
  ['Female', 50],
  ['Male', 44],
  ['Not recorded', 6],
]);
const ETHNICITY = chooser([
  ['White', 82],
  ['Asian', 3],
  ['Black', 2],
  ['Mixed', 2],
  ['Other', 1],
  ['Not stated', 30],
]);
const RELATIONSHIP = chooser([
  ['Stranger', 45],
  ['Acquaintance', 22],
  ['Partner', 10],
  ['Former partner', 8],
  ['Family', 7],
  ['', 28],
]);
const SUSPECT_AGES = chooser([
  [14, 7],
  [17, 9],
  [21, 20],
  [28, 24],
  [38, 18],
  [48, 10],
  [58, 5],
  [70, 1],
]);
const REPEAT = chooser([
  ['Yes', 18],
  ['No', 70],
  ['', 12],
]);

export const HEADINGS = [
  'Crime Number',
  'Date Recorded',
  'Time',
  'HO Group',
  'HO Sub Group',
  'Neighbourhood',
  'Outcome',
  'Victim Age Band',
  'Victim Sex',
  'Victim Ethnicity',
  'Relationship',
  'Repeat Victim',
  'Suspect Age',
  'Suspect Sex',
];

/** How much of a kind of offence there was a year earlier, beside now: some things rise, some fall, most hardly move. */
const BEFORE = { 'Violence against the person': 0.88, Burglary: 1.16, 'Vehicle offences': 1.1, 'Sexual offences': 0.8 };

const pad = (number) => String(number).padStart(2, '0');

/** How much happens hour by hour: through the day up to the end of school and shops, and through the night from its begin. */
const DAY = chooser([2, 2, 3, 4, 6, 7, 8, 8, 9, 10, 11, 9, 8, 7, 6, 5, 4].map((weight, at) => [at + 6, weight]));
const NIGHT = chooser([7, 9, 11, 12, 12, 10, 7, 4, 2, 1].map((weight, at) => [(20 + at) % 24, weight]));

/** Hours of the day by weekday: weekend nights for violence, working hours for theft. */
function timeOf(random, date, group) {
  const weekend = [0, 5, 6].includes(date.getUTCDay());
  const night = group === 'Violence against the person' ? (weekend ? 0.62 : 0.38) : group === 'Burglary' ? 0.35 : 0.2;
  if (random() < 0.08) return '';
  const hour = random() < night ? NIGHT(random) : DAY(random);
  return `${pad(hour)}:${pad(Math.floor(random() * 60))}`;
}

/** Rows of the CSV, the headings first. */
export function rowsWithPeople() {
  const random = generator(20160401);
  const plain = recordRows().map((row) => {
    const date =
      row[1] instanceof Date ? row[1] : new Date(Date.UTC(row[1].slice(6), row[1].slice(3, 5) - 1, row[1].slice(0, 2)));
    return { date, group: row[2], offence: row[3], place: row[4] ?? '', outcome: row[5], age: row[6] };
  });
  const earlier = plain
    .filter(({ date }) => date >= new Date(Date.UTC(2014, 6, 1)) && date < new Date(Date.UTC(2015, 3, 1)))
    .flatMap((one) => {
      const times = BEFORE[one.group] ?? 1;
      const copies = Math.floor(times) + (random() < times % 1 ? 1 : 0);
      const date = new Date(
        Date.UTC(one.date.getUTCFullYear() - 1, one.date.getUTCMonth(), Math.min(28, one.date.getUTCDate())),
      );
      return Array.from({ length: copies }, () => ({ ...one, date }));
    });
  return [
    HEADINGS,
    ...[...earlier, ...plain].map(({ date, group, offence, place, outcome, age }, at) => {
      const known = random() < 0.4;
      return [
        `IL/${String(100001 + at)}`,
        `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${String(date.getUTCFullYear())}`,
        timeOf(random, date, group),
        ...[group, offence, place, outcome, age, SEX(random), ETHNICITY(random)],
        group === 'Violence against the person' || group === 'Sexual offences' ? RELATIONSHIP(random) : '',
        REPEAT(random),
        known ? SUSPECT_AGES(random) : '',
        known ? (random() < 0.78 ? 'Male' : 'Female') : '',
      ];
    }),
  ];
}
