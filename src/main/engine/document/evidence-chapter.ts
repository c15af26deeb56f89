import { editedEvidence } from '../../../core/assessment/evidence-edit.ts';
import { withholdEvidence } from '../../../core/assessment/withhold-evidence.ts';
import type { EvidenceId, EvidenceTable } from '../../../core/assessment/evidence-table.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import type { SmallNumberRule } from '../../../core/disclosure/rule.ts';
import { sayList } from '../../../core/performance/say-number.ts';
import type { EvidenceShown } from '../gather/evidence.ts';
import type { ReportPicture } from '../report/report-content.ts';
import { needsAcross } from './lay-out-table.ts';
import { paragraphs, says, type Chapter, type Piece, type Section } from './chapter.ts';

/** A chart that stands with a table of evidence. */
export interface EvidencePicture {
  readonly evidence: EvidenceId;
  readonly picture: ReportPicture;
  readonly title: string;
  readonly says: string;
}

/** The tables that go into a document: small numbers treated, the officer's words in place, left-out ones left out. */
export const evidenceToPrint = (
  shown: readonly EvidenceShown[],
  ruleFor: (table: EvidenceTable) => SmallNumberRule | null,
): { table: EvidenceTable; words: string; figuresChanged: boolean }[] =>
  shown
    .filter(({ edit }) => !edit.tableLeftOut)
    .map(({ table, edit, figuresChanged }) => {
      const rule = ruleFor(table);
      const treated = rule === null ? table : withholdEvidence(table, rule);
      return { table: editedEvidence(treated, edit), words: edit.words, figuresChanged };
    });

/** What a table rests on, in one line under it. */
export function restsInWords({ rests, provisional, illustrative }: EvidenceTable): string {
  return [
    rests.dataTo === null ? '' : `Data to ${longPeriod(rests.dataTo)}.`,
    provisional ? 'Provisional: figures may still change.' : '',
    illustrative ? 'Illustrative figures.' : '',
    rests.sources.length === 0 ? '' : `Source: ${sayList(rests.sources)}.`,
    rests.method,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const CHART_HEIGHT = 465;

type Printed = ReturnType<typeof evidenceToPrint>[number];

function sectionOf(
  { table, words, figuresChanged }: Printed,
  pictures: readonly EvidencePicture[],
  at: number,
): Section {
  const own = pictures.filter(({ evidence }) => evidence === table.id);
  const body: Piece[] =
    table.nothing === null
      ? [
          ...(table.finding === '' ? [] : paragraphs(table.finding, 'lead')),
          ...(words === '' ? [] : paragraphs(words)),
          ...(figuresChanged ? [says('The figures have changed since these words were written.', 'note')] : []),
          { kind: 'table', table: { ...table, ...(table.id === 'when' ? { shaded: table.columns.length > 2 } : {}) } },
          ...(table.notes.length === 0 ? [] : [says(table.notes.join(' '), 'note')]),
          says(restsInWords(table), 'note'),
          ...own.map(({ picture, title, says: alt }): Piece => ({
            kind: 'picture',
            picture,
            title,
            says: alt,
            height: CHART_HEIGHT,
          })),
        ]
      : [says(table.nothing), ...(words === '' ? [] : paragraphs(words))];
  return {
    title: table.title,
    pieces: body,
    startsPage: at > 0 && table.nothing === null && table.rows.length > (needsAcross(table) ? 9 : 16),
  };
}

/** The evidence, table by table. */
export const evidenceChapter = (printed: readonly Printed[], pictures: readonly EvidencePicture[]): Chapter => ({
  title: 'Evidence',
  sections: printed.map((one, at) => sectionOf(one, pictures, at)),
});

/** What the evidence says, one sentence a table: the page a Board reads. */
export function findingsChapter(printed: readonly Printed[]): Chapter {
  const said = printed.filter(({ table }) => table.nothing === null && table.finding !== '');
  const silent = printed.filter(({ table }) => table.nothing !== null).map(({ table }) => table.title.toLowerCase());
  return {
    title: 'What the evidence says',
    sections: [
      {
        title: null,
        pieces: [
          ...(said.length === 0
            ? []
            : [
                {
                  kind: 'table' as const,
                  table: {
                    title: 'Each table of evidence in a sentence',
                    rowHead: 'Evidence',
                    columns: [{ id: 'says', head: 'What it says', kind: 'words' as const }],
                    rows: said.map(({ table }) => ({ id: table.id, head: table.title, cells: [table.finding] })),
                  },
                },
              ]),
          ...(silent.length === 0 ? [] : [says(`Nothing is held yet for: ${sayList(silent)}.`, 'note')]),
        ],
      },
    ],
  };
}
