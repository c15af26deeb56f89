import { matrixFinding, matrixPicture } from '../../../core/picture/matrix-picture.ts';
import { markPicture } from '../../../core/picture/mark-picture.ts';
import { MORILE_NOT_HERE } from '../../../core/risk/morile-notice.ts';
import { KIND_WORDS } from '../../../core/risk/issue-kind.ts';
import type { RiskView } from '../gather/risk.ts';
import { drawPng } from '../picture/draw-picture.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { says, type Chapter, type DocumentTable } from './chapter.ts';

const MATRIX = { width: 627 };
const MATRIX_HEIGHT = 560;

function rankedTable({ table, year, lastYear, scheme }: RiskView): DocumentTable {
  const beside = table.rows.some(({ movement }) => movement !== null);
  return {
    title: `Issues ranked by risk, ${year}`,
    rowHead: 'Issue',
    columns: [
      { id: 'rank', head: 'Rank', kind: 'number' },
      { id: 'risk', head: 'Risk', kind: 'number', decimals: scheme.decimals },
      { id: 'band', head: 'Band', kind: 'words' },
      { id: 'harm', head: 'Harm', kind: 'number', decimals: 1 },
      { id: 'likelihood', head: 'Likelihood', kind: 'number', decimals: 1 },
      { id: 'confidence', head: 'Confidence', kind: 'words' },
      { id: 'position', head: 'Position', under: 'our own', kind: 'number', decimals: 1 },
      { id: 'holds', head: 'Rank holds?', under: '±1 level', kind: 'words' },
      ...(beside ? [{ id: 'last-year', head: 'Last year', under: lastYear.year, kind: 'words' as const }] : []),
    ],
    rows: table.rows.map((row) => ({
      id: row.issue,
      head: row.name,
      cells: [
        row.rank,
        row.risk,
        row.band,
        row.harm,
        row.likelihood,
        row.confidence,
        row.position,
        row.keepsRank === null
          ? null
          : row.keepsRank
            ? 'yes'
            : `${String(row.bestRank ?? '')} to ${String(row.worstRank ?? '')}`,
        ...(beside ? [row.movement?.replace(/ places? from (\d+)/, ' (was $1)') ?? null] : []),
      ],
    })),
  };
}

/** The issues as they were scored and ranked; null where the register is empty. */
export async function issuesChapter(risk: RiskView, marking: string | null): Promise<Chapter | null> {
  if (risk.table.rows.length === 0) return null;
  const { scheme, matrix, year } = risk;
  const chosen = risk.schemeChosen ? '' : ' No scheme was chosen for this year: this is the workbench’s own template.';
  const grades = scheme.confidence.map(({ grade, words }) => `${grade} ${words}`).join(', ');
  const picture = matrixPicture(matrix, year, scheme, MATRIX);
  const { bytes } = matrix.points.length === 0 ? { bytes: null } : await drawPng(markPicture(picture, marking));
  const described = risk.issues.filter(({ description, state }) => description !== '' && state === 'open');
  return {
    title: 'Issues and their scores',
    sections: [
      {
        title: null,
        pieces: [
          says(matrixFinding(matrix), 'lead'),
          says(`Scored by ${scheme.name}, version ${scheme.version}: ${scheme.source}${chosen}`),
          ...(bytes === null
            ? []
            : [
                {
                  kind: 'picture' as const,
                  picture: { name: 'matrix', png: bytes, width: picture.width, height: picture.height },
                  title: `Harm and likelihood, ${year}`,
                  says: matrixFinding(matrix),
                  height: MATRIX_HEIGHT,
                },
              ]),
        ],
      },
      {
        title: 'The ranking',
        pieces: [
          { kind: 'table', table: rankedTable(risk) },
          says(
            `Confidence${grades === '' ? '' : ` (${grades})`} and our own position, the larger the worse placed we are, stand beside the risk and never change it. A rank that holds stays the same when any one level is one step higher or lower; else the ranks it would take.`,
            'note',
          ),
          says(MORILE_NOT_HERE, 'note'),
        ],
      },
      ...(described.length === 0
        ? []
        : [
            {
              title: 'What each issue is',
              pieces: [
                {
                  kind: 'table' as const,
                  table: {
                    title: 'The register of issues',
                    rowHead: 'Issue',
                    columns: [
                      { id: 'kind', head: 'Kind', kind: 'words' as const },
                      { id: 'what', head: 'What it is', kind: 'words' as const },
                    ],
                    rows: described.map(({ id, name, kind, description }) => ({
                      id,
                      head: name,
                      cells: [KIND_WORDS[kind], description],
                    })),
                  },
                },
              ],
            },
          ]),
    ],
  };
}

/** What the Board agreed, and why where it departs from the ranking; null where nothing is agreed yet. */
export function prioritiesChapter({ agreed, departures, table }: RiskView): Chapter | null {
  if (agreed === null) return null;
  const named = (id: string) => table.rows.find(({ issue }) => issue === id);
  return {
    title: 'Priorities',
    sections: [
      {
        title: null,
        pieces: [
          says(`Agreed on ${dayInWords(`${agreed.agreedOn}T12:00:00Z`)} by ${agreed.meeting}.`, 'lead'),
          {
            kind: 'table',
            table: {
              title: 'Priorities agreed',
              rowHead: 'Priority',
              columns: [
                { id: 'place', head: 'Place', kind: 'number' },
                { id: 'rank', head: 'Rank', under: 'by risk', kind: 'number' },
                { id: 'reason', head: 'Reason where they differ', kind: 'words' },
              ],
              rows: agreed.issues.map((id, at) => ({
                id,
                head: named(id)?.name ?? id,
                cells: [at + 1, named(id)?.rank ?? null, departures.find(({ issue }) => issue === id)?.reason ?? null],
              })),
            },
          },
          ...departures
            .filter(({ place }) => place === null)
            .map(({ says: text, reason }) =>
              says(`${text} ${reason === null ? 'No reason is given yet.' : `Reason: ${reason}`}`),
            ),
        ],
      },
    ],
  };
}
