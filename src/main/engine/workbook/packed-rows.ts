import type { CellValue, DayValue, ErrorValue, Row } from '../../../core/intake/grid.ts';
import { LIMITS } from './limits.ts';

/** Batches that may wait to be taken; the reading thread rests while so many do. */
const AREAS = 4;
const ROWS_OF_BATCH = 1_024;
/** The widest row there can be still fits: for each cell three numbers, and its column if it is a formula. */
const INTS = LIMITS.columns * 4 + 1_024;
const DOUBLES = LIMITS.columns;
const CONTROLS = 2;
const [TAKEN, STOPPED] = [0, 1];

/** Texts that both sides keep under the same number; a text in the place of another is sent with its number. */
const SLOTS = 1 << 14;
const LONGEST_KEPT = 64;
/** Letters looked at, from the end, as in `TextMap`. */
const LETTERS = 8;

/** What a cell is, in the lowest bits of its number; the rest says which text or number. */
const KIND_BITS = 3;
const KINDS = 1 << KIND_BITS;
const [EMPTY, KEPT, NEW, ONCE, WHOLE, NUMBER, DAY, OTHER] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const [FALSE, TRUE, NO_RESULT, PERCENT, ERROR] = [0, 1, 2, 3, 4] as const;
const [MONTH_ONLY, WITH_TIME] = [1, 2] as const;
/** Whole numbers nearer to nought than this stand in the cell's own number. */
const SMALL = 1 << (31 - KIND_BITS);

/** Rows on their way from one thread to the other: where they lie, how many there are, and the texts not sent before. */
export interface Batch {
  readonly area: number;
  readonly rows: number;
  readonly texts: readonly string[];
}

/** Memory that both threads see. Made once for a file, whatever its size. */
export class SharedRows {
  readonly memory: SharedArrayBuffer;
  readonly ints: readonly Int32Array[];
  readonly doubles: readonly Float64Array[];
  private readonly controls: Int32Array;

  constructor(memory?: SharedArrayBuffer) {
    const doublesAt = (area: number) => area * DOUBLES * 8;
    const intsAt = (area: number) => doublesAt(AREAS) + area * INTS * 4;
    this.memory = memory ?? new SharedArrayBuffer(intsAt(AREAS) + CONTROLS * 4);
    const areas = [...new Array(AREAS).keys()];
    this.doubles = areas.map((area) => new Float64Array(this.memory, doublesAt(area), DOUBLES));
    this.ints = areas.map((area) => new Int32Array(this.memory, intsAt(area), INTS));
    this.controls = new Int32Array(this.memory, intsAt(AREAS), CONTROLS);
  }

  /** Waits until there is room for batch number `sent`; answers the area to fill. For the reading thread only. */
  waitForRoom(sent: number): number {
    for (;;) {
      const taken = Atomics.load(this.controls, TAKEN);
      if (sent - taken < AREAS || this.isStopped) return sent % AREAS;
      Atomics.wait(this.controls, TAKEN, taken);
    }
  }

  get isStopped(): boolean {
    return Atomics.load(this.controls, STOPPED) === 1;
  }

  /** A batch has been taken out: its area may be filled anew. */
  taken(): void {
    Atomics.add(this.controls, TAKEN, 1);
    Atomics.notify(this.controls, TAKEN);
  }

  /** No more rows are wanted of this sheet. */
  stop(): void {
    Atomics.store(this.controls, STOPPED, 1);
    // The number waited on changes, too: a thread that is just about to rest would otherwise not notice.
    this.taken();
  }

  /** Before the next sheet. */
  reset(): void {
    Atomics.store(this.controls, TAKEN, 0);
    Atomics.store(this.controls, STOPPED, 0);
  }
}

/** Puts rows down as numbers and hands them on batch by batch. A text is sent when it first appears, and then by number. */
export class RowPacker {
  private readonly shared: SharedRows;
  private readonly send: (batch: Batch) => void;
  private readonly held = new Array<string | undefined>(SLOTS).fill(undefined);
  /** The text last seen in each slot, as a number: one that comes only once, such as a reference, is not kept. */
  private readonly seen = new Int32Array(SLOTS);
  private ints: Int32Array;
  private doubles: Float64Array;
  private area = 0;
  private sent = 0;
  private rows = 0;
  private at = 0;
  private doubleAt = 0;
  private texts: string[] = [];

  constructor(shared: SharedRows, send: (batch: Batch) => void) {
    this.shared = shared;
    this.send = send;
    this.ints = shared.ints[0] ?? new Int32Array();
    this.doubles = shared.doubles[0] ?? new Float64Array();
  }

  /** Before each sheet: of one that was not taken to its end, not all texts have arrived. */
  start(): void {
    this.held.fill(undefined);
    this.sent = 0;
    this.room();
  }

  /** Takes a row; 'stop' once no more are wanted. */
  add({ row, cells, formulas }: Row): 'stop' | undefined {
    const { length } = cells;
    const needed = 3 + length * 3 + (formulas?.length ?? 0);
    if (this.rows === ROWS_OF_BATCH || this.at + needed > INTS || this.doubleAt + length > DOUBLES) {
      this.flush();
      if (this.shared.isStopped) return 'stop';
    }
    const { ints } = this;
    ints[this.at++] = row;
    ints[this.at++] = length;
    ints[this.at++] = formulas?.length ?? 0;
    for (let column = 0; column < length; column++) this.cell(cells[column] ?? null);
    if (formulas !== undefined) for (const column of formulas) ints[this.at++] = column;
    this.rows++;
    return undefined;
  }

  /** Sends what has been put down. */
  flush(): void {
    if (this.rows === 0) return;
    this.send({ area: this.area, rows: this.rows, texts: this.texts });
    this.sent++;
    this.room();
  }

  private room(): void {
    this.area = this.shared.waitForRoom(this.sent);
    this.ints = this.shared.ints[this.area] ?? this.ints;
    this.doubles = this.shared.doubles[this.area] ?? this.doubles;
    this.rows = 0;
    this.at = 0;
    this.doubleAt = 0;
    this.texts = [];
  }

  private cell(value: CellValue): void {
    if (value === null) this.ints[this.at++] = EMPTY;
    else if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.put(OTHER, value ? TRUE : FALSE);
    else if (value.kind === 'day') {
      this.put(DAY, (value.monthOnly ? MONTH_ONLY : 0) | (value.time === null ? 0 : WITH_TIME));
      this.text(value.day);
      if (value.time !== null) this.text(value.time);
    } else if (value.kind === 'percent') {
      this.put(OTHER, PERCENT);
      this.doubles[this.doubleAt++] = value.value;
    } else if (value.kind === 'error') {
      this.put(OTHER, ERROR);
      this.text(value.code);
    } else this.put(OTHER, NO_RESULT);
  }

  private put(kind: number, which: number): void {
    this.ints[this.at++] = which * KINDS + kind;
  }

  private number(value: number): void {
    if (Number.isInteger(value) && value > -SMALL && value < SMALL && !Object.is(value, -0)) this.put(WHOLE, value);
    else {
      this.put(NUMBER, 0);
      this.doubles[this.doubleAt++] = value;
    }
  }

  private text(text: string): void {
    const hash = hashOf(text);
    const slot = hash & (SLOTS - 1);
    if (this.held[slot] === text) {
      this.put(KEPT, slot);
      return;
    }
    if (text.length <= LONGEST_KEPT && this.seen[slot] === hash) {
      this.held[slot] = text;
      this.put(NEW, slot);
    } else {
      this.seen[slot] = hash;
      this.put(ONCE, 0);
    }
    this.texts.push(text);
  }
}

/** FNV-1a over the last letters and the length. */
function hashOf(text: string): number {
  const { length } = text;
  let hash = 0x811c9dc5 ^ length;
  for (let at = length > LETTERS ? length - LETTERS : 0; at < length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

const TRUTH = [false, true];
const UNKNOWN = { kind: 'no-result' } as const;

/** Makes rows of what a {@link RowPacker} put down: the very same values, in the same order. */
export class RowUnpacker {
  private readonly shared: SharedRows;
  private readonly held = new Array<string>(SLOTS).fill('');
  private readonly errors = new Map<string, ErrorValue>();
  private ints: Int32Array = new Int32Array();
  private doubles: Float64Array = new Float64Array();
  private texts: readonly string[] = [];
  private at = 0;
  private doubleAt = 0;
  private textAt = 0;

  constructor(shared: SharedRows) {
    this.shared = shared;
  }

  /** Hands over the rows of a batch; false once `onRow` has asked to stop. */
  take({ area, rows, texts }: Batch, onRow: (row: Row) => unknown): boolean {
    this.ints = this.shared.ints[area] ?? this.ints;
    this.doubles = this.shared.doubles[area] ?? this.doubles;
    this.texts = texts;
    this.at = 0;
    this.doubleAt = 0;
    this.textAt = 0;
    for (let taken = 0; taken < rows; taken++) if (onRow(this.row()) === 'stop') return false;
    return true;
  }

  private next(): number {
    return this.ints[this.at++] ?? 0;
  }

  private row(): Row {
    const row = this.next();
    const length = this.next();
    const formulaCount = this.next();
    const cells = new Array<CellValue>(length);
    for (let column = 0; column < length; column++) cells[column] = this.cell();
    if (formulaCount === 0) return { row, cells };
    const formulas: number[] = [];
    for (let left = formulaCount; left > 0; left--) formulas.push(this.next());
    return { row, cells, formulas };
  }

  private cell(): CellValue {
    const put = this.next();
    const which = put >> KIND_BITS;
    switch (put & (KINDS - 1)) {
      case EMPTY:
        return null;
      case KEPT:
        return this.held[which] ?? '';
      case WHOLE:
        return which;
      case NUMBER:
        return this.doubles[this.doubleAt++] ?? 0;
      case DAY:
        return this.day(which);
      case OTHER:
        return this.other(which);
      default:
        return this.sent(put);
    }
  }

  private text(): string {
    const put = this.next();
    return (put & (KINDS - 1)) === KEPT ? (this.held[put >> KIND_BITS] ?? '') : this.sent(put);
  }

  private sent(put: number): string {
    const text = this.texts[this.textAt++] ?? '';
    if ((put & (KINDS - 1)) === NEW) this.held[put >> KIND_BITS] = text;
    return text;
  }

  private day(how: number): DayValue {
    const day = this.text();
    const time = (how & WITH_TIME) === 0 ? null : this.text();
    return { kind: 'day', day, time, monthOnly: (how & MONTH_ONLY) !== 0 };
  }

  private other(which: number): CellValue {
    if (which === NO_RESULT) return UNKNOWN;
    if (which === PERCENT) return { kind: 'percent', value: this.doubles[this.doubleAt++] ?? 0 };
    if (which !== ERROR) return TRUTH[which] ?? null;
    const code = this.text();
    let error = this.errors.get(code);
    if (error === undefined) this.errors.set(code, (error = { kind: 'error', code }));
    return error;
  }
}
