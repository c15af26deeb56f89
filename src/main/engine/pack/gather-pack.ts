import type { EarlierPack } from '../../../core/disclosure/earlier-packs.ts';
import { GAP_HEADING } from '../../../core/words/gap-paragraph.ts';
import { rowLabels } from '../../../core/performance/row-labels.ts';
import { previousYearText } from '../../../core/words/period-words.ts';
import { joinOrigins, type Origin } from '../../../core/provenance/origin.ts';
import { comparisonTitle } from '../../../core/picture/comparison-picture.ts';
import { financialYearOf } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import { gatherComparison } from '../gather/comparison.ts';
import { gatherGap } from '../gather/gap.ts';
import { gatherContributions } from '../gather/contributions.ts';
import { gatherMeasure } from '../gather/measure-table.ts';
import { gatherFigures, type ReportFigures } from '../gather/report-content.ts';
import type { SmallNumberSetting } from '../gather/withhold.ts';
import { isShare } from '../../../core/measure/measure.ts';
import { readPeriodId } from '../../../core/time/period-in-words.ts';
import type { Contributions } from '../../../core/words/driven-by.ts';
import { gatherShare } from '../gather/share.ts';
import { listMeasures } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import { draftParagraphs } from './draft-paragraphs.ts';
import { drawPackPictures } from './draw-pack-pictures.ts';
import { BOARD_SECTIONS, type CellsOfTable, type PackContent } from './pack-content.ts';

/** What the officer chooses for a pack; what is left out has the Board's usual form. */
export interface PackChoices {
  readonly title?: string;
  readonly marking?: string | null;
  readonly meeting?: string | null;
  readonly sections?: PackContent['sections'];
  /** The officer's own words and actions, by view. */
  readonly words?: readonly Pick<PackContent['paragraphs'][number], 'view' | 'edited' | 'commentary' | 'actions'>[];
  readonly actionLog?: PackContent['actionLog'];
  /** Null: every figure is printed. */
  readonly smallNumbers?: SmallNumberSetting | null;
}

/** What drives each measure counted from records, where its figures go. */
export function driversOf(db: ReadStore, report: Pick<ReportFigures, 'tables' | 'asAt'>): Map<string, Contributions[]> {
  const measures = listMeasures(db, report.asAt);
  return new Map(
    report.tables.flatMap((table): [string, Contributions[]][] => {
      const measure = measures.find(({ id }) => id === table.measure);
      const at = table.periods.findLast((row) => row.cumulative !== null);
      const to = at === undefined ? null : (readPeriodId(at.period)?.to ?? null);
      return measure === undefined || to === null ? [] : [[table.measure, gatherContributions(db, measure, to)]];
    }),
  );
}

/** Everything the Board pack says «as at» a month: the report's figures, drafted words and where each row was read. */
export async function gatherPack(
  db: ReadStore,
  asAt: Month,
  madeAt: string,
  choices: PackChoices = {},
  {
    draw = drawPackPictures,
    earlier = [],
  }: {
    readonly draw?: ((figures: ReportFigures) => Promise<PackContent['pictures']>) | undefined;
    /** Packs of before: what they printed and withheld is minded. */
    readonly earlier?: readonly EarlierPack[];
  } = {},
): Promise<PackContent & Pick<ReportFigures, 'remembered'>> {
  const { title = 'Performance report', marking = null, meeting = null, sections = BOARD_SECTIONS } = choices;
  const { actionLog = [], smallNumbers = null } = choices;
  const report = gatherFigures(db, asAt, madeAt, { marking, smallNumbers, earlier });
  const pictures = await draw(report);
  const paragraphs = draftParagraphs(report, driversOf(db, report)).map((draft) => ({
    ...draft,
    ...choices.words?.find((own) => own.view === draft.view),
  }));
  return { ...report, pictures, title, meeting, sections, paragraphs, actionLog, cells: cellsOf(db, report) };
}

const known = (rows: { row: string; from: readonly Origin[] }[]): CellsOfTable['rows'] =>
  rows.filter(({ from }) => from.length > 0);

/** The cells of every table's rows, in the order the pack prints them. */
function cellsOf(db: ReadStore, report: ReportFigures): CellsOfTable[] {
  const { asAt } = report;
  const year = financialYearOf(asAt);
  const before = previousYearText(year);
  const join = (parts: readonly { readonly from: readonly Origin[] }[]): Origin[] =>
    joinOrigins(parts.map((part) => part.from));
  const tables: CellsOfTable[] = [];
  if (report.gap !== null) {
    const { records, populations } = gatherGap(db, year, asAt);
    const inYear = (of: string) =>
      joinOrigins([...records].filter(([month]) => financialYearOf(month as Month) === of).map(([, from]) => from));
    tables.push({
      table: GAP_HEADING,
      rows: known([
        { row: `Crimes ${before}`, from: inYear(before) },
        { row: `Crimes ${year}`, from: inYear(year) },
        { row: 'Residents', from: populations },
      ]),
    });
  }
  const measures = listMeasures(db, asAt);
  for (const measure of measures.filter(isShare).filter(({ id }) => report.shares.some((one) => one.measure === id))) {
    const gathered = gatherShare(db, measure, year, asAt);
    tables.push({
      table: measure.name,
      rows: known([
        { row: before, from: join(gathered.lastYear) },
        { row: year, from: join(gathered.thisYear) },
      ]),
    });
  }
  for (const measure of measures.filter(({ id }) => report.tables.some((table) => table.measure === id))) {
    const gathered = gatherMeasure(db, measure, year, asAt);
    const { alone } = rowLabels({ gap: measure.kind === 'cumulative-gap' });
    tables.push({
      table: measure.name,
      rows: known([
        { row: `${alone} ${before}`, from: join(gathered.lastYear) },
        { row: `${alone} ${year}`, from: join(gathered.thisYear) },
        { row: 'Whole years', from: join(gathered.annuals) },
      ]),
    });
  }
  for (const view of report.comparisons) {
    const { from } = gatherComparison(db, view.measure, { from: view.from as Month, to: view.to as Month });
    tables.push({
      table: comparisonTitle(view),
      rows: known([{ row: 'Areas, and the averages over them', from: joinOrigins([...from.values()]) }]),
    });
  }
  return tables.filter(({ rows }) => rows.length > 0);
}
