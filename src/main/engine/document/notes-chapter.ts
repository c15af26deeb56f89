import type { EvidenceScope } from '../../../core/assessment/evidence-scope.ts';
import { periodInWords } from '../../../core/time/period.ts';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { METHODS } from '../gather/methods.ts';
import { dayInWords } from '../report/day-in-words.ts';
import type { Chapter, DocumentTable } from './chapter.ts';

/** A file that figures of the document were read from. */
export interface SourceFile {
  readonly file: string;
  readonly importedAt: string;
  readonly says: string;
}

/** Words of the document, and what they mean here. */
const GLOSSARY: readonly (readonly [string, string])[] = [
  [
    'Evidence words',
    'Strong: a difference this large would come by chance less than once in a hundred times; some: less than once in twenty; not clear: less than once in ten.',
  ],
  [
    'Exceptional period',
    'Months the officer marked as not like others, with the reason. They are named under every table they touch.',
  ],
  ['Most similar group', 'The areas the Home Office holds to be most like this one. Rank 1 is the lowest rate.'],
  ['Not placed', 'Records that name no neighbourhood that is known: they count for the city only.'],
  ['Priority neighbourhoods', 'Those the sheet of residents marks as priority.'],
  ['Provisional', 'The year is not whole yet, or the source may still change its figures.'],
  ['Rate per 1,000', 'Recorded crimes in the months named for every 1,000 residents.'],
  [
    'Risk, harm, likelihood',
    'As the scheme named with the scores works them out. Confidence and our own position stand beside the risk and never change it.',
  ],
  ['[c]', 'Left out to protect people (confidential): a small number, or one that would give it away.'],
  ['Empty cell', 'Not known. Never nought.'],
];

const pairs = (
  title: string,
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): DocumentTable => ({
  title,
  rowHead: heads[0],
  columns: [{ id: 'says', head: heads[1], kind: 'words' }],
  rows: rows.map(([head, text], at) => ({ id: `${String(at)} ${head}`, head, cells: [text] })),
});

export interface NotesInput {
  readonly scope: Pick<EvidenceScope, 'exceptional' | 'recording'>;
  readonly sources: readonly SourceFile[];
  readonly nameOf: (measure: string) => string;
  readonly smallNumbers: string;
}

/** What the reader must know of the data: marked months, small numbers, files, methods, words. What each table rests on stands under it. */
export function notesChapter({ scope, sources, nameOf, smallNumbers }: NotesInput): Chapter {
  const periods = new Map<string, string[]>();
  for (const one of scope.exceptional) {
    const key = `${periodInWords(one)}\u0000${one.reason}`;
    const left =
      one.leftOutOf.length === 0
        ? []
        : [`${nameOf(one.measure)}: left out of ${one.leftOutOf.join(', ').replaceAll('last-year', 'last year')}`];
    periods.set(key, [...(periods.get(key) ?? []), ...left]);
  }
  const marked: (readonly [string, string])[] = [
    ...[...periods].map(([key, left]): readonly [string, string] => {
      const [when = '', reason = ''] = key.split('\u0000');
      return [when, [`${reason.replace(/\.$/, '')}.`, ...(left.length === 0 ? [] : [`${left.join('; ')}.`])].join(' ')];
    }),
    ...scope.recording.map(({ measure, month, reason }): readonly [string, string] => [
      `From ${longPeriod(month)}`,
      `Recording changed (${nameOf(measure)}): ${reason.replace(/\.$/, '')}.`,
    ]),
  ];
  return {
    title: 'Data notes and glossary',
    sections: [
      ...(marked.length === 0
        ? []
        : [
            {
              title: 'Months not like others',
              pieces: [
                {
                  kind: 'table' as const,
                  table: pairs('Exceptional periods and changes of recording', ['When', 'What'], marked),
                },
              ],
            },
          ]),
      { title: 'Small numbers', pieces: [{ kind: 'words', text: smallNumbers, style: 'plain' }] },
      {
        title: 'Where the figures come from',
        pieces: [
          {
            kind: 'table',
            table: {
              title: 'Files the figures were read from',
              rowHead: 'File',
              columns: [
                { id: 'when', head: 'Taken in', kind: 'words' },
                { id: 'what', head: 'What it holds', kind: 'words' },
              ],
              rows: sources.map(({ file, importedAt, says }, at) => ({
                id: `${String(at)} ${file}`,
                head: file,
                cells: [dayInWords(importedAt), says],
              })),
            },
          },
        ],
      },
      {
        title: 'Methods',
        pieces: [
          {
            kind: 'table',
            table: pairs(
              'Methods',
              ['Figure', 'How it is made'],
              METHODS.map(({ title, says }) => [title, says] as const),
            ),
          },
        ],
      },
      {
        title: 'Glossary',
        pieces: [{ kind: 'table', table: pairs('Words and signs', ['Word or sign', 'Meaning'], GLOSSARY) }],
      },
    ],
  };
}
