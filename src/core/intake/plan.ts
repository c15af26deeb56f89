import type { Month } from '../time/month.ts';
import type {
  LookupDraft,
  ObservationDraft,
  RecommendationDraft,
  RecordDraft,
  Refusal,
  ScoreDraft,
  SurveyAnswerDraft,
  Warning,
} from './draft.ts';
import type { Block, Grid, Row } from './grid.ts';
import type { RecordQuality } from './record-quality.ts';

export type Layout =
  | 'records' // one row per crime or incident
  | 'wide-months' // label | Apr … Mar
  | 'wide-quarters' // label | Q1 … Q4
  | 'comparison' // area | count | population | rate, one period in the title
  | 'populations' // area | residents
  | 'cohort' // quarter | cohort | returned
  | 'entry-exit-scores' // client | entry scores | exit scores
  | 'quarter-list' // quarter | value, one row per quarter
  | 'crosstab' // areas down, offences or periods across
  | 'lookup' // LSOA | neighbourhood or ward
  | 'recommendations' // number | recommendation or action | owner | due | progress | status
  | 'survey' // question | answered so | of | date
  | 'group-members' // group | area | valid from | valid to | source
  | 'long-table' // area | period | measure | value, one row per figure
  | 'notes' // words only: read, shown, nothing to keep
  | 'left-out' // the officer says so
  | 'not-recognised';

/** What a sheet was understood to be. Plain JSON: shown to the officer and kept with the import. */
export interface SheetPlan {
  readonly sheet: string;
  readonly layout: Layout;
  /** Measure id of the catalogue, or null when the sheet is not about one measure. */
  readonly measure: string | null;
  /** What kind of extract this is: newer imports of the same dataset correct older ones. */
  readonly dataset: string;
  /** One sentence: how the sheet was recognised. */
  readonly says: string;
  /** Rows (from 1) of the header, the block of cells that is read, and rows that are totals. */
  readonly headerRows: readonly number[];
  readonly block: Block | null;
  readonly totalRows: readonly number[];
  /** Header words in order, tidied: the same next month means the same mapping fits. */
  readonly fingerprint: string;
  /** True where the title says the figures are illustrative or made up. */
  readonly illustrative: boolean;
  /** Layout-specific detail, plain JSON (which column is what, which row is which year, …). */
  readonly mapping: unknown;
  readonly warnings: readonly Warning[];
}

/** An area already known, by the names it goes under. */
export interface KnownArea {
  readonly name: string;
  readonly kind: ObservationDraft['areaKind'];
  readonly aliases: readonly string[];
}

/** A name that is probably a known one, mistyped: shown to the officer, who may keep it as another name. Never applied unasked. */
export interface AreaProposal {
  readonly found: string;
  readonly meant: string;
  readonly kind: KnownArea['kind'];
  /** Rows (of records) or figures (of a table) under the name as found. */
  readonly rows: number;
  /** Letters to add, drop, change or swap. */
  readonly distance: number;
}

/** A spelling that was given the one name of its area. */
export interface Spelling {
  readonly found: string;
  readonly kept: string;
  readonly rows: number;
}

/** A share made of two counts, and the names it goes under: what the answers of a survey may be kept as. */
export interface SharePieces {
  readonly measure: string;
  readonly names: readonly string[];
  readonly part: string;
  readonly whole: string;
}

/** What recognition may lean on besides the sheet itself. */
export interface IntakeContext {
  readonly fileName: string;
  /** The partnership's own city («Plymouth») as named in extracts, aliases included. */
  readonly city: KnownArea;
  readonly areas: readonly KnownArea[];
  /** Shares a survey may be the source of; without it, the Board's own. */
  readonly shares?: readonly SharePieces[];
}

/** What a small sheet (anything but records) came out as. */
export interface TableReading {
  readonly rowsRead: number;
  readonly observations: readonly ObservationDraft[];
  readonly scores: readonly ScoreDraft[];
  /** Names of areas marked as priority in the sheet itself («Priority neighbourhood: Yes»). */
  readonly priorityAreas: readonly string[];
  readonly lookups?: readonly LookupDraft[];
  readonly recommendations?: readonly RecommendationDraft[];
  readonly surveyAnswers?: readonly SurveyAnswerDraft[];
  readonly areaProposals?: readonly AreaProposal[];
  readonly spellings?: readonly Spelling[];
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  /** Months whose figures this sheet speaks for, blank cells included; null when it has no months. */
  readonly covers: { readonly from: Month; readonly to: Month } | null;
}

/** Closing statement of a record reader. */
export interface RecordReading {
  readonly rowsRead: number;
  readonly kept: number;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Warning[];
  /** Area as found → area as kept, for every spelling met that differs. */
  readonly spellings: readonly Spelling[];
  readonly areaProposals: readonly AreaProposal[];
  readonly quality: RecordQuality;
  readonly covers: { readonly from: Month; readonly to: Month } | null;
}

/**
 * Reads records row by row, keeping nothing but counts. `take` answers the draft, or null for a row that is no record
 * (header, total, blank) or was refused. `draft.area` is already the one kept name.
 */
export interface RecordReader {
  take(row: Row): RecordDraft | null;
  finish(): RecordReading;
}

export type Recognise = (grid: Grid, context: IntakeContext) => SheetPlan;
export type ReadTable = (grid: Grid, plan: SheetPlan, context: IntakeContext) => TableReading;
export type MakeRecordReader = (plan: SheetPlan, context: IntakeContext) => RecordReader;
