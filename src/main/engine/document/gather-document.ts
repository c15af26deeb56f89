import type { EvidenceId, EvidenceTable } from '../../../core/assessment/evidence-table.ts';
import { scopeInSentence } from '../../../core/assessment/evidence-scope.ts';
import type { SmallNumberRule } from '../../../core/disclosure/rule.ts';
import { smallInWords } from '../../../core/disclosure/rule.ts';
import { comparisonPicture } from '../../../core/picture/comparison-picture.ts';
import { gapPicture } from '../../../core/picture/gap-picture.ts';
import { markPicture } from '../../../core/picture/mark-picture.ts';
import type { Picture } from '../../../core/picture/picture.ts';
import { spcPicture } from '../../../core/picture/spc-picture.ts';
import { financialYearOf, type FinancialYear } from '../../../core/time/financial-year.ts';
import type { Month } from '../../../core/time/month.ts';
import { periodInDays, type Period } from '../../../core/time/period.ts';
import { gatherComparison } from '../gather/comparison.ts';
import { gatherEvidence } from '../gather/evidence.ts';
import { readEvidence } from '../gather/evidence-reading.ts';
import { gatherPlan } from '../gather/plan.ts';
import { gatherGap } from '../gather/gap.ts';
import { gatherRisk } from '../gather/risk.ts';
import { gatherSpc } from '../gather/signals.ts';
import type { SmallNumberSetting } from '../gather/withhold.ts';
import { smallNumbersOf } from '../pack/pack-choices.ts';
import { drawPng } from '../picture/draw-picture.ts';
import { spansHeld } from '../store/area-figures.ts';
import { FigureRefusal } from '../store/figure-refusal.ts';
import { listImports, sheetReports } from '../store/imports.ts';
import { partnership, shortNames } from '../store/measures.ts';
import type { ReadStore } from '../store/open-store.ts';
import type { Chapter, DocumentContent } from './chapter.ts';
import { needsAcross } from './lay-out-table.ts';
import { evidenceChapter, evidenceToPrint, findingsChapter, type EvidencePicture } from './evidence-chapter.ts';
import { issuesChapter, prioritiesChapter } from './issues-chapter.ts';
import { listsChapters } from './lists-chapters.ts';
import { notesChapter, type SourceFile } from './notes-chapter.ts';
import { planChapter } from './plan-chapter.ts';

/** What is chosen of an assessment that is handed over. */
export interface DocumentWish {
  readonly title?: string | undefined;
  readonly marking?: string | null | undefined;
}

/** Pixels: a chart is laid out at the size it is set, so that its words are as large as the page's own notes. */
const UPRIGHT = 627;
const ACROSS = 980;

const ILLUSTRATIVE = 'ILLUSTRATIVE';

/** Tables about people are always treated, whatever the setting of packs says of the others. */
const ABOUT_PEOPLE: readonly string[] = ['victims', 'offenders'];

const ruleFor =
  (setting: SmallNumberSetting) =>
  (table: EvidenceTable): SmallNumberRule | null =>
    setting.applied || ABOUT_PEOPLE.includes(table.id) ? setting : null;

/** The whole assessment of a year, chapter by chapter; what is not there yet has no chapter. */
export async function gatherDocument(
  db: ReadStore,
  year: FinancialYear,
  madeAt: string,
  wish: DocumentWish = {},
): Promise<DocumentContent> {
  const evidence = gatherEvidence(db, year);
  const { period } = evidence;
  const setting = smallNumbersOf(db);
  const printed = evidenceToPrint(evidence.tables, ruleFor(setting));
  const tables = printed.map(({ table }) => table);
  const plan = gatherPlan(db, year) ?? gatherPlan(db, null);
  const risk = gatherRisk(db, year);
  const says = [plan?.plan.note ?? '', ...risk.issues.map(({ description }) => description)].join(' ');
  const illustrative = tables.some((table) => table.illustrative) || /\billustrative\b/i.test(says);
  const marking =
    [...(illustrative ? [ILLUSTRATIVE] : []), ...(wish.marking == null ? [] : [wish.marking])].join(' · ') || null;
  const reading = readEvidence(db, () => period);
  const names = shortNames(db);
  const lists = listsChapters(db, year, madeAt.slice(0, 10));
  const chapters: (Chapter | null)[] = [
    findingsChapter(printed),
    evidenceChapter(printed, await picturesOf(db, period, tables, marking)),
    ...lists.before,
    await issuesChapter(risk, marking),
    prioritiesChapter(risk),
    await planChapter(plan),
    ...lists.after,
    notesChapter({
      scope: reading.scope,
      sources: sourcesOf(db),
      nameOf: (measure) => names.get(measure) ?? measure,
      smallNumbers: smallNumbersInWords(setting),
    }),
  ];
  const provisional = tables.some((table) => table.provisional);
  return {
    partnership: partnership(db).name,
    title: wish.title ?? `Strategic assessment ${year}`,
    under: `Drafted for ${scopeInSentence(period)} (${periodInDays(period)})`,
    marking,
    asAt: period.to,
    madeAt,
    illustrative,
    frontNotes: [
      ...(illustrative
        ? ['Illustrative: some figures in this document are not real. Nothing may be concluded from them.']
        : []),
      ...(provisional ? ['Some figures are provisional and may still change.'] : []),
    ],
    chapters: chapters.filter((chapter) => chapter !== null),
  };
}

function smallNumbersInWords(setting: SmallNumberSetting): string {
  const which = setting.applied ? 'in every table' : 'in the tables about people';
  return `Counts of ${smallInWords(setting)} are shown as ${setting.symbol} ${which}, with as few other figures as would give them away. Sentences that rested on such a figure are left out.`;
}

/** Charts beside the evidence, as far as what they show is held; each as wide as its table's page. */
async function picturesOf(
  db: ReadStore,
  period: Period,
  tables: readonly EvidenceTable[],
  marking: string | null,
): Promise<EvidencePicture[]> {
  const [span] = spansHeld(db, 'partnership', 'all-crime')
    .filter(({ from, to }) => from >= period.from && to <= period.to)
    .sort((a, b) => (a.to < b.to ? 1 : a.to > b.to ? -1 : a.from < b.from ? -1 : 1));
  const wanted: { evidence: EvidenceId; title: string; draw: (size: { width: number }) => Picture | null }[] = [
    {
      evidence: 'by-month',
      title: 'All crime month by month, with the limits of normal variation',
      draw: (size) => spcPicture(gatherSpc(db, 'all-crime', null), size),
    },
    {
      evidence: 'priority-neighbourhoods',
      title: `The gap, ${financialYearOf(period.to)}`,
      draw: () => gapPicture(gatherGap(db, financialYearOf(period.to), period.to).view, { width: ACROSS }),
    },
    {
      evidence: 'group',
      title: 'All crime in the most similar group',
      draw: (size) =>
        span === undefined
          ? null
          : comparisonPicture(
              gatherComparison(db, 'all-crime', { from: span.from as Month, to: span.to as Month }).view,
              size,
            ),
    },
  ];
  const drawn: EvidencePicture[] = [];
  for (const { evidence, title, draw } of wanted) {
    const table = tables.find(({ id }) => id === evidence);
    if (table === undefined || table.nothing !== null) continue;
    const picture = asFarAsHeld(() => draw({ width: needsAcross(table) ? ACROSS : UPRIGHT }));
    if (picture === null) continue;
    const { bytes } = await drawPng(markPicture(picture, marking));
    drawn.push({
      evidence,
      title,
      says: `${title}: the table beside it says the same.`,
      picture: { name: evidence, png: bytes, width: picture.width, height: picture.height },
    });
  }
  return drawn;
}

/** What a chart needs may not be held; its table says so. */
function asFarAsHeld(draw: () => Picture | null): Picture | null {
  try {
    return draw();
  } catch (error) {
    if (error instanceof FigureRefusal) return null;
    throw error;
  }
}

const sourcesOf = (db: ReadStore): SourceFile[] =>
  listImports(db)
    .filter(({ state }) => state === 'kept')
    .reverse()
    .flatMap(({ importId, fileName, importedAt }) =>
      sheetReports(db, importId)
        .filter(({ observations }) => observations > 0)
        .map(({ sheet, says }, _at, sheets) => ({
          file: sheets.length > 1 ? `${fileName}, sheet «${sheet}»` : fileName,
          importedAt,
          says,
        })),
    );
