import { sayNumber } from '../performance/say-number.ts';
import { crossedCounts } from './crossed-counts.ts';
import { noEvidence, type EvidenceColumn, type EvidenceRow, type EvidenceTable } from './evidence-table.ts';
import type { EvidenceScope } from './evidence-scope.ts';

/** Records of one weekday (0 Sunday to 6 Saturday) and one time as the extract writes it; null: not said. */
export interface WhenCount {
  readonly weekday: number | null;
  readonly time: string | null;
  readonly events: number;
}

export interface WhenInput {
  readonly scope: EvidenceScope;
  readonly counts: readonly WhenCount[];
  readonly notes: readonly string[];
}

const TITLE = 'When: day of the week and hour';
const METHOD =
  'Records by the day and the time they carry: of the offence or of its report, as the extract has it. Burglary and theft while away have no exact time; midnight is often written where none is known.';
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The hour (0 to 23) a time names: `21:30`, `2130`, `9.30pm`, `21`; null where it names none. */
export function hourOf(time: string): number | null {
  const [, hours = '', minutes, half] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.]\d{2})?(?:\.\d+)?\s*(am|pm)?$/i.exec(time.trim()) ?? [];
  if (hours === '' || (minutes !== undefined && Number(minutes) > 59)) return null;
  const hour = Number(hours);
  if (half !== undefined) return hour < 1 || hour > 12 ? null : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return hour > 23 ? null : hour;
}

/** Weekday by hour where the records have times, else weekday alone, saying so. */
export function whenEvidence({ scope, counts, notes }: WhenInput): EvidenceTable {
  const dated = counts.filter(({ weekday }) => weekday !== null);
  const all = counts.reduce((sum, { events }) => sum + events, 0);
  if (dated.length === 0) {
    return noEvidence(
      'when',
      TITLE,
      all === 0 ? 'No records of these months are held.' : 'The records of these months name a month but no day.',
      METHOD,
    );
  }
  const grid = DAYS.map(() => new Array<number>(24).fill(0));
  const days = DAYS.map(() => 0);
  let timed = 0;
  for (const { weekday, time, events } of dated) {
    const day = ((weekday ?? 0) + 6) % 7;
    days[day] = (days[day] ?? 0) + events;
    const hour = time === null ? null : hourOf(time);
    const row = grid[day];
    if (hour === null || row === undefined) continue;
    row[hour] = (row[hour] ?? 0) + events;
    timed += events;
  }
  const hasTimes = timed > 0;
  const hours = hasTimes ? Array.from({ length: 24 }, (_, hour) => hour) : [];
  const untimed = (day: number): number =>
    (days[day] ?? 0) - hours.reduce((sum, hour) => sum + (grid[day]?.[hour] ?? 0), 0);
  const columns: EvidenceColumn[] = [
    ...hours.map((hour) => ({ id: `h${String(hour)}`, head: String(hour).padStart(2, '0'), kind: 'number' as const })),
    ...(hasTimes ? [{ id: 'untimed', head: 'No time', kind: 'number' as const }] : []),
    { id: 'all', head: 'All day', kind: 'number' },
  ];
  const cellsOf = (day: number): number[] => [
    ...hours.map((hour) => grid[day]?.[hour] ?? 0),
    ...(hasTimes ? [untimed(day)] : []),
    days[day] ?? 0,
  ];
  const rows: EvidenceRow[] = DAYS.map((name, day) => ({ id: name.toLowerCase(), head: name, cells: cellsOf(day) }));
  const total: EvidenceRow = {
    id: 'week',
    head: 'Whole week',
    cells: columns.map((_, at) => rows.reduce((sum, { cells }) => sum + Number(cells[at] ?? 0), 0)),
    weight: 'total',
  };
  const undated = all - dated.reduce((sum, { events }) => sum + events, 0);
  return crossedCounts({
    scope,
    id: 'when',
    title: TITLE,
    finding: sayBusiest(
      days,
      hasTimes ? hours.map((hour) => grid.reduce((sum, row) => sum + (row[hour] ?? 0), 0)) : [],
      timed,
    ),
    rowHead: 'Day',
    columns,
    rows: [...rows, total],
    notesFirst: [
      ...(hasTimes ? [] : ['The records of these months hold no times, so hours are not known.']),
      ...(undated === 0 ? [] : [`${sayNumber(undated)} records name no day and are not counted here.`]),
    ],
    notes,
    method: METHOD,
  });
}

const SPAN = 6;

function sayBusiest(days: readonly number[], hours: readonly number[], timed: number): string {
  const whole = days.reduce((sum, one) => sum + one, 0);
  const busiest = days.indexOf(Math.max(...days));
  const share = sayNumber(((days[busiest] ?? 0) / whole) * 100, 1);
  const first = `${DAYS[busiest] ?? ''} has the most records: ${share}% of the week’s, where an even week gives 14.3%.`;
  if (timed === 0) return first;
  const sums = hours.map((_, at) =>
    Array.from({ length: SPAN }, (_, by) => hours[(at + by) % 24] ?? 0).reduce((a, b) => a + b, 0),
  );
  const from = sums.indexOf(Math.max(...sums));
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, '0')}:00`;
  return `${first} Of the records with a time, ${sayNumber(((sums[from] ?? 0) / timed) * 100)}% fall between ${clock(from)} and ${clock(from + SPAN)}, a quarter of the day.`;
}
