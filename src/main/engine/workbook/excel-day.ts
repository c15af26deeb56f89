import type { DayValue } from '../../../core/intake/grid.ts';

const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = 86_400_000;
/** 31 December 9999, the last day Excel knows. */
const LAST_SERIAL_1900 = 2_958_465;
/** Days from the start of the 1900 system to the start of the 1904 system. */
const SYSTEMS_APART = 1_462;
/** The 1900 system counts a 29 February 1900 that never was; days before it lie one off. */
const DAY_THAT_NEVER_WAS = 60;
const BEFORE_FEBRUARY = Date.UTC(1899, 11, 31);
const FROM_MARCH = Date.UTC(1899, 11, 30);
/** Days up to 2099 are kept; later ones are worked out each time. */
const KEPT_DAYS = 73_050;

/**
 * Turns Excel's day numbers into days without time zone, in the 1900 or the 1904 system. Days and times of day are
 * kept once worked out: an extract repeats a few thousand of them half a million times.
 */
export class ExcelDays {
  private readonly shift: number;
  private readonly days = new Array<string | undefined>(KEPT_DAYS);
  private readonly wholeDays = new Array<DayValue | undefined>(KEPT_DAYS);
  private readonly months = new Array<DayValue | undefined>(KEPT_DAYS);
  private readonly times: (string | undefined)[] = [];

  constructor(is1904: boolean) {
    this.shift = is1904 ? SYSTEMS_APART : 0;
  }

  /** The day of a serial number to the nearest second; null where Excel itself shows ##### (before its first day). */
  read(stored: number, monthOnly: boolean): DayValue | null {
    const serial = stored + this.shift;
    if (!(stored >= 0 && serial < LAST_SERIAL_1900 + 1)) return null;
    let whole = Math.floor(serial);
    let seconds = serial === whole ? 0 : Math.round((serial - whole) * DAY_SECONDS);
    if (seconds === DAY_SECONDS) {
      seconds = 0;
      whole += 1;
    }
    if (seconds !== 0) return { kind: 'day', day: this.dayOf(whole), time: this.timeOf(seconds), monthOnly };
    const kept = monthOnly ? this.months : this.wholeDays;
    let value = kept[whole];
    if (value === undefined) {
      value = { kind: 'day', day: this.dayOf(whole), time: null, monthOnly };
      if (whole < KEPT_DAYS) kept[whole] = value;
    }
    return value;
  }

  private dayOf(whole: number): string {
    let day = this.days[whole];
    if (day === undefined) {
      day = isoDay(whole);
      if (whole < KEPT_DAYS) this.days[whole] = day;
    }
    return day;
  }

  private timeOf(seconds: number): string {
    let time = this.times[seconds];
    if (time === undefined) {
      time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoFigures).join(':');
      this.times[seconds] = time;
    }
    return time;
  }
}

function isoDay(whole: number): string {
  if (whole === DAY_THAT_NEVER_WAS) return '1900-02-29';
  const start = whole < DAY_THAT_NEVER_WAS ? BEFORE_FEBRUARY : FROM_MARCH;
  return new Date(start + whole * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

const twoFigures = (value: number): string => String(Math.floor(value)).padStart(2, '0');

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

/** A cell stored as an ISO date (`t="d"`); null when it is not one. */
export function readIsoDay(text: string, monthOnly: boolean): DayValue | null {
  const [, day, time] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  return { kind: 'day', day, time: time === undefined || time === '00:00:00' ? null : time, monthOnly };
}
