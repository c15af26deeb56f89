import { monthOfDay, type Month } from '../time/month.ts';
import { certainlyAbout } from './about-a-person.ts';
import { ageBandIn } from './age-bands.ts';
import { asDay, dayNumberIn } from './day-numbers.ts';
import type { RecordDraft, RecordPeople, Refusal, Warning } from './draft.ts';
import { cellName, type CellValue, type Row } from './grid.ts';
import type { MakeRecordReader, RecordReading } from './plan.ts';
import { readDay } from './read-day.ts';
import { monthFound, readMonthCell } from './read-month.ts';
import { readNumber } from './read-number.ts';
import { recordAreas, slipWarnings } from './record-areas.ts';
import { recordQuality } from './record-quality.ts';
import type { RecordsMapping } from './records-plan.ts';
import { TextMap } from './text-map.ts';
import { shownText, tidyLabel, tidyText } from './tidy-text.ts';

/** Refusals listed one by one; beyond this many only their number is told. */
const LISTED_REFUSALS = 10_000;
const KEPT_TEXTS = 20_000;

interface DateFound {
  readonly day: string | null;
  readonly month: Month;
  readonly time: string | null;
}

const PEOPLE = ['ethnicity', 'relationship', 'repeat', 'offenderAgeBand', 'offenderSex', 'offenderEthnicity'] as const;
const TOTAL = /^(?:grand |sub[- ]?|overall )?totals?\b/i;

/**
 * Reads records one row at a time and keeps only counts. Columns are settled once; texts and dates that repeat are
 * read once and remembered. Rows that are alike are all kept: two records without a reference are two incidents.
 */
export const makeRecordReader: MakeRecordReader = (plan, context) => {
  const { headerRow, columns, people, stated, dayHeading, dayNumbers } = plan.mapping as RecordsMapping;
  const none = -1;
  const at = {
    reference: columns.reference ?? none,
    day: columns.day ?? none,
    time: columns.time ?? none,
    area: columns.area ?? none,
    offenceGroup: columns.offenceGroup ?? none,
    offence: columns.offence ?? none,
    outcome: columns.outcome ?? none,
    ageBand: columns.ageBand ?? none,
    sex: columns.sex ?? none,
    flag: columns.flag ?? none,
    beat: columns.beat ?? none,
    lsoa: columns.lsoa ?? none,
    lsoaName: columns.lsoaName ?? none,
    easting: columns.easting ?? none,
    northing: columns.northing ?? none,
    count: columns.count ?? none,
    ethnicity: columns.ethnicity ?? none,
    relationship: columns.relationship ?? none,
    repeat: columns.repeat ?? none,
    offenderAgeBand: columns.offenderAgeBand ?? none,
    offenderSex: columns.offenderSex ?? none,
    offenderEthnicity: columns.offenderEthnicity ?? none,
  };
  const hasPeople = PEOPLE.some((name) => at[name] >= 0);
  const bands = new TextMap<string>();
  /** Texts as tidied; false: about a person, wherever it stands. */
  const texts = new TextMap<string | null | false>();
  const keptColumns = new Set(people.flatMap(({ column, keptAs }) => (keptAs === null ? [] : [column])));
  const stray = { cells: 0, first: '' };
  const dates = new TextMap<DateFound | null>();
  const months = new TextMap<Month | null>();
  const places = new TextMap<string>();
  const areas = recordAreas(context.areas);
  const quality = recordQuality({
    area: at.area >= 0,
    offence: at.offence >= 0 || at.offenceGroup >= 0,
    outcome: at.outcome >= 0,
  });
  const refusals: Refusal[] = [];
  const warnings: Warning[] = [];
  const outside = { rows: 0, first: '', last: '' };
  let refused = 0;
  let rowsRead = 0;
  let kept = 0;
  let eventsKept = 0;
  let from: Month | null = null;
  let to: Month | null = null;

  const textAt = ({ cells, row }: Row, column: number): string | null => {
    const cell = column < 0 ? undefined : cells[column];
    if (cell === undefined || cell === null) return null;
    const text = typeof cell === 'string' ? cell : shownText(cell);
    let tidied = texts.get(text);
    if (tidied === undefined) {
      tidied = tidyText(text) || null;
      if (tidied !== null && certainlyAbout(tidied) !== null) tidied = false;
      if (texts.size < KEPT_TEXTS) texts.set(text, tidied);
    }
    if (tidied !== false) return tidied;
    if (keptColumns.has(column)) return tidyText(text);
    stray.cells++;
    stray.first ||= cellName(row, column);
    return null;
  };

  const bandAt = (row: Row, column: number): string | null => {
    const text = textAt(row, column);
    if (text === null) return null;
    let band = bands.get(text);
    if (band === undefined) bands.set(text, (band = ageBandIn(text)));
    return band;
  };

  const peopleAt = (row: Row): RecordPeople => ({
    ethnicity: textAt(row, at.ethnicity),
    relationship: textAt(row, at.relationship),
    repeat: textAt(row, at.repeat),
    offenderAgeBand: bandAt(row, at.offenderAgeBand),
    offenderSex: textAt(row, at.offenderSex),
    offenderEthnicity: textAt(row, at.offenderEthnicity),
  });

  const numberAt = (cells: readonly CellValue[], column: number): number | null => {
    const cell = column < 0 ? undefined : cells[column];
    if (typeof cell === 'number') return cell;
    return typeof cell === 'string' ? (readNumber(cell)?.value ?? null) : null;
  };

  const monthOfDate = (day: string): Month | null => {
    let month = months.get(day);
    if (month === undefined) {
      month = monthOfDay(day);
      months.set(day, month);
    }
    return month;
  };

  const dateAt = (cell: CellValue | undefined): DateFound | null => {
    if (cell === null || cell === undefined || typeof cell === 'boolean') return null;
    if (typeof cell === 'object') {
      if (cell.kind !== 'day') return null;
      const month = monthOfDate(cell.day);
      return month === null ? null : { day: cell.monthOnly ? null : cell.day, month, time: cell.time };
    }
    const text = typeof cell === 'string' ? cell : String(cell);
    let found = dates.get(text);
    if (found === undefined) {
      found = readDate(text, dayNumbers === true);
      if (dates.size < KEPT_TEXTS) dates.set(text, found);
    }
    return found;
  };

  const refuse = (row: number, column: number, cell: CellValue | undefined, why: string): null => {
    refused++;
    if (refusals.length < LISTED_REFUSALS) {
      refusals.push({ cell: cellName(row, Math.max(0, column)), found: shownText(cell ?? null), why });
    }
    return null;
  };

  const take = (row: Row): RecordDraft | null => {
    if (row.row <= headerRow) return null;
    const { cells } = row;
    const dated = at.day < 0 ? undefined : cells[at.day];
    if (dated === undefined || dated === null || dated === '') {
      const kind = undatedRow(row, at.count);
      if (kind === 'total') checkTotal(row);
      if (kind !== 'record') return null;
      rowsRead++;
      return refuse(row.row, at.day, dated, 'the row has no date, so its month is not known');
    }
    const date = dateAt(dated);
    if (date === null && typeof dated === 'string' && tidyLabel(dated) === dayHeading) return null;
    rowsRead++;
    if (date === null)
      return refuse(
        row.row,
        at.day,
        dated,
        `not a date such as 30/04/2015${bareNumber(dated)}, so the row’s month is not known`,
      );
    const count = at.count < 0 ? undefined : cells[at.count];
    const events = count === undefined || count === null || count === 1 ? 1 : numberAt(cells, at.count);
    if (events === null || !Number.isInteger(events) || events < 1) {
      return refuse(row.row, at.count, count, 'not a count of events: a whole number from 1');
    }
    const { month, day } = date;
    kept++;
    eventsKept += events;
    if (from === null || month < from) from = month;
    if (to === null || month > to) to = month;
    if (stated !== null && isOutside(date, stated.from, stated.to)) {
      outside.rows++;
      outside.last = cellName(row.row, at.day);
      outside.first ||= outside.last;
    }
    const draft = {
      row: row.row,
      events,
      reference: referenceAt(cells, at.reference),
      day,
      month,
      time: date.time ?? textAt(row, at.time),
      area: areas.nameOf(textAt(row, at.area), at.area < 0 ? undefined : cells[at.area]),
      offenceGroup: textAt(row, at.offenceGroup),
      offence: textAt(row, at.offence),
      outcome: textAt(row, at.outcome),
      ageBand: bandAt(row, at.ageBand),
      sex: textAt(row, at.sex),
      flag: textAt(row, at.flag),
      beat: textAt(row, at.beat),
      lsoa: textAt(row, at.lsoa < 0 ? at.lsoaName : at.lsoa),
      easting: numberAt(cells, at.easting),
      northing: numberAt(cells, at.northing),
    };
    quality.add(draft);
    if (at.lsoaName < 0 && !hasPeople) return draft;
    return {
      ...draft,
      ...(hasPeople ? { people: peopleAt(row) } : {}),
      ...(at.lsoaName < 0 ? {} : { district: districtAt(textAt(row, at.lsoaName)) }),
    };
  };

  const districtAt = (lsoaName: string | null): string | null => {
    if (lsoaName === null) return null;
    let district = places.get(lsoaName);
    if (district === undefined) {
      district = lsoaName.replace(/ \d{3}[A-Z]$/, '');
      places.set(lsoaName, district);
    }
    return district;
  };

  const checkTotal = (row: Row): void => {
    const column = at.count < 0 ? row.cells.findLastIndex((cell) => typeof cell === 'number') : at.count;
    const total = numberAt(row.cells, column);
    if (total === null || total === eventsKept) return;
    warnings.push({
      check: 'total-differs',
      cells: cellName(row.row, Math.max(0, column)),
      says: `The total row says ${total.toLocaleString('en-GB')}; ${eventsKept.toLocaleString('en-GB')} were counted in the records above it.`,
    });
  };

  const finish = (): RecordReading => {
    if (stray.cells > 0) {
      warnings.push({
        check: 'about-people',
        cells: stray.first,
        says: `${stray.cells.toLocaleString('en-GB')} ${stray.cells === 1 ? 'cell holds' : 'cells hold'} a postcode, telephone number, e-mail address or National Insurance number (the first is ${stray.first}); each was left out, the rest of its row is kept.`,
      });
    }
    if (outside.rows > 0 && stated !== null) {
      warnings.push({
        check: 'outside-stated-period',
        cells: outside.first === outside.last ? outside.first : `${outside.first} … ${outside.last}`,
        says: `${outside.rows.toLocaleString('en-GB')} records are dated outside the period the title states (${shownDay(stated.from)} to ${shownDay(stated.to)}); they are kept.`,
      });
    }
    if (refused > refusals.length) {
      warnings.push({
        check: 'many-refusals',
        cells: '',
        says: `${refused.toLocaleString('en-GB')} rows were refused; the first ${LISTED_REFUSALS.toLocaleString('en-GB')} are listed.`,
      });
    }
    const { first, repeated } = quality.references;
    if (first !== null) {
      warnings.push({
        check: 'repeated-reference',
        cells: cellName(first.row, Math.max(0, at.reference)),
        says: `${repeated.toLocaleString('en-GB')} rows repeat a reference that stands further up; each row is kept.`,
      });
    }
    const covers = from === null || to === null ? null : { from, to };
    const areaProposals = areas.proposals();
    return {
      rowsRead,
      kept,
      refusals,
      warnings: [...warnings, ...slipWarnings(areaProposals, 'rows')],
      spellings: areas.spellings(),
      areaProposals,
      quality: quality.finish(
        stated === null ? null : { rows: outside.rows, stated, first: outside.first === '' ? null : outside.first },
      ),
      covers,
    };
  };

  return { take, finish };
};

function readDate(text: string, dayNumbers: boolean): DateFound | null {
  const day = (dayNumbers ? dayNumberIn(text) : null) ?? readDay(text);
  if (day !== null) {
    const month = monthOfDay(day.day);
    return month === null ? null : { ...day, month };
  }
  const month = monthFound(readMonthCell(text));
  return month === null ? null : { day: null, month, time: null };
}

/** Why a bare number is no date by itself, where it is a likely day number of Excel's. */
function bareNumber(cell: CellValue): string {
  const would = asDay(cell);
  return would === '' ? '' : ` but a bare number (as Excel’s day number ${would}; say so of the column, if it is)`;
}

const isOutside = ({ day, month }: DateFound, from: string, to: string): boolean =>
  day === null ? month < from.slice(0, 7) || month > to.slice(0, 7) : day < from || day > to;

/** References are unique, so they are not remembered; most need no tidying. */
function referenceAt(cells: readonly CellValue[], column: number): string | null {
  const cell = column < 0 ? undefined : cells[column];
  if (cell === undefined || cell === null) return null;
  return (typeof cell === 'string' ? cell.trim() : shownText(cell)) || null;
}

/** What a row without a date is: the total under the records, a note, or a record that lacks its date. */
function undatedRow({ cells, formulas }: Row, count: number): 'total' | 'note' | 'record' {
  const filled = cells.filter((cell) => cell !== null && cell !== '');
  const [first] = filled;
  if (typeof first === 'string' && TOTAL.test(first.trim())) return 'total';
  if (count >= 0 && formulas?.includes(count) === true && filled.length <= 2) return 'total';
  return filled.length <= 1 ? 'note' : 'record';
}

const shownDay = (day: string): string => shownText({ kind: 'day', day, time: null, monthOnly: false });
