import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { blockName, type Grid, type Row } from '../../../core/intake/grid.ts';
import type { RecordDraft } from '../../../core/intake/draft.ts';
import { hiddenParts } from '../../../core/intake/hidden-parts.ts';
import type { IntakeContext, RecordReading, SheetPlan, TableReading } from '../../../core/intake/plan.ts';
import { makeRecordReader } from '../../../core/intake/read-records.ts';
import { readTable } from '../../../core/intake/read-table.ts';
import type { RecordsMapping } from '../../../core/intake/records-plan.ts';
import type { SheetReport } from '../../../preload/contract.ts';
import type { OpenWorkbook, ReadOptions } from '../workbook/open-workbook.ts';
import { WorkbookRefusal } from '../workbook/open-workbook.ts';
import { contextOfSheet } from './intake-context.ts';
import { SheetDecisions } from './sheet-decisions.ts';

/** Rows looked at before deciding whether a sheet is a record extract (then it is read row by row, not held). */
const ROWS_TO_RECOGNISE = 400;
/** A sheet that is no record extract is held whole while it is read; this is the most it may hold. */
const MOST_CELLS_HELD = 4_000_000;

/** Receives what a file turns out to hold, sheet by sheet. The storing sink writes it; the preview only counts. */
export interface Sink {
  startSheet(position: number, plan: SheetPlan): void;
  record(draft: RecordDraft): void;
  table(reading: TableReading): void;
  /** A whole sheet that is no list of records, for those who check it. */
  looked?(grid: Grid, plan: SheetPlan, reading: TableReading): void;
  endSheet(report: SheetReport): void;
}

/** SHA-256 and size of a file, streamed. */
export async function fingerprintFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Reads every sheet of a workbook, understands it (as the officer decided) and hands what it holds to the sink. */
export async function readInto(
  workbook: OpenWorkbook,
  context: IntakeContext,
  sink: Sink,
  options: ReadOptions,
  decisions = new SheetDecisions([]),
): Promise<SheetReport[]> {
  const reports: SheetReport[] = [];
  for (const index of workbook.sheets.keys()) {
    const own = contextOfSheet(context, workbook.format, workbook.sheets[index]?.name ?? '');
    reports.push(await readOneSheet(workbook, index, own, sink, options, decisions));
  }
  return reports;
}

async function readOneSheet(
  workbook: OpenWorkbook,
  index: number,
  context: IntakeContext,
  sink: Sink,
  options: ReadOptions,
  decisions: SheetDecisions,
): Promise<SheetReport> {
  const info = workbook.sheets[index];
  if (info === undefined) throw new RangeError(`no sheet at ${String(index)}`);
  const held: Row[] = [];
  let cells = 0;
  let lastRow = 0;
  let widest = 0;
  let leftOut = false;
  let records: { plan: SheetPlan; take: (row: Row) => void; finish: () => RecordReading } | null = null;
  const gridOf = (complete: boolean, facts?: Pick<Grid, 'merges' | 'hiddenRows' | 'hiddenColumns'>): Grid => ({
    sheet: info.name,
    state: info.state,
    rows: held,
    merges: facts?.merges ?? [],
    hiddenRows: facts?.hiddenRows ?? [],
    hiddenColumns: facts?.hiddenColumns ?? [],
    complete,
  });
  const startRecords = (plan: SheetPlan) => {
    sink.startSheet(index, plan);
    const reader = makeRecordReader(plan, context);
    const take = (row: Row) => {
      const draft = reader.take(row);
      if (draft !== null) sink.record(draft);
    };
    held.forEach(take);
    held.length = 0;
    return { plan, take, finish: () => reader.finish() };
  };
  const facts = await workbook.readSheet(
    index,
    (row) => {
      lastRow = row.row;
      if (row.cells.length > widest) widest = row.cells.length;
      if (leftOut) return;
      if (records !== null) {
        records.take(row);
        return;
      }
      held.push(row);
      cells += row.cells.length;
      if (held.length === ROWS_TO_RECOGNISE) {
        const plan = decisions.decide(index, gridOf(false), context);
        if (plan.layout === 'records') records = startRecords(plan);
        leftOut = plan.layout === 'left-out';
      }
      if (cells > MOST_CELLS_HELD) {
        throw new WorkbookRefusal(
          'too-large',
          `Sheet «${info.name}» is not a list of records and holds more than ${MOST_CELLS_HELD.toLocaleString('en-GB')} cells. Split it into smaller sheets and try again.`,
        );
      }
    },
    options,
  );
  // TypeScript cannot see the assignment inside the callback.
  let open = records as ReturnType<typeof startRecords> | null;
  if (open === null) {
    const grid = gridOf(true, facts);
    const plan = decisions.decide(index, grid, context);
    if (plan.layout !== 'records') {
      sink.startSheet(index, plan);
      const reading = readTable(grid, plan, context);
      sink.table(reading);
      sink.looked?.(grid, plan, reading);
      decisions.reaches(index, lastRow, widest - 1);
      const filled = new Set(held.map(({ row }) => row));
      const hidden = hiddenParts(
        plan.block,
        facts.hiddenRows.filter((row) => filled.has(row)),
        facts.hiddenColumns,
      );
      const told = { ...reading, warnings: [...reading.warnings, ...hidden] };
      const report = reportOf(info, plan, told, thingsRead(plan, reading), null, knownMonths(reading.observations));
      sink.endSheet(report);
      return report;
    }
    open = startRecords(plan);
  }
  const reading = open.finish();
  decisions.reaches(index, lastRow, widest - 1);
  // The plan was made from the first rows; the records go on to the last.
  const { block } = open.plan;
  const plan = { ...open.plan, block: block === null ? null : { ...block, bottom: Math.max(block.bottom, lastRow) } };
  const hidden = hiddenParts(plan.block, facts.hiddenRows, facts.hiddenColumns);
  const told = { ...reading, warnings: [...reading.warnings, ...hidden] };
  const report = reportOf(info, plan, told, reading.kept, reading.quality, reading.covers);
  sink.endSheet(report);
  return report;
}

/** Quantities that say what happened, not what was hoped for or what a whole year came to. */
const FIGURES: ReadonlySet<string> = new Set([
  'count',
  'cumulative',
  'gap',
  'population',
  'rate',
  'cohort',
  'returned',
]);

function knownMonths(observations: TableReading['observations']): SheetReport['known'] {
  let from: string | null = null;
  let to: string | null = null;
  for (const one of observations) {
    if (one.value === null || !FIGURES.has(one.quantity)) continue;
    if (from === null || one.from < from) from = one.from;
    if (to === null || one.to > to) to = one.to;
  }
  return from === null || to === null ? null : { from, to };
}

/** Everything a table came out as that can be kept. */
const thingsRead = ({ layout }: SheetPlan, reading: TableReading): number => {
  const { observations, scores, lookups = [], recommendations = [], surveyAnswers = [] } = reading;
  // A survey's figures are its answers once more.
  if (layout === 'survey') return surveyAnswers.length;
  return observations.length + scores.length + lookups.length + recommendations.length;
};

/** The contract's lists may be changed by whoever gets them; ours are not shared. */
const ownLists = (quality: RecordReading['quality']): SheetReport['quality'] => ({
  ...quality,
  missingMonths: [...quality.missingMonths],
  farFromOthers: { ...quality.farFromOthers, months: [...quality.farFromOthers.months] },
});

function reportOf(
  info: OpenWorkbook['sheets'][number],
  plan: SheetPlan,
  reading: Pick<TableReading, 'rowsRead' | 'refusals' | 'warnings' | 'covers' | 'spellings' | 'areaProposals'>,
  observations: number,
  quality: RecordReading['quality'] | null,
  known: SheetReport['known'],
): SheetReport {
  return {
    sheet: info.name,
    state: info.state,
    layout: plan.layout,
    dataset: plan.dataset,
    measure: plan.measure,
    says: plan.says,
    rowsRead: reading.rowsRead,
    observations,
    covers: reading.covers,
    known,
    block: plan.block === null ? null : blockName(plan.block),
    illustrative: plan.illustrative,
    spellings: [...(reading.spellings ?? [])],
    areaProposals: [...(reading.areaProposals ?? [])],
    quality: quality === null ? null : ownLists(quality),
    aboutPeople: plan.layout === 'records' ? [...(plan.mapping as RecordsMapping).people] : [],
    refusals: [...reading.refusals],
    warnings: [...plan.warnings, ...reading.warnings],
  };
}
