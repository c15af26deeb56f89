// The record extract: monthly totals and the gap are the printed ones, everything else is drawn by lot.
import { chooser, generator } from './generator.mjs';
import { OTHERS, PRIORITY, PRIORITY_RESIDENTS } from './neighbourhoods.mjs';
import { CITY_RESIDENTS, CRIME_1415, CRIME_1516, GAP_1415, GAP_1516 } from './printed.mjs';

const NONE = null;

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

export function recordRows() {
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
