import type { ObservationDraft, RecordDraft } from '../../../core/intake/draft.ts';
import type { CellValue, Grid } from '../../../core/intake/grid.ts';
import type { Layout, SheetPlan, TableReading } from '../../../core/intake/plan.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import { keepSheetCopy, MOST_CELLS_COPIED } from '../store/sheet-copies.ts';
import { certainlyAbout, withoutPeople } from '../../../core/intake/about-a-person.ts';
import { storeHasher, type HashReference } from '../store/reference-hash.ts';
import { makeRegistry, type Registry } from '../store/registry.ts';
import type { WriteStore } from '../store/open-store.ts';
import type { ComparedFigure } from '../../../core/intake/compare.ts';
import { cellAsShown } from './cell-as-shown.ts';
import { CountingSink } from './counting-sink.ts';
import { RecordWriter } from './record-writer.ts';

/** Sheets about single people, and sheets of which nothing was kept: no copy of them stays. */
const NEVER_COPIED: ReadonlySet<Layout> = new Set(['records', 'entry-exit-scores', 'left-out', 'not-recognised']);

/** Writes what a file holds. Runs inside one open transaction: nothing is seen by others until it is committed. */
export class StoringSink extends CountingSink {
  private readonly db: WriteStore;
  private readonly importId: number;
  private readonly registry: Registry;
  private position = 0;
  private plan: SheetPlan | null = null;
  private readonly hash: HashReference;
  private readonly records: RecordWriter;
  private readonly insertObservation;
  private readonly insertScore;
  private readonly insertSheet;
  private readonly reportSheet;
  private readonly insertPriority;
  private readonly insertLookup;
  private readonly insertRecommendation;
  private readonly insertAnswer;

  constructor(db: WriteStore, importId: number, city: string) {
    super(city);
    this.db = db;
    this.importId = importId;
    this.registry = makeRegistry(db, importId);
    this.hash = storeHasher(db);
    this.records = new RecordWriter(db, importId, this.registry, this.hash);
    this.insertObservation = db.prepare(
      `INSERT INTO observation (import_id, position, measure_id, area_id, period_from, period_to, quantity, value, symbol,
        symbol_meaning, cell, minus_cell) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
    );
    this.insertScore = db.prepare(
      `INSERT INTO score (import_id, position, client, domain, entry, exit, closed_on, satisfied, referral, cell)
        VALUES (?,?,?,?,?,?,?,?,?,?)`,
    );
    this.insertSheet = db.prepare(
      `INSERT INTO import_sheet (import_id, position, sheet, layout, dataset, measure_id, illustrative, plan, report)
        VALUES (?,?,?,?,?,?,?,?,'{}')`,
    );
    this.reportSheet = db.prepare(
      'UPDATE import_sheet SET covers_from = ?, covers_to = ?, report = ? WHERE import_id = ? AND position = ?',
    );
    this.insertRecommendation = db.prepare(
      `INSERT INTO recommendation (import_id, position, number, text, owner, due, due_words, progress, status, cell)
        VALUES (?,?,?,?,?,?,?,?,?,?)`,
    );
    this.insertAnswer = db.prepare(
      `INSERT INTO survey_answer (import_id, position, source, kind, question, answer, part, whole, held, period, quote, cell)
        VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
    );
    this.insertLookup = db.prepare(
      'INSERT OR IGNORE INTO small_area_lookup (import_id, position, lsoa_id, area_id, cell) VALUES (?,?,?,?,?)',
    );
    this.insertPriority = db.prepare('INSERT OR IGNORE INTO priority_area (import_id, area_id) VALUES (?, ?)');
  }

  override startSheet(position: number, plan: SheetPlan): void {
    super.startSheet(position, plan);
    this.position = position;
    this.plan = plan;
    // The sheet's row comes before what it holds; what it turned out to be is added once it has been read.
    this.insertSheet.run(
      this.importId,
      position,
      plan.sheet,
      plan.layout,
      plan.dataset,
      plan.measure,
      Number(plan.illustrative),
      JSON.stringify(plan),
    );
  }

  override record(draft: RecordDraft): void {
    super.record(draft);
    this.records.add(this.position, draft);
  }

  override table(reading: TableReading): void {
    super.table(reading);
    // A table of residents is the list of areas: its spelling is the one to show.
    if (this.plan?.layout === 'populations') {
      for (const { area, areaKind } of reading.observations) {
        if (area !== null && areaKind === 'neighbourhood') this.registry.nameArea(area, areaKind);
      }
    }
    for (const draft of reading.observations) this.keepObservation(draft);
    for (const one of reading.scores) {
      const satisfied = one.satisfied === null ? null : Number(one.satisfied);
      this.insertScore.run(
        this.importId,
        this.position,
        this.hash('client', one.client),
        one.domain,
        one.entry,
        one.exit,
        one.closedOn,
        satisfied,
        one.referral,
        one.cell,
      );
    }
    for (const { smallArea, also, area, areaKind, cell } of reading.lookups ?? []) {
      const areaId = this.registry.area(area, areaKind);
      for (const name of [smallArea, also]) {
        if (name !== null) this.insertLookup.run(this.importId, this.position, this.registry.word(name), areaId, cell);
      }
    }
    for (const one of reading.recommendations ?? []) {
      const { number, text, owner, due, dueWords, progress, status, cell } = one;
      const told = [number, text, owner, due, dueWords, progress, status, cell];
      this.insertRecommendation.run(this.importId, this.position, ...told);
    }
    for (const one of reading.surveyAnswers ?? []) {
      const { source, kind, question, answer, part, whole, held, period, quote, cell } = one;
      const told = [source, kind, question, answer, part, whole, held, period, quote, cell];
      this.insertAnswer.run(this.importId, this.position, ...told);
    }
    for (const name of reading.priorityAreas) {
      this.insertPriority.run(this.importId, this.registry.area(name, 'neighbourhood'));
    }
  }

  /** Keeps a small sheet as it was seen, so that its figures can show their cells. */
  looked(grid: Grid, plan: SheetPlan): void {
    if (NEVER_COPIED.has(plan.layout)) return;
    const cells = grid.rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > MOST_CELLS_COPIED) return;
    const rows = grid.rows.map((row) => ({ row: row.row, cells: row.cells.map(cellWithoutPeople) }));
    keepSheetCopy(this.db, this.importId, this.position, rows);
  }

  private keepObservation(draft: ObservationDraft): void {
    const area = draft.area === null ? this.registry.city : this.registry.area(draft.area, draft.areaKind);
    for (const code of draft.codes ?? []) this.registry.carryCode(code, area);
    this.insertObservation.run(
      this.importId,
      this.position,
      draft.measure,
      area,
      draft.from,
      draft.to,
      draft.quantity,
      draft.value,
      draft.symbol?.found ?? null,
      draft.symbol?.meaning ?? null,
      draft.cell,
      draft.minus,
    );
  }

  override endSheet(report: SheetReport): void {
    super.endSheet(report);
    const { from = null, to = null } = report.covers ?? {};
    this.reportSheet.run(from, to, JSON.stringify(asKept(report)), this.importId, this.position);
    this.records.endSheet(this.position);
  }

  /** Keeps a sheet's report once more, with what was noticed after all sheets were read. */
  reportAgain(position: number, report: SheetReport): void {
    const { from = null, to = null } = report.covers ?? {};
    this.reportSheet.run(from, to, JSON.stringify(asKept(report)), this.importId, position);
  }

  /** Marks numbers of earlier files that this one no longer holds, so that they stop counting while it is kept. */
  keepGone(gone: readonly ComparedFigure[]): void {
    for (const one of gone) {
      const area = one.area === null ? this.registry.city : this.registry.area(one.area, one.areaKind);
      this.insertObservation.run(
        this.importId,
        this.position,
        one.measure,
        area,
        one.from,
        one.to,
        one.quantity,
        null,
        null,
        'gone',
        'no longer in this file',
        null,
      );
    }
  }
}

/** A cell as it was seen; a telephone number or the like that strayed into a table of figures is not copied. */
function cellWithoutPeople(cell: CellValue): string {
  const shown = cellAsShown(cell);
  return certainlyAbout(shown) === null ? shown : '(left out: about a person)';
}

/** A report as the store keeps it: what stood in a refused cell of a record extract may be somebody's name or number. */
const asKept = (report: SheetReport): SheetReport =>
  report.layout === 'records'
    ? { ...report, refusals: report.refusals.map((one) => ({ ...one, found: withoutPeople(one.found) })) }
    : report;
