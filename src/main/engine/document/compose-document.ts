import { longPeriod } from '../../../core/time/period-in-words.ts';
import { caption, heading, note, placePicture, placeTable, words, type Block } from '../pack/blocks.ts';
import { ROOM, type Orientation } from '../pack/pack-look.ts';
import { countPictures, type PackPart, type PictureCount } from '../pack/pack-parts.ts';
import type { Chapter, DocumentContent, Piece, Section } from './chapter.ts';
import { layOutTable, needsAcross } from './lay-out-table.ts';

/** Pictures wider than high need the page across only beside a table that does. */
const orientationOf = ({ pieces }: Section): Orientation =>
  pieces.some(
    (piece) =>
      (piece.kind === 'table' && needsAcross(piece.table)) || (piece.kind === 'picture' && piece.picture.width > 1050),
  )
    ? 'landscape'
    : 'portrait';

function blocksOf(piece: Piece, orientation: Orientation, count: PictureCount): Block[] {
  switch (piece.kind) {
    case 'words':
      return [words(piece.text, piece.style)];
    case 'table':
      return [caption('Table', piece.table.title), placeTable(layOutTable(piece.table, orientation))];
    case 'picture':
      return [
        caption('Figure', piece.title),
        placePicture(piece.picture, {
          room: ROOM[orientation],
          height: piece.height,
          says: piece.says,
          id: count.next(),
        }),
      ];
  }
}

/** Lines of contents that the first page has room for. */
const CONTENTS_ON_FRONT = 24;

/** The first page: whose assessment it is, of which months, what must be known of its figures; the contents, there or after it. */
function frontOf({ partnership, title, under, asAt, frontNotes, chapters }: DocumentContent): PackPart[] {
  const cover: Block[] = [
    { kind: 'cover', line: 'partnership', text: partnership },
    { kind: 'cover', line: 'title', text: title },
    { kind: 'cover', line: 'meeting', text: under },
    { kind: 'cover', line: 'as-at', text: `Figures as at ${longPeriod(asAt)}` },
    ...frontNotes.map(note),
  ];
  const contents: Block[] = [words('Contents', 'contents'), { kind: 'table-of-contents' }];
  const lines = chapters.flatMap((chapter) => [
    chapter.title,
    ...chapter.sections.flatMap(({ title: own }) => own ?? []),
  ]);
  const orientation = 'portrait';
  return lines.length <= CONTENTS_ON_FRONT
    ? [{ orientation, children: [...cover, ...contents] }]
    : [
        { orientation, children: cover },
        { orientation, children: contents },
      ];
}

/** Rows of a section that may lie across beside the others of its chapter. */
const FEW_ROWS = 12;

/** How the sections of a chapter lie: a short one follows those that lie across, so that they share their pages. */
function orientationsOf(sections: readonly Section[]): Orientation[] {
  const own = sections.map(orientationOf);
  const isShort = ({ pieces }: Section): boolean =>
    pieces.every(
      (piece) => piece.kind !== 'picture' && (piece.kind !== 'table' || piece.table.rows.length <= FEW_ROWS),
    );
  const follow =
    own.includes('landscape') && sections.every((section, at) => own[at] === 'landscape' || isShort(section));
  return follow ? own.map(() => 'landscape' as const) : own;
}

const numbered = (chapters: readonly Chapter[]): Chapter[] =>
  chapters.map((chapter, at) => ({ ...chapter, title: `${String(at + 1)}. ${chapter.title}` }));

/** A document laid out: chapters begin a page; sections that lie the same way round follow each other. */
export function composeDocument(content: DocumentContent): PackPart[] {
  const count = countPictures();
  const parts: PackPart[] = frontOf(content);
  for (const chapter of numbered(content.chapters)) {
    const own: { readonly orientation: Orientation; readonly children: Block[] }[] = [];
    const orientations = orientationsOf(chapter.sections);
    for (const [at, section] of chapter.sections.entries()) {
      const orientation = orientations[at] ?? 'portrait';
      let open = own.at(-1);
      if (open?.orientation !== orientation) own.push((open = { orientation, children: [] }));
      const begins = open.children.length === 0;
      if (at === 0) open.children.push(heading(chapter.title, 1));
      if (section.title !== null)
        open.children.push(heading(section.title, 2, { startsPage: !begins && section.startsPage === true }));
      open.children.push(...section.pieces.flatMap((piece) => blocksOf(piece, orientation, count)));
    }
    parts.push(...own);
  }
  return parts;
}
