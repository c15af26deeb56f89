import { BorderStyle, Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { longPeriod } from '../../../core/time/period-in-words.ts';
import { dayInWords } from '../report/day-in-words.ts';
import type { PaperHeads } from './pack-content.ts';
import { COLOUR, ROOM, type Orientation } from './pack-look.ts';
import { run } from './word-runs.ts';

const small = { size: 17, color: COLOUR.muted };

const stops = (orientation: Orientation) => [
  { type: TabStopType.CENTER, position: Math.round(ROOM[orientation] / 2) },
  { type: TabStopType.RIGHT, position: ROOM[orientation] },
];

const marked = (marking: string | null): TextRun[] =>
  marking === null ? [run('', small)] : [run(marking, { size: 19, bold: true, color: COLOUR.ink })];

const tab = (): TextRun => new TextRun({ text: '\t', ...small });

/** The head of every page: partnership, marking, meeting. */
export const packHeader = ({ partnership, title, marking, meeting }: PaperHeads, orientation: Orientation): Header =>
  new Header({
    children: [
      new Paragraph({
        tabStops: stops(orientation).slice(meeting === null ? 1 : 0),
        spacing: { after: 0 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: COLOUR.hairline } },
        children: [
          run(`${partnership}: ${title}`, small),
          tab(),
          // With no meeting to stand at the end the marking does: a long title has the room.
          ...(meeting === null ? marked(marking) : [...marked(marking), tab(), run(meeting, small)]),
        ],
      }),
    ],
  });

/** The foot of every page: how far the figures go, marking, page of pages. */
export const packFooter = ({ asAt, madeAt, marking }: PaperHeads, orientation: Orientation): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: stops(orientation),
        spacing: { after: 0 },
        children: [
          run(`Figures to ${longPeriod(asAt)}, made ${dayInWords(madeAt)}`, small),
          tab(),
          ...marked(marking),
          tab(),
          new TextRun({ ...small, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
