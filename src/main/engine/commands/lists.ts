import { basename } from 'node:path';
import { calendarFile } from '../../../core/lists/calendar-file.ts';
import type { ListId } from '../../../core/lists/list-form.ts';
import { LIST_FORMS } from '../../../core/lists/list-forms.ts';
import { readList } from '../../../core/lists/read-list.ts';
import { dueWithin } from '../../../core/lists/year-calendar.ts';
import type { Handlers } from '../dispatch.ts';
import type { Engine } from '../engine.ts';
import { datesKept, daysOfYear, gatherCalendar } from '../gather/calendar.ts';
import { gatherOutcomes } from '../gather/outcomes.ts';
import { gatherRecommendations } from '../gather/recommendations.ts';
import { gatherSourceBalance } from '../gather/source-balance.ts';
import { yearAsked } from '../gather/year-asked.ts';
import { listIssues } from '../store/issues.ts';
import { addNote, bringEntries, listHeld, saveEntry, setTakenOut } from '../store/lists.ts';
import { listMeasures, partnership } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { plainRows } from '../workbook/plain-rows.ts';
import { changing } from './groups.ts';
import { offeredFile } from './offered-file.ts';

type Prefix =
  'recommendation.table' | `list.${string}` | `balance.${string}` | `outcome.${string}` | `calendar.${string}`;
type ListCommands = Pick<Handlers, Extract<keyof Handlers, Prefix>>;

/** Today by the store's clock, as `2015-07-23`. */
export const todayOf = ({ store }: Engine): string => {
  const now = store.clock();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const shown = (db: ReadStore, list: ListId, today: string) => ({ list, today, ...listHeld(db, list) });

/** What may be due within this many days stands in «This month». */
const SOON_DAYS = 30;

export const listCommands: ListCommands = {
  'list.show': ({ list }, engine) => shown(engine.store.read, list, todayOf(engine)),

  'list.save': ({ list, id, values }, engine) =>
    changing(engine, ['lists'], (db) => {
      const kept = saveEntry(db, list, { id, values });
      return { id: kept, list: shown(db, list, todayOf(engine)) };
    }),

  'list.take-out': ({ list, id }, engine) =>
    changing(engine, ['lists'], (db) => {
      setTakenOut(db, list, id, true);
      return shown(db, list, todayOf(engine));
    }),

  'list.put-back': ({ list, id }, engine) =>
    changing(engine, ['lists'], (db) => {
      setTakenOut(db, list, id, false);
      return shown(db, list, todayOf(engine));
    }),

  'list.note': ({ list, id, saidOn, note }, engine) =>
    changing(engine, ['lists'], (db) => {
      addNote(db, list, id, saidOn, note);
      return shown(db, list, todayOf(engine));
    }),

  'list.import': async ({ list, file }, engine) => {
    const path = offeredFile(engine, file);
    const rows = await plainRows(path);
    const { read } = engine.store;
    const known = {
      measures: listMeasures(read).map(({ id, shortName }) => ({ id, name: shortName })),
      issues: listIssues(read).map(({ id, name }) => ({ id, name })),
    };
    const { entries, notes, refusals, warnings } = readList(rows, LIST_FORMS[list], known);
    if (refusals.length > 0) return { kept: 0, refusals, warnings };
    const kept = await changing(engine, ['lists'], (db) =>
      bringEntries(db, list, { entries, notes }, { file: basename(path), day: todayOf(engine) }),
    );
    return { kept, refusals, warnings };
  },

  'recommendation.table': (_input, engine) => gatherRecommendations(engine.store.read, todayOf(engine)),

  'balance.show': ({ year }, { store: { read } }) => ({ issues: gatherSourceBalance(read, yearAsked(year)) }),

  'outcome.show': (_input, { store: { read } }) => ({ standings: gatherOutcomes(read) }),

  'calendar.show': ({ year }, engine) => {
    const today = todayOf(engine);
    return { year, today, months: gatherCalendar(engine.store.read, yearAsked(year), today) };
  },

  'calendar.due': (_input, engine) => {
    const today = todayOf(engine);
    return { today, lines: dueWithin(datesKept(engine.store.read), today, SOON_DAYS) };
  },

  'calendar.draw': ({ year }, engine) => {
    const { read } = engine.store;
    const { from, to } = daysOfYear(yearAsked(year));
    const items = datesKept(read)
      .filter(({ day }) => day >= from && day <= to)
      .sort((a, b) => a.day.localeCompare(b.day));
    const text = calendarFile(`${partnership(read).name} ${year}`, items, todayOf(engine));
    return { bytes: new TextEncoder().encode(text), name: `Calendar ${year.replace('/', '-')}.ics` };
  },
};
