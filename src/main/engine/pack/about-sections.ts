import { longPeriod } from '../../../core/time/period-in-words.ts';
import { SIGN_MEANS } from '../../../core/words/signs.ts';
import { dataQueries } from '../../../core/words/data-queries.ts';
import { dayInWords } from '../report/day-in-words.ts';
import { cellsInWords } from './cells-in-words.ts';
import { allProvisional } from './draft-paragraphs.ts';
import type { PackContent, PackSection, RecommendationRow } from './pack-content.ts';
import { ROOM } from './pack-look.ts';
import type { PackPart } from './pack-parts.ts';
import { caption, heading, placeTable, words, type Block } from './blocks.ts';
import { words as cell, type Row } from './table-draft.ts';

const SIGNS: readonly (readonly [string, string])[] = [
  ['empty cell', 'Not known: the period has not come, or the source did not say. Never nought.'],
  ['0', 'Counted, and there were none.'],
  ...Object.entries(SIGN_MEANS),
  ['<5', 'What the source printed in place of a number: a count below 5. It is not added to totals.'],
  ['% change', 'Against the same period last year. Not worked out where last year’s count is below 10.'],
  [
    '● ▲ ◆',
    'Generally satisfied: on the right side of the profile. Some concerns: on the wrong side, within the tolerance. Significant concern: beyond it.',
  ],
  ['○ ◌', 'Monitoring only: watched, not judged. Not yet known: there is nothing to compare.'],
  ['Linear', 'Profile: the annual target in equal steps.'],
  ['Last year’s share', 'Profile: the annual target shared out as last year fell, so that seasons are allowed for.'],
];

const pairs = (heads: readonly [string, string], rows: readonly (readonly [string, string])[], first = 2300) =>
  placeTable({
    widths: [first, ROOM.portrait - first],
    size: 17,
    heads: [{ cells: heads.map((head) => cell(head)) }],
    rows: rows.map(([name, says]): Row => ({ cells: [cell(name, { bold: true }), cell(says)] })),
  });

/** What the reader must know of the data: standing, notes, questions to the sources, signs. */
export function notesSection(content: PackContent, title: string): PackPart {
  const { tables, shares, gap, about } = content;
  const provisional = tables.filter((table) => table.provisional && table.dataTo !== null).map((table) => table.name);
  const illustrative = [
    ...[...tables, ...shares].filter((view) => view.illustrative).map((view) => view.name),
    ...(gap?.illustrative === true ? ['the gap (its split by neighbourhood)'] : []),
    ...(content.comparisons.some((view) => view.illustrative) ? ['the other areas of the most similar group'] : []),
  ];
  const queries = tables.flatMap((table) =>
    dataQueries(table).map((query): readonly [string, string] => [table.name, query]),
  );
  const notes = [...new Set([...about.notes, ...content.comparisons.flatMap((view) => view.notes)])];
  return {
    orientation: 'portrait',
    children: [
      heading(title, 1),
      ...(allProvisional(tables)
        ? [words('Every figure of this year is provisional: it may still change until the year is closed.')]
        : provisional.length === 0
          ? []
          : [words(`Provisional, and may still change: ${provisional.join('; ')}.`)]),
      ...(illustrative.length === 0 ? [] : [words(`Illustrative, not real figures: ${illustrative.join('; ')}.`)]),
      ...(notes.length === 0 ? [] : [heading('Notes on the figures', 3), ...notes.map((note) => words(note))]),
      ...(queries.length === 0
        ? []
        : [
            heading('Worth asking the source', 3),
            caption('Table', 'Questions the figures raise'),
            pairs(['Measure', 'Question'], queries, 3300),
          ]),
      heading('Signs and words', 3),
      caption('Table', 'What the signs in the tables mean'),
      pairs(['Sign', 'Meaning'], SIGNS),
      heading('How the figures are made', 3),
      caption('Table', 'Methods'),
      pairs(
        ['Figure', 'How it is made'],
        about.methods.map((method) => [method.title, method.says] as const),
      ),
    ],
  };
}

/** The appendix: what was sent, how far it goes, and the cells that every table's rows were read from. */
export function sourcesSection(content: PackContent, title: string): PackPart {
  const { about, cells } = content;
  const rows = cells.flatMap(({ table, rows: of }) =>
    of.flatMap(({ row, from }, index) =>
      cellsInWords(from).map(({ file, sheet, cells: where }, line): Row => ({
        begins: index === 0 && line === 0,
        cells: [
          cell(index === 0 && line === 0 ? table : '', { bold: true }),
          cell(line === 0 ? row : ''),
          cell(file),
          cell(sheet),
          cell(where),
        ],
      })),
    ),
  );
  const sources = about.sources.map((one): Row => ({
    cells: [
      cell(one.file),
      cell(one.sheet),
      cell(dayInWords(one.importedAt)),
      cell(one.says),
      cell(one.sha256, { muted: true }),
    ],
  }));
  return {
    orientation: 'landscape',
    children: [
      heading(title, 1),
      caption('Table', 'What was sent'),
      placeTable({
        widths: [3700, 1900, 1500, 4700, ROOM.landscape - 11800],
        size: 16,
        heads: [
          { cells: ['File', 'Sheet', 'Taken in', 'What it holds', 'Fingerprint (SHA-256)'].map((head) => cell(head)) },
        ],
        rows: sources,
      }),
      ...(rows.length === 0
        ? []
        : [
            caption('Table', 'The cells that each table’s rows were read from'),
            placeTable({
              widths: [3900, 2400, 3900, 2000, ROOM.landscape - 12200],
              size: 16,
              heads: [{ cells: ['Table', 'Row', 'File', 'Sheet', 'Cells'].map((head) => cell(head)) }],
              rows,
            }),
          ]),
      caption('Table', 'How far the data go'),
      placeTable({
        widths: [8000, 3000],
        size: 16,
        heads: [{ cells: [cell('Measure'), cell('Data to')] }],
        rows: about.dataTo.map(({ measure, to }) => ({
          cells: [cell(measure), cell(to === null ? 'no data yet' : longPeriod(to))],
        })),
      }),
    ],
  };
}

/** A section of the partnership's own words. */
export const wordsSection = (section: Extract<PackSection, { kind: 'words' }>, title: string): PackPart => ({
  orientation: 'portrait',
  children: [heading(title, 1), ...section.paragraphs.map((paragraph) => words(paragraph))],
});

/** Recommendations and what became of each; an empty progress stays empty. */
export const recommendationsSection = (
  section: Extract<PackSection, { kind: 'recommendations' }>,
  title: string,
): PackPart => ({
  orientation: 'portrait',
  children:
    section.rows.length === 0
      ? [heading(title, 1), words('No recommendation is held.')]
      : [
          heading(title, 1),
          ...(section.says === undefined ? [] : [words(section.says)]),
          caption('Table', section.title),
          recommendationTable(section.rows),
        ],
});

function recommendationTable(rows: readonly RecommendationRow[]): Block {
  const hasOwner = rows.some(({ owner, due }) => Boolean(owner) || Boolean(due));
  const widths = hasOwner ? [650, 4100, 1500, 1250] : [650, 5200];
  const told = widths.reduce((sum, one) => sum + one, 0);
  const middle = (owner: string | null | undefined, due: string | null | undefined) =>
    hasOwner ? [cell(owner ?? ''), cell(due ?? '')] : [];
  return placeTable({
    widths: [...widths, ROOM.portrait - told],
    heads: [
      {
        cells: [
          cell('No.'),
          cell('Recommendation'),
          ...(hasOwner ? [cell('Owner'), cell('Due')] : []),
          cell('Progress'),
        ],
      },
    ],
    rows: rows.map(({ number, recommendation, measuredBy = '', owner, due, progress }, index) => ({
      cells: [
        cell(number ?? String(index + 1)),
        cell(measuredBy === '' ? recommendation : `${recommendation} ${measuredBy}`),
        ...middle(owner, due),
        cell(progress),
      ],
    })),
  });
}
